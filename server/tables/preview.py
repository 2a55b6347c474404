"""What a person sees of a table before choosing from it: columns with their types, first rows, and a suggestion."""

from collections.abc import Iterable
from dataclasses import dataclass

from glassbox.tables import words
from glassbox.tables.encodings import ENCODINGS
from glassbox.tables.facts import ColumnKind, facts_of
from glassbox.tables.limits import VALUES_SHOWN
from glassbox.tables.questions import Question, questions_on
from glassbox.tables.reading import Table
from glassbox.tables.reading_notes import notes_before, odd_elsewhere
from glassbox.tables.suggested import suggestion
from glassbox.tables.target_kind import TargetKind
from glassbox.tables.twins import twins_of


@dataclass(frozen=True)
class ColumnPreview:
    """A column as a menu shows it.

    Attributes:
        missing: how many rows have no value in it.
        values: some of its different values.
        twins: the places of columns that say the same in other words.
        The rest is as in `Facts`.
    """

    name: str
    kind: ColumnKind
    missing: int
    values: tuple[str, ...]
    readings: tuple[TargetKind, ...]
    becomes: str
    no_input: str
    no_target: str
    twins: tuple[int, ...]


@dataclass(frozen=True)
class TablePreview:
    """A table as the page shows it: plain values only, for JSON.

    Attributes:
        head: the first rows, a text for each column.
        rows, total: how many rows are used, and how many the file has.
        header: whether the file's first row was taken for names (`read_table` can be told otherwise).
        delimiter, encoding: how the file was read, in words.
        first: the number of the line in which the table begins; lines: the first of the file.
        chooses_rows, seed: whether it has too many rows, and what chose those that are used.
        target, inputs: suggested columns, counted from 0; None and () where nothing fits.
        why: why this target, in a sentence; "" without one.
    """

    columns: tuple[ColumnPreview, ...]
    head: tuple[tuple[str, ...], ...]
    rows: int
    total: int
    header: bool
    delimiter: str
    encoding: str
    first: int
    lines: tuple[str, ...]
    chooses_rows: bool
    seed: int
    target: int | None
    inputs: tuple[int, ...]
    why: str
    questions: tuple[Question, ...]
    notes: tuple[str, ...]


def preview(table: Table) -> TablePreview:
    """What to show of a table."""
    columns = tuple(_column(place, table, twins) for place, twins in enumerate(twins_of(table.columns)))
    suggested = suggestion(table.columns)
    return TablePreview(
        columns=columns,
        head=table.head,
        rows=len(table.rows),
        total=table.total,
        header=table.header,
        delimiter=words.DELIMITERS[table.delimiter],
        encoding=ENCODINGS[table.encoding],
        first=table.first,
        lines=table.lines,
        chooses_rows=table.total > len(table.rows) + len(table.left_out),
        seed=table.seed,
        target=suggested.target,
        inputs=suggested.inputs,
        why=suggested.why,
        questions=questions_on(table),
        notes=(*notes_before(table, table.columns), *odd_elsewhere(table.columns), *suggested.notes),
    )


def _column(place: int, table: Table, twins: tuple[int, ...]) -> ColumnPreview:
    column = table.columns[place]
    facts = facts_of(column)
    return ColumnPreview(
        name=column.name,
        kind=facts.kind,
        missing=int((~column.present).sum()),
        values=_some(row[place] for row in table.head),
        readings=facts.readings,
        becomes=facts.becomes,
        no_input=facts.no_input,
        no_target=facts.no_target,
        twins=twins,
    )


def _some(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))[:VALUES_SHOWN]
