"""Puts texts for people into programs, in the language that is spoken: as comments, docstrings and messages.

Whatever a text says, it stays within its comment or its quotes, so a program does the same in every language.
"""

import re
import unicodedata
from typing import Any

from glassbox.words.current import word
from glassbox.words.sentence import Sentence, say, say_as, say_many

WIDTH = 118  # columns of a line, of which a Chinese letter takes two

_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"  # what may be parted from its neighbours without a space
_OPENING, _CLOSING = "“‘（《「", "”’）》」，。；：？！、…—"  # what begins no line, and what ends none
_GAP = re.compile(
    rf"(\s+|(?<=[{_WIDE}])(?<![{_OPENING}])(?![\s{_CLOSING}])|(?<![\s{_WIDE}{_OPENING}])(?=[{_WIDE}])(?![{_CLOSING}]))"
)


def told(text: str, **values: Any) -> str:
    """A sentence of a template on one line."""
    return in_line(say(text).format(**values))


def told_as(context: str, text: str) -> str:
    """The same of one that stands for several things."""
    return in_line(say_as(context, text))


def told_many(one: str, other: str, n: int, **values: Any) -> str:
    """The same of one that counts."""
    return in_line(say_many(one, other).of(n, **values))


def in_line(text: str) -> str:
    """Any text as it is spoken, on one line, so that a comment may end with it."""
    return " ".join(word(text).split())


def wrapped(text: str, width: int = WIDTH) -> str:
    """A paragraph in lines that are not wider, where there is a place to part them: also between Chinese letters."""
    lines, line = [], ""
    first, *further = _GAP.split(text.strip())
    line = first
    for gap, piece in zip(further[::2], further[1::2], strict=True):
        longer = f"{line}{' ' if gap else ''}{piece}"
        if line and _columns(longer) > width:
            lines.append(line)
            line = piece
        else:
            line = longer
    return "\n".join([*lines, line])


def comment(text: str, mark: str = "") -> str:
    """A paragraph as a comment, with a mark at its beginning."""
    return "# " + wrapped(mark + in_line(text), WIDTH - 2).replace("\n", "\n# ")


def docstring(text: str, width: int = WIDTH) -> str:
    """A paragraph of a docstring, which cannot end it."""
    return wrapped(in_line(text), width).replace("\\", "\\\\").replace('"', "'")


def quoted(text: str) -> str:
    """A text between double quotes: of a message, whose braces are code."""
    return in_line(text).replace("\\", "\\\\").replace('"', '\\"')


def with_comment(code: str, text: str) -> str:
    """A line of code, with what is to be said of it if there is anything."""
    return f"{code}  # {in_line(text)}" if text else code


def finalized(value: Any) -> Any:
    """What a template prints: a sentence is worded."""
    return in_line(value) if isinstance(value, Sentence) else value


FILTERS: dict[str, Any] = {"comment": comment, "docstring": docstring, "quoted": quoted}


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)
