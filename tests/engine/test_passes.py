"""Tests of the forward and backward passes against their twins, over random architectures, for one tile of samples."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import Activation, Loss, Normalization, OutputActivation
from glassbox.engine.network import Architecture
from tests import reference
from tests.engine import kernels
from tests.engine.networks import (
    CLOSE_PASSES,
    WORST,
    assert_close,
    assert_gradients_close,
    case_of,
    cases,
    magnification,
    smooth,
    tolerance,
)

tile = st.integers(1, kernels.TILE)
kinds = st.sampled_from(list(Normalization))


@st.composite
def dropped_cases(draw, dtype, **choices):
    """Networks with a dropout rate for each hidden layer."""
    case = draw(cases(dtype, samples=tile, deepest=4, widths=st.integers(1, 20), **choices))
    rates = tuple(draw(st.sampled_from([0.0, 0.1, 0.5, 0.9])) for _ in case.architecture.activations)
    return replace(case, dropout=rates, seed=draw(st.integers(0, 2**31)), step=draw(st.integers(0, 10**6)))


def check_forward(case, training=False):
    outputs, slopes, _ = kernels.forward(case, case.workspace(), training)
    known, masks = (None, case.masks) if training else (case.statistics, ())
    sums, expected = reference.forward(case.architecture, case.parameters, case.x, known, masks)
    for ours, theirs, scale in zip(outputs, expected, scales_of(case, expected), strict=True):
        assert_close(ours, theirs, CLOSE_PASSES[case.dtype] * magnification(case), scale)
    hidden = zip(slopes[1:], sums, case.architecture.activations, masks or [1] * 9, strict=False)
    for ours, z, activation, mask in hidden:
        np.testing.assert_allclose(ours, reference.SLOPE[activation](z) * mask, rtol=0, atol=10 * tolerance(case))


def scales_of(case, outputs):
    """For each layer, the size of what its sums are made of, which rounding is relative to: a sum may all but vanish.

    Of a normalized layer 0: it divides by its sums' spread, and `magnification` tells what becomes of rounding there.
    """
    parts = reference.layers_of(case.architecture, case.parameters)
    terms = [
        0 if learned else (np.abs(weights) @ np.abs(before) + np.abs(biases)[:, None]).max()
        for (weights, biases, *learned), before in zip(parts, outputs, strict=False)
    ]
    return [0, *terms]


def check_backward(case):
    work = case.workspace()
    _, _, last = kernels.forward(case, work, training=True)
    shape = case.architecture.sizes[-1], len(case.t)
    delta = np.random.default_rng(1).normal(0.5, 1, shape).astype(case.dtype)  # of which sums do not all but vanish
    found = kernels.backward(case, work, last, delta)
    network = case.architecture, case.parameters
    passed = reference.forward(*network, case.x, masks=case.masks)
    expected = reference.backward(*network, *passed, delta, case.masks)
    assert_gradients_close(case, found, reference.join(expected))


@given(cases(np.float32, samples=tile))
@settings(max_examples=60)
def test_forward_is_the_twins(case):
    check_forward(case)


@given(cases(np.float64, samples=tile))
@settings(max_examples=60)
def test_forward_is_the_twins_in_float64(case):
    check_forward(case)


@given(cases(np.float32, samples=tile))
@settings(max_examples=60)
def test_backward_is_the_twins(case):
    check_backward(case)


@given(cases(np.float64, samples=tile))
@settings(max_examples=60)
def test_backward_is_the_twins_in_float64(case):
    check_backward(case)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("activation", list(Activation))
@pytest.mark.parametrize(
    "sizes",
    [(2, 1), (1, 1, 1), (2, 4, 2, 1), (3, 65, 66, 1), (2, *[5] * 8, 1), (17, 130, 1), (2, 8, 8, 16, 1)],
    ids=str,
)
def test_every_activation_in_chosen_shapes(sizes, activation, dtype):
    architecture = Architecture(sizes, (activation,) * (len(sizes) - 2), OutputActivation.IDENTITY)
    for samples in (1, 16, 37, 64):
        case = case_of(architecture, Loss.SQUARED_ERROR, samples, 7, dtype)
        check_forward(case)
        check_backward(case)


@pytest.mark.parametrize("activation", [Activation.GELU, Activation.LINEAR, Activation.SILU, Activation.TANH])
def test_a_sum_that_all_but_vanishes_is_as_exact_as_its_terms(activation):
    """Of x = 1, weight and bias leave a billionth of what they are."""
    architecture = Architecture((1, 1, 1), (activation,), OutputActivation.IDENTITY)
    case = case_of(architecture, Loss.SQUARED_ERROR, 1, 5)
    parameters = np.array([0.7, np.nextafter(np.float32(-0.7), np.float32(0)), 1.0, 0.5], np.float32)
    check_forward(replace(case, parameters=parameters, x=np.ones((1, 1), np.float32)))


def test_backward_adds_to_what_is_there():
    """So that tiles of one mini-batch sum up."""
    architecture = Architecture((3, 9, 1), (Activation.TANH,), OutputActivation.IDENTITY)
    case = case_of(architecture, Loss.SQUARED_ERROR, 40, 1, np.float64)
    both = kernels.gradients(case, count=40) * 40
    parts = sum(kernels.gradients(case, start=start, count=count) * count for start, count in ((0, 13), (13, 27)))
    np.testing.assert_allclose(both, parts, rtol=1e-12, atol=1e-13)


# --- normalized layers, and dropout


@given(cases(np.float64, samples=tile, normalizations=kinds), st.booleans())
@settings(max_examples=80)
def test_forward_through_normalized_layers_is_the_twins(case, training):
    assume(magnification(case) < WORST)
    check_forward(case, training)


@given(
    cases(
        np.float32,
        samples=st.integers(8, 64),
        activations=smooth,
        widths=st.integers(8, 70),
        normalizations=kinds,
        deepest=4,
    )
)
@settings(max_examples=40)
def test_forward_and_backward_through_normalized_layers_are_the_twins_in_float32(case):
    check_forward(case, training=True)
    check_backward(case)


@given(cases(np.float64, samples=tile, normalizations=kinds))
@settings(max_examples=80)
def test_backward_through_normalized_layers_is_the_twins(case):
    assume(magnification(case) < WORST)
    check_backward(case)


@given(dropped_cases(np.float32))
@settings(max_examples=40)
def test_dropout_is_the_twins_when_training_and_nothing_when_evaluating(case):
    check_forward(case, training=True)
    check_forward(case, training=False)
    check_backward(case)


@given(dropped_cases(np.float64, normalizations=kinds))
@settings(max_examples=40)
def test_dropout_after_normalized_layers_is_the_twins(case):
    assume(magnification(case) < WORST)
    check_forward(case, training=True)
    check_backward(case)
