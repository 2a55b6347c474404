"""Reads numbers as people write them: decimal points or commas, parted thousands, percent, money, and missing ones."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from glassbox.tables.limits import LARGEST_NUMBER

MISSING = {"", "na", "n/a", "#n/a", "<na>", "nan", "null", "?"}  # in any column, in small letters
_MISSING_NUMBER = MISSING | {"none", "-", "–", "—", "."}  # among numbers these cannot mean anything else
_MOST_ODD = 0.1  # of the cells that hold something: with more that are no numbers, a column is one of texts


class Mark(StrEnum):
    """What stands before the decimals."""

    POINT = "."
    COMMA = ","

    @property
    def other(self) -> "Mark":
        return Mark.COMMA if self is Mark.POINT else Mark.POINT


@dataclass(frozen=True)
class Numbers:
    """A column read as numbers.

    Attributes:
        values: NaN where one is missing or the cell is odd.
        odd: the places of cells that are neither numbers nor missing; the first of them where they are too many.
        are_numbers: whether odd cells are so few that the column is one of numbers.
        unit: the percent or currency sign that stands at them, or "".
        either: a cell, its value, and the one it would have if its mark were the other; None if the column settles it.
        mark: the decimal mark it was read by.
    """

    values: list[float]
    odd: tuple[int, ...] = ()
    are_numbers: bool = True
    unit: str = ""
    either: tuple[str, float, float] | None = None
    mark: Mark = Mark.POINT


_SPACE = "[ \u00a0\u2007\u2009\u202f]"  # plain, no-break, as wide as a digit, thin, narrow no-break
_MONEY = "[$€£¥₹₽₩₺₴₪₫₦฿]|EUR|USD|GBP|CHF"
_SIGN = "[+\u2212-]"
_EXPONENT = r"(?:e[+-]?\d+)?"

_MOST_WITHIN = 0.5  # of the first cells begin with a number: then one may ask for the numbers in them
_LOOKED_AT = 100  # cells

Matches = Callable[[str], re.Match[str] | None]


def _matching(pattern: str) -> Matches:
    return re.compile(pattern, re.ASCII | re.IGNORECASE).fullmatch


def _plain(mark: str) -> Matches:
    return _matching(rf"[+-]?(?:\d++(?:[{mark}]\d*+)?|[{mark}]\d++){_EXPONENT}")


def _dressed(mark: Mark) -> Matches:
    """With thousands parted by one sign throughout, a sign of money or percent, a typographic minus."""
    parted = rf"[1-9]\d{{0,2}}(?P<part>[{mark.other}'’]|{_SPACE})\d{{3}}(?:(?P=part)\d{{3}})*+(?!\d)"
    digits = rf"(?P<digits>(?:{parted}|\d++)(?:[{mark}]\d*+)?|[{mark}]\d++)"
    before = rf"(?P<before>{_SIGN}?(?:(?:{_MONEY}){_SPACE}?)?|(?:{_MONEY}){_SPACE}?{_SIGN})"
    return _matching(rf"{before}{digits}(?P<exponent>{_EXPONENT})(?:{_SPACE}?(?P<after>%|{_MONEY}))?")


_PLAIN = {mark: _plain(mark) for mark in Mark}
_DRESSED = {mark: _dressed(mark) for mark in Mark}
_NO_DIGIT = {mark: re.compile(rf"[^\d{mark}]") for mark in Mark}
_UNIT = re.compile(f"%|{_MONEY}", re.IGNORECASE)
_EITHER = re.compile(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])", re.ASCII).search  # a thousand or three decimals
_WITHIN = re.compile(rf"{_SIGN}?[.,]?\d(?:[.,]?\d|(?:['’]|{_SPACE})\d{{3}}(?!\d))*{_EXPONENT}", re.ASCII | re.I).search
_BEGINS = re.compile(rf"(?:{_SIGN}|{_MONEY}|{_SPACE}|[<>~])*[.,]?\d", re.ASCII | re.I).match


def is_number(cell: str) -> bool:
    """Whether a cell is a number in either way of writing."""
    return any(_PLAIN[mark](cell) or _DRESSED[mark](cell) for mark in Mark)


def are_few(odd: int, present: int) -> bool:
    """Whether so many cells that are not like the others are few enough to be taken as missing."""
    return odd <= _MOST_ODD * present


def usual_mark(columns: Iterable[Sequence[str]], delimiter: str) -> Mark:
    """The decimal mark of most columns that settle it; where none does, a comma in a file delimited by semicolons."""
    settled = Counter(mark for mark in map(_settled, columns) if mark)
    fallback = Mark.COMMA if delimiter == ";" else Mark.POINT
    return max(Mark, key=lambda mark: (settled[mark], mark is fallback))


def numbers_of(cells: Sequence[str], usual: Mark, asked: Mark | None = None, whole: bool = False) -> Numbers:
    """A column as numbers, all written in the same way: the one that fits most cells, or else the file's usual one.

    Args:
        asked: the decimal mark to read by, whatever fits.
        whole: whether to read on where too many cells are odd.
    """
    found = _read(cells, asked or usual, whole)
    either = next(filter(_EITHER, cells), None) if _settled(cells) is None else None
    if not asked and (found.odd or either):
        other = _read(cells, usual.other, whole)
        if _fit(other) > _fit(found):
            return other
    if either is None or not found.are_numbers or (found.mark is usual is Mark.POINT and Mark.COMMA not in either):
        return found
    value, instead = _number(either, found.mark), _number(either, found.mark.other)
    return found if value is None or instead is None else replace(found, either=(either, value, instead))


def number_within(cell: str, mark: Mark) -> float | None:
    """The first number in a cell, as in “158 cm”; None in a sign of an error (#DIV/0!) or where there is none."""
    found = None if cell.startswith("#") else _WITHIN(cell)
    return None if found is None else _number(found[0].rstrip(".,"), mark)


def mostly_within(cells: Sequence[str], mark: Mark) -> bool:
    """Whether most of the first cells begin with a number, so that a column of texts may be meant as one of numbers."""
    present = [cell for cell in cells if cell.lower() not in _MISSING_NUMBER][:_LOOKED_AT]
    starting = [cell for cell in present if _BEGINS(cell) and number_within(cell, mark) is not None]
    return len(starting) >= _MOST_WITHIN * len(present)


def _fit(numbers: Numbers) -> tuple[int, int]:
    return -len(numbers.odd), numbers.odd[0] if numbers.odd else 0


def _settled(cells: Sequence[str]) -> Mark | None:
    """The decimal mark that the first cell shows that can be read in one way only."""
    for cell in cells:
        if (Mark.POINT in cell or Mark.COMMA in cell) and not _EITHER(cell):
            fitting = [mark for mark in Mark if _number(cell, mark) is not None]
            if fitting:
                return fitting[0]
    return None


def _read(cells: Sequence[str], mark: Mark, whole: bool) -> Numbers:
    values: list[float] = []
    odd: list[int] = []
    unit, most, empty = "", _MOST_ODD * len(cells), 0
    for index, cell in enumerate(cells):
        value = _number(cell, mark)
        own = _unit_of(cell, mark) if value is not None else ""
        if value is None and cell.lower() in _MISSING_NUMBER:
            empty += 1
        elif value is None or (own and unit and own != unit):
            value = None
            odd.append(index)
            if len(odd) > most and not whole:
                break
        values.append(math.nan if value is None else value)
        unit = unit or own
    return Numbers(values, tuple(odd), are_few(len(odd), len(cells) - empty), unit, mark=mark)


def _number(cell: str, mark: Mark) -> float | None:
    if _PLAIN[mark](cell):
        value = float(cell.replace(",", "."))
    elif found := _DRESSED[mark](cell):
        digits = _NO_DIGIT[mark].sub("", found["digits"]).replace(",", ".")
        value = float(digits + found["exponent"])
        value = -value if "-" in found["before"] or "\u2212" in found["before"] else value
    else:
        return None
    return value if abs(value) <= LARGEST_NUMBER else None


def _unit_of(cell: str, mark: Mark) -> str:
    if _PLAIN[mark](cell):
        return ""
    found = _UNIT.search(cell)
    return found[0].upper() if found else ""
