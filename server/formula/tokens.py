"""Cuts a formula into its smallest parts: numbers, names and signs, each with its place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from glassbox.formula import words
from glassbox.formula.wrong import WrongFormula

LONGEST = 200  # signs of a formula

_PART = re.compile(
    r"(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-zπ][A-Za-z0-9_₁₂]*)"
    r"|(?P<raised>[²³])"
    r"|(?P<sign>\*\*|<=|>=|==|!=|[-+*/^()<>=,−·×÷≤≥≠])"
)
_SIGNS = {"**": "^", "=": "==", "−": "-", "·": "*", "×": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!="}
_LETTERS = str.maketrans({"π": "pi", "₁": "1", "₂": "2"})
_RAISED = {"²": "2", "³": "3"}


@dataclass(frozen=True)
class Token:
    """A part of a formula.

    Attributes:
        kind: “number”, “name”, “sign”, or “end” after the last one.
        text: in its usual spelling: x1 for x₁, ^ for **.
        at: where it stands, for a sentence.
    """

    kind: str
    text: str
    at: str


def tokens_of(text: str) -> tuple[Token, ...]:
    """The parts of a formula, and the end behind them.

    Raises:
        WrongFormula: it is empty or too long, or a sign means nothing.
    """
    if not text.strip():
        raise WrongFormula(words.EMPTY)
    if len(text) > LONGEST:
        raise WrongFormula(words.TOO_LONG.format(count=len(text), most=LONGEST))
    return (*_parts(text), Token("end", "", words.AT_THE_END.format(place=len(text.rstrip()))))


def _parts(text: str) -> Iterator[Token]:
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = _PART.match(text, place)
        at = words.AT.format(place=place + 1, text=found.group() if found else _visible(text[place]))
        if not found:
            raise WrongFormula(words.UNKNOWN_SIGN.format(at=at))
        yield from _tokens(str(found.lastgroup), found.group(), at)
        place = found.end()


def _tokens(kind: str, text: str, at: str) -> Iterator[Token]:
    if kind == "raised":
        yield Token("sign", "^", at)
        yield Token("number", _RAISED[text], at)
    elif kind == "name":
        yield Token(kind, text.translate(_LETTERS).lower(), at)
    else:
        yield Token(kind, _SIGNS.get(text, text), at)


def _visible(sign: str) -> str:
    return sign if sign.isprintable() else "·"
