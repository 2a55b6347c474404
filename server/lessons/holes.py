"""The holes in a lesson's sentences, such as {wrong_orange}: found, checked, and filled with the numbers of a run.

A hole may name what is counted, for one and for more: {epoch|epoch|epochs} is “1 epoch” or “41 epochs”. What stands
between two signs of $ is a formula, whose braces are its own.
"""

import re
from collections.abc import Callable, Mapping

from glassbox.lessons import words
from glassbox.lessons.facts import Facts, find, said
from glassbox.protocol.refusals import echo_text
from glassbox.words.current import word

OF_GUESSES = frozenset({"guess", "truth"})  # what was guessed and what came, where a number was asked for
ONE = "1"

_PART = re.compile(r"(\$[^$]*\$)")
_HOLE = re.compile(r"\{([^{}\s|]{1,80})(?:\|([^{}|]{1,40})\|([^{}|]{1,40}))?\}")


def check_holes(text: str) -> str:
    """The text, whose holes can all be filled.

    Raises:
        ValueError: one names what there is not.
    """
    return _checked(text, frozenset())


def check_holes_of_guess(text: str) -> str:
    """The same, of what is said of a number that was guessed."""
    return _checked(text, OF_GUESSES)


def _checked(text: str, more: frozenset[str]) -> str:
    for name in sorted(_names(text) - more):
        if find(name) is None:
            raise ValueError(words.NO_HOLE.format(name=echo_text(name)))
    return text


def holes_of(*texts: str) -> frozenset[str]:
    """The facts that these texts name."""
    return frozenset().union(*map(_names, texts)) - OF_GUESSES


def _names(text: str) -> frozenset[str]:
    return frozenset(hole[1] for part in _PART.split(text)[::2] for hole in _HOLE.finditer(part))


def filled(text: str, facts: Facts, told: Mapping[str, str]) -> str | None:
    """The text with its holes filled; None where a fact is missing.

    Args:
        told: what else may stand in a hole, as it is written.
    """
    missing = False

    def fill(match: re.Match[str]) -> str:
        nonlocal missing
        name = match[1]
        missing = missing or (name not in told and name not in facts)
        value = word(told.get(name) or (said(name, facts[name]) if name in facts else ""))
        return value if match[2] is None else f"{value} {match[2] if value == ONE else match[3]}"

    whole = _outside_formulas(word(text), lambda part: _HOLE.sub(fill, part))
    return None if missing else whole


def _outside_formulas(text: str, change: Callable[[str], str]) -> str:
    return "".join(part if at % 2 else change(part) for at, part in enumerate(_PART.split(text)))
