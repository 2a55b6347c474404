"""Tests that signals and gradients through depth are the slow twin's, and fade or stay as the lecture says."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Initialization, Loss, Normalization, OutputActivation
from glassbox.engine.data_choices import Dataset, Feature
from glassbox.engine.features import compute_features
from glassbox.engine.generators import generate
from glassbox.engine.network import Architecture
from glassbox.engine.signals import LayerSignal, layer_signals, ratio_per_layer, rms
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from tests import reference
from tests.engine.networks import recipe_of


def circle(scale=0.3):
    points = generate(Dataset.CIRCLE, samples=500, noise=0.0, label_noise=0.0, seed=901)
    return compute_features(points.x[:250].copy(), (Feature.X1, Feature.X2), scale), points.target[:250].copy()


def signals_of(activation, initialization, gain=1.0, layers=8, seed=901, kinds=()):
    """The recipe "initialization over depth": layers of 32 on the circle, as they begin."""
    shape = Architecture((2, *[32] * layers, 1), (activation,) * layers, OutputActivation.SIGMOID, kinds)
    recipe = recipe_of(shape, Loss.CROSS_ENTROPY, initialization=initialization, gain=gain, seed=seed)
    x, t = circle()
    trainer = Trainer(recipe, TrainingData(x, t, x, t))
    return recipe, trainer.state(), layer_signals(recipe, trainer.state(), x, t)


@pytest.mark.parametrize("activation", [Activation.TANH, Activation.RELU, Activation.GELU])
def test_they_are_the_twins(activation):
    recipe, state, found = signals_of(activation, Initialization.XAVIER_UNIFORM, layers=3)
    x, t = circle()
    _, outputs = reference.forward(recipe.architecture, state.parameters, x)
    gradients = reference.gradients(recipe.architecture, recipe.loss, state.parameters, x, t)
    parts = reference.layers_of(recipe.architecture, gradients)
    for signal, a, (weights, _) in zip(found, outputs[1:], parts, strict=True):
        assert signal.outputs == pytest.approx(rms(a), rel=1e-4)
        assert signal.gradients == pytest.approx(rms(weights), rel=1e-3)


def ratio(activation, initialization, gain=1.0):
    """The median over eight seeds."""
    return float(
        np.median(
            [ratio_per_layer(signals_of(activation, initialization, gain, seed=seed)[2]) for seed in range(901, 909)]
        )
    )


def test_he_keeps_signals_through_relu_and_xavier_halves_their_square():
    assert ratio(Activation.RELU, Initialization.HE) == pytest.approx(1, abs=0.06)
    assert ratio(Activation.RELU, Initialization.XAVIER_UNIFORM) == pytest.approx(0.5**0.5, abs=0.06)


def test_a_tenth_of_the_weights_leaves_a_tenth_of_the_signal_in_each_layer():
    assert ratio(Activation.TANH, Initialization.XAVIER_UNIFORM, 0.1) == pytest.approx(0.1, abs=0.01)
    _, _, faded = signals_of(Activation.TANH, Initialization.XAVIER_UNIFORM, 0.1)
    _, _, kept = signals_of(Activation.TANH, Initialization.XAVIER_UNIFORM)
    assert faded[0].gradients < 1e-6 * kept[0].gradients


def test_normalized_layers_keep_them_whatever_the_weights():
    kinds = (Normalization.LAYER,) * 8
    _, _, found = signals_of(Activation.TANH, Initialization.XAVIER_UNIFORM, 0.1, kinds=kinds)
    assert ratio_per_layer(found) == pytest.approx(1, abs=0.05)


def test_silent_or_shallow_networks_have_no_ratio():
    assert ratio_per_layer(signals_of(Activation.TANH, Initialization.ZEROS)[2]) is None
    assert ratio_per_layer((LayerSignal(1, 1), LayerSignal(1, 1))) is None
    assert ratio_per_layer((LayerSignal(1, 1),)) is None
    assert ratio_per_layer((LayerSignal(2, 1), LayerSignal(1, 1), LayerSignal(9, 9))) == 0.5
