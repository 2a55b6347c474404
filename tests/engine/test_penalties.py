"""Tests of the penalties against their twins: pull, shrinking and cost, of weights and not of biases,
scales and shifts.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import Activation, Normalization, OutputActivation, Penalty
from glassbox.engine.network import Architecture
from glassbox.engine.penalties import add_penalty_gradients, cost, power_of
from glassbox.engine.penalties import shrink as shrink_by_reach
from glassbox.engine.updates import Reach
from tests import reference

either_dtype = pytest.mark.parametrize("dtype", [np.float32, np.float64])
seeds = st.integers(0, 2**32 - 1)
pulling = st.sampled_from([1.01, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0])
shrinking = st.sampled_from([0.5, 0.6, 0.75, 0.9, 0.99, 1.0])
every_power = st.one_of(pulling, shrinking)
CLOSE = {np.float32: 1e-6, np.float64: 1e-13}


@st.composite
def architectures(draw):
    """Of any shape, normalized or not."""
    sizes = tuple(draw(st.lists(st.one_of(st.integers(1, 12), st.just(70)), min_size=2, max_size=6)))
    normalizations = tuple(draw(st.sampled_from(list(Normalization))) for _ in sizes[2:])
    return Architecture(sizes, (Activation.TANH,) * len(normalizations), OutputActivation.IDENTITY, normalizations)


shapes = architectures()


def plain(*sizes):
    """Without normalization."""
    return Architecture(sizes, (Activation.TANH,) * (len(sizes) - 2), OutputActivation.IDENTITY)


def drawn(architecture, seed, dtype):
    return np.random.default_rng(seed).normal(size=architecture.layout.size).astype(dtype)


def is_weight(architecture):
    return reference.is_weight(architecture.sizes, reference.normalized_layers(architecture))


def shrink(power, amount, plan, parameters, second=None, root_scale=0.0, offset=1.0):
    """The kernel; unless an optimizer divides by roots of `second`, every weight is moved by the same amount."""
    squares = np.zeros_like(parameters) if second is None else second
    shrink_by_reach(power, 2 * amount, Reach(0.5, root_scale, offset), plan, parameters, squares)


def alone(weight, dtype=np.float64):
    """The plan and parameters of a network with one weight and one bias."""
    return plain(1, 1).plan, np.array([weight, 0], dtype)


# --- p > 1: a pull


@either_dtype
@given(shapes, pulling, st.sampled_from([0.0, 0.01, 2.0]), seeds)
@settings(max_examples=60)
def test_the_pull_is_added_to_the_gradients_of_weights(dtype, architecture, power, rate, seed):
    parameters, gradients = drawn(architecture, seed, dtype), drawn(architecture, seed + 1, dtype)
    pull = reference.penalty_gradients(power, rate, parameters.astype(np.float64))
    expected = gradients + np.where(is_weight(architecture), pull, 0)
    add_penalty_gradients(power, rate, architecture.plan, parameters, gradients)
    np.testing.assert_allclose(gradients, expected, rtol=10 * CLOSE[dtype], atol=10 * CLOSE[dtype])


@pytest.mark.parametrize("power", [1.25, 1.5, 2.0, 3.0, 4.0])
def test_the_pull_is_the_derivative_of_the_cost(power):
    architecture, rate, h = plain(3, 4, 2), 0.3, 1e-6
    parameters, gradients = drawn(architecture, 1, np.float64), np.zeros(architecture.layout.size)
    assert np.abs(parameters).min() > 100 * h
    add_penalty_gradients(power, rate, architecture.plan, parameters, gradients)
    for place in range(len(parameters)):
        shift = h * (np.arange(len(parameters)) == place)
        up, down = (cost(power, rate, architecture.plan, parameters + side * shift) for side in (1, -1))
        np.testing.assert_allclose(gradients[place], (up - down) / (2 * h), rtol=1e-5, atol=1e-9)


@either_dtype
@pytest.mark.parametrize("power", [1.01, 1.5, 2.0, 3.0])
def test_a_weight_of_zero_is_not_pulled(power, dtype):
    """Not even by a kink's slope of no number."""
    (plan, parameters), gradients = alone(0, dtype), np.zeros(2, dtype)
    add_penalty_gradients(power, 0.5, plan, parameters, gradients)
    np.testing.assert_array_equal(gradients, 0)


@pytest.mark.parametrize("power", [1.5, 2.0, 4.0])
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_pulls_with_what_is_not_finite(power, value):
    (plan, parameters), gradients = alone(value, np.float32), np.zeros(2, np.float32)
    add_penalty_gradients(power, 0.5, plan, parameters, gradients)
    assert gradients[0] == value or (np.isnan(value) and np.isnan(gradients[0]))


# --- p ≤ 1: the proximal step


@either_dtype
@given(shapes, shrinking, st.sampled_from([0.0, 1e-4, 0.01, 0.5, 3.0]), seeds)
@settings(max_examples=60)
def test_shrinking_is_the_proximal_step_of_weights(dtype, architecture, power, amount, seed):
    parameters = drawn(architecture, seed, dtype)
    exact = reference.shrunk(power, amount, parameters)
    expected = np.where(is_weight(architecture), exact, parameters)
    shrink(power, amount, architecture.plan, parameters)
    np.testing.assert_allclose(parameters, expected, rtol=CLOSE[dtype], atol=CLOSE[dtype])


@either_dtype
@given(shapes, shrinking, st.sampled_from([1e-4, 0.01, 0.5]), seeds)
@settings(max_examples=40)
def test_where_an_optimizer_divides_by_roots_each_weight_shrinks_by_an_amount_of_its_own(
    dtype, architecture, power, amount, seed
):
    parameters = drawn(architecture, seed, dtype)
    second = np.random.default_rng(seed + 2).exponential(size=len(parameters)).astype(dtype)
    amounts = amount / (3 * np.sqrt(second.astype(np.float64)) + 0.1)
    expected = np.where(is_weight(architecture), reference.shrunk(power, amounts, parameters), parameters)
    shrink(power, amount, architecture.plan, parameters, second, root_scale=3.0, offset=0.1)
    np.testing.assert_allclose(parameters, expected, rtol=CLOSE[dtype], atol=CLOSE[dtype])


@pytest.mark.parametrize("power", [0.5, 0.75, 0.95, 1.0])
@pytest.mark.parametrize("amount", [1e-3, 0.05, 0.5, 2.0])
def test_nothing_on_a_fine_grid_is_better_than_the_shrunken_weight(power, amount):
    """By brute force, which knows neither thresholds nor derivatives."""
    for weight in np.concatenate([np.linspace(-3, 3, 61), amount * np.linspace(-4, 4, 33)]):
        plan, parameters = alone(weight)
        shrink(power, amount, plan, parameters)
        tried = np.append(np.linspace(-abs(weight), abs(weight), 20001), 0)
        found = proximal_cost(parameters[0], weight, power, amount)
        assert found <= proximal_cost(tried, weight, power, amount).min() + 1e-15
        assert parameters[1] == 0


def proximal_cost(x, weight, power, amount):
    return (x - weight) ** 2 / 2 + amount * np.abs(x) ** power / power


def test_a_weight_shrinks_to_exactly_zero_and_not_beyond():
    """Of six weights and two biases, those within the amount become 0."""
    parameters = np.array([0.5, -0.5, 0.1, -0.1, 0.05, 0.0, 0.05, -0.05], np.float32)
    shrink(1.0, float(np.float32(0.1)), plain(3, 2).plan, parameters)
    np.testing.assert_array_equal(parameters, np.float32([0.4, -0.4, 0, 0, 0, 0, 0.05, -0.05]))


@pytest.mark.parametrize("power", [0.5, 0.75, 0.9])
def test_below_one_small_weights_become_exactly_zero_and_large_ones_keep_their_sign(power):
    plan = plain(4, 1).plan
    parameters = np.array([2.0, -2.0, 0.01, -0.01, 0.005], np.float32)
    shrink(power, 0.05, plan, parameters)
    assert 1.9 < parameters[0] < 2 and parameters[1] == -parameters[0]
    np.testing.assert_array_equal(parameters[2:], np.float32([0, 0, 0.005]))


@either_dtype
@given(shrinking, st.sampled_from([0.0, 1e-30, 1e-4, 1.0]))
def test_a_weight_of_zero_stays_there(dtype, power, amount):
    plan, parameters = alone(0, dtype)
    shrink(power, amount, plan, parameters)
    assert parameters[0] == 0


@pytest.mark.parametrize("power", [0.5, 1.0])
def test_nan_does_not_become_a_zero(power):
    parameters = np.array([np.nan, np.inf, -np.inf, 1], np.float32)
    shrink(power, 0.1, plain(3, 1).plan, parameters)
    np.testing.assert_array_equal(parameters, [np.nan, np.inf, -np.inf, 1])


# --- cost


@given(shapes, st.sampled_from(list(Penalty)), every_power, st.sampled_from([0.0, 0.003, 5.0]), seeds)
def test_the_cost_is_the_twins(architecture, penalty, power, rate, seed):
    parameters = drawn(architecture, seed, np.float32)
    found = cost(power_of(penalty.code, power), rate, architecture.plan, parameters)
    weights = parameters[is_weight(architecture)]
    np.testing.assert_allclose(
        found, reference.penalty_cost(reference.power_of(penalty, power), rate, weights), rtol=1e-9
    )


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0, 4.0])
def test_weights_of_zero_cost_nothing(power):
    architecture = plain(3, 4, 2)
    assert cost(power, 0.5, architecture.plan, np.zeros(architecture.layout.size, np.float32)) == 0


def test_one_weight_of_three_costs_what_the_formula_says():
    plan, parameters = alone(-3)
    for power, expected in ((0.5, 0.2 * 3**0.5 / 0.5), (1.0, 0.6), (2.0, 0.9), (4.0, 0.2 * 81 / 4)):
        np.testing.assert_allclose(cost(power, 0.2, plan, parameters), expected)
