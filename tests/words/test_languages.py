"""The languages: which are there, which one is meant, and what each makes of a sentence."""

from pathlib import Path

import polib
import pytest

from glassbox.words import languages as room
from glassbox.words.languages import ENGLISH, Language, chosen_language, for_page, language_of, languages
from glassbox.words.sentence import say, say_as, say_many

TWENTY = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Language-Name: Deutsch\\n"
"X-Thousands: .\\n"
"X-Decimal: ,\\n"

#: static/text/a.js
msgid "Stopped after {epochs:,} epochs."
msgstr "Nach {epochs} Epochen angehalten."

#: static/text/a.js
msgid "{n} unit"
msgid_plural "{n} units"
msgstr[0] "{n} Einheit"
msgstr[1] "{n} Einheiten"

#: server/words/texts/en/a.md
msgid "A paragraph."
msgstr "Ein Absatz."

#: static/text/a.js
msgctxt "verb"
msgid "Open"
msgstr "Öffnen"

#: static/text/a.js
#, fuzzy
msgid "Changed since"
msgstr "Seither geändert"
"""


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Language:
    """A language that is there because a file of twenty lines is."""
    (tmp_path / "de.po").write_text(TWENTY, "utf-8")
    monkeypatch.setattr(room, "LOCALES", tmp_path)
    room.languages.cache_clear()
    yield next(language for language in languages() if language.tag == "de")
    room.languages.cache_clear()


def test_chinese_is_there_and_calls_itself_by_its_own_name() -> None:
    assert [(language.tag, language.name) for language in languages()][:1] == [("en", "English")]
    assert ("zh-Hans", "简体中文") in [(language.tag, language.name) for language in languages()]


def test_one_more_file_is_one_more_language(german: Language) -> None:
    assert (german.name, german.direction) == ("Deutsch", "ltr")
    assert (
        german.word(say("Stopped after {epochs:,} epochs.").format(epochs=12000)) == "Nach 12.000 Epochen angehalten."
    )
    assert [german.word(say_many("{n} unit", "{n} units").of(n)) for n in (1, 2)] == ["1 Einheit", "2 Einheiten"]
    assert german.word(say_as("verb", "Open")) == "Öffnen"
    assert german.phrase("A paragraph.") == "Ein Absatz."


def test_what_it_lacks_is_said_in_english(german: Language) -> None:
    assert german.word(say("Nothing here")) == "Nothing here"
    assert german.word(say("Changed since")) == "Changed since"  # fuzzy: nobody has looked at it yet
    assert german.word(say("Open")) == "Open"  # the other meaning
    assert 0 < german.share < room.ENOUGH or german.share == 0
    assert not german.is_whole and german.percent in ("0%", "1%")  # a beginning is no nothing
    assert ENGLISH.is_whole and ENGLISH.percent == "100%"


def test_what_is_no_sentence_stays_as_it_is(german: Language) -> None:
    assert german.word("Open") == "Open"
    assert german.worded({"a": [say("Stopped after {epochs:,} epochs.").format(epochs=1), 3, None]}) == {
        "a": ["Nach 1 Epochen angehalten.", 3, None]
    }


def test_sentences_within_sentences_are_worded_too(german: Language) -> None:
    inner = say_many("{n} unit", "{n} units").of(2)
    assert german.word(say("with {what}").format(what=inner)) == "with 2 Einheiten"


def test_a_page_gets_what_its_scripts_and_messages_say(german: Language) -> None:
    told = for_page(german)
    assert told["messages"] == {
        "Stopped after {epochs:,} epochs.": "Nach {epochs} Epochen angehalten.",
        "{n} unit": ["{n} Einheit", "{n} Einheiten"],
        "verb\x04Open": "Öffnen",
    }
    assert told["plurals"][:4] == [1, 0, 1, 1] and len(told["plurals"]) == room.PLURALS
    assert for_page(ENGLISH) == {"messages": {}, "plurals": []}


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("zh-Hans", "zh-Hans"), ("zh_Hans", "zh-Hans"), ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh-SG", "zh-Hans"),
        ("zh-Hans-CN", "zh-Hans"), ("zh-TW", None), ("zh-Hant-HK", None), ("en-GB", "en"), ("xx", None), ("", None),
        ("en-XA", "en-XA"), ("ar-XB", "ar-XB"), ("ar", None),
    ],
)  # fmt: skip
def test_a_tag_means_a_language(tag: str, meant: str | None) -> None:
    found = language_of(tag)
    assert (found and found.tag) == meant


@pytest.mark.parametrize(
    ("asked", "accepted", "spoken"),
    [
        ("", "", "en"), ("", "zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"), ("", "en-US,en;q=0.9,zh;q=0.8", "en"),
        ("en", "zh-CN", "en"), ("zh-Hans", "en", "zh-Hans"), ("nonsense", "zh-CN", "zh-Hans"),
        ("", "de, zh;q=0.1", "zh-Hans"), ("", "zh-TW", "zh-Hans"), ("", "zh-Hant-HK, de;q=0.5", "zh-Hans"),
        ("", "zh-TW, en;q=0.5", "en"), ("zh-Hant", "en", "zh-Hans"),
        ("", "de;q=0.9, zh;q=0", "en"), ("", "zh;q=x, en", "en"), ("", ";;,,q=,*;q=0.1", "en"),
    ],
)  # fmt: skip
def test_the_address_counts_before_the_browser(asked: str, accepted: str, spoken: str) -> None:
    assert chosen_language(asked, accepted).tag == spoken


def test_the_catalogues_in_the_house_can_be_read() -> None:
    for file in room.LOCALES.glob("*.po"):
        assert polib.pofile(str(file)).metadata["X-Language-Name"]


def test_numbers_that_python_formats_have_the_languages_signs(german: Language) -> None:
    said = say("The loss is {loss:.3g}.").format(loss=0.74249)
    assert said == "The loss is 0.742." and german.word(said) == "The loss is 0,742."
    assert german.word(say("{size:,.1f} MB").format(size=1234.56)) == "1.234,6 MB"
