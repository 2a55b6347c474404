"""Tests of the penalties against their twins: decay, shrinking and cost, of weights and not of biases."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.engine.choices import Penalty
from server.engine.penalties import add_decay, cost, shrink
from tests import reference
from tests.engine.networks import count

either_dtype = pytest.mark.parametrize("dtype", [np.float32, np.float64])
shapes = st.lists(st.one_of(st.integers(1, 12), st.just(70)), min_size=2, max_size=6)
seeds = st.integers(0, 2**32 - 1)
CLOSE = {np.float32: 1e-6, np.float64: 1e-13}


def drawn(sizes, seed, dtype):
    return np.random.default_rng(seed).normal(size=count(sizes)).astype(dtype)


@either_dtype
@given(shapes, st.sampled_from([0.0, 0.01, 2.0]), seeds)
@settings(max_examples=50)
def test_decay_adds_the_weights_to_the_gradients(dtype, sizes, rate, seed):
    parameters, gradients = drawn(sizes, seed, dtype), drawn(sizes, seed + 1, dtype)
    expected = gradients + rate * np.where(reference.is_weight(sizes), parameters, 0)
    add_decay(dtype(rate), parameters, np.array(sizes), gradients)
    np.testing.assert_allclose(gradients, expected, rtol=CLOSE[dtype], atol=CLOSE[dtype])


@either_dtype
@given(shapes, st.sampled_from([0.0, 0.01, 0.5, 3.0]), seeds)
@settings(max_examples=50)
def test_shrinking_is_the_proximal_step(dtype, sizes, amount, seed):
    parameters = drawn(sizes, seed, dtype)
    expected = reference.shrunk(dtype(amount), parameters.copy(), sizes)
    shrink(dtype(amount), parameters, np.array(sizes))
    np.testing.assert_allclose(parameters, expected, rtol=CLOSE[dtype], atol=CLOSE[dtype])


def test_a_weight_shrinks_to_exactly_zero_and_not_beyond():
    """Of six weights and two biases, those within the amount become 0."""
    parameters = np.array([0.5, -0.5, 0.1, -0.1, 0.05, 0.0, 0.05, -0.05], np.float32)
    shrink(np.float32(0.1), parameters, np.array([3, 2]))
    np.testing.assert_array_equal(parameters, np.float32([0.4, -0.4, 0, 0, 0, 0, 0.05, -0.05]))


def test_nan_does_not_become_a_zero():
    parameters = np.array([np.nan, np.inf, -np.inf, 1], np.float32)
    shrink(np.float32(0.1), parameters, np.array([3, 1]))
    np.testing.assert_array_equal(parameters, [np.nan, np.inf, -np.inf, 1])


@given(shapes, st.sampled_from(list(Penalty)), st.sampled_from([0.0, 0.003, 5.0]), seeds)
def test_the_cost_is_the_twins(sizes, penalty, rate, seed):
    parameters = drawn(sizes, seed, np.float32)
    found = cost(penalty.code, rate, parameters, np.array(sizes))
    np.testing.assert_allclose(found, reference.penalty_cost(penalty, rate, parameters, sizes), rtol=1e-9)


def test_the_decay_is_the_derivative_of_the_cost():
    sizes, rate, h = [3, 4, 2], 0.3, 1e-6
    parameters, gradients = drawn(sizes, 1, np.float64), np.zeros(count(sizes))
    add_decay(rate, parameters, np.array(sizes), gradients)
    for place in range(len(parameters)):
        shift = h * (np.arange(len(parameters)) == place)
        up, down = (cost(Penalty.L2.code, rate, parameters + side * shift, np.array(sizes)) for side in (1, -1))
        np.testing.assert_allclose(gradients[place], (up - down) / (2 * h), rtol=1e-6, atol=1e-9)
