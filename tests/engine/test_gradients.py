"""Tests that the engine's gradients are the derivatives of its loss: central differences in float64, for every
activation and every loss."""

from dataclasses import replace

import numpy as np
import pytest

from server.engine.choices import Activation
from server.engine.network import Architecture
from tests import reference
from tests.engine import kernels
from tests.engine.networks import HEADS, case_of

H = 1e-5  # the difference's own error: H² from the curve, 1e-16 / H from rounding
every_head = pytest.mark.parametrize("output, loss", HEADS, ids=str)
SMOOTH = [activation for activation in Activation if activation is not Activation.STEP]


def network(activations, output, loss, samples=29):
    units = 3 if output.value == "softmax" else 1
    architecture = Architecture(
        (2, *(5 - place for place in range(len(activations))), units), tuple(activations), output
    )
    return case_of(architecture, loss, samples, 11, np.float64)


def central_differences(case, places):
    """Of the loss that the engine shows, for some parameters."""
    return np.array([(shifted(case, place, H) - shifted(case, place, -H)) / (2 * H) for place in places])


def shifted(case, place, by):
    parameters = case.parameters.copy()
    parameters[place] += by
    return kernels.score(replace(case, parameters=parameters))[0]


def relative_error(found, expected):
    """Of the whole gradient, as a vector."""
    return np.linalg.norm(found - expected) / np.linalg.norm(expected)


@every_head
@pytest.mark.parametrize("activation", SMOOTH)
def test_gradients_are_central_differences(activation, output, loss):
    case = network([activation, activation], output, loss)
    found, everywhere = kernels.gradients(case), range(len(case.parameters))
    assert relative_error(found, central_differences(case, everywhere)) < 1e-6


@every_head
def test_without_a_hidden_layer(output, loss):
    case = network([], output, loss)
    assert relative_error(kernels.gradients(case), central_differences(case, range(len(case.parameters)))) < 1e-6


@every_head
@pytest.mark.parametrize("samples", [1, 63, 64, 65, 150])
def test_whatever_the_number_of_samples_and_mix_of_activations(output, loss, samples):
    case = network([Activation.SILU, Activation.ELU, Activation.SINE], output, loss, samples)
    assert relative_error(kernels.gradients(case), central_differences(case, range(len(case.parameters)))) < 1e-6


@every_head
def test_in_wide_layers(output, loss):
    """Where sums go through every block of the products; some parameters of each layer, for the time it takes."""
    units = 19 if output.value == "softmax" else 1
    architecture = Architecture((6, 67, 18, units), (Activation.TANH, Activation.GELU), output)
    case = case_of(architecture, loss, 70, 3, np.float64)
    places = np.linspace(0, len(case.parameters) - 1, 60).astype(int)
    assert relative_error(kernels.gradients(case)[places], central_differences(case, places)) < 1e-6


@every_head
def test_the_steps_gradient_is_the_chain_rule_with_the_ramps_slope(output, loss):
    """Not the derivative, which is 0 in all but the last layer: what flows back is multiplied by 1 where |z| ≤ 1."""
    case = network([Activation.STEP, Activation.STEP], output, loss)
    found = kernels.gradients(case)
    expected = reference.gradients(case.architecture, loss, case.parameters, case.x, case.t)
    np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-14)
    (first, _), (second, _), last = reference.layers(found, case.architecture.sizes)
    assert np.abs(first).max() > 0 and np.abs(second).max() > 0

    differences = reference.layers(central_differences(case, range(len(found))), case.architecture.sizes)
    assert all(not part.any() for pair in differences[:2] for part in pair)
    for ours, exact in zip(last, differences[2], strict=True):
        assert relative_error(ours, exact) < 1e-6


@every_head
def test_a_step_on_its_ramp_passes_on_what_a_line_would(output, loss):
    """Where all |z| ≤ 1, the gradient of the first layer is that of a linear unit with the step's outputs after it."""
    case = network([Activation.STEP], output, loss)
    case = replace(case, parameters=case.parameters * 0.1)
    sums, outputs = reference.forward(case.architecture, case.parameters, case.x)
    assert np.abs(sums[0]).max() < 1
    (_, _), (weights, _) = reference.layers(case.parameters, case.architecture.sizes)
    delta = reference.logit_gradients(output, loss, sums[-1], case.t) / len(case.t)
    found = reference.layers(kernels.gradients(case), case.architecture.sizes)
    np.testing.assert_allclose(found[0][0], (weights.T @ delta) @ case.x.T, rtol=1e-9, atol=1e-13)
    np.testing.assert_allclose(found[1][0], delta @ outputs[1].T, rtol=1e-9, atol=1e-13)
