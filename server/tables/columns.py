"""The columns of a table: each is numbers, dates or texts, found out from its cells."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.arrays import Bools, Doubles
from glassbox.tables import words
from glassbox.tables.dates import Dates, dates_of
from glassbox.tables.limits import MOST_CLASSES, ODD_NAMED
from glassbox.tables.numbers import MISSING, Mark, Numbers, numbers_of
from glassbox.tables.shown import distinct, shown


@dataclass(frozen=True)
class Cell:
    """A cell worth pointing at: its row's number in the file, and what it holds, fit to be seen."""

    row: int
    text: str


@dataclass(frozen=True)
class NumberColumn:
    """A column of numbers, `values` float64 [rows], NaN where one is missing.

    Attributes:
        odd: the first cells that are no numbers, taken as missing; `odd_count`: how many there are.
        unit: the percent or currency sign that stands at the numbers, or "".
        either: a cell that can be read two ways, as what it is read, and what it is not read as.
        mark: what stands before the decimals.
        form: how dates are written, as `datetime.strptime` has it; "" where the cells hold numbers.
        start: the date that is 0, as ISO 8601 has it.
    """

    name: str
    values: Doubles
    odd: tuple[Cell, ...] = ()
    odd_count: int = 0
    unit: str = ""
    either: tuple[str, str, str] | None = None
    mark: Mark = Mark.POINT
    form: str = ""
    start: str = ""

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
        texts: the different ones in alphabetical order, if they are few enough to be classes; else empty.
        labels: the same, fit to be seen.
        different: how many there are.
        first: the first cell that is not a number.
        too_many: the cell that brings one text more than there may be classes, if there is one.
    """

    name: str
    codes: NDArray[np.int32]
    texts: tuple[str, ...]
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


def column_of(name: str, cells: Sequence[str], rows: Sequence[int], usual: Mark) -> Column:
    """A column from its cells and their rows' numbers in the file; `usual`: the file's decimal mark."""
    numbers = numbers_of(cells, usual)
    if numbers.are_numbers:
        return _number_column(name, numbers, _pointed_at(numbers.odd, cells, rows))
    if dates := dates_of(cells):
        return _date_column(name, dates, _pointed_at(dates.odd, cells, rows))
    return _text_column(name, cells, rows, *_pointed_at(numbers.odd[:1], cells, rows))


def _pointed_at(places: Sequence[int], cells: Sequence[str], rows: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(Cell(rows[place], shown(cells[place])) for place in places[:ODD_NAMED])


def _number_column(name: str, numbers: Numbers, odd: tuple[Cell, ...]) -> NumberColumn:
    values = np.array(numbers.values, np.float64)
    either = _told(*numbers.either) if numbers.either else None
    return NumberColumn(name, values, odd, len(numbers.odd), numbers.unit, either, numbers.mark)


def _told(text: str, value: float, instead: float) -> tuple[str, str, str]:
    return text, f"{value:.15g}", f"{instead:.15g}"


def _date_column(name: str, dates: Dates, odd: tuple[Cell, ...]) -> NumberColumn:
    unit = words.DAYS_SINCE.format(start=dates.start)
    values = np.array(dates.days, np.float64)
    return NumberColumn(name, values, odd, len(dates.odd), unit, dates.either, form=dates.form, start=dates.start)


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
    texts = () if too_many else tuple(in_order)
    return TextColumn(name, codes, texts, distinct(map(shown, texts)), len(seen), first, too_many)
