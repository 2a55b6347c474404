"""From the text of a table to its rows of cells: finds the delimiter, and keeps every row's number in the file.

Rows are split by Python's own `csv`: a strict reader, it names the row where quotation marks do not pair up, which the
readers of data-frame libraries do not (or they mend it silently).
"""

import csv
import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from glassbox.tables import words
from glassbox.tables.limits import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from glassbox.tables.refused import Refused

DELIMITERS = ("\t", ";", ",")  # where several fit equally, the first: a comma may be a decimal comma
_LOOKED_AT, _BEGINNING = 100, 65_536  # rows, and characters, to find the delimiter in
_SAME_ROWS = 0  # the seed by which rows are chosen from too many: the same file always gives the same ones

NumberedRow = tuple[int, list[str]]  # its number in the file, counted from 1 with blank rows, and its cells


@dataclass(frozen=True)
class Grid:
    """The rows of a table that are used, equally long; the first may be the columns' names. `total`: of all rows."""

    rows: list[NumberedRow]
    delimiter: str
    total: int


def grid_of(text: str) -> Grid:
    """The rows of a table.

    Raises:
        Refused: it has one column or too many, or a row does not fit the first one.
    """
    delimiter = _delimiter_of(text)
    width, total = _measured(text, delimiter)
    chosen = _chosen(total)
    rows = [_padded(row, width) for index, row in enumerate(_rows(text, delimiter)) if index in chosen]
    return Grid(rows, delimiter, total)


def _delimiter_of(text: str) -> str:
    """The delimiter by which the most of the first rows have as many cells as the very first, and that two or more."""
    beginning = text.lstrip("\r\n")[:_BEGINNING]
    return max(DELIMITERS, key=lambda delimiter: _fit(beginning, delimiter))


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    widths = []
    with suppress(Refused):  # judged by the rows before; if this is the delimiter and the fault is real, it comes again
        for _, cells in islice(_rows(text, delimiter), _LOOKED_AT):
            widths.append(len(cells))
    if not widths or widths[0] < 2:
        return 0.0, max(widths, default=0)
    return widths.count(widths[0]) / len(widths), 0


def _measured(text: str, delimiter: str) -> tuple[int, int]:
    """The number of columns and of rows, after a look at every cell."""
    first, width, total = 0, 0, 0
    for row in _rows(text, delimiter):
        number, cells = row
        if not total:
            first, width = number, len(cells)
        if len(cells) > width and _has_content(cells[width:]):
            raise _ragged(row, first, width, delimiter)
        if max(map(len, cells)) > LONGEST_CELL:
            raise Refused(words.CELL_TOO_LONG.format(row=number, most=LONGEST_CELL))
        total += 1
    if width < 2:
        raise Refused(words.ONE_COLUMN)
    if width > MOST_COLUMNS:
        raise Refused(words.TOO_MANY_COLUMNS.format(count=width, most=MOST_COLUMNS))
    return width, total


def _ragged(row: NumberedRow, first: int, width: int, delimiter: str) -> Refused:
    number, cells = row
    if width == 1:
        return Refused(words.ABOVE_THE_TABLE.format(first=first, row=number, count=len(cells)))
    return Refused(words.RAGGED.format(
        row=number, count=len(cells), first=first, width=width, delimiter=words.DELIMITERS[delimiter],
    ))  # fmt: skip


def _chosen(total: int) -> range | set[int]:
    """The rows to use: all, or the first (it may be the header) and as many others as are taken."""
    if total <= MOST_ROWS + 1:
        return range(total)
    return {0, *random.Random(_SAME_ROWS).sample(range(1, total), MOST_ROWS)}


def _padded(row: NumberedRow, width: int) -> NumberedRow:
    """A row of just so many cells, without the space around them."""
    number, cells = row
    return number, [*map(str.strip, cells[:width]), *[""] * (width - len(cells))]


def _rows(text: str, delimiter: str) -> Iterator[NumberedRow]:
    """The rows that are not blank."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _unreadable(number, error) from None
        if _has_content(cells):
            yield number, cells


def _has_content(cells: list[str]) -> bool:
    return any(map(str.strip, cells))


def _unreadable(row: int, error: csv.Error) -> Refused:
    if "field larger" in str(error):
        return Refused(words.CELL_TOO_LONG.format(row=row, most=LONGEST_CELL))
    return Refused(words.QUOTES.format(row=row))
