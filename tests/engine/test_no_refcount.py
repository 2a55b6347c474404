"""A bundle looked into without counting: the same arrays, and machine code that counts nothing."""

import sys
from typing import NamedTuple

import numba
import numpy as np
import pytest

from glassbox.engine.no_refcount import borrowed, part


class Bundle(NamedTuple):
    first: np.ndarray
    second: np.ndarray
    factor: float


@numba.njit
def add(bundle, at):
    bundle.second[at] += bundle.factor * bundle.first[at]


@numba.njit
def counting(bundle):
    for at in range(bundle.first.size):
        add(bundle, at)


@numba.njit
def borrowing(bundle):
    bundle = borrowed(bundle)
    for at in range(bundle.first.size):
        add(bundle, at)


@numba.njit
def double(array, start, count):
    view = part(array, start, count)
    for at in range(view.size):
        view[at] *= 2


def bundle_of(dtype):
    return Bundle(np.arange(5, dtype=dtype), np.ones(5, dtype), 2.0)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_what_is_borrowed_is_the_same_arrays_and_numbers(dtype):
    bundle = bundle_of(dtype)
    borrowing(bundle)
    np.testing.assert_array_equal(bundle.second, [1, 3, 5, 7, 9])
    np.testing.assert_array_equal(bundle.first, np.arange(5))


def test_no_array_is_lost_or_kept_by_a_call():
    bundle = bundle_of(np.float64)
    borrowing(bundle)
    before = [sys.getrefcount(array) for array in bundle[:2]]
    for _ in range(100):
        borrowing(bundle)
    assert [sys.getrefcount(array) for array in bundle[:2]] == before


def test_only_what_is_not_borrowed_is_counted():
    """A count is an atomic addition."""
    bundle = bundle_of(np.float64)
    for kernel, counts in ((counting, True), (borrowing, False)):
        kernel(bundle)
        code = kernel.inspect_llvm((numba.typeof(bundle),))
        assert ("atomicrmw add" in code) is counts


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_part_is_the_array_itself_and_not_counted(dtype):
    array = np.arange(8, dtype=dtype)
    double(array, 0, 0)
    before = sys.getrefcount(array)
    double(array, 2, 3)
    assert sys.getrefcount(array) == before
    np.testing.assert_array_equal(array, [0, 1, 4, 6, 8, 5, 6, 7])
