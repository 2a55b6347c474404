"""What is asked of a person where a column can be read in several ways, each way with what it gives."""

from collections.abc import Iterator
from dataclasses import dataclass

from glassbox.tables import words
from glassbox.tables.columns import Column, NumberColumn, TextColumn
from glassbox.tables.limits import MOST_CLASSES, NOTED_COLUMNS
from glassbox.tables.reading import Table
from glassbox.tables.reading_notes import odd_cells
from glassbox.tables.shown import shown
from glassbox.tables.wishes import Absent, Alike, Odd
from glassbox.words.joined import listed


@dataclass(frozen=True)
class Option:
    """An answer: its `value` in a wish, and what a menu says."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """A question on one column.

    Attributes:
        column: its place in a row of the file, counted from 0, as wishes have it.
        about: the field of `ColumnWish` that it asks for.
        text: what is so, in a sentence.
        chosen: the value that holds now.
    """

    column: int
    about: str
    text: str
    options: tuple[Option, ...]
    chosen: str


def questions_on(table: Table) -> tuple[Question, ...]:
    """The questions, of each kind for the first few columns."""
    now = dict(zip(table.places, table.columns, strict=True))
    columns = [(at, column if _leaves_rows_out(column) else now.get(at, column)) for at, column in table.asked]
    kinds = (_on_odd_cells, _on_two_ways, _on_numbers_within, _on_texts_alike, _on_absent)
    return tuple(question for kind in kinds for question in _few(kind(place, column) for place, column in columns))


def _few(found: Iterator[Question | None]) -> list[Question]:
    return [question for question in found if question][:NOTED_COLUMNS]


def _leaves_rows_out(column: Column) -> bool:
    return isinstance(column, NumberColumn) and column.wish.odd is Odd.LEAVE_OUT


def _on_odd_cells(place: int, column: Column) -> Question | None:
    if not isinstance(column, NumberColumn) or not column.odd:
        return None
    options = [Option(Odd.MISSING, words.ODD_AS_MISSING), Option(Odd.LEAVE_OUT, words.ODD_LEFT_OUT)]
    if column.within:
        options.append(Option(Odd.NUMBER, words.ODD_WITHIN.format(value=column.within)))
    possible = [option.value for option in options]
    chosen = column.wish.odd if column.wish.odd in possible else Odd.MISSING
    text = words.ENDED.format(text=odd_cells(column))
    return Question(place, "odd", text, tuple(options), chosen or Odd.MISSING)


def _on_two_ways(place: int, column: Column) -> Question | None:
    if not isinstance(column, NumberColumn) or not column.either:
        return None
    text, told, other = column.either
    values = (column.form, column.other) if column.form else (column.mark.value, column.mark.other.value)
    options = tuple(Option(value, label) for value, label in zip(values, (told, other), strict=True))
    return Question(place, "way", words.TWO_WAYS.format(name=column.name, text=shown(text)), options, values[0])


def _on_numbers_within(place: int, column: Column) -> Question | None:
    if not isinstance(column, TextColumn) or not column.within:
        return None
    text = words.BEGIN_WITH_NUMBERS.format(name=column.name, text=column.first.text, row=column.first.row)
    options = (
        Option("", words.AS_TEXTS),
        Option(Odd.NUMBER, words.AS_NUMBERS.format(value=column.within)),
        Option(Odd.MISSING, words.ODD_AS_MISSING),
        Option(Odd.LEAVE_OUT, words.ODD_LEFT_OUT),
    )
    return Question(place, "odd", text, options, "")


def _on_texts_alike(place: int, column: Column) -> Question | None:
    if not isinstance(column, TextColumn) or not column.alike or len(column.texts) == 0:
        return None
    groups = listed((listed(map(_quoted, group), words.AND_ALSO) for group in column.alike), words.GROUPS)
    text = words.ALIKE.format(name=column.name, groups=groups)
    options = (Option(Alike.APART, words.ALIKE_APART), Option(Alike.TOGETHER, words.ALIKE_TOGETHER))
    return Question(place, "alike", text, options, column.wish.alike)


def _quoted(text: str) -> str:
    return words.QUOTED.format(text=shown(text))


def _on_absent(place: int, column: Column) -> Question | None:
    if not isinstance(column, TextColumn) or not column.absent or not 1 <= column.different <= MOST_CLASSES:
        return None
    text = words.ABSENT.format(name=column.name, text=shown(column.absent))
    options = (Option(Absent.MISSING, words.ABSENT_MISSING), Option(Absent.VALUE, words.ABSENT_VALUE))
    return Question(place, "absent", text, options, column.wish.absent)
