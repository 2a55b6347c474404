"""Tests that linear least squares in closed form is what the normal equations, and many steps downhill, come to."""

import numpy as np
import pytest

from glassbox.engine.least_squares import mean_square, solve, solve_with_bias


def problem(samples, columns, seed=0):
    chance = np.random.default_rng(seed)
    return chance.normal(size=(samples, columns)), chance.normal(size=samples)


@pytest.mark.parametrize("ridge", [0.0, 1e-3, 2.0])
def test_it_solves_the_normal_equations(ridge):
    a, t = problem(30, 6)
    np.testing.assert_allclose(solve(a, t, ridge), np.linalg.solve(a.T @ a + ridge * np.eye(6), a.T @ t), rtol=1e-10)


def test_of_many_answers_it_is_the_one_that_descent_from_zero_comes_to():
    a, t = problem(5, 12)
    w = np.zeros(12)
    for _ in range(20_000):
        w -= 0.02 * a.T @ (a @ w - t)
    np.testing.assert_allclose(solve(a, t), w, rtol=1e-8)
    np.testing.assert_allclose(a @ solve(a, t), t, rtol=1e-10)


def test_columns_that_repeat_each_other_share_their_weight():
    a, t = problem(30, 1)
    one, two = solve(np.hstack([a, a]), t)
    assert one == pytest.approx(two) == pytest.approx(solve(a, t)[0] / 2)


def test_a_small_ridge_comes_to_the_shortest_answer():
    a, t = problem(5, 12)
    np.testing.assert_allclose(solve(a, t, 1e-9), solve(a, t), rtol=1e-6)


def test_columns_that_differ_by_less_than_the_precision_count_as_the_same():
    a, t = problem(30, 1)
    nearly = np.hstack([a, a * (1 + 1e-9 * np.arange(30)[:, None])])
    assert np.abs(solve(nearly, t)).max() > 1e3
    np.testing.assert_allclose(solve(nearly, t, precision=np.float32), solve(a, t)[0] / 2, rtol=1e-6)


def test_nothing_but_zeros_weighs_nothing():
    assert solve(np.zeros((4, 2)), np.ones(4)).tolist() == [0, 0]


@pytest.mark.parametrize("ridge", [0.0, 0.7])
def test_the_bias_is_free(ridge):
    a, t = problem(40, 3)
    weights, bias = solve_with_bias(a, t + 100, ridge)
    slope = a.T @ (a @ weights + bias - t - 100) + ridge * weights
    np.testing.assert_allclose(slope, 0, atol=1e-9)
    assert (a @ weights + bias - t - 100).sum() == pytest.approx(0, abs=1e-9)


def test_the_mean_square_is_the_variance_of_what_has_no_mean():
    assert mean_square(np.array([3.0, -3.0])) == 9


@pytest.mark.parametrize(("a", "ridge"), [(np.full((2, 2), np.nan), 0.0), (np.ones((2, 2)), -1.0)])
def test_what_has_no_answer_is_refused(a, ridge):
    with pytest.raises(ValueError, match="Expected finite numbers"):
        solve(a, np.ones(2), ridge)
