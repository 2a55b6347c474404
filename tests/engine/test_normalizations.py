"""Tests of what normalization promises: mean 0 and spread 1 of what is normalized together,
and PyTorch's running statistics.

Twins and central differences, of passes, gradients and runs, are where those of all layers are.
"""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import Activation, Loss, Normalization, OutputActivation
from glassbox.engine.network import Architecture, fresh_statistics
from tests import reference
from tests.engine import kernels
from tests.engine.networks import case_of, smooth

BATCH, LAYER = Normalization.BATCH, Normalization.LAYER
either_kind = pytest.mark.parametrize("kind", [BATCH, LAYER])
either_dtype = pytest.mark.parametrize("dtype", [np.float32, np.float64])
CLOSE = {np.float32: 2e-4, np.float64: 1e-9}


def case_with(*kinds, samples=40, sizes=(3, 12, 1), dtype=np.float64, activation=Activation.LINEAR, seed=5):
    architecture = Architecture(sizes, (activation,) * (len(sizes) - 2), OutputActivation.IDENTITY, kinds)
    return case_of(architecture, Loss.SQUARED_ERROR, samples, seed, dtype, clear_by=1e-7)


def plainly(case):
    """With every γ = 1 and β = 0."""
    parameters, layout = case.parameters.copy(), case.architecture.layout
    for layer in layout.normalized:
        parameters[layout.scale(layer)], parameters[layout.shift(layer)] = 1, 0
    return replace(case, parameters=parameters)


def first_layer(case, training=True, statistics=None):
    """Its outputs [units, samples]."""
    outputs, _, _ = kernels.forward(case, case.workspace(), training, statistics)
    return outputs[1].copy()


def raw_sums(case):
    """Of the first layer, before it is normalized."""
    weights, biases, *_ = reference.layers_of(case.architecture, case.parameters.astype(np.float64))[0]
    return weights @ case.x + biases[:, None]


@either_dtype
@pytest.mark.parametrize("samples", [2, 15, 16, 17, 64, 65, 128, 200])
def test_in_a_batch_each_units_sums_have_mean_zero_and_spread_one(samples, dtype):
    case = plainly(case_with(BATCH, samples=samples, dtype=dtype))
    sums, variance = first_layer(case), raw_sums(case).var(axis=1)
    np.testing.assert_allclose(sums.mean(axis=1), 0, atol=CLOSE[dtype])
    np.testing.assert_allclose(sums.std(axis=1), np.sqrt(variance / (variance + 1e-5)), atol=CLOSE[dtype])


@either_dtype
@pytest.mark.parametrize("training", [True, False])
def test_in_a_layer_each_samples_sums_have_mean_zero_and_spread_one(training, dtype):
    case = plainly(case_with(LAYER, dtype=dtype))
    sums, variance = first_layer(case, training), raw_sums(case).var(axis=0)
    np.testing.assert_allclose(sums.mean(axis=0), 0, atol=CLOSE[dtype])
    np.testing.assert_allclose(sums.std(axis=0), np.sqrt(variance / (variance + 1e-5)), atol=CLOSE[dtype])


@either_kind
def test_scale_and_shift_come_after(kind):
    case = case_with(kind)
    gain, shift = reference.layers_of(case.architecture, case.parameters)[0][2:]
    np.testing.assert_allclose(
        first_layer(case), gain[:, None] * first_layer(plainly(case)) + shift[:, None], rtol=1e-12, atol=1e-12
    )


def test_evaluating_a_batch_normalized_layer_uses_the_running_statistics_and_leaves_them():
    case = plainly(case_with(BATCH))
    statistics = case.statistics.copy()
    mean, variance = statistics[:, 3:15, None]
    expected = (raw_sums(case) - mean) / np.sqrt(variance + 1e-5)
    np.testing.assert_allclose(
        first_layer(case, training=False, statistics=statistics), expected, rtol=1e-12, atol=1e-12
    )
    np.testing.assert_array_equal(statistics, case.statistics)


@either_dtype
@given(st.lists(st.integers(2, 130), min_size=1, max_size=6))
@settings(max_examples=20)
def test_running_statistics_are_pytorchs(dtype, batches):
    """A tenth of each mini-batch's mean and unbiased variance; they start from 0 and 1."""
    whole = case_with(BATCH, samples=130, dtype=dtype)
    statistics = fresh_statistics(whole.architecture.layout, dtype)
    mean, variance = np.zeros(12), np.ones(12)
    for samples in batches:
        case = replace(whole, x=whole.x[:, :samples].copy(), t=whole.t[:samples])
        first_layer(case, statistics=statistics)
        z = raw_sums(case)
        mean, variance = 0.9 * mean + 0.1 * z.mean(axis=1), 0.9 * variance + 0.1 * z.var(axis=1, ddof=1)
    np.testing.assert_allclose(statistics[:, 3:15], [mean, variance], rtol=1e-5, atol=1e-6)
    np.testing.assert_array_equal(statistics[0, [0, 1, 2, 15]], 0)
    np.testing.assert_array_equal(statistics[1, [0, 1, 2, 15]], 1)


def test_a_batch_of_one_tells_a_mean_and_no_variance():
    case = case_with(BATCH, samples=1)
    statistics = case.statistics.copy()
    sums = first_layer(case, statistics=statistics)
    _, shift = reference.layers_of(case.architecture, case.parameters)[0][2:]
    np.testing.assert_array_equal(sums, shift[:, None])
    np.testing.assert_allclose(statistics[0, 3:15], 0.9 * case.statistics[0, 3:15] + 0.1 * raw_sums(case)[:, 0])
    np.testing.assert_array_equal(statistics[1], case.statistics[1])


def test_layers_have_no_running_statistics():
    case = case_with(LAYER)
    statistics = case.statistics.copy()
    first_layer(case, statistics=statistics)
    np.testing.assert_array_equal(statistics, case.statistics)


@pytest.mark.parametrize("kind, training", [(LAYER, True), (LAYER, False), (BATCH, False)])
def test_a_sample_does_not_see_the_others(kind, training):
    case = case_with(kind, LAYER, sizes=(3, 12, 5, 1), activation=Activation.TANH)
    alone = replace(case, x=case.x[:, 7:8].copy(), t=case.t[7:8])
    whole, one = (kernels.forward(each, each.workspace(), training)[0][-1] for each in (case, alone))
    np.testing.assert_allclose(one[:, 0], whole[:, 7], rtol=1e-12)


def test_in_training_a_batch_normalized_sample_sees_the_others():
    case = case_with(BATCH)
    fewer = replace(case, x=case.x[:, :20].copy(), t=case.t[:20])
    assert np.abs(first_layer(case)[:, :20] - first_layer(fewer)).max() > 0.01


@either_kind
def test_what_comes_in_may_be_of_any_size(kind):
    """Weights ten thousand times as large change nothing: they are learned by their direction alone."""
    case = case_with(kind)
    parameters, layout = case.parameters.copy(), case.architecture.layout
    parameters[layout.weights(1)] *= 1e4
    parameters[layout.bias(1)] *= 1e4
    np.testing.assert_allclose(first_layer(replace(case, parameters=parameters)), first_layer(case), atol=1e-3)


@pytest.mark.parametrize("kind, axis", [(BATCH, 1), (LAYER, 0)])
def test_sums_that_are_all_the_same_become_their_shift(kind, axis):
    """Nothing is divided by 0."""
    case = case_with(kind, dtype=np.float32)
    parameters, layout = case.parameters.copy(), case.architecture.layout
    parameters[layout.weights(1)], parameters[layout.bias(1)] = 0, np.linspace(-3, 3, 12) if kind is BATCH else 2
    expected = np.broadcast_to(parameters[layout.shift(1)][:, None], (12, 40))
    np.testing.assert_allclose(first_layer(replace(case, parameters=parameters)), expected, atol=1e-6)


@pytest.mark.parametrize("activation", list(Activation))
@pytest.mark.parametrize("samples", [1, 2, 5, 17])
def test_what_fills_a_tile_up_never_reaches_the_gradients(samples, activation):
    """Seven layers divide by the spread of a batch; where it has none,
    what is not of the batch must not grow without bound.
    """
    sizes = (2, *[6] * 8, 1)
    case = case_with(
        *[BATCH] * 7, Normalization.NONE, samples=samples, sizes=sizes, dtype=np.float32, activation=activation
    )
    large = replace(case, parameters=4 * case.parameters)
    for each in (case, large):
        same = replace(each, x=np.repeat(each.x[:, :1], samples, axis=1))  # of all sums, the spread is 0
        assert np.isfinite(kernels.gradients(each)).all() and np.isfinite(kernels.gradients(same)).all()


@either_kind
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_what_is_not_finite_is_not_hidden(kind, value):
    case = case_with(kind, dtype=np.float32)
    x = case.x.copy()
    x[1, 5] = value
    assert np.isnan(kernels.gradients(replace(case, x=x))).any()


@given(smooth, st.sampled_from([(BATCH, BATCH), (BATCH, LAYER), (LAYER, LAYER)]), st.integers(8, 90))
@settings(max_examples=30)
def test_gradients_are_orthogonal_to_what_does_not_matter(activation, kinds, samples):
    """A normalized unit's weights and bias, made larger together, change nothing;
    so the gradient has no part in that way.
    """
    case = case_with(*kinds, samples=samples, sizes=(3, 8, 6, 1), activation=activation)
    found = kernels.gradients(case)
    scale = np.abs(found).max()
    for layer in (1, 2):
        weights, biases, *_ = reference.layers_of(case.architecture, case.parameters)[layer - 1]
        of_weights, of_biases, *_ = reference.layers_of(case.architecture, found)[layer - 1]
        along = (weights * of_weights).sum() + (biases * of_biases).sum()
        assert abs(along) < 0.01 * scale  # but for the ε
