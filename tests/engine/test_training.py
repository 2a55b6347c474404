"""Tests of a mini-batch's gradients and of whole training runs against their twins, over random architectures."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.engine import training
from server.engine.choices import Activation, Optimizer, Penalty
from server.engine.network import Architecture
from server.engine.updates import Rate
from tests import reference
from tests.engine import kernels
from tests.engine.networks import HEADS, assert_gradients_close, case_of, cases, recipe_of


def check_gradients(case, order, start, count):
    chosen = order[start : start + count]
    exact = reference.gradients(case.architecture, case.loss, case.parameters, case.x[:, chosen], case.t[chosen])
    assert_gradients_close(case, kernels.gradients(case, order, start, count), exact)


@st.composite
def batches(draw, dtype):
    """A network, an order of its samples, and a mini-batch of them: where it begins and how long it is."""
    case = draw(cases(dtype))
    samples = len(case.t)
    start = draw(st.integers(0, samples - 1))
    count = draw(st.integers(1, samples - start))
    return case, np.random.default_rng(samples).permutation(samples), start, count


@given(batches(np.float32))
@settings(max_examples=60)
def test_gradients_are_the_twins(batch):
    check_gradients(*batch)


@given(batches(np.float64))
@settings(max_examples=60)
def test_gradients_are_the_twins_in_float64(batch):
    check_gradients(*batch)


@pytest.mark.parametrize("samples", [1, 15, 16, 17, 63, 64, 65, 127, 128, 129, 200])
def test_what_is_left_over_of_tiles_and_lanes_counts_as_the_rest_does(samples):
    architecture = Architecture((2, 5, 1), (Activation.TANH,), HEADS[0][0])
    case = case_of(architecture, HEADS[0][1], samples, 1, np.float64)
    check_gradients(case, np.arange(samples), 0, samples)


def test_an_order_may_name_a_sample_twice():
    case = case_of(Architecture((2, 5, 1), (Activation.TANH,), HEADS[0][0]), HEADS[0][1], 30, 1, np.float64)
    check_gradients(case, np.array([4, 4, 4, 7, 0, 29, 29]), 1, 6)


def trained(recipe, case, steps):
    """The engine's parameters after so many mini-batches, in the dtype of the case; and where it then is."""
    parameters = case.parameters.copy()
    first, second, where = np.zeros_like(parameters), np.zeros_like(parameters), np.zeros(3, np.int64)
    codes = [choice.code for choice in (case.architecture.output, case.loss, recipe.optimizer, recipe.penalty)]
    training.train(
        steps, where, np.array(codes), *case.plan, rates_of(recipe), recipe.batch_size, recipe.seed,
        case.x, case.t, np.zeros(len(case.t), np.int64), parameters, first, second, case.workspace(),
    )  # fmt: skip
    return parameters, where


def rates_of(recipe):
    rates = np.empty(len(Rate))
    for rate in Rate:
        rates[rate] = getattr(recipe, rate.name.lower())
    return rates


smooth = st.sampled_from([Activation.TANH, Activation.SIGMOID, Activation.SOFTPLUS, Activation.SILU, Activation.LINEAR])
small_cases = {
    dtype: cases(dtype, deepest=3, samples=st.integers(1, 90), activations=smooth) for dtype in (np.float32, np.float64)
}
choices = st.tuples(
    st.sampled_from(list(Optimizer)), st.sampled_from(list(Penalty)), st.integers(1, 100), st.integers(0, 2**31)
)


def recipe_with(case, choices):
    """Coefficients far from 0 and 1, so that a wrong place for one of them shows."""
    optimizer, penalty, batch_size, seed = choices
    return recipe_of(
        case.architecture, case.loss, optimizer=optimizer, penalty=penalty, batch_size=batch_size, seed=seed,
        learning_rate=0.02, momentum=0.7, rmsprop_decay=0.8, beta1=0.6, beta2=0.9, epsilon=1e-3, penalty_rate=0.03,
    )  # fmt: skip


@given(small_cases[np.float64], choices, st.integers(0, 12))
@settings(max_examples=60)
def test_training_runs_as_the_twin_in_float64(case, choices, steps):
    recipe = recipe_with(case, choices)
    found, _ = trained(recipe, case, steps)
    np.testing.assert_allclose(
        found, reference.trained(recipe, case.parameters, case.x, case.t, steps), rtol=1e-9, atol=1e-10
    )


@given(small_cases[np.float32], choices, st.integers(0, 12))
@settings(max_examples=40)
def test_training_runs_as_the_twin_in_float32(case, choices, steps):
    recipe = recipe_with(case, choices)
    found, _ = trained(recipe, case, steps)
    np.testing.assert_allclose(
        found, reference.trained(recipe, case.parameters, case.x, case.t, steps), rtol=1e-4, atol=1e-4
    )


@given(st.integers(1, 50), st.integers(1, 60), st.integers(0, 100))
@settings(max_examples=30)
def test_where_counts_epochs_samples_and_updates(samples, batch_size, steps):
    case = case_of(Architecture((2, 1), (), HEADS[0][0]), HEADS[0][1], samples, 1)
    _, where = trained(recipe_of(case.architecture, case.loss, batch_size=batch_size), case, steps)
    epochs, batches = divmod(steps, -(-samples // batch_size))
    assert tuple(where) == (epochs, batches * batch_size, steps)


def test_an_epoch_sees_every_sample_once():
    """With plain gradient descent at a tiny rate, an epoch of small batches moves as one step over all samples does."""
    case = case_of(Architecture((2, 3, 1), (Activation.TANH,), HEADS[0][0]), HEADS[0][1], 60, 2, np.float64)
    tiny = recipe_of(case.architecture, case.loss, learning_rate=1e-7, batch_size=4)
    small, _ = trained(tiny, case, 15)
    whole, _ = trained(replace(tiny, batch_size=60, learning_rate=15e-7), case, 1)
    np.testing.assert_allclose(small - case.parameters, whole - case.parameters, rtol=1e-4)
