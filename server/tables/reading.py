"""Reads an uploaded file into a table of typed columns. What is in it is only ever looked at: nothing is run.

The largest file keeps a core busy for about a second: call it in a worker thread, not in the event loop.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from glassbox.tables import words
from glassbox.tables.columns import Column, NumberColumn, column_of
from glassbox.tables.decoding import decoded
from glassbox.tables.grid import Grid, NumberedRow, grid_of
from glassbox.tables.limits import LINES_SHOWN, LONGEST_LINE, MOST_ROWS, ROWS_SHOWN
from glassbox.tables.numbers import MISSING, is_number, usual_mark
from glassbox.tables.refused import Refused
from glassbox.tables.shown import distinct, shown
from glassbox.tables.wishes import NO_WISHES, USUAL_SEED, Odd, Wishes

_LOOKED_AT = 100  # rows, to tell whether the first one holds names
_MOST = 0.5  # of a column's cells are numbers, then a text above them is its name


@dataclass(frozen=True)
class Table:
    """An uploaded table, read once and never changed.

    Attributes:
        rows: the rows' numbers in the file, int32 [rows], counted from 1 with header and blank rows.
        head: the first rows as texts, fit to be seen.
        total: rows of data in the file; more than there are in here if it has too many.
        header: whether the first row of the table was taken for the columns' names.
        headings: the columns' names as they stand in the file, where there are such.
        lines: the first of the file, fit to be seen.
        first: the number of the line in which the table begins.
        seed: chose the rows, where there are too many.
        places: of the columns in a row of the file.
        asked: the columns with their places in a row of the file, before any row was left out as was asked for.
        left_out: the numbers of these rows.
        notes: what was not used of the file, in sentences.
    """

    columns: tuple[Column, ...]
    rows: NDArray[np.int32]
    head: tuple[tuple[str, ...], ...]
    total: int
    header: bool
    delimiter: str
    encoding: str
    headings: tuple[str, ...]
    places: tuple[int, ...]
    first: int
    lines: tuple[str, ...] = ()
    seed: int = USUAL_SEED
    asked: tuple[tuple[int, Column], ...] = ()
    left_out: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def nbytes(self) -> int:
        """About the memory it takes."""
        return self.rows.nbytes + sum(column.nbytes for column in self.columns)


def read_table(data: bytes, wishes: Wishes = NO_WISHES) -> Table:
    """The table in a file.

    Args:
        wishes: what is asked for, where it can be read in several ways.

    Raises:
        Refused: it cannot be used; the sentence names the row.
    """
    text, encoding = decoded(data, wishes.encoding)
    grid = grid_of(text, wishes.delimiter, wishes.first, wishes.seed)
    has_header = _has_header(grid.rows) if wishes.header is None else wishes.header
    body = grid.rows[1:] if has_header else grid.rows[:MOST_ROWS]
    if not body:
        raise Refused(words.NO_ROWS)
    columns = _columns(grid, body, has_header, wishes)
    asked, left_out, all_rows = columns, _left_out(columns), [number for number, _ in body]
    if left_out:
        body = [row for place, row in enumerate(body) if place not in left_out]
        columns = _columns(grid, body, has_header, wishes) if body else []
    if not body:
        raise Refused(words.NO_ROWS)
    return Table(
        columns=tuple(column for _, column in columns),
        rows=np.array([number for number, _ in body], np.int32),
        head=tuple(tuple(shown(cells[place]) for place, _ in columns) for _, cells in body[:ROWS_SHOWN]),
        total=grid.total - has_header,
        header=has_header,
        delimiter=grid.delimiter,
        encoding=encoding,
        headings=_headings(grid.rows[0][1] if has_header else (), columns),
        places=tuple(place for place, _ in columns),
        first=grid.rows[0][0],
        lines=tuple(
            shown(line.rstrip("\n"), LONGEST_LINE) for line in islice(StringIO(text, newline=None), LINES_SHOWN)
        ),
        seed=wishes.seed,
        asked=tuple(asked),
        left_out=tuple(all_rows[place] for place in sorted(left_out)),
        notes=grid.notes,
    )


def _has_header(rows: Sequence[NumberedRow]) -> bool:
    """Whether a text stands above numbers in some column, or nothing but texts above texts."""
    first, below = rows[0][1], [cells for _, cells in rows[1 : 1 + _LOOKED_AT]]
    if not below:
        return not any(map(is_number, first))
    columns = list(zip(*below, strict=True))
    named = [_is_name(name, cells) for name, cells in zip(first, columns, strict=True)]
    return any(named) or not any(is_number(cell) for cells in (first, *below) for cell in cells)


def _is_name(name: str, cells: Sequence[str]) -> bool:
    present = [cell for cell in cells if cell.lower() not in MISSING]
    numbers = sum(map(is_number, present))
    return name.lower() not in MISSING and not is_number(name) and numbers > _MOST * len(present)


def _left_out(columns: Sequence[tuple[int, Column]]) -> set[int]:
    """The places of rows that are left out because of an odd cell, as was asked for."""
    numbers = (column for _, column in columns if isinstance(column, NumberColumn))
    return {place for column in numbers if column.wish.odd is Odd.LEAVE_OUT for place in column.odd_places}


def _columns(grid: Grid, body: Sequence[NumberedRow], has_header: bool, wishes: Wishes) -> list[tuple[int, Column]]:
    """The columns with their places in a row, without those that have neither a name nor a value."""
    numbers = [number for number, _ in body]
    given = grid.rows[0][1] if has_header else [""] * len(body[0][1])
    names = distinct(shown(name) or words.UNNAMED.format(number=place) for place, name in enumerate(given, 1))
    contents = list(zip(*(cells for _, cells in body), strict=True))
    usual = usual_mark(contents, grid.delimiter)
    told = enumerate(zip(names, contents, strict=True))
    columns = [column_of(name, cells, numbers, usual, wishes.of(place)) for place, (name, cells) in told]
    return [(place, column) for place, column in enumerate(columns) if given[place] or not _is_blank(column)]


def _headings(given: Sequence[str], columns: Sequence[tuple[int, Column]]) -> tuple[str, ...]:
    """A name that several columns have tells none of them: it is as it is shown."""
    once = [name for name, times in Counter(given).items() if name and times == 1]
    return tuple(given[place] if given and given[place] in once else column.name for place, column in columns)


def _is_blank(column: Column) -> bool:
    return isinstance(column, NumberColumn) and not column.present.any()
