"""What a person should know of how a table was read, one sentence each: rows, cells that are no numbers, two ways."""

from collections.abc import Iterator, Sequence

from glassbox.tables import words
from glassbox.tables.columns import Column, NumberColumn
from glassbox.tables.facts import facts_of
from glassbox.tables.limits import NOTED_COLUMNS, ROWS_NAMED
from glassbox.tables.reading import Table
from glassbox.tables.wishes import Odd
from glassbox.words import joined


def notes_on(table: Table, columns: Sequence[Column]) -> Iterator[str]:
    """The notes on a table, and on those of its columns that are of interest."""
    yield from notes_before(table, columns)
    numbers = [column for column in columns if isinstance(column, NumberColumn)]
    yield from _on_odd_cells([column for column in numbers if column.odd])
    yield from map(_on_two_ways, [column for column in numbers if column.either][:NOTED_COLUMNS])


def notes_before(table: Table, columns: Sequence[Column]) -> Iterator[str]:
    """Those notes that hold whatever is answered to the questions on the table."""
    yield from table.notes
    if table.total > len(table.rows) + len(table.left_out):
        yield words.ROWS_CHOSEN.format(
            used=len(table.rows), total=table.total, seed=table.seed, rows=listed(table.rows.tolist())
        )
    if table.left_out:
        sentence = words.ODD_ROWS_LEFT_OUT_ONE if len(table.left_out) == 1 else words.ODD_ROWS_LEFT_OUT
        yield sentence.format(count=len(table.left_out), rows=listed(table.left_out))
    if all(facts_of(column).no_input for column in table.columns):
        yield words.NO_INPUT_AT_ALL
    numbers = [column for column in columns if isinstance(column, NumberColumn)]
    for column in [column for column in numbers if column.unit == "%"][:NOTED_COLUMNS]:
        yield words.PERCENT.format(name=column.name)


def listed(rows: Sequence[int] | Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    named = joined.listed(map(str, rows[:ROWS_NAMED]))
    return words.AND_MORE.format(rows=named, count=len(rows) - ROWS_NAMED) if len(rows) > ROWS_NAMED else named


def odd_cells(column: NumberColumn) -> str:
    """Which cells of a column of numbers are none."""
    cells = joined.listed(words.ODD_CELL.format(text=cell.text, row=cell.row) for cell in column.odd)
    count = len(column.odd_places)
    if more := count - len(column.odd):
        cells = words.AND_MORE.format(rows=cells, count=more)
    one, many = words.DATES if column.form else words.NUMBERS
    sentence = words.ODD_ONE if count == 1 else words.ODD
    return sentence.format(one=one, many=many, name=column.name, count=count, cells=cells)


def _on_odd_cells(columns: Sequence[NumberColumn]) -> Iterator[str]:
    for column in columns[:NOTED_COLUMNS]:
        taken = words.ODD_TAKEN_WITHIN if column.wish.odd is Odd.NUMBER else words.ODD_TAKEN
        yield taken.format(text=odd_cells(column))
    yield from odd_elsewhere(columns)


def odd_elsewhere(columns: Sequence[Column]) -> Iterator[str]:
    """How many columns have odd cells besides those that are named."""
    odd = [column for column in columns if isinstance(column, NumberColumn) and column.odd]
    if more := len(odd[NOTED_COLUMNS:]):
        yield (words.ODD_ELSEWHERE_ONE if more == 1 else words.ODD_ELSEWHERE).format(count=more)


def _on_two_ways(column: NumberColumn) -> str:
    assert column.either, column.name
    text, value, instead = column.either
    return words.EITHER.format(text=text, name=column.name, value=value, instead=instead)
