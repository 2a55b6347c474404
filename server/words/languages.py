"""The languages there are: English, which the code is written in, and one for each file in `locales/`.

A catalogue is an ordinary gettext file (`zh_Hans.po`): its name says the language, and lines of its header how it
calls itself (`X-Language-Name`), which way it runs (`X-Direction: rtl`), what parts thousands (`X-Thousands: .`) and
what stands before a number's fraction (`X-Decimal: ,`); the page's own numbers are written by its browser.
Adding such a file is all it takes. What has no translation, or one whose English has changed since (fuzzy), is said in
English.
"""

import gettext
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import polib

from glassbox.words.pseudo import PSEUDO, PseudoTranslations
from glassbox.words.sentence import Sentence, fill, spaced

LOCALES = Path(__file__).parent / "locales"
ALL_MESSAGES = LOCALES / "glassbox.pot"  # of the code as it stands; `python -m glassbox.words` writes it
ENOUGH = 0.85  # of all sentences: a language with fewer says how many
MOST_WISHES = 1000  # of browsers, whose languages were found already: every request asks
PLURALS = 200  # numbers from which the plural of every larger one follows, by its last two digits


@dataclass(frozen=True)
class Language:
    """One language.

    Attributes:
        tag: as documents and addresses name it (BCP 47). name: as it calls itself. direction: "ltr" or "rtl".
        file: its catalogue; None for English and for what is made up.
    """

    tag: str
    name: str
    direction: str = "ltr"
    file: Path | None = None
    thousands: str = ","
    point: str = "."
    made_up: gettext.NullTranslations | None = field(default=None, compare=False)

    def word(self, text: str) -> str:
        """A sentence in this language; any other text as it is."""
        if not isinstance(text, Sentence):
            return text
        found = self._find(text)
        if text.values is None:
            return found
        values = {name: self._value(value) for name, value in text.values.items()}
        said = fill(found, values, self.thousands, self.point)
        return spaced(said) if self.tag.startswith("zh") else said

    def worded(self, told: Any) -> Any:
        """Plain data with every sentence in it in this language."""
        if isinstance(told, Sentence):
            return self.word(told)
        if isinstance(told, Mapping):
            return {key: self.worded(value) for key, value in told.items()}
        if isinstance(told, list | tuple):
            return [self.worded(value) for value in told]
        return told

    def phrase(self, text: str) -> str:
        """What stands for a text that the code has no sentence of, such as a paragraph of a file."""
        return self.translations.gettext(text) if text else ""

    @cached_property
    def translations(self) -> gettext.NullTranslations:
        """What gettext knows of it. It takes some tenths of a second when first asked for."""
        if self.file is None:
            return self.made_up or gettext.NullTranslations()
        return gettext.GNUTranslations(BytesIO(_catalogue(self.file).to_binary()))

    @cached_property
    def share(self) -> float:
        """How much of all there is to say it can say, from 0 to 1."""
        if self.file is None:
            return 1.0
        wanted = {_key(entry) for entry in _catalogue(ALL_MESSAGES)}
        return len(wanted & {_key(entry) for entry in _catalogue(self.file).translated_entries()}) / max(1, len(wanted))

    @property
    def is_whole(self) -> bool:
        """Whether it has so much that what is left in English needs no word of warning."""
        return self.share >= ENOUGH

    @property
    def percent(self) -> str:
        """How much it has, as it is written: 12%. A beginning is no nothing, and 100% is all."""
        return f"{max(int(self.share * 100), int(self.share > 0))}%"

    def _find(self, text: Sentence) -> str:
        if text.plural is None:
            asked = self.translations
            return asked.pgettext(text.context, text.text) if text.context else asked.gettext(text.text)
        return self.translations.ngettext(text.text, *text.plural)

    def _value(self, value: Any) -> Any:
        return self.word(value) if isinstance(value, str) else value


ENGLISH = Language("en", "English")


@cache
def languages() -> tuple[Language, ...]:
    """All that are offered: English, and one for each catalogue."""
    return ENGLISH, *(_language(file) for file in sorted(LOCALES.glob("*.po")))


def language_of(tag: str) -> Language | None:
    """The language that is meant by a tag such as `zh-Hans`, `zh-CN` or `zh`; None where there is none.

    Two are for trying the page, and offered nowhere: `en-XA`, English that is accented and longer, and `ar-XB`, which
    runs from right to left.
    """
    wanted = _parts(tag)
    known = [*languages(), *_made_up()]
    exact = next((language for language in known if _parts(language.tag) == wanted), None)
    return exact or next((language for language in languages() if _fits(_parts(language.tag), wanted)), None)


@lru_cache(MOST_WISHES)
def chosen_language(asked: str, accept_language: str) -> Language:
    """What to speak to whoever asks: as the address says, else as the browser prefers, else English.

    Whoever names only languages that are not there gets one in another script rather than English: traditional Chinese
    is read by those who read the simplified one. Who names English, too, gets that.
    """
    for tags in ([asked], [*_preferred(accept_language)]):
        for find in (language_of, _of_other_script):
            found = next((language for tag in tags if tag and (language := find(tag))), None)
            if found:
                return found
    return ENGLISH


def for_page(language: Language) -> dict[str, Any]:
    """What a page needs in order to word what its own scripts and the server's messages say.

    `messages`: by the English text, behind its context and a U+0004 where it has one, as gettext keeps it; a list where
    it counts something. `plurals`: which of such a list is for 0 to 199; a larger number has that of 100 plus its last
    two digits.
    """
    if language.file is None and language.made_up is None:
        return {"messages": {}, "plurals": []}
    entries = _catalogue(language.file or ALL_MESSAGES)
    wanted = [entry for entry in entries if _is_for_page(entry) and (language.file is None or entry.translated())]
    messages = {_key(entry): _said(entry, language) for entry in wanted}
    rule = getattr(language.translations, "plural", _english_plural)
    return {"messages": messages, "plurals": [int(rule(number)) for number in range(PLURALS)]}


def _language(file: Path) -> Language:
    about = _header(file)
    return Language(
        file.stem.replace("_", "-"), about.get("X-Language-Name", file.stem), about.get("X-Direction", "ltr"), file,
        about.get("X-Thousands", ","), about.get("X-Decimal", "."),
    )  # fmt: skip


@cache
def _made_up() -> tuple[Language, ...]:
    return tuple(
        Language(tag, tag, direction, made_up=PseudoTranslations(direction)) for tag, direction in PSEUDO.items()
    )


@cache
def _catalogue(file: Path) -> polib.POFile:
    return polib.pofile(str(file), encoding="utf-8")


def _header(file: Path) -> dict[str, str]:
    """The header alone: it is needed of every language, and the rest of the file only of one that is spoken."""
    lines = []
    with file.open(encoding="utf-8") as text:
        for line in text:
            if not line.strip():
                break
            lines.append(line)
    return dict(polib.pofile("".join(lines)).metadata)


def _said(entry: polib.POEntry, language: Language) -> str | list[str]:
    if language.file is not None:
        return (
            [entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)] if entry.msgid_plural else entry.msgstr
        )
    if entry.msgid_plural:
        return [language.translations.ngettext(entry.msgid, entry.msgid_plural, number) for number in (1, 2)]
    return language.translations.gettext(entry.msgid)


def _is_for_page(entry: polib.POEntry) -> bool:
    """Whether a script or a message may say it; the server's documents and files are worded before they go out."""
    return any(not place.endswith((".md", ".html")) for place, _ in entry.occurrences)


def _english_plural(number: int) -> int:
    return int(number != 1)


def _key(entry: polib.POEntry) -> str:
    return f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else str(entry.msgid)


def _parts(tag: str) -> list[str]:
    return tag.strip().lower().replace("_", "-").split("-")


def _of_other_script(tag: str) -> Language | None:
    """The language that is meant, however it is written."""
    return next((language for language in languages() if _parts(language.tag)[0] == _parts(tag)[0]), None)


def _fits(has: list[str], wanted: list[str]) -> bool:
    """Whether a language serves who wants this one: the same, whatever its country, and in the script that is said."""
    scripts = [part for part in wanted[1:] if len(part) == 4] or _SCRIPTS.get("-".join(wanted[:2]), [])
    return has[0] == wanted[0] and (not scripts or not has[1:] or scripts[0] in has[1:])


_SCRIPTS = {"zh-tw": ["hant"], "zh-hk": ["hant"], "zh-mo": ["hant"]}  # whose country says the script


def _preferred(accept_language: str) -> Iterator[str]:
    """The tags of an Accept-Language header, the most wanted first."""
    ranked = sorted(_ranked(accept_language.split(",")), key=lambda ranked: -ranked[0])
    return (tag for weight, tag in ranked if weight > 0)


def _ranked(ranges: Iterable[str]) -> Iterator[tuple[float, str]]:
    for wanted in ranges:
        tag, _, weight = wanted.partition(";")
        try:
            yield float(weight.strip().removeprefix("q=") or 1), tag.strip()
        except ValueError:
            continue
