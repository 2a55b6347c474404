"""Gathers what there is to say: from the code, the templates and the texts, into the catalogues. For `__main__`.

Babel reads the code; it comes with `pip install 'glassbox[test]'` and is not needed to run.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import polib
from babel.messages.extract import extract

from glassbox.words.languages import ALL_MESSAGES, LOCALES
from glassbox.words.paragraphs import phrases

WIDTH = 120
ALIKE = 0.75  # of two texts: from here on the one is probably the other, changed
ROOT = Path(__file__).parents[2]  # of a checkout: what is installed has no scripts that could be read
FOLDERS_OF_TEXTS = ("en", "questions")

Keyword = tuple[int | tuple[int, str], ...] | None
KEYWORDS: dict[str, Keyword] = {
    "say": None, "say_many": (1, 2), "say_as": ((1, "c"), 2), "say_html": None,
    "sayMany": (1, 2), "sayAs": ((1, "c"), 2), "sayIn": None, "toSay": None,
}  # fmt: skip
COMMENTS = ("Translators:",)


def update() -> None:
    """Write the list of all messages anew, and bring every catalogue up to it.

    What is new in a catalogue is empty there; a translation whose English has changed a little is kept beside the new
    English as fuzzy, which counts as none until somebody has looked at it.
    """
    wanted = messages()
    _write(ALL_MESSAGES, _catalogue(wanted, {"X-Generator": "python -m glassbox.words"}))
    for file in sorted(LOCALES.glob("*.po")):
        _write(file, merged(polib.pofile(str(file), encoding="utf-8"), wanted))


def messages() -> list[polib.POEntry]:
    """All there is to say as the code stands, each once, with the files that say it."""
    found: dict[tuple[str | None, str], polib.POEntry] = {}
    for place, message, comments, context in _said():
        text, plural = (message, "") if isinstance(message, str) else (message[0], message[1])
        entry = found.setdefault((context, text), polib.POEntry(msgid=text, msgctxt=context))
        if plural:
            entry.msgid_plural, entry.msgstr_plural = plural, {0: "", 1: ""}
        if (place, "") not in entry.occurrences:
            entry.occurrences.append((place, ""))
        entry.comment = "\n".join(dict.fromkeys([*filter(None, [entry.comment]), *comments]))
    return list(found.values())


def merged(catalogue: polib.POFile, wanted: list[polib.POEntry]) -> polib.POFile:
    """A catalogue with just the wanted messages, and what it says of them."""
    known = {_key(entry): entry for entry in catalogue if not entry.obsolete}
    left = {entry.msgid: entry for key, entry in known.items() if key not in {_key(each) for each in wanted}}
    return _catalogue([_translated(entry, known, left) for entry in wanted], catalogue.metadata)


def _translated(
    entry: polib.POEntry, known: dict[tuple[str | None, str], polib.POEntry], left: dict[str, polib.POEntry]
) -> polib.POEntry:
    """The message with its translation; that of one which is gone and was nearly the same, for somebody to look at."""
    made = polib.POEntry(
        msgid=entry.msgid, msgctxt=entry.msgctxt, msgid_plural=entry.msgid_plural, comment=entry.comment,
        occurrences=entry.occurrences,
    )  # fmt: skip
    before = known.get(_key(entry))
    alike = [] if before else get_close_matches(entry.msgid, left, 1, ALIKE)
    source = before or (left[alike[0]] if alike else None)
    if entry.msgid_plural:
        made.msgstr_plural = dict(source.msgstr_plural) if source and source.msgstr_plural else {0: ""}
    elif source:
        made.msgstr = source.msgstr
    if source:
        made.flags, made.tcomment = list(source.flags), source.tcomment
    if alike and "fuzzy" not in made.flags:
        made.flags.append("fuzzy")
        made.previous_msgid = alike[0]
    return made


def _catalogue(entries: list[polib.POEntry], metadata: dict[str, str]) -> polib.POFile:
    made = polib.POFile(wrapwidth=WIDTH)
    made.metadata = {"Content-Type": "text/plain; charset=utf-8", "Content-Transfer-Encoding": "8bit"} | metadata
    made.extend(entries)
    return made


def _key(entry: polib.POEntry) -> tuple[str | None, str]:
    return entry.msgctxt, entry.msgid


def _write(file: Path, catalogue: polib.POFile) -> None:
    file.write_text(f"{catalogue}\n", "utf-8", newline="\n")


Said = tuple[str, str | tuple[str, ...], list[str], str | None]


def _said() -> Iterator[Said]:
    server, text, templates = ROOT / "server", ROOT / "static/text", ROOT / "templates"
    yield from _in_code(sorted(server.rglob("*.py")), "python")
    yield from _in_code(sorted(text.rglob("*.js")), "javascript", parse_template_string=True)
    pages, programs = templates.rglob("*.html"), server.rglob("*.jinja")
    yield from _in_code(sorted([*pages, *programs]), "jinja2", trimmed="yes", silent="no")
    for file in sorted(server.rglob("*.md")):
        if file.parent.name in FOLDERS_OF_TEXTS:
            for phrase in phrases(file.read_text("utf-8")):
                yield _place(file), phrase, [], None


def _in_code(files: list[Path], method: str, **options: Any) -> Iterator[Said]:
    for file in files:
        with file.open("rb") as content:
            for _, message, comments, context in extract(method, content, KEYWORDS, COMMENTS, options):
                if message:
                    yield _place(file), message, comments, context


def _place(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
