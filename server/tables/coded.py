"""From a column to the numbers of the inputs it becomes: one of numbers or dates, one of two texts, one for each text.

A column of texts becomes indicators, 1 where a row holds the text, otherwise 0 (one-hot); of two texts, one is enough.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from glassbox.engine.arrays import Bools, Doubles
from glassbox.engine.coding import Coding, CodingKind
from glassbox.tables import words
from glassbox.tables.columns import Column, NumberColumn, TextColumn, plain
from glassbox.tables.facts import one_of_two
from glassbox.tables.wishes import Alike


@dataclass(frozen=True)
class Coded:
    """An input before it is standardised: its numbers, float64 [rows used], and how the table's cells become them."""

    name: str
    unit: str
    values: Doubles
    coding: Coding


def coded(column: Column, heading: str, usable: Bools) -> Iterator[Coded]:
    """The inputs that a column becomes in the rows used; `heading` is its name in the file."""
    if isinstance(column, TextColumn):
        yield from _indicators(column, heading, usable)
    else:
        yield Coded(column.name, column.unit, column.values[usable], _coding(column, heading))


def _coding(column: NumberColumn, heading: str) -> Coding:
    if column.form:
        return Coding(heading, CodingKind.DAYS, form=column.form, start=column.start)
    return Coding(heading, mark=column.mark.value)


def _indicators(column: TextColumn, heading: str, usable: Bools) -> Iterator[Coded]:
    codes = column.codes[usable]
    used = np.unique(codes).tolist()
    ones = [used[one_of_two([column.texts[code] for code in used])]] if len(used) == 2 else used
    for one in ones:
        texts = [column.texts[code] for code in (one, *(code for code in used if code != one))]
        alike = column.wish.alike is Alike.TOGETHER
        values = tuple(map(plain, texts)) if alike else tuple(texts)
        name = words.CODED.format(name=column.name, text=column.labels[one])
        yield Coded(
            name, "", (codes == one).astype(np.float64), Coding(heading, CodingKind.VALUE, values=values, alike=alike)
        )
