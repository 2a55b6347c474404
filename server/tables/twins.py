"""Tells whether two columns say the same in other words, as “class” and “pclass” do: each value of one goes with one."""

import numpy as np

from glassbox.engine.arrays import Integers
from glassbox.tables.columns import Column, TextColumn
from glassbox.tables.limits import MOST_CLASSES

_FEWEST = 10  # rows: in fewer it may be by chance


def codes_of(column: Column) -> Integers | None:
    """A number for each of a few values, int64 [rows], −1 where one is missing; None where they are many."""
    if isinstance(column, TextColumn):
        return None if column.too_many else column.codes.astype(np.int64)
    present = column.present
    different, codes = np.unique(column.values[present], return_inverse=True)
    if len(different) > MOST_CLASSES:
        return None
    every = np.full(len(present), -1, np.int64)
    every[present] = codes
    return every


def are_twins(one: Integers | None, other: Integers | None) -> bool:
    """Whether values go with each other one by one, in enough rows that have both."""
    if one is None or other is None:
        return False
    both = (one >= 0) & (other >= 0)
    if both.sum() < _FEWEST:
        return False
    pairs = np.unique(np.stack([one[both], other[both]]), axis=1)
    kinds = {len(np.unique(one[both])), len(np.unique(other[both])), pairs.shape[1]}
    return len(kinds) == 1 and pairs.shape[1] > 1
