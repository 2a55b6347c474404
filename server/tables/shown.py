"""Makes texts from a file fit to be seen: short, on one line, every character visible, and no two names alike."""

from collections.abc import Iterable, Mapping
from itertools import count

from glassbox.tables import words
from glassbox.tables.limits import LONGEST_SHOWN

_CONTROLS = 32
_CONTROL_PICTURES = 0x2400  # Unicode's ␀ ␁ … for the control characters, in the same order


def shown(text: str, longest: int = LONGEST_SHOWN) -> str:
    """A text from outside as a person may see it, at most so many characters and an ellipsis."""
    visible = "".join(map(_visible, text[:longest]))
    return visible + ("…" if len(text) > longest else "")


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names in their order, a repeated one with a count behind it."""
    unique: dict[str, None] = {}
    for name in names:
        unique[_free(name, unique)] = None
    return tuple(unique)


def _free(name: str, taken: Mapping[str, None]) -> str:
    if name not in taken:
        return name
    counted = (words.REPEATED.format(name=name, count=number) for number in count(2))
    return next(candidate for candidate in counted if candidate not in taken)


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    return chr(_CONTROL_PICTURES + ord(character)) if ord(character) < _CONTROLS else "·"
