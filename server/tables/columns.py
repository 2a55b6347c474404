"""The columns of a table: each is numbers, dates or texts, found out from its cells."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.arrays import Bools, Doubles
from glassbox.tables import words
from glassbox.tables.dates import Dates, dates_of
from glassbox.tables.limits import MOST_CLASSES, ODD_NAMED
from glassbox.tables.numbers import MISSING, Mark, Numbers, mostly_within, number_within, numbers_of
from glassbox.tables.shown import distinct, shown
from glassbox.tables.wishes import NO_WISH, Absent, Alike, ColumnWish, Odd

_MARKS = set(Mark)


@dataclass(frozen=True)
class Cell:
    """A cell worth pointing at: its row's number in the file, and what it holds, fit to be seen."""

    row: int
    text: str


@dataclass(frozen=True)
class NumberColumn:
    """A column of numbers, `values` float64 [rows], NaN where one is missing.

    Attributes:
        odd: the first cells that are no numbers (or dates), and the places of all such: `odd_places`.
        unit: the percent or currency sign that stands at the numbers, or "".
        either: a cell that can be read two ways, as what it is read, and what it is not read as.
        mark: what stands before the decimals.
        form: how dates are written, as `datetime.strptime` has it; "" where the cells hold numbers.
        start: the date that is 0, as ISO 8601 has it.
        other: the form that fits as well.
        within: the number in the first odd cell that has one, as text; "" where none has.
    """

    name: str
    values: Doubles
    odd: tuple[Cell, ...] = ()
    odd_places: tuple[int, ...] = ()
    unit: str = ""
    either: tuple[str, str, str] | None = None
    mark: Mark = Mark.POINT
    form: str = ""
    start: str = ""
    other: str = ""
    within: str = ""
    wish: ColumnWish = NO_WISH

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
        alike: texts that differ in capitals or spaces only, the first groups of them.
        within: the number in the first cell that has one, where most begin with one; else "".
        absent: the first cell that says in letters or signs that a value is missing, as NA does; "" without one.
    """

    name: str
    codes: NDArray[np.int32]
    texts: tuple[str, ...]
    labels: tuple[str, ...]
    different: int
    first: Cell
    too_many: Cell | None
    alike: tuple[tuple[str, ...], ...] = ()
    within: str = ""
    absent: str = ""
    wish: ColumnWish = NO_WISH

    @property
    def present(self) -> Bools:
        """Where there is a value."""
        return self.codes >= 0

    @property
    def nbytes(self) -> int:
        return self.codes.nbytes


Column = NumberColumn | TextColumn


def column_of(name: str, cells: Sequence[str], rows: Sequence[int], usual: Mark, wish: ColumnWish = NO_WISH) -> Column:
    """A column from its cells and their rows' numbers in the file.

    Args:
        usual: the file's decimal mark.
        wish: what is asked for, where the column can be read in several ways.
    """
    asked = Mark(wish.way) if wish.way in _MARKS else None
    numbers = numbers_of(cells, usual, asked, whole=wish.odd is not None)
    if numbers.are_numbers or (wish.odd and mostly_within(cells, numbers.mark)):
        return _number_column(name, numbers, cells, rows, wish)
    if dates := dates_of(cells):
        return _date_column(name, _as_asked(dates, cells, wish.way), _pointed_at(dates.odd, cells, rows), wish)
    first = _pointed_at(numbers.odd[:1], cells, rows)[0]
    column = _text_column(name, cells, rows, first, wish)
    if column.too_many and mostly_within(cells, numbers.mark):
        return replace(column, within=_first_within(cells, numbers))
    return column


def _first_within(cells: Sequence[str], numbers: Numbers) -> str:
    """The number in the first odd cell that has one, as text; "" where none has."""
    found = (number_within(cells[place], numbers.mark) for place in numbers.odd)
    return next((f"{value:.15g}" for value in found if value is not None), "")


def _pointed_at(places: Sequence[int], cells: Sequence[str], rows: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(Cell(rows[place], shown(cells[place])) for place in places[:ODD_NAMED])


def _number_column(
    name: str, numbers: Numbers, cells: Sequence[str], rows: Sequence[int], wish: ColumnWish
) -> NumberColumn:
    values = np.array(numbers.values, np.float64)
    within = [number_within(cells[place], numbers.mark) for place in numbers.odd]
    if wish.odd is Odd.NUMBER:
        values[list(numbers.odd)] = [math.nan if value is None else value for value in within]
    either = _told(*numbers.either) if numbers.either else None
    return NumberColumn(
        name, values, _pointed_at(numbers.odd, cells, rows), numbers.odd, numbers.unit, either, numbers.mark,
        within=_first_within(cells, numbers), wish=wish,
    )  # fmt: skip


def _told(text: str, value: float, instead: float) -> tuple[str, str, str]:
    return text, f"{value:.15g}", f"{instead:.15g}"


def _as_asked(dates: Dates, cells: Sequence[str], form: str) -> Dates:
    """In the other of two forms that fit, if it is asked for."""
    asked = dates_of(cells, form) if dates.either and form == dates.other else None
    if asked is None or dates.either is None:
        return dates
    text, told, other = dates.either
    return replace(asked, either=(text, other, told), other=dates.form)


def _date_column(name: str, dates: Dates, odd: tuple[Cell, ...], wish: ColumnWish) -> NumberColumn:
    unit = words.DAYS_SINCE.format(start=dates.start)
    values = np.array(dates.days, np.float64)
    return NumberColumn(
        name, values, odd, dates.odd, unit, dates.either, form=dates.form, start=dates.start, other=dates.other,
        wish=wish,
    )  # fmt: skip


def _text_column(name: str, cells: Sequence[str], rows: Sequence[int], first: Cell, wish: ColumnWish) -> TextColumn:
    """A column of texts; `first` is its first cell that is no number."""
    missing = {""} if wish.absent is Absent.VALUE else MISSING
    counts = Counter(cell for cell in cells if cell.lower() not in missing)
    alike = _alike(counts)
    one = _as_one(alike, counts) if wish.alike is Alike.TOGETHER else {}
    in_order = sorted({one.get(cell, cell) for cell in counts})
    code = {text: place for place, text in enumerate(in_order)}
    codes = np.array([code.get(one.get(cell, cell), -1) for cell in cells], np.int32)
    many = len(in_order) > MOST_CLASSES
    too_many = _one_too_many(codes, cells, rows) if many else None
    texts = () if many else tuple(in_order)
    absent = next((cell for cell in cells if cell and cell.lower() in MISSING), "")
    return TextColumn(
        name, codes, texts, distinct(map(shown, texts)), len(in_order), first, too_many,
        alike=alike[:ODD_NAMED], absent=absent, wish=wish,
    )  # fmt: skip


def plain(text: str) -> str:
    """A text in small letters and with single spaces."""
    return " ".join(text.casefold().split())


def _alike(counts: Counter[str]) -> tuple[tuple[str, ...], ...]:
    """The texts that differ in capitals or spaces only."""
    groups: dict[str, list[str]] = {}
    for text in counts:
        groups.setdefault(plain(text), []).append(text)
    return tuple(tuple(sorted(group)) for group in groups.values() if len(group) > 1)


def _as_one(alike: Sequence[tuple[str, ...]], counts: Counter[str]) -> dict[str, str]:
    """The most frequent of texts that are alike, by each of them."""
    return {text: max(group, key=lambda each: counts[each]) for group in alike for text in group}


def _one_too_many(codes: NDArray[np.int32], cells: Sequence[str], rows: Sequence[int]) -> Cell:
    _, firsts = np.unique(codes[codes >= 0], return_index=True)
    place = int(np.flatnonzero(codes >= 0)[np.sort(firsts)[MOST_CLASSES]])
    return Cell(rows[place], shown(cells[place]))
