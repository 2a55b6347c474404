"""Tests of the optimizers against their twins, step by step; `test_torch_trajectories.py` holds them to PyTorch."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import Optimizer
from glassbox.engine.kernel_args import Counter, State
from glassbox.engine.network import Architecture
from glassbox.engine.updates import steady_reach, update
from tests import reference
from tests.engine.networks import HEADS, recipe_of

CLOSE = {np.float32: 2e-6, np.float64: 1e-12}
every_optimizer = pytest.mark.parametrize("optimizer", list(Optimizer))
either_dtype = pytest.mark.parametrize("dtype", [np.float32, np.float64])


def recipe_with(optimizer, **coefficients):
    """For any network: the optimizers do not look at it."""
    output, loss = HEADS[0]
    return recipe_of(Architecture((2, 1), (), output), loss, optimizer=optimizer, **coefficients)


def moved(recipe, parameters, gradients):
    """Parameters and memory after one update by each of the gradients."""
    nothing, where = np.zeros((2, 0), parameters.dtype), np.zeros(len(Counter), np.int64)
    state = State(parameters.copy(), np.zeros_like(parameters), np.zeros_like(parameters), nothing, where)
    for count, g in enumerate(gradients, start=1):
        where[Counter.UPDATES] = count
        update(recipe.optimizer.code, recipe.learning_rate, recipe.hyperparameters(), state, g)
    return state.parameters, state.first, state.second


def moved_twin(recipe, parameters, gradients):
    parameters, first, second = parameters.astype(np.float64), np.zeros(len(parameters)), np.zeros(len(parameters))
    for count, g in enumerate(gradients, start=1):
        parameters, first, second = reference.updated(
            recipe, recipe.learning_rate, parameters, g.astype(np.float64), first, second, count
        )
    return parameters, first, second


coefficients = st.fixed_dictionaries(
    {
        "learning_rate": st.sampled_from([1e-4, 0.03, 0.5]),
        "momentum": st.sampled_from([0.0, 0.9, 0.999]),
        "rmsprop_decay": st.sampled_from([0.0, 0.9, 0.9999]),
        "beta1": st.sampled_from([0.0, 0.9, 0.999]),
        "beta2": st.sampled_from([0.0, 0.999, 0.9999]),
        "epsilon": st.sampled_from([1e-8, 1e-3, 1.0]),
    }
)


@either_dtype
@every_optimizer
@given(coefficients=coefficients, size=st.integers(1, 70), steps=st.integers(1, 6), seed=st.integers(0, 2**32 - 1))
@settings(max_examples=40)
def test_parameters_and_memory_are_the_twins(optimizer, dtype, coefficients, size, steps, seed):
    chance = np.random.default_rng(seed)
    recipe = recipe_with(optimizer, **coefficients)
    parameters, gradients = chance.normal(size=size).astype(dtype), chance.normal(size=(steps, size)).astype(dtype)
    for ours, theirs in zip(
        moved(recipe, parameters, gradients), moved_twin(recipe, parameters, gradients), strict=True
    ):
        # In float32, 1 − 0.9999 is known to 1e-4 of itself only if it is taken in float64 first, as it must be.
        np.testing.assert_allclose(ours, theirs, rtol=20 * CLOSE[dtype], atol=20 * CLOSE[dtype])


@every_optimizer
@pytest.mark.parametrize("updates", [1, 2, 7, 400])
def test_the_reach_is_how_far_a_steady_gradient_of_one_moves(optimizer, updates):
    recipe = recipe_with(optimizer, learning_rate=0.03, momentum=0.8, rmsprop_decay=0.7, epsilon=1e-3)
    ones = np.ones((updates, 1))
    before, after = (moved(recipe, np.zeros(1), g) for g in (ones[1:], ones))
    far, root_scale, offset = steady_reach(optimizer.code, 0.03, recipe.hyperparameters(), updates)
    np.testing.assert_allclose(before[0] - after[0], far / (root_scale * np.sqrt(after[2]) + offset), rtol=1e-9)


@every_optimizer
def test_a_long_run_stays_near_its_twin_in_float32(optimizer):
    chance = np.random.default_rng(2)
    recipe = recipe_with(optimizer, learning_rate=0.003)
    parameters, gradients = chance.normal(size=20).astype(np.float32), chance.normal(size=(3000, 20)).astype(np.float32)
    ours, theirs = (run(recipe, parameters, gradients)[0] for run in (moved, moved_twin))
    np.testing.assert_allclose(ours, theirs, rtol=1e-3, atol=1e-3)


@every_optimizer
def test_a_gradient_of_zero_moves_nothing_at_rest(optimizer):
    parameters = np.linspace(-1, 1, 33).astype(np.float32)
    still, first, second = moved(recipe_with(optimizer), parameters, np.zeros((3, 33), np.float32))
    np.testing.assert_array_equal(still, parameters)
    assert not first.any() and not second.any()


def test_adams_first_step_is_the_learning_rate_whatever_the_gradients_size():
    gradients = np.array([[-1e3, -1, -1e-3, 1e-3, 1, 1e3]], np.float32)
    after, _, _ = moved(recipe_with(Optimizer.ADAM, learning_rate=0.01), np.zeros(6, np.float32), gradients)
    np.testing.assert_allclose(after, -0.01 * np.sign(gradients[0]), rtol=1e-4)


@every_optimizer
@pytest.mark.parametrize("special", [np.nan, np.inf])
def test_what_is_not_finite_is_not_hidden(optimizer, special):
    gradients = np.zeros((1, 40), np.float32)
    gradients[0, 17] = special
    parameters, _, _ = moved(recipe_with(optimizer), np.zeros(40, np.float32), gradients)
    assert not np.isfinite(parameters[17]) and np.isfinite(np.delete(parameters, 17)).all()
