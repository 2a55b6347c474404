"""The catalogues: whole, of the code as it stands, and true to it in all that is no word."""

import re
from functools import cache
from pathlib import Path

import polib
import pytest

from glassbox.words.languages import ALL_MESSAGES, LOCALES
from glassbox.words.sentence import holes

CATALOGUES = sorted(LOCALES.glob("*.po"))
WHOLE = {"zh_Hans"}  # languages that are to have everything
HAN = re.compile(r"[\u3400-\u9fff]")
WORDS = re.compile(r"[A-Za-z]{3}")  # what hardly is a symbol
FORMULA, CODE, TAG = re.compile(r"\$[^$]+\$"), re.compile(r"`[^`]+`"), re.compile(r"</?\w+[^>]*>")
ADDRESS = re.compile(r"\]\(([^)]*)\)")


@cache
def read(file: Path) -> polib.POFile:
    return polib.pofile(str(file), encoding="utf-8")


def key(entry: polib.POEntry) -> tuple[str | None, str]:
    return entry.msgctxt, entry.msgid


def forms(entry: polib.POEntry) -> list[str]:
    """All that it is translated as; nothing where it is not."""
    told = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    return [form for form in told if form]


def of_all(file: Path, is_wrong) -> list[str]:
    """The English of what is translated wrongly."""
    return [entry.msgid for entry in read(file) for form in forms(entry) if is_wrong(entry, form)]


def marks(text: str) -> list[list[str]]:
    """What no translation may change: formulas, code, tags, and where links lead."""
    return [sorted(mark.findall(text)) for mark in (FORMULA, CODE, TAG, ADDRESS)]


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
class TestCatalogue:
    """What holds for every language."""

    def test_it_says_what_the_code_says_and_nothing_else(self, file: Path) -> None:
        wanted = {key(entry) for entry in read(ALL_MESSAGES)}
        assert {key(entry) for entry in read(file)} - wanted == set()

    def test_what_counts_has_as_many_forms_as_the_language(self, file: Path) -> None:
        count = int(re.search(r"nplurals=(\d)", read(file).metadata["Plural-Forms"])[1])
        assert [e.msgid for e in read(file) if e.msgid_plural and forms(e) and len(forms(e)) != count] == []

    def test_the_holes_are_those_of_the_english(self, file: Path) -> None:
        def other(entry: polib.POEntry, form: str) -> bool:
            wanted = holes(entry.msgid) | holes(entry.msgid_plural)
            return not holes(form) <= wanted or (not entry.msgid_plural and holes(form) != wanted)

        assert of_all(file, other) == []

    def test_formulas_code_tags_and_links_are_those_of_the_english(self, file: Path) -> None:
        def other(entry: polib.POEntry, form: str) -> bool:
            return marks(form) not in (marks(entry.msgid), marks(entry.msgid_plural))

        assert of_all(file, other) == []

    def test_bold_words_begin_and_end(self, file: Path) -> None:
        assert (
            of_all(file, lambda entry, form: form.count("**") % 2 or form.count("**") != entry.msgid.count("**")) == []
        )


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_nothing_is_missing(name: str) -> None:
    entries = read(LOCALES / f"{name}.po")
    assert {key(entry) for entry in entries} == {key(entry) for entry in read(ALL_MESSAGES)}
    assert [entry.msgid for entry in entries if not entry.translated()] == []


class TestChinese:
    """How Chinese is set."""

    FILE = LOCALES / "zh_Hans.po"

    def test_nothing_is_left_in_english(self) -> None:
        def is_english(entry: polib.POEntry, form: str) -> bool:
            return form == entry.msgid and bool(WORDS.search(FORMULA.sub("", re.sub(r"\{[^}]*\}|`[^`]*`", "", form))))

        assert set(of_all(self.FILE, is_english)) <= SAME_IN_BOTH

    def test_punctuation_is_full_width(self) -> None:
        def is_half(entry: polib.POEntry, form: str) -> bool:
            return bool(re.search(r"[\u3400-\u9fff][,;:?!](?!\w)", FORMULA.sub("", CODE.sub("", form))))

        assert of_all(self.FILE, is_half) == []

    def test_no_space_stands_between_chinese_signs(self) -> None:
        assert of_all(self.FILE, lambda _, form: re.search(r"[\u3400-\u9fff] [\u3400-\u9fff]", form)) == []


SAME_IN_BOTH = {
    "set", "predict", "look", "why", "exactly",  # the blocks of a lesson's file, as one writes them
    "Home", "End", "ONNX", "UTF-16", "Huber δ", "Dropout", "dropout {rate}",
}  # fmt: skip
AS_TYPED = re.compile(r"\{[^}]*\}|`[^`]*`|#\w+|“[^”]*”|\"[^\"]*\"")  # holes, code, and what a file or an address says


def glossary() -> list[tuple[str, list[str]]]:
    """Each term with its translations: more than one where English has one word for two things."""
    lines = (LOCALES / "zh_Hans.glossary.tsv").read_text("utf-8").splitlines()
    return [(term, said.split(" / ")) for term, said in (line.split("\t") for line in lines)]


@pytest.mark.parametrize(("term", "said"), glossary(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_term_of_the_field_is_the_same_wherever_it_occurs(term: str, said: list[str]) -> None:
    pattern = re.compile(rf"\b{re.escape(term)}(?:s|es)?\b", re.IGNORECASE)
    with_term = [
        (entry.msgid, form)
        for entry in read(LOCALES / "zh_Hans.po")
        for form in forms(entry)
        if pattern.search(AS_TYPED.sub("", entry.msgid))
    ]
    assert with_term, "no text uses this term"
    assert [english for english, form in with_term if not any(word in form for word in said)] == []
