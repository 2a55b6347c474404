"""Tests that the largest eigenvalue is found of any symmetric matrix, by its products alone."""

import numpy as np
import pytest

from glassbox.engine.eigenvalues import MOST_PRODUCTS, TOLERANCE, largest_eigenvalue


def matrix_with(values, seed=0):
    turned, _ = np.linalg.qr(np.random.default_rng(seed).normal(size=(len(values), len(values))))
    return turned @ np.diag(values) @ turned.T


SPECTRA = {
    "one far above the rest": np.array([50.0, *np.linspace(-1, 1, 199)]),
    "a negative one farther from zero": np.array([-80.0, 3.0, *np.linspace(-2, 2, 198)]),
    "all below zero": -np.linspace(0.5, 40, 200),
    "of rank three": np.array([9.0, 4.0, 1.0, *np.zeros(197)]),
    "all alike": np.full(200, 2.0),
    "close together": np.linspace(1, 2, 200),
}


@pytest.mark.parametrize("values", SPECTRA.values(), ids=SPECTRA)
def test_it_is_the_largest_and_not_the_one_farthest_from_zero(values):
    matrix, largest = matrix_with(values), values.max()
    found = largest_eigenvalue(lambda v: matrix @ v, len(values))
    assert found.value == pytest.approx(largest, abs=2e-3 * np.abs(values).max())
    assert np.abs(values - found.value).min() <= found.error + 1e-9
    assert found.products <= MOST_PRODUCTS


def test_its_error_is_within_the_tolerance_where_one_stands_out():
    matrix = matrix_with(SPECTRA["one far above the rest"])
    found = largest_eigenvalue(lambda v: matrix @ v, 200)
    assert found.error <= TOLERANCE * found.value and not found.is_exact
    assert found.value == pytest.approx(50, rel=TOLERANCE)


def test_small_matrices_are_written_out():
    matrix = matrix_with(np.linspace(1, 2, 30))
    found = largest_eigenvalue(lambda v: matrix @ v, 30)
    assert found.is_exact and found.products == 30
    assert found.value == pytest.approx(2, rel=1e-12)


def test_nothing_but_zeros_has_the_eigenvalue_zero():
    assert largest_eigenvalue(np.zeros_like, 200).value == 0


def test_the_same_matrix_gives_the_same_bytes():
    matrix = matrix_with(SPECTRA["close together"])
    assert len({largest_eigenvalue(lambda v: matrix @ v, 200) for _ in range(2)}) == 1
