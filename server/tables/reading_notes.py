"""What a person should know of how a table was read, one sentence each: rows, cells that are no numbers, two ways."""

from collections.abc import Iterator, Sequence

from glassbox.tables import words
from glassbox.tables.columns import Column, NumberColumn
from glassbox.tables.facts import facts_of
from glassbox.tables.limits import NOTED_COLUMNS
from glassbox.tables.reading import Table


def notes_on(table: Table, columns: Sequence[Column]) -> Iterator[str]:
    """The notes on a table, and on those of its columns that are of interest."""
    yield from table.notes
    numbers = [column for column in columns if isinstance(column, NumberColumn)]
    if table.total > len(table.rows):
        yield words.ROWS_CHOSEN.format(used=len(table.rows), total=table.total)
    if all(facts_of(column).no_input for column in table.columns):
        yield words.NO_INPUT_AT_ALL
    yield from _on_odd_cells([column for column in numbers if column.odd])
    yield from map(_on_two_ways, [column for column in numbers if column.either][:NOTED_COLUMNS])
    for column in [column for column in numbers if column.unit == "%"][:NOTED_COLUMNS]:
        yield words.PERCENT.format(name=column.name)


def _on_odd_cells(columns: Sequence[NumberColumn]) -> Iterator[str]:
    yield from map(_on_odd_cells_of, columns[:NOTED_COLUMNS])
    if more := len(columns[NOTED_COLUMNS:]):
        yield (words.ODD_ELSEWHERE_ONE if more == 1 else words.ODD_ELSEWHERE).format(count=more)


def _on_odd_cells_of(column: NumberColumn) -> str:
    cells = ", ".join(words.ODD_CELL.format(text=cell.text, row=cell.row) for cell in column.odd)
    if more := column.odd_count - len(column.odd):
        cells = words.AND_MORE.format(rows=cells, count=more)
    sentence = words.ODD_ONE if column.odd_count == 1 else words.ODD
    one, many = words.DATES if column.form else words.NUMBERS
    return sentence.format(one=one, many=many, name=column.name, count=column.odd_count, cells=cells)


def _on_two_ways(column: NumberColumn) -> str:
    assert column.either, column.name
    text, value, instead = column.either
    return words.EITHER.format(text=text, name=column.name, value=value, instead=instead)
