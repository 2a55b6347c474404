"""Texts in Markdown, paragraph by paragraph: a file in English, said in another language as far as that can say it.

Explanations, lessons and ready questions are files. What is in a catalogue is not the file but each of its paragraphs,
headings, items, rows and definitions, joined to one line, and each text in the TOML of a lesson or a question; so a
paragraph whose English has changed falls back to English alone. Formulas, code and tables of settings stay.
"""

import json
import re
from collections.abc import Callable, Iterator

Phrase = Callable[[str], str]
_Reader = Callable[[list[str]], Iterator[list[str]]]

TEXTS = "title|idea|able|group|ask|done|say|near|far|text|right|exactly|shortly|answer"  # of TOML, for people
CODES = ("lesson", "problem")  # groups of lessons
_TOML = re.compile(rf'(\b(?:{TEXTS})\s*=\s*)("(?:[^"\\]|\\.)*")\s*')
_TABLES = re.compile(r"```(?:set|predict|do|look|why|exactly)\s*")  # fences with TOML between them
_FENCE = re.compile(r"(`{3,}|~{3,})(.*)")
_FRONT = "+++"
_BEGINS = re.compile(r"(?:[-*+] |\d+[.)] |: |> |#+ |(?=\|))")  # what begins a unit of its own within a block
_WORDLESS = re.compile(r"\$\$.*?\$\$|\$[^$]+\$|`[^`]*`|\{\w+\}", re.DOTALL)


def translated(source: str, phrase: Phrase) -> str:
    """The same file with `phrase` of each of its texts in their place."""
    return "\n".join(line for lines in _parts(source.split("\n")) for line in _said(lines, phrase))


def phrases(source: str) -> list[str]:
    """All its texts, in their order."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    translated(source, note)
    return found


class _Verbatim(list[str]):
    """Lines without a text for people."""


class _Toml(list[str]):
    """Lines in TOML."""


def _parts(lines: list[str]) -> Iterator[list[str]]:
    """The file in pieces: TOML, what stays as it is, and units of Markdown."""
    is_front = bool(lines) and lines[0].removeprefix("\ufeff").rstrip() == _FRONT
    end = ""  # what ends the fence one is in
    inside: list[str] = []
    read: _Reader = _as_toml
    unit: list[str] = []
    for number, line in enumerate(lines):
        if is_front and number == 0:
            end, inside, read = _FRONT, [], _as_toml
        elif end and line.rstrip() != end:
            inside.append(line)
            continue
        elif end:
            yield from read(inside)
            yield _Verbatim([line])
            end, inside = "", []
            continue
        elif fence := _FENCE.match(line):
            end, inside, read = fence[1], [], _reader(line, fence[2].strip())
        elif line.strip() and not _BEGINS.match(line) and not (unit and unit[0].startswith("#")):
            unit.append(line)
            continue
        if unit:
            yield unit
        unit = [line] if line.strip() and not end else []
        if not unit:
            yield _Verbatim([line])
    if unit:
        yield unit
    if inside:
        yield from read(inside)


def _reader(line: str, kind: str) -> _Reader:
    """How to read what stands between fences: an example in Markdown is a file as any other."""
    if kind == "markdown":
        return _parts
    return _as_toml if _TABLES.fullmatch(line) else _as_it_is


def _as_toml(lines: list[str]) -> Iterator[list[str]]:
    yield _Toml(lines)


def _as_it_is(lines: list[str]) -> Iterator[list[str]]:
    yield _Verbatim(lines)


def _said(lines: list[str], phrase: Phrase) -> list[str]:
    if isinstance(lines, _Verbatim):
        return lines
    if isinstance(lines, _Toml):
        return [_TOML.sub(lambda found: found[1] + _of_toml(found[2], phrase), line) for line in lines]
    begins = _BEGINS.match(lines[0])
    mark = begins[0] if begins else ""
    text = " ".join(line.strip() for line in [lines[0][len(mark) :], *lines[1:]])
    return [mark + phrase(text)] if re.search(r"[^\W\d_]", _WORDLESS.sub("", text)) else lines


def _of_toml(quoted: str, phrase: Phrase) -> str:
    text = json.loads(quoted)
    return quoted if text in CODES else json.dumps(phrase(text), ensure_ascii=False)
