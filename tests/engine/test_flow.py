"""A forward pass to be looked into is the slow twin's, layer by layer, draws the maps that the kernels draw,
and ends at the logits that predictions are made of.
"""

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Normalization
from glassbox.engine.flow import flow
from glassbox.engine.network import Architecture
from glassbox.engine.surface import logits, unit_maps
from tests import reference
from tests.engine.networks import HEADS

KINDS = {
    "plain": (),
    "batch": (Normalization.BATCH, Normalization.BATCH),
    "layer": (Normalization.LAYER, Normalization.NONE),
}


def network_of(kinds, activation=Activation.TANH):
    """A network with parameters and statistics of any values, and inputs for it."""
    architecture = Architecture((3, 5, 4, 1), (activation, activation), HEADS[0][0], kinds)
    chance = np.random.default_rng(4)
    parameters = chance.normal(size=architecture.layout.size).astype(np.float32)
    statistics = np.stack([chance.normal(size=13), chance.uniform(0.5, 2, 13)]).astype(np.float32)
    return architecture, parameters, statistics, chance.normal(size=(3, 70)).astype(np.float32)


@pytest.mark.parametrize("kinds", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("activation", Activation)
def test_every_layer_is_the_twins(kinds, activation):
    architecture, parameters, statistics, x = network_of(kinds, activation)
    z, a = reference.forward(architecture, parameters, x, statistics)
    flowed = flow(architecture, parameters, statistics, x)
    assert len(flowed) == len(z)
    if (
        activation is Activation.STEP
    ):  # a rounding error decides which side of the step a sum is on, and all that follows
        flowed, z, a = flowed[:1], z[:1], a[:2]
    for layer, expected, handed_on in zip(flowed, z, a[1:], strict=False):
        np.testing.assert_allclose(layer.given, expected, rtol=2e-4, atol=2e-4)
        if layer is not flowed[-1]:
            np.testing.assert_allclose(layer.outputs, handed_on, rtol=2e-4, atol=2e-4)
            np.testing.assert_allclose(layer.slopes, reference.SLOPE[activation](layer.given), rtol=2e-4, atol=2e-4)


@pytest.mark.parametrize("kinds", KINDS.values(), ids=KINDS)
def test_sums_are_those_before_normalization(kinds):
    architecture, parameters, statistics, x = network_of(kinds)
    _, a = reference.forward(architecture, parameters, x, statistics)
    parts = reference.layers_of(architecture, parameters.astype(np.float64))
    flowed = flow(architecture, parameters, statistics, x)
    for layer, (weights, biases, *_), given in zip(flowed, parts, a[:-1], strict=True):
        np.testing.assert_allclose(layer.sums, weights @ given + biases[:, None], rtol=2e-4, atol=2e-4)


@pytest.mark.parametrize("kinds", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("activation", Activation)
def test_hidden_units_put_out_what_the_kernels_draw(kinds, activation):
    architecture, parameters, statistics, x = network_of(kinds, activation)
    windows = ((0, 0), *((0, units) for units in architecture.sizes[1:-1]), (0, 0))
    drawn = unit_maps(architecture, parameters, x, windows, statistics)
    ours = np.concatenate([layer.outputs for layer in flow(architecture, parameters, statistics, x)[:-1]])
    is_off = np.abs(ours - drawn) > 2e-4 * np.maximum(1, np.abs(drawn))
    assert is_off.mean() < (0.01 if activation is Activation.STEP else 1e-9)  # at a jump, rounding decides


@pytest.mark.parametrize("kinds", KINDS.values(), ids=KINDS)
def test_it_ends_at_the_logits_of_the_kernels(kinds):
    architecture, parameters, statistics, x = network_of(kinds)
    last = flow(architecture, parameters, statistics, x)[-1]
    np.testing.assert_allclose(last.given, logits(architecture, parameters, x, statistics), rtol=1e-4, atol=1e-4)


def test_without_normalization_the_activation_is_given_the_sums():
    for layer in flow(*network_of(())):
        assert layer.given is layer.sums
