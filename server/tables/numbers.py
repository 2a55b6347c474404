"""Reads numbers as people write them: with a decimal point or a decimal comma, and with words for a missing one."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from glassbox.tables.limits import LARGEST_NUMBER

MISSING = {"", "na", "n/a", "#n/a", "nan", "null", "?"}  # in any column, in small letters
_MISSING_NUMBER = MISSING | {"none", "-", "–", "—", "."}  # among numbers these cannot mean anything else

Matches = Callable[[str], object]
_POINT: Matches = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?", re.ASCII | re.IGNORECASE).fullmatch
_COMMA: Matches = re.compile(r"[+-]?(?:\d+(?:,\d*)?|,\d+)(?:e[+-]?\d+)?", re.ASCII | re.IGNORECASE).fullmatch
_THOUSANDS: Matches = re.compile(r"[+-]?\d{1,3},\d{3}", re.ASCII).fullmatch


@dataclass(frozen=True)
class Numbers:
    """A column read as numbers, NaN where one is missing; or the index of the first cell that is none."""

    values: list[float]
    stopped_at: int | None = None


def is_number(cell: str) -> bool:
    """Whether a cell is a number in either way of writing."""
    return bool(_POINT(cell) or _COMMA(cell))


def numbers_of(cells: Sequence[str], delimiter: str) -> Numbers:
    """A column as numbers, all written in the same way.

    In a table delimited by commas, a column whose commas may all part thousands (“1,234”) is not guessed at.
    """
    with_point = _read(cells, _POINT)
    if with_point.stopped_at is None or (delimiter == "," and _may_be_thousands(cells)):
        return with_point
    with_comma = _read(cells, _COMMA)
    reached = with_comma.stopped_at
    return with_comma if reached is None or reached > with_point.stopped_at else with_point


def _read(cells: Sequence[str], matches: Matches) -> Numbers:
    values: list[float] = []
    for index, cell in enumerate(cells):
        if matches(cell):
            value = float(cell.replace(",", "."))
            if abs(value) > LARGEST_NUMBER:
                return Numbers(values, index)
            values.append(value)
        elif cell.lower() in _MISSING_NUMBER:
            values.append(math.nan)
        else:
            return Numbers(values, index)
    return Numbers(values)


def _may_be_thousands(cells: Sequence[str]) -> bool:
    return all(_THOUSANDS(cell) for cell in cells if "," in cell)
