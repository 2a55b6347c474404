"""Tests of a mini-batch's gradients and of whole training runs against their twins, over random architectures."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from glassbox.engine import training
from glassbox.engine.choices import Activation, Loss, Normalization, Optimizer, Penalty, Schedule
from glassbox.engine.kernel_args import Batches, Counter, FrozenParameters, State
from glassbox.engine.network import Architecture
from tests import reference
from tests.engine import kernels
from tests.engine.cold import may_compile
from tests.engine.networks import (
    HEADS,
    WORST,
    assert_gradients_close,
    case_of,
    cases,
    magnification,
    recipe_of,
    smooth,
)

pytestmark = may_compile

kinds = st.sampled_from(list(Normalization))


def check_gradients(case, order, start, count):
    chosen = order[start : start + count]
    batch = replace(case, x=case.x[:, chosen], t=case.t[chosen])
    x = reference.jittered(batch.x, case.noise, case.seed, case.step)
    exact = reference.gradients(case.architecture, case.loss, case.parameters, x, batch.t, case.delta, batch.masks)
    assert_gradients_close(case, kernels.gradients(case, order, start, count), exact)


@st.composite
def batches(draw, dtype, **choices):
    """A network, an order of its samples, and a mini-batch of them: where it begins and how long it is."""
    case = draw(cases(dtype, **choices))
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


@given(batches(np.float64, normalizations=kinds))
@settings(max_examples=60)
def test_gradients_through_normalized_layers_are_the_twins(batch):
    """Of mini-batches of several tiles too."""
    assume(says_something(*batch))
    check_gradients(*batch)


def says_something(case, order, start, count):
    chosen = order[start : start + count]
    return magnification(replace(case, x=case.x[:, chosen], t=case.t[chosen])) < WORST


@given(batches(np.float64, deepest=3, widths=st.integers(1, 20), normalizations=kinds), st.data())
@settings(max_examples=60)
def test_gradients_with_dropout_and_noise_are_the_twins(batch, data):
    """The mask and the jitter belong to the step and to the place in the mini-batch, whatever tile that is in."""
    case, order, start, count = batch
    rates = tuple(data.draw(st.sampled_from([0.0, 0.2, 0.5, 0.9])) for _ in case.architecture.activations)
    seed, step = data.draw(st.integers(0, 2**31 - 1)), data.draw(st.integers(0, 10**9))
    case = replace(case, dropout=rates, noise=data.draw(st.sampled_from([0.0, 0.1, 2.0])), seed=seed, step=step)
    assume(says_something(case, order, start, count))
    check_gradients(case, order, start, count)


@pytest.mark.parametrize("samples", [1, 15, 16, 17, 63, 64, 65, 127, 128, 129, 200])
def test_what_is_left_over_of_tiles_and_lanes_counts_as_the_rest_does(samples):
    architecture = Architecture((2, 5, 1), (Activation.TANH,), HEADS[0][0])
    case = case_of(architecture, HEADS[0][1], samples, 1, np.float64)
    check_gradients(case, np.arange(samples), 0, samples)


def test_an_order_may_name_a_sample_twice():
    case = case_of(Architecture((2, 5, 1), (Activation.TANH,), HEADS[0][0]), HEADS[0][1], 30, 1, np.float64)
    check_gradients(case, np.array([4, 4, 4, 7, 0, 29, 29]), 1, 6)


def trained(recipe, case, steps, held=((), (), ())):
    """The engine's moment after so many mini-batches, in the dtype of the case, from fresh statistics;
    and where it then is.
    """
    nothing, work = np.zeros_like(case.parameters), case.workspace()
    statistics = reference.fresh_statistics(recipe.architecture.sizes).astype(case.dtype)
    state = State(case.parameters.copy(), nothing, nothing.copy(), statistics, np.zeros(len(Counter), np.int64))
    batches = Batches(case.x, case.t, np.zeros(len(case.t), np.int64), recipe.batch_size, recipe.seed)
    units = np.array(held[2], np.int64)
    still = FrozenParameters(
        np.array(held[0], np.int64), np.array(held[1], case.dtype), units, np.take(statistics, units, axis=1)
    )
    training.train(steps, recipe.plan(), recipe.hyperparameters(), batches, still, state, work)
    return reference.Moment(*state[:4]), state.where


small_cases = {
    dtype: cases(dtype, deepest=3, samples=st.integers(1, 90), activations=smooth) for dtype in (np.float32, np.float64)
}
without_kinks = small_cases[np.float32].filter(lambda case: case.loss not in (Loss.ABSOLUTE, Loss.HINGE))
penalties = st.tuples(st.sampled_from(list(Penalty)), st.sampled_from([0.5, 0.75, 1.0, 1.5, 3.0, 4.0]))
choices = st.tuples(st.sampled_from(list(Optimizer)), penalties, st.integers(1, 100), st.integers(0, 2**31 - 1))


def recipe_with(case, choices):
    """Coefficients far from 0 and 1, so that a wrong place for one of them shows."""
    optimizer, (penalty, power), batch_size, seed = choices
    return recipe_of(
        case.architecture, case.loss, optimizer=optimizer, penalty=penalty, batch_size=batch_size, seed=seed,
        penalty_power=power, huber_delta=case.delta,
        learning_rate=0.02, momentum=0.7, rmsprop_decay=0.8, beta1=0.6, beta2=0.9, epsilon=1e-3, penalty_rate=0.03,
    )  # fmt: skip


def assert_same_runs(recipe, case, steps, held=((), (), ()), **tolerance):
    found, _ = trained(recipe, case, steps, held)
    expected = reference.trained(recipe, case.parameters, case.x, case.t, steps, held)
    np.testing.assert_allclose(found.parameters, expected.parameters, **tolerance)
    np.testing.assert_allclose(found.statistics, expected.statistics, **tolerance)


@given(small_cases[np.float64], choices, st.integers(0, 12))
@settings(max_examples=60)
def test_training_runs_as_the_twin_in_float64(case, choices, steps):
    recipe = recipe_with(case, choices)
    assert_same_runs(recipe, case, steps, rtol=1e-9, atol=1e-10)


@given(without_kinks, choices, st.integers(0, 12))
@settings(max_examples=40)
def test_training_runs_as_the_twin_in_float32(case, choices, steps):
    recipe = recipe_with(case, choices)
    assume(
        not 0 < reference.power_of(recipe.penalty, recipe.penalty_power) < 1
    )  # there a rounding error may make a zero
    assert_same_runs(recipe, case, steps, rtol=1e-4, atol=1e-4)


@st.composite
def methods(draw):
    """A network with everything that can be switched on, the recipe, and what is held: parameters,
    their values, and units.
    """
    case = draw(
        cases(np.float64, deepest=3, samples=st.integers(1, 90), activations=smooth, widths=st.integers(1, 9),
        normalizations=kinds)
    )  # fmt: skip
    recipe = replace(
        recipe_with(case, draw(choices)),
        dropout=tuple(draw(st.sampled_from([0.0, 0.3, 0.8])) for _ in case.architecture.activations),
        input_noise=draw(st.sampled_from([0.0, 0.5])),
        clip_norm=draw(st.sampled_from([0.0, 0.1, 2.0])),
        schedule=draw(st.sampled_from(list(Schedule))),
        schedule_epochs=draw(st.sampled_from([0.5, 1.0, 2.5])),
        schedule_factor=draw(st.sampled_from([0.3, 1.0, 1.1])),
    )
    places = draw(st.lists(st.integers(0, len(case.parameters) - 1), max_size=5, unique=True))
    units = draw(st.lists(st.integers(0, sum(case.architecture.sizes) - 1), max_size=4, unique=True))
    return case, recipe, (places, [draw(st.sampled_from([0.0, -0.7, 2.0])) for _ in places], units)


@given(methods(), st.integers(0, 12))
@settings(max_examples=120)
def test_training_with_every_method_runs_as_the_twin(chosen, steps):
    case, recipe, held = chosen
    assert_same_runs(recipe, case, steps, held, rtol=1e-6, atol=1e-6)


@given(st.integers(1, 50), st.integers(1, 60), st.integers(0, 100))
@settings(max_examples=30)
def test_where_counts_epochs_samples_and_updates(samples, batch_size, steps):
    case = case_of(Architecture((2, 1), (), HEADS[0][0]), HEADS[0][1], samples, 1)
    _, where = trained(recipe_of(case.architecture, case.loss, batch_size=batch_size), case, steps)
    epochs, batches = divmod(steps, -(-samples // batch_size))
    assert tuple(where) == (epochs, batches * batch_size, steps, steps)


def test_an_epoch_sees_every_sample_once():
    """With plain gradient descent at a tiny rate, an epoch of small batches moves as one step over all samples does."""
    case = case_of(Architecture((2, 3, 1), (Activation.TANH,), HEADS[0][0]), HEADS[0][1], 60, 2, np.float64)
    tiny = recipe_of(case.architecture, case.loss, learning_rate=1e-7, batch_size=4)
    small, _ = trained(tiny, case, 15)
    whole, _ = trained(replace(tiny, batch_size=60, learning_rate=15e-7), case, 1)
    np.testing.assert_allclose(small.parameters - case.parameters, whole.parameters - case.parameters, rtol=1e-4)
