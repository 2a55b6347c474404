"""What a column is and what can be done with it: the reading of a choice and the dialog both speak from these facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from glassbox.tables import words
from glassbox.tables.columns import Column, NumberColumn, TextColumn
from glassbox.tables.limits import LONGEST_VALUE, MOST_CLASSES
from glassbox.tables.target_kind import TargetKind, readings_of
from glassbox.words import joined


class ColumnKind(StrEnum):
    """What a column holds; the dialog's words for each are in static/text/own_data.js."""

    NUMBERS = "numbers"
    DATES = "dates"
    TWO = "two values"
    FEW = "a few values"
    TEXTS = "texts"
    ONE = "one value"
    EMPTY = "empty"


@dataclass(frozen=True)
class Facts:
    """What is so of a column.

    Attributes:
        readings: how it can be taken as a target, the likelier way first; empty: not at all.
        inputs: how many it becomes, if it can be any.
        becomes: what an input of it is, where that is not its numbers; else "".
        no_input, no_target: why it cannot be one, in a sentence; "" if it can.
    """

    kind: ColumnKind
    readings: tuple[TargetKind, ...]
    inputs: int = 1
    becomes: str = ""
    no_input: str = ""
    no_target: str = ""


def facts_of(column: Column) -> Facts:
    """The facts of a column, whichever rows of it are used."""
    kind, readings = _kind(column), readings_of(column)
    if kind is ColumnKind.EMPTY:
        sentence = words.EMPTY_COLUMN.format(name=column.name)
        return Facts(kind, readings, 1, "", sentence, sentence)
    if kind is ColumnKind.ONE:
        sentences = (words.CONSTANT_INPUT, words.CONSTANT_TARGET)
        return Facts(kind, readings, 1, "", *(sentence.format(name=column.name) for sentence in sentences))
    if isinstance(column, NumberColumn):
        becomes = words.DAYS_SINCE.format(start=column.start) if column.form else ""
        return Facts(kind, readings, 1, becomes)
    return _facts_of_texts(column, kind, readings)


def one_of_two(texts: Sequence[str]) -> int:
    """Which of two texts is 1: the one that says yes, or else the second."""
    return 0 if texts[0].lower() in words.YES and texts[1].lower() not in words.YES else 1


def _kind(column: Column) -> ColumnKind:
    if not column.present.any():
        return ColumnKind.EMPTY
    if isinstance(column, TextColumn):
        few = {1: ColumnKind.ONE, 2: ColumnKind.TWO}.get(column.different, ColumnKind.FEW)
        return ColumnKind.TEXTS if column.too_many else few
    values = column.values[column.present]
    if values.min() == values.max():
        return ColumnKind.ONE
    return ColumnKind.DATES if column.form else ColumnKind.NUMBERS


def _facts_of_texts(column: TextColumn, kind: ColumnKind, readings: tuple[TargetKind, ...]) -> Facts:
    count, most, cell = column.different, MOST_CLASSES, column.first
    if column.too_many:
        no_input = words.MANY_AS_INPUT.format(name=column.name, count=count, text=cell.text, row=cell.row, most=most)
        no_target = words.TOO_MANY_TEXTS.format(name=column.name, count=count, most=most, row=column.too_many.row)
        return Facts(kind, readings, 1, "", no_input, no_target)
    too_long = max(map(len, column.texts)) > LONGEST_VALUE
    unfit = words.LONG_AS_INPUT.format(name=column.name, most=LONGEST_VALUE) if too_long else ""
    inputs = 1 if kind is ColumnKind.TWO else count
    return Facts(kind, readings, inputs, "" if too_long else _becomes(column), unfit)


def _becomes(column: TextColumn) -> str:
    labels = column.labels
    if len(labels) == 2:
        one = one_of_two(column.texts)
        return words.BECOMES_TWO.format(one=labels[one], other=labels[1 - one])
    return words.BECOMES_FEW.format(values=joined.listed(labels))
