"""Tests that the engine's gradients are the derivatives of its loss: central differences in float64, for every
activation and every loss, through normalized layers, and with the masks and the noise of a step."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Normalization
from glassbox.engine.network import Architecture
from tests import reference
from tests.engine import kernels
from tests.engine.cold import may_compile
from tests.engine.networks import ENDS, case_of

pytestmark = may_compile

H = 1e-5  # the difference's own error: H² from the curve, 1e-16 / H from rounding
every_end = pytest.mark.parametrize("output, loss, units", ENDS, ids=str)
SMOOTH = [activation for activation in Activation if activation is not Activation.STEP]


def network(activations, output, loss, units, samples=29, normalizations=()):
    sizes = (2, *(5 - place for place in range(len(activations))), units)
    return case_of(Architecture(sizes, tuple(activations), output, normalizations), loss, samples, 11, np.float64)


def shown_loss(case):
    """The loss that the engine shows."""
    return kernels.score(case)[0]


def central_differences(case, places, loss_of=shown_loss):
    """Of a loss, for some parameters."""
    return np.array(
        [(shifted(case, place, H, loss_of) - shifted(case, place, -H, loss_of)) / (2 * H) for place in places]
    )


def shifted(case, place, by, loss_of):
    parameters = case.parameters.copy()
    parameters[place] += by
    return loss_of(replace(case, parameters=parameters))


def relative_error(found, expected):
    """Of the whole gradient, as a vector."""
    return np.linalg.norm(found - expected) / np.linalg.norm(expected)


@every_end
@pytest.mark.parametrize("activation", SMOOTH)
def test_gradients_are_central_differences(activation, output, loss, units):
    case = network([activation, activation], output, loss, units)
    found, everywhere = kernels.gradients(case), range(len(case.parameters))
    assert relative_error(found, central_differences(case, everywhere)) < 1e-6


@every_end
def test_without_a_hidden_layer(output, loss, units):
    case = network([], output, loss, units)
    assert relative_error(kernels.gradients(case), central_differences(case, range(len(case.parameters)))) < 1e-6


@every_end
@pytest.mark.parametrize("samples", [1, 63, 64, 65, 150])
def test_whatever_the_number_of_samples_and_mix_of_activations(output, loss, units, samples):
    case = network([Activation.SILU, Activation.ELU, Activation.SINE], output, loss, units, samples)
    assert relative_error(kernels.gradients(case), central_differences(case, range(len(case.parameters)))) < 1e-6


@every_end
def test_in_wide_layers(output, loss, units):
    """Where sums go through every block of the products; some parameters of each layer, for the time it takes."""
    architecture = Architecture((6, 67, 18, 19 if units > 1 else 1), (Activation.TANH, Activation.GELU), output)
    case = case_of(architecture, loss, 70, 3, np.float64)
    places = np.linspace(0, len(case.parameters) - 1, 60).astype(int)
    assert relative_error(kernels.gradients(case)[places], central_differences(case, places)) < 1e-6


@every_end
def test_the_steps_gradient_is_the_chain_rule_with_the_ramps_slope(output, loss, units):
    """Not the derivative, which is 0 in all but the last layer: what flows back is multiplied by 1 where |z| ≤ 1."""
    case = network([Activation.STEP, Activation.STEP], output, loss, units)
    found = kernels.gradients(case)
    expected = reference.gradients(case.architecture, loss, case.parameters, case.x, case.t)
    np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-14)
    (first, _), (second, _), last = reference.layers(found, case.architecture.sizes)
    assert np.abs(first).max() > 0 and np.abs(second).max() > 0

    differences = reference.layers(central_differences(case, range(len(found))), case.architecture.sizes)
    assert all(not part.any() for pair in differences[:2] for part in pair)
    for ours, exact in zip(last, differences[2], strict=True):
        assert relative_error(ours, exact) < 1e-6


@every_end
def test_a_step_on_its_ramp_passes_on_what_a_line_would(output, loss, units):
    """Where all |z| ≤ 1, the gradient of the first layer is that of a linear unit with the step's outputs after it."""
    case = network([Activation.STEP], output, loss, units)
    case = replace(case, parameters=case.parameters * 0.1)
    sums, outputs = reference.forward(case.architecture, case.parameters, case.x)
    assert np.abs(sums[0]).max() < 1
    (_, _), (weights, _) = reference.layers(case.parameters, case.architecture.sizes)
    delta = reference.logit_gradients(output, loss, sums[-1], case.t) / len(case.t)
    found = reference.layers(kernels.gradients(case), case.architecture.sizes)
    np.testing.assert_allclose(found[0][0], (weights.T @ delta) @ case.x.T, rtol=1e-9, atol=1e-13)
    np.testing.assert_allclose(found[1][0], delta @ outputs[1].T, rtol=1e-9, atol=1e-13)


# --- as a step sees it: through the batch's own statistics, with its masks and its noise

NORMALIZING = [kind for kind in Normalization if kind is not Normalization.NONE]


def check(case):
    """Every parameter: γ and β, and all that lies upstream of a normalized layer."""
    found, everywhere = kernels.gradients(case), range(len(case.parameters))
    assert relative_error(found, central_differences(case, everywhere, kernels.training_loss)) < 1e-6
    return found


@every_end
@pytest.mark.parametrize("kinds", list(product(NORMALIZING, NORMALIZING)), ids=str)
@pytest.mark.parametrize("activation", [Activation.TANH, Activation.GELU, Activation.RELU])
def test_through_normalized_layers(activation, kinds, output, loss, units):
    case = network([activation, activation], output, loss, units, normalizations=kinds)
    found = check(case)
    for gradients, kind in zip(reference.layers_of(case.architecture, found), kinds, strict=False):
        of_weights, of_biases, of_scales, of_shifts = map(np.abs, gradients)
        assert of_weights.max() > 1e-4 and of_scales.max() > 1e-4 and of_shifts.max() > 1e-4
        if kind is Normalization.BATCH:  # which takes a bias away again
            assert not of_biases.any()


@pytest.mark.parametrize("kind", NORMALIZING)
@pytest.mark.parametrize("samples", [2, 3, 17, 63, 64, 65, 127, 150, 200])
def test_through_normalized_layers_whatever_the_number_of_samples(kind, samples):
    """A mini-batch of several tiles is normalized as one."""
    output, loss, units = ENDS[2]
    check(
        network(
            [Activation.SILU, Activation.ELU, Activation.SINE],
            output,
            loss,
            units,
            samples,
            (kind, Normalization.NONE, kind),
        )
    )


def test_of_one_sample_a_batchs_statistics_leave_nothing_to_learn_upstream():
    """Whatever its sums, they are 0 after normalization: only β and what comes after can be learned,
    and layers say so.
    """
    output, loss, units = ENDS[0]
    case = network(
        [Activation.TANH, Activation.SILU], output, loss, units, 1, (Normalization.BATCH, Normalization.NONE)
    )
    weights, biases, scales, shifts = reference.layers_of(case.architecture, check(case))[0]
    assert not weights.any() and not biases.any() and not scales.any() and shifts.all()


def test_of_one_sample_a_layers_statistics_are_as_good_as_of_many():
    output, loss, units = ENDS[0]
    case = network(
        [Activation.TANH, Activation.SILU], output, loss, units, 1, (Normalization.LAYER, Normalization.LAYER)
    )
    assert np.abs(check(case)).min() > 0


def test_a_layer_of_one_unit_is_normalized_to_its_shift():
    output, loss, units = ENDS[0]
    architecture = Architecture((2, 1, units), (Activation.TANH,), output, (Normalization.LAYER,))
    weights, biases, scales, shifts = reference.layers_of(
        architecture, check(case_of(architecture, loss, 20, 1, np.float64))
    )[0]
    assert not weights.any() and not biases.any() and not scales.any() and shifts.all()


@every_end
@pytest.mark.parametrize("samples", [29, 150])
def test_with_a_steps_dropout_and_noise(output, loss, units, samples):
    case = network([Activation.TANH, Activation.SILU], output, loss, units, samples)
    check(replace(case, dropout=(0.3, 0.5), noise=0.4, step=12))


@every_end
def test_with_everything_at_once(output, loss, units):
    kinds = (Normalization.BATCH, Normalization.LAYER, Normalization.BATCH)
    case = network([Activation.TANH, Activation.SILU, Activation.GELU], output, loss, units, 100, kinds)
    check(replace(case, dropout=(0.2, 0.4, 0.1), noise=0.2, delta=0.5, step=5))


@pytest.mark.parametrize(
    "kinds", [(Normalization.BATCH, Normalization.LAYER), (Normalization.LAYER, Normalization.BATCH)], ids=str
)
def test_in_wide_normalized_layers(kinds):
    output, loss, _ = ENDS[2]
    case = case_of(
        Architecture((6, 67, 18, 19), (Activation.TANH, Activation.GELU), output, kinds), loss, 130, 3, np.float64
    )
    places = np.linspace(0, len(case.parameters) - 1, 60).astype(int)
    assert (
        relative_error(kernels.gradients(case)[places], central_differences(case, places, kernels.training_loss)) < 1e-6
    )
