"""Tests of dropout: how many units it silences and how it makes up for them, for which units and samples,
and what it tells.

Twins and central differences, with the mask held fixed, are where those of all layers are.
"""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import Activation, Loss, OutputActivation
from glassbox.engine.dropout import dropped_units
from glassbox.engine.network import Architecture
from tests import reference
from tests.engine import kernels
from tests.engine.cold import may_compile
from tests.engine.networks import case_of

pytestmark = may_compile

seeds = st.integers(0, 2**31 - 1)
RATES = [0.05, 0.2, 0.5, 0.9]


def case_with(*rates, sizes=(2, 40, 30, 1), samples=64, activation=Activation.SIGMOID, dtype=np.float32, **more):
    """Of units that are never exactly 0 by themselves."""
    architecture = Architecture(sizes, (activation,) * (len(sizes) - 2), OutputActivation.IDENTITY)
    return replace(case_of(architecture, Loss.SQUARED_ERROR, samples, 1, dtype), dropout=rates, **more)


def hidden(case, training=True):
    """Outputs and slopes of the hidden layers, [units, samples] each."""
    outputs, slopes, _ = kernels.forward(case, case.workspace(), training)
    return [part.copy() for part in outputs[1:-1]], [part.copy() for part in slopes[1:-1]]


@pytest.mark.parametrize("rate", RATES)
def test_it_silences_the_share_that_it_is_told(rate):
    silent = np.array([hidden(case_with(rate, 0.0, step=step))[0][0] == 0 for step in range(40)])
    spread = np.sqrt(rate * (1 - rate) / silent.size)
    assert abs(silent.mean() - rate) < 4 * spread
    for axis in (0, 1, 2):  # steps, units, samples: none is preferred
        others = tuple(other for other in range(3) if other != axis)
        shares = silent.mean(axis=others)
        assert np.abs(shares - rate).max() < 5 * np.sqrt(rate * (1 - rate) / (silent.size / silent.shape[axis]))


@pytest.mark.parametrize("rate", RATES)
def test_what_is_left_is_scaled_up_with_its_slope(rate):
    (dropped, _), (steep, _) = hidden(case_with(rate, 0.0))
    (plain, _), (plain_slopes, _) = hidden(case_with(0.0, 0.0))
    kept = dropped != 0
    np.testing.assert_allclose(dropped[kept], plain[kept] / (1 - rate), rtol=1e-6)
    np.testing.assert_allclose(steep[kept], plain_slopes[kept] / (1 - rate), rtol=1e-6)
    assert not steep[~kept].any() and kept.any()


def test_over_many_steps_the_mean_is_what_evaluating_gives():
    case = case_with(0.5, 0.0)
    (exact, _), _ = hidden(case, training=False)
    mean = np.mean([hidden(replace(case, step=step))[0][0] for step in range(2000)], axis=0)
    assert np.abs(mean - exact).max() < 5 * np.abs(exact).max() / np.sqrt(2000)


def test_evaluating_drops_nothing():
    case = case_with(0.5, 0.9)
    for ours, plain in zip(hidden(case, training=False), hidden(case_with(0.0, 0.0), training=False), strict=True):
        for part, other in zip(ours, plain, strict=True):
            np.testing.assert_array_equal(part, other)
    assert kernels.score(case) == kernels.score(replace(case, dropout=()))


def silent_units(case):
    return [part == 0 for part in hidden(case)[0]]


def test_seed_and_step_decide_the_mask_and_nothing_else():
    case = case_with(0.5, 0.5, seed=3, step=8)
    first, second = silent_units(case)
    for other in (
        case_with(0.5, 0.0, seed=3, step=8),
        case_with(0.5, 0.9, seed=3, step=8, activation=Activation.SOFTPLUS),
    ):
        np.testing.assert_array_equal(silent_units(other)[0], first)
    for other in (replace(case, seed=4), replace(case, step=9), replace(case, seed=8, step=3)):
        for mask, before in zip(silent_units(other), (first, second), strict=True):
            assert 0.4 < (mask == before).mean() < 0.6


def test_layers_units_and_samples_are_dropped_independently():
    first, second = silent_units(case_with(0.5, 0.5, sizes=(2, 60, 60, 1)))
    noise = 4.5 / np.sqrt(60 * 64)
    assert abs(np.corrcoef(first.ravel(), second.ravel())[0, 1]) < noise
    for mask in (first, second):
        assert abs(np.corrcoef(mask[1:].ravel(), mask[:-1].ravel())[0, 1]) < noise
        assert abs(np.corrcoef(mask[:, 1:].ravel(), mask[:, :-1].ravel())[0, 1]) < noise


@pytest.mark.parametrize("rate", [0.1, 0.5])
def test_a_higher_rate_drops_all_that_a_lower_one_does(rate):
    """So a slider that is moved slowly changes little."""
    lower, higher = (silent_units(case_with(share, 0.0))[0] for share in (rate, rate + 0.3))
    assert (higher | ~lower).all() and (higher & ~lower).any()


@pytest.mark.parametrize("samples", [64, 65, 150, 200])
def test_a_mini_batch_has_the_same_masks_whatever_tiles_it_falls_into(samples):
    """The loss is the twin's, whose masks know no tiles."""
    case = case_with(0.4, 0.2, samples=samples, dtype=np.float64)
    z = reference.forward(case.architecture, case.parameters, case.x, masks=case.masks)[0][-1]
    np.testing.assert_allclose(kernels.training_loss(case), ((z[0] - case.t) ** 2).mean() / 2, rtol=1e-12)


@given(st.sampled_from([0.0, *RATES]), seeds, st.integers(0, 10**9), st.integers(0, 500), st.integers(1, 40))
@settings(max_examples=60)
def test_the_units_it_tells_are_the_twins_of_the_first_sample(rate, seed, step, before, units):
    (mask,) = reference.dropout_masks((rate,), (before, units), seed, step, 1)
    np.testing.assert_array_equal(dropped_units(rate, seed, step, before, units), mask[:, 0] == 0)


def test_rates_that_are_nothing_cost_no_bit():
    case = case_with(0.0, 0.0)
    np.testing.assert_array_equal(kernels.gradients(case), kernels.gradients(replace(case, dropout=())))
