"""Tests that fitted polynomials are least squares in plain powers, and show what the lecture says of their degree."""

import numpy as np
import pytest

from glassbox.engine.data_choices import Dataset
from glassbox.engine.generators import generate
from glassbox.engine.polynomials import MOST_DEGREE, fit_polynomial, polynomial_columns


def sine(seed, training=20, samples=200):
    """Noisy points to fit and clean ones to judge by, in the same places as the page has them."""
    noisy = generate(Dataset.SINE, samples=samples, noise=0.0, label_noise=0.3, seed=seed)
    clean = generate(Dataset.SINE, samples=samples, noise=0.0, label_noise=0.0, seed=seed)
    return noisy.x[:training, 0], noisy.target[:training], clean.x[training:, 0], clean.target[training:]


def medians(degrees, seeds, ridge=0.0):
    """Of the test error, by degree."""
    return [
        float(np.median([fit_polynomial(*sine(seed), degree, ridge).test_mse for seed in seeds])) for degree in degrees
    ]


@pytest.mark.parametrize("degree", [0, 1, 3, 6])
def test_it_is_the_least_squares_polynomial(degree):
    x, t, x_test, t_test = (values.astype(np.float64) for values in sine(1))
    fit, plain = fit_polynomial(x, t, x_test, t_test, degree), np.polynomial.Polynomial.fit(x, t, degree)
    np.testing.assert_allclose(fit.at(x_test), plain(x_test), rtol=1e-7, atol=1e-9)
    np.testing.assert_allclose(fit.curve[1], plain(fit.curve[0]), rtol=1e-7, atol=1e-9)
    assert fit.train_mse == pytest.approx(((plain(x) - t) ** 2).mean())
    assert fit.test_mse == pytest.approx(((plain(x_test) - t_test) ** 2).mean())
    assert fit.parameters == degree + 1


def test_as_many_coefficients_as_points_go_through_all_of_them():
    assert fit_polynomial(*sine(2), degree=40).train_mse < 1e-20


def test_its_columns_obey_the_recurrence_of_legendre():
    x = np.linspace(-6, 6, 13)
    columns = polynomial_columns(x, 9)
    for n in range(1, 9):
        expected = ((2 * n + 1) * x / 6 * columns[:, n] - n * columns[:, n - 1]) / (n + 1)
        np.testing.assert_allclose(columns[:, n + 1], expected, atol=1e-12)


def test_the_error_is_u_shaped_in_the_degree():
    """The recipe: .53 at degree 0, .074 at 7, beyond 20 at 12."""
    first, lowest, last = medians((0, 7, 12), range(100, 124))
    assert first > 1.2 * lowest and last > 1.2 * lowest
    assert lowest < 0.12


def test_it_falls_again_far_behind_as_many_coefficients_as_points():
    valley, peak, second = medians((7, 19, 100), range(100, 124))
    assert peak > 1e6 and second < 1 and peak > 1.3 * valley


def test_a_ridge_takes_the_peak_away():
    assert max(medians((7, 12, 19, 40, 100), range(100, 124), ridge=1e-2)) < 0.4


@pytest.mark.parametrize("degree", [-1, MOST_DEGREE + 1])
def test_a_degree_out_of_bounds_is_refused(degree):
    with pytest.raises(ValueError, match="Expected a degree from 0 to 100"):
        polynomial_columns(np.zeros(1), degree)
