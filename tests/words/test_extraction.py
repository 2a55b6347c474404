"""What there is to say is gathered from code, templates and texts, and brought into the catalogues without a loss."""

import polib

from glassbox.words.extraction import ROOT, merged, messages
from glassbox.words.languages import ALL_MESSAGES


def catalogue(*entries: polib.POEntry) -> polib.POFile:
    made = polib.POFile()
    made.metadata = {"X-Language-Name": "x"}
    made.extend(entries)
    return made


def test_the_list_of_all_messages_is_that_of_the_code() -> None:
    told = {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in polib.pofile(str(ALL_MESSAGES))}
    assert told == {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in messages()}, (
        "python -m glassbox.words brings the catalogues up to the code"
    )


def test_scripts_templates_and_texts_are_read() -> None:
    places = {place for entry in messages() for place, _ in entry.occurrences}
    assert "static/text/goal.js" in places and "server/lessons/texts/en/01_neuron.md" in places
    assert "server/exports/templates/torch.py.jinja" in places
    assert all((ROOT / place).is_file() for place in places)


def test_a_translation_stays_with_its_english_and_a_changed_english_makes_it_fuzzy() -> None:
    known = catalogue(
        polib.POEntry(msgid="The same", msgstr="dasselbe"),
        polib.POEntry(msgid="Press play to go on from here", msgstr="Weiter mit Play"),
        polib.POEntry(msgid="Gone for good", msgstr="weg"),
    )
    wanted = [
        polib.POEntry(msgid="The same"), polib.POEntry(msgid="Press play to go on from there"),
        polib.POEntry(msgid="{n} new", msgid_plural="{n} new ones", msgstr_plural={0: "", 1: ""}),
    ]  # fmt: skip
    made = merged(known, wanted)
    assert [(entry.msgid, entry.msgstr, entry.fuzzy) for entry in made] == [
        ("The same", "dasselbe", False), ("Press play to go on from there", "Weiter mit Play", True),
        ("{n} new", "", False),
    ]  # fmt: skip
    assert made.metadata["X-Language-Name"] == "x" and made[1].previous_msgid == "Press play to go on from here"
    assert not made[1].translated()  # fuzzy counts as none
