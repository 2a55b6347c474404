"""From the text of a table to its rows of cells: finds where it begins and its delimiter, and keeps rows' numbers.

Rows are split by Python's own `csv`: a strict reader, it names the row where quotation marks do not pair up, which the
readers of data-frame libraries do not (or they mend it silently).
"""

import csv
import random
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from io import StringIO
from itertools import dropwhile, islice

from glassbox.tables import words
from glassbox.tables.limits import LONGEST_CELL, MOST_BYTES, MOST_COLUMNS, MOST_ROWS
from glassbox.tables.numbers import is_number
from glassbox.tables.refused import Refused
from glassbox.tables.wishes import USUAL_SEED

DELIMITERS = ("\t", ";", "|", ",")  # where several fit equally, the first: a comma may be a decimal comma
SPACES = " "  # one or more between two cells, as in padded or fixed columns
_SPACES_FIT = 0.9  # of the first rows are as wide as the first, then spaces may be the delimiter
_LOOKED_AT, _BEGINNING = 100, 65_536  # rows, and characters, to find the delimiter in

_NAMED_DELIMITER = re.compile(r'"?sep=([\t;,| ])"?[ \t]*(?=[\r\n])', re.IGNORECASE)  # a first line, as Excel reads it
_SPACED_NUMBERS = re.compile(r"[\d.] {2,}[-+.]?\d")
_SPACE = re.compile(r'("[^"]*")|[ \t]+')  # the space between quotation marks belongs to a cell

csv.field_size_limit(MOST_BYTES + 1)  # a long cell is cut, not refused

NumberedRow = tuple[int, list[str]]  # its number in the file, counted from 1 with blank rows, and its cells


@dataclass(frozen=True)
class Grid:
    """The rows of a table that are used, equally long; the first may be the columns' names.

    Attributes:
        total: of all rows.
        notes: what was not used of the file, in sentences.
    """

    rows: list[NumberedRow]
    delimiter: str
    total: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Measured:
    """The size of a table after a look at every cell, and the rows that have too long a one."""

    width: int
    total: int
    long: list[int]


def grid_of(text: str, delimiter: str | None = None, first: int | None = None, seed: int = USUAL_SEED) -> Grid:
    """The rows of a table.

    Args:
        delimiter: between two cells; None: found out.
        first: the number of the line it begins in; None: found out.
        seed: chooses the rows to use, where there are too many.

    Raises:
        Refused: it has one column or too many, or a row does not fit the first one.
    """
    named = _NAMED_DELIMITER.match(text)
    text = text[named.end() :] if named else text  # its line end stays: the rows below keep their numbers
    text = _from_line(text, first) if first else text
    above = list(range(1, first or 1))
    if delimiter not in words.DELIMITERS:
        delimiter = named[1] if named else _delimiter_of(text)
    found = [] if first else _above(text, delimiter)
    numbered = partial(_rows, text, delimiter, len(above))
    size = _measured(islice(numbered(), len(found), None), delimiter)
    chosen = _chosen(size.total, seed)
    below = islice(numbered(), len(found), None)
    rows = [_padded(row, size.width) for index, row in enumerate(below) if index in chosen]
    return Grid(rows, delimiter, size.total, tuple(_notes(found or above, size.long)))


def _from_line(text: str, first: int) -> str:
    """What is left of a text from a line on."""
    lines = StringIO(text, newline=None).read().split("\n")
    rest = "\n".join(lines[max(first, 1) - 1 :])
    if not rest.strip():
        raise Refused(words.NO_SUCH_LINE.format(line=first))
    return rest


def _notes(above: list[int], long: list[int]) -> Iterator[str]:
    if above:
        yield (words.ABOVE_ONE if len(above) == 1 else words.ABOVE).format(first=above[0], last=above[-1])
    if long:
        sentence = words.LONG_CELL if len(long) == 1 else words.LONG_CELLS
        yield sentence.format(row=long[0], count=len(long), most=LONGEST_CELL)


def _delimiter_of(text: str) -> str:
    """The delimiter by which the most of the first rows have as many cells as the first with two or more.

    Spaces stand within cells too, so they are it only where no other mark is, or where they set numbers apart.
    """
    beginning = text.lstrip("\r\n")[:_BEGINNING]
    best = max(DELIMITERS, key=lambda delimiter: _fit(beginning, delimiter))
    may_be_spaces = not _fit(beginning, best)[0] or _SPACED_NUMBERS.search(beginning)
    return SPACES if may_be_spaces and _fit(beginning, SPACES)[0] > _SPACES_FIT else best


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    widths = []
    with suppress(Refused):  # judged by the rows before; if this is the delimiter and the fault is real, it comes again
        for _, cells in islice(_rows(text, delimiter), _LOOKED_AT):
            widths.append(len(cells))
    table = list(dropwhile(lambda width: width < 2, widths))
    return (table.count(table[0]) / len(widths), 0) if table else (0.0, len(widths))


def _above(text: str, delimiter: str) -> list[int]:
    """The numbers of the rows above the columns' names: each has one text, in its first cell."""
    above: list[int] = []
    for number, cells in islice(_rows(text, delimiter), _LOOKED_AT):
        if not _is_title(cells):
            return [] if any(is_number(cell.strip()) for cell in cells) else above  # no names: it may be a value
        above.append(number)
    return []


def _is_title(cells: list[str]) -> bool:
    first = cells[0].strip()
    return bool(first) and not is_number(first) and not _has_content(cells[1:])


def _measured(rows: Iterator[NumberedRow], delimiter: str) -> _Measured:
    first, width, total = 0, 0, 0
    long = []
    for row in rows:
        number, cells = row
        if not total:
            first, width = number, len(cells)
        if _is_ragged(cells, width, delimiter):
            raise _ragged(row, first, width, delimiter)
        if max(map(len, cells)) > LONGEST_CELL:
            long.append(number)
        total += 1
    if width < 2:
        raise Refused(words.ONE_COLUMN)
    if width > MOST_COLUMNS:
        raise Refused(words.TOO_MANY_COLUMNS.format(count=width, most=MOST_COLUMNS))
    return _Measured(width, total, long)


def _is_ragged(cells: list[str], width: int, delimiter: str) -> bool:
    """Whether a row is too long; between spaces also too short, as nothing tells which cell is missing."""
    return _has_content(cells[width:]) or (delimiter == SPACES and len(cells) < width)


def _ragged(row: NumberedRow, first: int, width: int, delimiter: str) -> Refused:
    number, cells = row
    if width == 1:
        return Refused(words.ABOVE_THE_TABLE.format(first=first, row=number, count=len(cells)))
    return Refused(words.RAGGED.format(
        row=number, count=len(cells), first=first, width=width, delimiter=words.DELIMITERS[delimiter],
    ))  # fmt: skip


def _chosen(total: int, seed: int) -> range | set[int]:
    """The rows to use: all, or the first (it may be the header) and as many others as are taken."""
    if total <= MOST_ROWS + 1:
        return range(total)
    return {0, *random.Random(seed).sample(range(1, total), MOST_ROWS)}


def _padded(row: NumberedRow, width: int) -> NumberedRow:
    """A row of just so many cells, without the space around them."""
    number, cells = row
    return number, [*(_cut(cell.strip()) for cell in cells[:width]), *[""] * (width - len(cells))]


def _cut(cell: str) -> str:
    """A cell, one that is too long with an ellipsis for its end: what is left of a number is none."""
    return cell if len(cell) <= LONGEST_CELL else cell[:LONGEST_CELL] + "…"


def _rows(text: str, delimiter: str, above: int = 0) -> Iterator[NumberedRow]:
    """The rows that are not blank; `above` is how many lines of the file are not in the text."""
    text, mark = (_tabbed(text), "\t") if delimiter == SPACES else (text, delimiter)
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark, skipinitialspace=True, strict=True)
    number = above
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise Refused(words.QUOTES.format(row=number)) from None
        if _has_content(cells):
            yield number, cells


def _has_content(cells: list[str]) -> bool:
    return any(map(str.strip, cells))


def _tabbed(text: str) -> str:
    """A text with one tab for the space between two cells, and no space around a line."""
    lines = StringIO(text, newline=None)
    return "\n".join(_SPACE.sub(lambda found: found[1] or "\t", line.strip()) for line in lines)
