"""Tests that random ReLU features are those of their formula, and descend a second time where the lecture says so."""

import numpy as np
import pytest

from glassbox.engine.random_features import fit_random_features, random_features

TRAINING = 40


def teacher(seed, training=TRAINING, sigma=0.4, inputs=8, units=30):
    """Numbers that a fixed network of ReLU units makes of normal inputs, noisy to train on and clean to test with."""
    chance = np.random.default_rng(seed)
    weights = chance.normal(0, np.sqrt(1 / inputs), (units, inputs))
    biases, output = chance.normal(0, 0.5, units), chance.normal(size=units)

    def answers(x):
        return output @ np.maximum(weights @ x + biases[:, None], 0)

    many = answers(chance.normal(size=(inputs, 4000)))
    x, x_test = chance.normal(size=(inputs, training)), chance.normal(size=(inputs, 500))
    t, t_test = ((answers(each) - many.mean()) / many.std() for each in (x, x_test))
    return x, t + sigma * chance.normal(size=training), x_test, t_test


def median(units, ridge=0.0):
    fits = [fit_random_features(*teacher(seed), units, ridge, seed) for seed in range(100, 112)]
    return float(np.median([fit.test_mse for fit in fits]))


def test_they_are_those_of_the_formula():
    features, x = random_features(3, 5, seed=7), np.random.default_rng(0).normal(size=(3, 4))
    for sample, given in enumerate(x.T):
        for unit in range(5):
            total = sum(features.directions[unit, i] * given[i] / 3 for i in range(3)) + features.biases[unit]
            assert features.of(x)[sample, unit] == pytest.approx(max(total, 0) / 5**0.5)
    np.testing.assert_allclose(np.linalg.norm(features.directions, axis=1), 1)
    assert (np.abs(features.biases) <= 1).all()


def test_more_units_keep_the_first_ones():
    few, many = random_features(4, 3, seed=1), random_features(4, 9, seed=1)
    np.testing.assert_array_equal(many.directions[:3], few.directions)
    np.testing.assert_array_equal(many.biases[:3], few.biases)


def test_the_same_seed_gives_the_same_bytes_and_another_others():
    data = teacher(1)
    one, again, other = (fit_random_features(*data, 10, seed=seed).weights for seed in (1, 1, 2))
    assert one.tobytes() == again.tobytes() != other.tobytes()


def test_fewer_features_than_points_are_fitted_by_least_squares():
    x, t, x_test, t_test = teacher(3)
    fit = fit_random_features(x, t, x_test, t_test, 6, seed=3)
    known = fit.features.of(x)
    np.testing.assert_allclose(fit.weights, np.linalg.lstsq(known, t)[0], rtol=1e-8, atol=1e-12)  # one may be dead
    assert fit.train_mse == pytest.approx(((known @ fit.weights - t) ** 2).mean())
    assert fit.test_mse == pytest.approx(((fit.features.of(x_test) @ fit.weights - t_test) ** 2).mean())
    assert fit.parameters == 6


def test_the_error_descends_a_second_time():
    """The recipe: .578 at .3 features a point, hundreds about 1, below the first valley from 10 on."""
    valley, peak, second = median(12), median(TRAINING), median(10 * TRAINING)
    assert peak > 10 * valley and peak > 10 * second
    assert second < valley


def test_a_ridge_takes_the_peak_away():
    at_points, wide = median(TRAINING, ridge=1e-2), median(10 * TRAINING, ridge=1e-2)
    assert at_points < 1.3 * wide


@pytest.mark.parametrize("wrong", [(0, 3), (3, 0)])
def test_there_must_be_inputs_and_units(wrong):
    with pytest.raises(ValueError, match="Expected an input and a unit"):
        random_features(*wrong, seed=1)
