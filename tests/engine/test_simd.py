"""Tests of the operations on 16 numbers at once that the products do not cover, each against NumPy."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine import matmul as products
from glassbox.engine import simd
from glassbox.engine._jit import jit

LANES = simd.LANES
either_dtype = pytest.mark.parametrize("dtype", [np.float32, np.float64])
seeds = st.integers(0, 2**32 - 1)


@jit
def transpose(source, at, stride, target, to, target_stride):
    simd.transpose(source, at, stride, target, to, target_stride)


@jit
def add_total(array, at, values, first):
    simd.add_total(array, at, simd.load(values, first))


@jit
def add_to_target(array, at, count, values):
    products.add_to_target(array, at, count, simd.load(values, 0), array, 0)


@jit
def a_times_b_plus_c(a, b, c, result):
    simd.store(result, 0, simd.multiply_add(simd.load(a, 0), simd.load(b, 0), simd.load(c, 0)))


@jit
def spread_plus_zeros(array, at, result):
    simd.store(result, 0, simd.plus(simd.spread(array, at), simd.zeros(array)))


@jit
def product(a, b, result):
    simd.store(result, 0, simd.times(simd.load(a, 0), simd.load(b, 0)))


def numbers(count, seed, dtype):
    return np.random.default_rng(seed).normal(size=count).astype(dtype)


@either_dtype
@given(st.integers(0, 20), st.integers(16, 40), st.integers(0, 20), st.integers(8, 40), seeds)
@settings(max_examples=40)
def test_transpose_turns_a_block_and_touches_nothing_else(dtype, at, stride, to, target_stride, seed):
    source, target = numbers(at + LANES * stride, seed, dtype), np.full(to + LANES * target_stride + 3, np.nan, dtype)
    expected = target.copy()
    for i in range(simd.ROWS):
        for j in range(LANES):
            expected[to + j * target_stride + i] = source[at + i * stride + j]
    transpose(source, at, stride, target, to, target_stride)
    np.testing.assert_array_equal(target, expected)


@either_dtype
@given(st.integers(0, 20), seeds)
@settings(max_examples=40)
def test_add_total_adds_the_sum_by_halves_and_touches_nothing_else(dtype, at, seed):
    values, array = numbers(40, seed, dtype), np.arange(3, dtype=dtype)
    lane, half = values[at : at + LANES].copy(), LANES // 2
    while half:
        lane, half = lane[:half] + lane[half : 2 * half], half // 2
    add_total(array, 1, values, at)
    np.testing.assert_array_equal(array, [0, 1 + lane[0], 2])


@either_dtype
@pytest.mark.parametrize("count", range(LANES + 1))
def test_add_to_target_adds_so_many_and_touches_nothing_beyond(dtype, count):
    array, values = numbers(40, count, dtype), numbers(LANES, 99, dtype)
    expected = array.copy()
    expected[7 : 7 + count] += values[:count]
    add_to_target(array, 7, count, values)
    np.testing.assert_array_equal(array, expected)


@either_dtype
@pytest.mark.parametrize("count", [0, 1, 5, 15])
def test_add_to_target_needs_no_memory_beyond_its_count(dtype, count):
    array = np.zeros(count, dtype)
    add_to_target(array, 0, count, np.ones(LANES, dtype))
    np.testing.assert_array_equal(array, np.ones(count))


@either_dtype
def test_multiply_add_rounds_once(dtype):
    tiny = np.finfo(dtype).eps
    a, b, c = (np.full(LANES, value, dtype) for value in (1 + tiny, 1 - tiny, -1))
    result = np.empty(LANES, dtype)
    a_times_b_plus_c(a, b, c, result)
    np.testing.assert_array_equal(result, -(float(tiny) ** 2))  # rounding the product to 1 first would give 0


@either_dtype
def test_spread_zeros_plus_and_times(dtype):
    a, b, result = numbers(LANES, 1, dtype), numbers(LANES, 2, dtype), np.empty(LANES, dtype)
    product(a, b, result)
    np.testing.assert_array_equal(result, a * b)
    spread_plus_zeros(a, 5, result)
    np.testing.assert_array_equal(result, np.full(LANES, a[5]))


@jit
def products_of_eight(factors, at, stride, rows, terms, source, target, to):
    simd.add_products_of_eight(factors, at, stride, rows, terms, source, target, to)


@either_dtype
@given(st.integers(0, 5), st.integers(0, 9), st.integers(0, 3), st.integers(0, 20), st.integers(0, 5), seeds)
@settings(max_examples=40, deadline=None)
def test_products_of_eight_are_added_and_nothing_else_is_touched(dtype, at, spare, blocks, terms, to, seed):
    rows, stride = simd.ROWS * blocks, terms + spare
    factors, source = numbers(at + rows * stride + 1, seed, dtype), numbers(simd.ROWS * terms + 1, seed + 1, dtype)
    target = numbers(to + rows * simd.ROWS + 3, seed + 2, dtype)
    expected = target.astype(np.float64)
    left = factors[at : at + rows * stride].reshape(rows, stride)[:, :terms] if stride else np.zeros((rows, 0))
    right = source[: simd.ROWS * terms].reshape(terms, simd.ROWS)
    added = left.astype(np.float64) @ right.astype(np.float64)
    expected[to : to + rows * simd.ROWS] += added.ravel()
    products_of_eight(factors, at, stride, rows, terms, source, target, to)
    np.testing.assert_allclose(target, expected, rtol=1e-4, atol=1e-4)
    np.testing.assert_array_equal(
        np.delete(target, np.s_[to : to + rows * simd.ROWS])[:to], expected[:to].astype(dtype)
    )
