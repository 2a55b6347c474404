"""Tells which columns say the same in other words, as “class” and “pclass” do: each value of one goes with one."""

from collections.abc import Sequence

import numpy as np

from glassbox.engine.arrays import Integers
from glassbox.tables.columns import Column, TextColumn
from glassbox.tables.limits import MOST_CLASSES

_FEWEST = 10  # rows with a value: in fewer it may be by chance


def twins_of(columns: Sequence[Column]) -> tuple[tuple[int, ...], ...]:
    """For each column the places of the others that say the same, in rising order."""
    keys = list(map(_key, columns))
    same: dict[bytes, list[int]] = {}
    for place, key in enumerate(keys):
        if key is not None:
            same.setdefault(key, []).append(place)
    return tuple(
        tuple(at for at in same[key] if at != place) if key is not None else () for place, key in enumerate(keys)
    )


def _key(column: Column) -> bytes | None:
    """The values of a column, each called by when it comes first: alike in twins. None where there are many or one."""
    codes = _codes(column)
    if codes is None or (codes >= 0).sum() < _FEWEST:
        return None
    different, firsts, places = np.unique(codes, return_index=True, return_inverse=True)
    if (different >= 0).sum() < 2:
        return None
    names = np.where(different < 0, -1, firsts)
    return names[places].tobytes()


def _codes(column: Column) -> Integers | None:
    """A number for each of a few values, int64 [rows], −1 where one is missing."""
    if isinstance(column, TextColumn):
        return None if column.too_many else column.codes.astype(np.int64)
    present = column.present
    different, codes = np.unique(column.values[present], return_inverse=True)
    if len(different) > MOST_CLASSES:
        return None
    every = np.full(len(present), -1, np.int64)
    every[present] = codes
    return every
