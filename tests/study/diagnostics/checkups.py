"""Check-ups with values made by hand, to hold each check to its thresholds from both sides."""

from types import SimpleNamespace

import numpy as np

from glassbox.engine.choices import Activation, Loss, OutputActivation
from glassbox.engine.flow import LayerFlow
from glassbox.engine.network import Architecture
from glassbox.run.past.loss_curves import LossCurves
from glassbox.settings import Settings
from glassbox.study.diagnostics.checkup import LayerState
from tests.engine.networks import recipe_of

MEASURED = {
    "constant", "curves", "evaluation", "gradients", "has_classes", "labels", "layers", "hidden", "left", "loss",
    "loss_ahead", "odd", "possible", "predicted_class", "recipe", "samples", "score", "settings", "snapshot",
    "steps_per_epoch", "updates", "x",
}  # fmt: skip


def layer_of(
    activation=Activation.TANH, number=1, *, weights=((1.0,),), biases=None, gradients=((1.0,),), slopes=((1.0,),),
    outputs=((1.0,),), update_ratio=0.001,
):  # fmt: skip
    """A layer that is well, but for what is given; activation None is the output's."""
    weights, gradients, slopes, outputs = (np.array(each, np.float32) for each in (weights, gradients, slopes, outputs))
    biases = np.zeros(len(weights), np.float32) if biases is None else np.array(biases, np.float32)
    values = LayerFlow(sums=slopes, given=slopes, outputs=outputs, slopes=slopes)
    return LayerState(number, activation, False, values, weights, biases, gradients, update_ratio)


def layers_of(*hidden, **of_output):
    """Numbered in order, an output layer last."""
    made = [layer_of(**{"number": number, **about}) for number, about in enumerate(hidden, start=1)]
    return [*made, layer_of(None, len(made) + 1, **of_output)]


def made_checkup(*, layers=None, settings=None, **measured):
    """What is given, as if it had been measured: a check that looks at anything else fails."""
    assert measured.keys() <= MEASURED
    layers = layers_of({}) if layers is None else layers
    return SimpleNamespace(layers=layers, hidden=layers[:-1], settings=Settings().changed(settings or {}), **measured)


def recipe_with(normalizations=(), **changes):
    """Of a network with two hidden layers for two classes."""
    architecture = Architecture((2, 3, 3, 1), (Activation.TANH,) * 2, OutputActivation.SIGMOID, normalizations)
    return recipe_of(architecture, Loss.CROSS_ENTROPY, **changes)


def curves_of(train, test=None, epochs=None):
    """A point for every epoch, unless told otherwise; the test loss is the training loss."""
    train = np.array(train, np.float64)
    return LossCurves(
        np.arange(len(train), dtype=np.float64) if epochs is None else np.array(epochs, np.float64),
        train,
        train.copy() if test is None else np.array(test, np.float64),
    )


def falling(epochs, fall, start=1.0):
    """A training loss that falls by `fall` in the second half of so many epochs, evenly; before, it does not move."""
    half = epochs / 2
    return curves_of([start - fall * max(0.0, epoch - half) / half for epoch in range(epochs + 1)])


def found(check, checkup):
    """All that a check finds."""
    return list(check(checkup))
