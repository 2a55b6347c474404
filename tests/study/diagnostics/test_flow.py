"""What flows through the layers is what the engine computes, and what a slow twin does."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation
from glassbox.engine.flow import flow
from glassbox.engine.surface import unit_maps
from tests import reference
from tests.run.tools import run_of, train_epochs

LAYERS = [{"units": 5}, {"units": 4}]


def trained(epochs=3, **settings):
    run = run_of(**{"hidden": LAYERS, **settings})
    train_epochs(run, epochs)
    return run


@pytest.mark.parametrize("normalization", ["none", "batch", "layer"])
@pytest.mark.parametrize("activation", list(Activation))
def test_what_flows_through_the_layers_is_what_the_engine_computes(normalization, activation):
    trainer = (run := trained(activation=activation, normalization=normalization)).trainer
    architecture, x = trainer.recipe.architecture, run.data_split.data.x_train
    flowed = flow(architecture, trainer.parameters, trainer.statistics, x)
    windows = ((0, 0), *((0, units) for units in architecture.sizes[1:-1]), (0, 0))
    engines = unit_maps(architecture, trainer.parameters, x, windows, trainer.statistics)
    ours = np.concatenate([values.outputs for values in flowed[:-1]])
    is_off = np.abs(ours - engines) > 1e-4
    assert is_off.mean() < (0.01 if activation is Activation.STEP else 1e-9)  # at a jump, rounding decides


@pytest.mark.parametrize("normalization", ["none", "batch", "layer"])
def test_sums_and_slopes_are_those_of_the_slow_twin(normalization):
    trainer = (run := trained(normalization=normalization, activation="silu")).trainer
    architecture, x = trainer.recipe.architecture, run.data_split.data.x_train
    sums, outputs = reference.forward(architecture, trainer.parameters, x, trainer.statistics)
    for layer, values in enumerate(flow(architecture, trainer.parameters, trainer.statistics, x)):
        np.testing.assert_allclose(values.given, sums[layer], rtol=1e-3, atol=1e-4)
        weights, biases, *_ = reference.layers_of(architecture, trainer.parameters.astype(np.float64))[layer]
        np.testing.assert_allclose(values.sums, weights @ outputs[layer] + biases[:, None], rtol=1e-3, atol=1e-4)
        slopes = reference.SLOPE[Activation.SILU](sums[layer]) if layer < 2 else np.ones_like(sums[layer])
        np.testing.assert_allclose(values.slopes, slopes, rtol=1e-3, atol=1e-4)
