"""What a person sees of a table before choosing from it: columns with their types, first rows, and a suggestion."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from glassbox.tables import words
from glassbox.tables.columns import Column, NumberColumn, TextColumn
from glassbox.tables.limits import MOST_CLASSES, MOST_INPUTS, VALUES_SHOWN
from glassbox.tables.reading import Table

_USUAL_TARGETS = {"target", "class", "label", "species", "y", "outcome", "category", "klasse", "ziel", "art"}
_MOSTLY = 0.5  # of the rows must have a value, for a column to be suggested


class TargetKind(StrEnum):
    """How a target is taken."""

    CLASS = "class"
    NUMBER = "number"


@dataclass(frozen=True)
class ColumnPreview:
    """A column as a menu shows it.

    Attributes:
        kind: “number” or “text”.
        missing: how many rows have no value in it.
        values: some of its different values.
        readings: how it can be taken as a target, the likelier way first; empty: not at all.
        can_be_input: numbers that are not all the same can.
    """

    name: str
    kind: str
    missing: int
    values: tuple[str, ...]
    readings: tuple[TargetKind, ...]
    can_be_input: bool


@dataclass(frozen=True)
class TablePreview:
    """A table as the page shows it: plain values only, for JSON.

    Attributes:
        head: the first rows, a text for each column.
        rows, total: how many rows are used, and how many the file has.
        header: whether the file's first row was taken for names (`read_table` can be told otherwise).
        delimiter, encoding: how the file was read, in words.
        target, inputs: suggested columns, counted from 0; None and () where nothing fits.
    """

    columns: tuple[ColumnPreview, ...]
    head: tuple[tuple[str, ...], ...]
    rows: int
    total: int
    header: bool
    delimiter: str
    encoding: str
    target: int | None
    inputs: tuple[int, ...]
    notes: tuple[str, ...]


def preview(table: Table) -> TablePreview:
    """What to show of a table."""
    columns = tuple(_column(place, table) for place in range(len(table.columns)))
    target = _suggested_target(columns)
    return TablePreview(
        columns=columns,
        head=table.head,
        rows=len(table.rows),
        total=table.total,
        header=table.header,
        delimiter=words.DELIMITERS[table.delimiter],
        encoding=table.encoding,
        target=target,
        inputs=_suggested_inputs(table, columns, target),
        notes=tuple(notes_on(table)),
    )


def readings_of(column: Column) -> tuple[TargetKind, ...]:
    """How a column can be taken as a target, the likelier way first."""
    if isinstance(column, TextColumn):
        return (TargetKind.CLASS,) if 2 <= column.different <= MOST_CLASSES else ()
    different = np.unique(column.values[column.present])
    if len(different) < 2:
        return ()
    if len(different) > MOST_CLASSES:
        return (TargetKind.NUMBER,)
    whole = bool((different == np.round(different)).all())
    return (TargetKind.CLASS, TargetKind.NUMBER) if whole else (TargetKind.NUMBER, TargetKind.CLASS)


def notes_on(table: Table) -> Iterator[str]:
    """What a person should know of how a table was read."""
    yield from table.notes
    if table.total > len(table.rows):
        yield words.ROWS_CHOSEN.format(used=len(table.rows), total=table.total)
    if not any(isinstance(column, NumberColumn) for column in table.columns):
        yield words.NOTHING_NUMERIC


def _column(place: int, table: Table) -> ColumnPreview:
    column = table.columns[place]
    is_number = isinstance(column, NumberColumn)
    readings = readings_of(column)
    return ColumnPreview(
        name=column.name,
        kind="number" if is_number else "text",
        missing=int((~column.present).sum()),
        values=_some(row[place] for row in table.head),
        readings=readings,
        can_be_input=is_number and bool(readings),
    )


def _some(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))[:VALUES_SHOWN]


def _suggested_target(columns: tuple[ColumnPreview, ...]) -> int | None:
    """A column with a usual name; else the last text of few kinds, the last class of numbers, the last number."""
    fitting = [place for place, column in enumerate(columns) if column.readings]
    wishes: tuple[Callable[[ColumnPreview], bool], ...] = (
        lambda column: column.name.lower() in _USUAL_TARGETS,
        lambda column: column.kind == "text",
        lambda column: column.readings[0] is TargetKind.CLASS,
        lambda column: True,
    )
    return next((place for wish in wishes for place in reversed(fitting) if wish(columns[place])), None)


def _suggested_inputs(table: Table, columns: tuple[ColumnPreview, ...], target: int | None) -> tuple[int, ...]:
    """The columns of numbers, without those that only count the rows or are mostly empty, unless no other is left."""
    fitting = [place for place, column in enumerate(columns) if column.can_be_input and place != target]
    telling = [
        place for place in fitting if not _only_counts(table.columns[place]) and _mostly_there(table.columns[place])
    ]
    return tuple((telling or fitting)[:MOST_INPUTS])


def _only_counts(column: Column) -> bool:
    """Whether a column holds whole numbers that grow from row to row, as an index does."""
    if not isinstance(column, NumberColumn) or not column.present.all():
        return False
    return bool((column.values == np.round(column.values)).all() and (np.diff(column.values) > 0).all())


def _mostly_there(column: Column) -> bool:
    return bool(column.present.mean() > _MOSTLY)
