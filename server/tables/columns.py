"""The columns of a table: each is numbers or texts, found out from its cells."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.arrays import Bools, Doubles
from glassbox.tables.limits import MOST_CLASSES
from glassbox.tables.numbers import MISSING, numbers_of
from glassbox.tables.shown import distinct, shown


@dataclass(frozen=True)
class Cell:
    """A cell worth pointing at: its row's number in the file, and what it holds, fit to be seen."""

    row: int
    text: str


@dataclass(frozen=True)
class NumberColumn:
    """A column of numbers, `values` float64 [rows], NaN where one is missing."""

    name: str
    values: Doubles

    @property
    def present(self) -> Bools:
        """Where there is a value."""
        return ~np.isnan(self.values)

    @property
    def nbytes(self) -> int:
        return self.values.nbytes


@dataclass(frozen=True)
class TextColumn:
    """A column of texts: `codes` int32 [rows] into its different texts, −1 where one is missing.

    Attributes:
        labels: the different texts in alphabetical order, if they are few enough to be classes; else empty.
        different: how many there are.
        first: the first cell that is not a number.
        too_many: the cell that brings one text more than there may be classes, if there is one.
    """

    name: str
    codes: NDArray[np.int32]
    labels: tuple[str, ...]
    different: int
    first: Cell
    too_many: Cell | None

    @property
    def present(self) -> Bools:
        """Where there is a value."""
        return self.codes >= 0

    @property
    def nbytes(self) -> int:
        return self.codes.nbytes


Column = NumberColumn | TextColumn


def column_of(name: str, cells: Sequence[str], rows: Sequence[int], delimiter: str) -> Column:
    """A column from its cells and their rows' numbers in the file."""
    numbers = numbers_of(cells, delimiter)
    if numbers.stopped_at is None:
        return NumberColumn(name, np.array(numbers.values, np.float64))
    return _text_column(name, cells, rows, Cell(rows[numbers.stopped_at], shown(cells[numbers.stopped_at])))


def _text_column(name: str, cells: Sequence[str], rows: Sequence[int], first: Cell) -> TextColumn:
    seen: dict[str, int] = {}
    too_many = None
    for cell, row in zip(cells, rows, strict=True):
        if cell.lower() in MISSING or cell in seen:
            continue
        seen[cell] = len(seen)
        if len(seen) == MOST_CLASSES + 1:
            too_many = Cell(row, shown(cell))
    in_order = sorted(seen)
    code = {text: place for place, text in enumerate(in_order)}
    codes = np.array([code.get(cell, -1) for cell in cells], np.int32)
    labels = () if too_many else distinct(map(shown, in_order))
    return TextColumn(name, codes, labels, len(seen), first, too_many)
