"""From a table and the columns chosen in it to observations to train on, or to the sentence that says why not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from glassbox.engine.arrays import Bools, Doubles, Integers
from glassbox.engine.dataset import WIDTH, Description, Observations, Quantity, as_columns, problem_with, standardised
from glassbox.tables import words
from glassbox.tables.coded import Coded, coded
from glassbox.tables.columns import Column, NumberColumn, TextColumn
from glassbox.tables.facts import facts_of
from glassbox.tables.limits import FEWEST_ROWS, MOST_CLASSES, MOST_INPUTS
from glassbox.tables.reading import Table
from glassbox.tables.reading_notes import listed, notes_on
from glassbox.tables.refused import Refused
from glassbox.tables.shown import shown
from glassbox.tables.target_kind import TargetKind, readings_of

_ROUNDING = 1e-15  # numbers that differ by less, relative to their size, differ by rounding only


@dataclass(frozen=True)
class OwnData:
    """A person's own data, ready to train on.

    Attributes:
        left_out: the numbers in the file of the rows that miss a value.
        notes: what was done to the data, in sentences.
    """

    observations: Observations
    left_out: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def nbytes(self) -> int:
        """About the memory it takes."""
        return self.observations.nbytes + 8 * len(self.left_out)


@dataclass(frozen=True)
class _Target:
    """Targets of the rows used: class indices or standardised numbers, and what they are called."""

    values: Doubles
    quantity: Quantity
    class_names: tuple[str, ...] = ()


def make_points(
    table: Table, target: int, inputs: Sequence[int], reading: TargetKind | None = None, title: str = ""
) -> OwnData:
    """The data of the chosen columns (counted from 0).

    Inputs are standardised for the plane; a target taken as a number is standardised too. Their descriptions keep the
    original means and spreads. Rows that miss a value in a chosen column are left out.

    Args:
        reading: how to take the target; None: in the likelier way.
        title: what the data are called from now on, as the file is.

    Raises:
        Refused: the columns cannot be used; the sentence names the column and the row.
    """
    if len(table.rows) < FEWEST_ROWS:
        raise Refused(words.TOO_FEW_ROWS.format(total=len(table.rows), fewest=FEWEST_ROWS))
    sources = _input_columns(table, target, inputs)
    goal = _column_at(table, target)
    usable = _usable_rows(table, [*sources, goal])
    given = _coded(table, inputs, usable)
    answer = _target(table, goal, usable, reading or _likelier(goal))
    x, quantities = _standardised(given)
    about = Description(
        problem=problem_with(len(answer.class_names)),
        classes=len(answer.class_names),
        inputs=quantities,
        target=answer.quantity,
        class_names=answer.class_names,
        available=len(x),
        title=shown(title),
        standardised=True,
    )
    observations = Observations(as_columns(x), answer.values.astype(np.float32), about, np.arange(len(x)))
    left_out = tuple(table.rows[~usable].tolist())
    return OwnData(observations, left_out, tuple(_notes(table, sources, goal, observations, left_out)))


def _likelier(column: Column) -> TargetKind:
    """How a target is taken when nobody says; what cannot be one either way is refused as that."""
    fallback = TargetKind.CLASS if isinstance(column, TextColumn) else TargetKind.NUMBER
    return next(iter(readings_of(column)), fallback)


def _column_at(table: Table, place: int) -> Column:
    if not 0 <= place < len(table.columns):
        raise Refused(words.NO_SUCH_COLUMN.format(number=place + 1, most=len(table.columns)))
    return table.columns[place]


def _input_columns(table: Table, target: int, inputs: Sequence[int]) -> list[Column]:
    if not inputs:
        raise Refused(words.NO_INPUTS)
    columns: list[Column] = []
    for index, place in enumerate(inputs):
        column = _column_at(table, place)
        if place == target:
            raise Refused(words.TARGET_AS_INPUT.format(name=column.name))
        if place in inputs[:index]:
            raise Refused(words.INPUT_TWICE.format(name=column.name))
        if refusal := facts_of(column).no_input:
            raise Refused(refusal)
        columns.append(column)
    return columns


def _coded(table: Table, inputs: Sequence[int], usable: Bools) -> list[Coded]:
    """The numbers of the inputs that the columns become."""
    given = [each for place in inputs for each in coded(table.columns[place], table.headings[place], usable)]
    if len(given) > MOST_INPUTS:
        raise Refused(words.TOO_MANY_INPUTS.format(count=len(given), most=MOST_INPUTS))
    for each in given:
        _refuse_constant(each.name, each.values, words.CONSTANT_INPUT)
    return given


def _standardised(given: Sequence[Coded]) -> tuple[Doubles, tuple[Quantity, ...]]:
    values = np.stack([each.values for each in given], axis=1)
    x, quantities = standardised(values, [each.name for each in given], [each.unit for each in given])
    told = zip(quantities, given, strict=True)
    return x, tuple(replace(quantity, coding=each.coding) for quantity, each in told)


def _usable_rows(table: Table, columns: Sequence[Column]) -> Bools:
    """Where every chosen column has a value: bool [rows]."""
    present = np.stack([column.present for column in columns])
    usable = np.asarray(present.all(axis=0))
    count, total = int(usable.sum()), len(usable)
    if count >= FEWEST_ROWS:
        return usable
    worst = int(present.sum(axis=1).argmin())
    first = table.rows[int(present[worst].argmin())]
    name = columns[worst].name
    raise Refused(words.MOSTLY_MISSING.format(count=count, total=total, fewest=FEWEST_ROWS, name=name, row=first))


def _refuse_constant(name: str, values: Doubles, same: str) -> None:
    """Refuses numbers that are all the `same`, or differ by so little that they cannot be standardised."""
    largest = np.abs(values).max()
    if values.min() == values.max():
        raise Refused(same.format(name=name))
    if largest < np.finfo(np.float64).tiny:
        raise Refused(words.TOO_SMALL.format(name=name))
    if (values / largest).std() <= _ROUNDING:  # squares of the numbers themselves may vanish
        raise Refused(words.TOO_ALIKE.format(name=name))


def _target(table: Table, column: Column, usable: Bools, reading: TargetKind) -> _Target:
    if reading is TargetKind.NUMBER:
        return _number_target(column, usable)
    if isinstance(column, TextColumn):
        return _text_classes(column, usable)
    return _number_classes(table, column, usable)


def _number_target(column: Column, usable: Bools) -> _Target:
    if isinstance(column, TextColumn):
        raise Refused(words.TEXT_AS_NUMBER.format(name=column.name, row=column.first.row, text=column.first.text))
    values = column.values[usable]
    _refuse_constant(column.name, values, words.CONSTANT_TARGET)
    scaled, (quantity,) = standardised(values[:, None], [column.name], [column.unit], width=1.0)
    return _Target(scaled[:, 0], quantity)


def _text_classes(column: TextColumn, usable: Bools) -> _Target:
    if column.too_many:
        raise Refused(facts_of(column).no_target)
    codes, classes = np.unique(column.codes[usable], return_inverse=True)
    return _classes(column, classes, [column.labels[code] for code in codes])


def _number_classes(table: Table, column: NumberColumn, usable: Bools) -> _Target:
    values, first_rows, classes = np.unique(column.values[usable], return_index=True, return_inverse=True)
    if len(values) > MOST_CLASSES:
        row = table.rows[usable][np.sort(first_rows)[MOST_CLASSES]]
        raise Refused(words.TOO_MANY_NUMBERS.format(name=column.name, count=len(values), most=MOST_CLASSES, row=row))
    return _classes(column, classes, map(_number_text, values.tolist()))


def _classes(column: Column, classes: Integers, names: Iterable[str]) -> _Target:
    class_names = tuple(names)
    if len(class_names) < 2:
        raise Refused(words.CONSTANT_TARGET.format(name=column.name))
    return _Target(classes.astype(np.float64), Quantity(column.name), class_names)


def _number_text(value: float) -> str:
    """A number as a class's name: whole ones without a decimal point."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _notes(
    table: Table, sources: Sequence[Column], goal: Column, observations: Observations, left_out: Sequence[int]
) -> Iterator[str]:
    target = observations.about.target
    yield words.PREDICTS.format(name=goal.name, inputs=listed([source.name for source in sources]))
    yield from notes_on(table, [*sources, goal])
    if left_out:
        sentence = words.LEFT_OUT_ONE if len(left_out) == 1 else words.LEFT_OUT
        yield sentence.format(count=len(left_out), rows=listed(left_out))
    yield words.STANDARDISED.format(width=WIDTH)
    if not observations.about.classes:
        yield words.TARGET_STANDARDISED.format(name=target.name)
