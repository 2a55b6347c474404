"""Tests of looking at 32 residuals at once, against looking at one after the other."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine import residual_runs
from glassbox.engine._jit import jit
from glassbox.engine.residual_runs import AT_ONCE, READ

SHIFT, LIMIT = 6, 13


@jit
def write_plain(residuals, at, shift, limit, nibbles, to):
    return residual_runs.write_plain(residuals, at, shift, limit, nibbles, to)


@jit
def count_zeros(residuals, at):
    return residual_runs.count_zeros(residuals, at)


def first(holds):
    """How many hold before the first that does not."""
    return next((index for index, each in enumerate(holds) if not each), len(holds))


residuals = st.lists(st.sampled_from([0, 0, 0, 0, 1, 255, 6, 7, 249, 250, 128]), min_size=READ, max_size=READ)


@given(residuals, st.integers(0, 5), st.integers(0, 5))
@settings(deadline=None)
def test_plain_residuals_are_written_up_to_the_first_that_is_not(values, at, to):
    padded, nibbles = np.array([9] * at + values, np.uint8), np.full(to + AT_ONCE + 1, 99, np.uint8)
    plain = [
        (value + SHIFT) % 256 < LIMIT and any(values[place : place + 3]) for place, value in enumerate(values[:AT_ONCE])
    ]
    count = write_plain(padded, at, SHIFT, LIMIT, nibbles, to)
    assert count == first(plain)
    assert nibbles[to : to + count].tolist() == [(value + SHIFT) % 256 for value in values[:count]]
    assert nibbles[:to].tolist() == [99] * to
    assert nibbles[-1] == 99


@given(st.integers(0, AT_ONCE), st.integers(1, 255), st.integers(0, 5))
@settings(deadline=None)
def test_zeros_are_counted_up_to_the_first_other_number(zeros, other, at):
    assert count_zeros(np.array([9] * at + [0] * zeros + [other] * (AT_ONCE - zeros), np.uint8), at) == zeros
