"""Tests of the forward and backward passes against their twins, over random architectures, for one tile of samples."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.engine.choices import Activation, Loss, OutputActivation
from server.engine.network import Architecture
from tests import reference
from tests.engine import kernels
from tests.engine.networks import CLOSE_PASSES, assert_close, assert_gradients_close, case_of, cases, tolerance

tile = st.integers(1, kernels.TILE)


def check_forward(case):
    outputs, slopes, _ = kernels.forward(case, case.workspace())
    sums, expected = reference.forward(case.architecture, case.parameters, case.x)
    for ours, theirs in zip(outputs, expected, strict=True):
        assert_close(ours, theirs, CLOSE_PASSES[case.dtype])
    hidden = zip(slopes[1:], sums, case.architecture.activations, strict=False)
    for ours, z, activation in hidden:
        np.testing.assert_allclose(ours, reference.SLOPE[activation](z), rtol=0, atol=10 * tolerance(case))


def check_backward(case):
    work = case.workspace()
    _, _, last = kernels.forward(case, work)
    delta = np.random.default_rng(1).normal(size=(case.architecture.sizes[-1], len(case.t))).astype(case.dtype)
    found = kernels.backward(case, work, last, delta)
    expected = reference.backward(
        case.architecture, case.parameters, *reference.forward(case.architecture, case.parameters, case.x), delta
    )
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
    "sizes", [(2, 1), (1, 1, 1), (2, 4, 2, 1), (3, 65, 66, 1), (2, *[5] * 8, 1), (17, 130, 1)], ids=str
)
def test_every_activation_in_chosen_shapes(sizes, activation, dtype):
    architecture = Architecture(sizes, (activation,) * (len(sizes) - 2), OutputActivation.IDENTITY)
    for samples in (1, 16, 37, 64):
        case = case_of(architecture, Loss.SQUARED_ERROR, samples, 7, dtype)
        check_forward(case)
        check_backward(case)


def test_backward_adds_to_what_is_there():
    """So that tiles of one mini-batch sum up."""
    architecture = Architecture((3, 9, 1), (Activation.TANH,), OutputActivation.IDENTITY)
    case = case_of(architecture, Loss.SQUARED_ERROR, 40, 1, np.float64)
    both = kernels.gradients(case, count=40) * 40
    parts = sum(kernels.gradients(case, start=start, count=count) * count for start, count in ((0, 13), (13, 27)))
    np.testing.assert_allclose(both, parts, rtol=1e-12, atol=1e-13)
