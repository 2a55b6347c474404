"""Tests of the blocked product against matrix multiplication, of every block, remainder and stride;
and of its helpers.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine import matmul
from glassbox.engine._jit import jit

LANES = 16
ROUNDING = {np.float32: 1e-5, np.float64: 1e-13}
either_dtype = pytest.mark.parametrize("dtype", [np.float32, np.float64])


@jit
def add_matmul(
    factors, first, row_step, step, rows, terms, source, start, source_step, target, to, target_step, columns
):
    matmul.matmul(
        factors, first, row_step, step, rows, terms, source, start, source_step, target, to, target_step, columns,
        matmul.add_to_target, target, 0,
    )  # fmt: skip


@jit
def layer(weights, rows, terms, inputs, target, to, width, biases, at):
    matmul.matmul(
        weights, 0, terms, 1, rows, terms, inputs, 0, width, target, to, width, width, matmul.add_bias, biases, at
    )


@jit
def slope_matmul(factors, rows, terms, source, target, to, width, slopes):
    matmul.matmul(
        factors, 0, terms, 1, rows, terms, source, 0, width, target, to, width, width, matmul.times_slope, slopes, 0
    )


@jit
def add_row_sums(source, start, rows, width, target, to):
    matmul.add_row_sums(source, start, rows, width, target, to)


def padded(columns):
    return -(-columns // LANES) * LANES


def holding(matrix, start, row_step):
    """A flat array of NaN in which the rows of a matrix lie `row_step` apart."""
    flat = np.full(start + len(matrix) * row_step + LANES, np.nan, matrix.dtype)
    flat[places(matrix.shape, start, row_step)] = matrix
    return flat


def places(shape, start, row_step):
    return start + np.arange(shape[0])[:, None] * row_step + np.arange(shape[1])


def check_add_matmul(rows, terms, columns, across, offsets, seed, dtype):
    """target += factors · source, where all around the three matrices is NaN that must neither spread nor vanish."""
    chance = np.random.default_rng(seed)
    factors, source, old = (
        chance.normal(size=shape).astype(dtype) for shape in ((rows, terms), (terms, columns), (rows, columns))
    )
    first, start, to = offsets
    steps = (1, rows) if across else (terms, 1)
    flat_factors = holding(factors.T if across else factors, first, steps[1] if across else steps[0])
    source_step, target_step = padded(columns) + start, columns + to
    flat_source, target = holding(source, start, source_step), holding(old, to, target_step)
    expected = target.copy()
    expected[places(old.shape, to, target_step)] += factors.astype(np.float64) @ source
    add_matmul(
        flat_factors, first, *steps, rows, terms, flat_source, start, source_step, target, to, target_step, columns
    )  # fmt: skip
    scale = np.sqrt(terms + 1) * ROUNDING[dtype]
    np.testing.assert_allclose(target, expected, rtol=scale, atol=scale)


sizes = st.one_of(st.integers(1, 24), st.sampled_from([63, 64, 65, 127, 128, 129, 150]))
columns = st.one_of(st.integers(1, 200), st.sampled_from([15, 16, 17, 48, 63, 64, 65, 79, 80, 81, 128, 129, 144, 192]))
offsets = st.tuples(*[st.integers(0, 20)] * 3)


@either_dtype
@given(sizes, sizes, columns, st.booleans(), offsets, st.integers(0, 2**32 - 1))
@settings(max_examples=150)
def test_add_matmul_adds_the_matrix_product_and_touches_nothing_else(
    dtype, rows, terms, columns, across, offsets, seed
):
    check_add_matmul(rows, terms, columns, across, offsets, seed, dtype)


@either_dtype
@pytest.mark.parametrize("columns", [1, 15, 16, 17, 32, 48, 63, 64, 65, 80, 127, 128, 129])
@pytest.mark.parametrize("rows", [1, 2, 3, 4, 5, 7, 8, 9, 13])
def test_add_matmul_in_every_block_and_remainder(dtype, rows, columns):
    for terms in (1, 2, 3, 16, 17):
        for across in (False, True):
            check_add_matmul(rows, terms, columns, across, (3, 1, 2), rows * columns, dtype)


@either_dtype
def test_no_terms_add_nothing(dtype):
    target = np.arange(5 * 80, dtype=dtype)
    add_matmul(np.zeros(1, dtype), 0, 0, 1, 5, 0, np.zeros(100, dtype), 0, 80, target, 0, 80, 80)
    np.testing.assert_array_equal(target, np.arange(5 * 80))


@either_dtype
def test_the_same_product_twice_gives_the_same_bytes(dtype):
    results = []
    for _ in range(2):
        chance = np.random.default_rng(1)
        factors, source, target = (chance.normal(size=size).astype(dtype) for size in (13 * 37, 37 * 112, 13 * 112))
        add_matmul(factors, 0, 37, 1, 13, 37, source, 0, 112, target, 0, 112, 100)
        results.append(target.tobytes())
    assert results[0] == results[1]


@either_dtype
@pytest.mark.parametrize("special", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("rows", [1, 4])
@pytest.mark.parametrize("columns", [16, 64])
def test_what_is_not_finite_comes_through(dtype, special, rows, columns):
    factors, source, target = np.ones(3 * rows, dtype), np.ones(3 * columns, dtype), np.zeros(rows * columns, dtype)
    source[columns + 5] = special
    add_matmul(factors, 0, 3, 1, rows, 3, source, 0, columns, target, 0, columns, columns)
    expected = np.full((rows, columns), 3.0)
    expected[:, 5] = special
    np.testing.assert_array_equal(target.reshape(rows, columns), expected)


def check_finish(rows, width, dtype, multiply, expect):
    """Of a product that overwrites its target, whose rows lie between NaN that must stay."""
    chance = np.random.default_rng(rows * width)
    factors, source = (chance.normal(size=shape).astype(dtype) for shape in ((rows, 3), (3, width)))
    other = chance.normal(size=5 + rows * width).astype(dtype)
    target = np.full(5 + rows * width + 7, np.nan, dtype)
    multiply(factors.ravel(), source.ravel(), target, other)
    expected = expect(factors.astype(np.float64) @ source, other)
    np.testing.assert_allclose(target[5:-7].reshape(rows, width), expected, rtol=ROUNDING[dtype], atol=ROUNDING[dtype])
    assert np.isnan(target[:5]).all() and np.isnan(target[-7:]).all()


@either_dtype
@pytest.mark.parametrize("width", [16, 48, 64, 80])
@pytest.mark.parametrize("rows", [1, 4, 6])
def test_add_bias_starts_each_row_from_its_bias(dtype, width, rows):
    check_finish(
        rows, width, dtype,
        lambda factors, source, target, biases: layer(factors, rows, 3, source, target, 5, width, biases, 2),
        lambda product, biases: product + biases[2 : 2 + rows, None],
    )  # fmt: skip


@either_dtype
@pytest.mark.parametrize("width", [16, 48, 64, 80])
@pytest.mark.parametrize("rows", [1, 4, 6])
def test_times_slope_multiplies_by_the_slope_at_the_same_place(dtype, width, rows):
    check_finish(
        rows, width, dtype,
        lambda factors, source, target, slopes: slope_matmul(factors, rows, 3, source, target, 5, width, slopes),
        lambda product, slopes: product * slopes[5 : 5 + rows * width].reshape(rows, width),
    )  # fmt: skip


@either_dtype
@pytest.mark.parametrize("width", [16, 32, 48, 64])
@pytest.mark.parametrize("rows", [1, 3, 4, 6, 9])
def test_add_row_sums_adds_the_sum_of_each_row(dtype, width, rows):
    values = np.random.default_rng(width).normal(size=(rows, width)).astype(dtype)
    target = np.full(rows + 5, 10, dtype)
    add_row_sums(holding(values, 3, width), 3, rows, width, target, 2)
    expected = np.full(rows + 5, 10.0)
    expected[2 : 2 + rows] += values.sum(axis=1, dtype=np.float64)
    np.testing.assert_allclose(target, expected, rtol=10 * ROUNDING[dtype])
