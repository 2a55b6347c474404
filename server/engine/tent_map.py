"""A network by hand that is as bent as its depth allows: the tent map over and over, a triangle wave of 2ᵏ pieces."""

import numpy as np

from glassbox.engine.arrays import Floats
from glassbox.engine.choices import Activation, OutputActivation
from glassbox.engine.dataset import EDGE
from glassbox.engine.network import Architecture

FEWEST, MOST = 1, 8  # layers


def tent_architecture(layers: int) -> Architecture:
    """One input, so many layers of two ReLU units, and a number."""
    return Architecture((1, *(2,) * layers, 1), (Activation.RELU,) * layers, OutputActivation.IDENTITY)


def tent_map(layers: int) -> Floats:
    """Its parameters, 6 · layers + 1 of them, flat: over x₁ from −6 to 6, 2^layers straight pieces between −1 and 1.

    Two units make a tent, 2 max(0, u) − 4 max(0, u − ½), which goes from 0 up to 1 and back to 0 as u goes from 0 to 1.
    Each further layer makes a tent of the one before, and so twice as many pieces; a single hidden layer needs
    2^layers − 1 units for them (Telgarsky 2016).

    Raises:
        ValueError: fewer than one layer, or more than eight.
    """
    if not FEWEST <= layers <= MOST:
        raise ValueError(f"Expected {FEWEST} to {MOST} layers; got {layers}.")
    layout = tent_architecture(layers).layout
    parameters = np.zeros(layout.size, np.float32)
    layout.matrix(parameters, 1)[:] = 1 / (2 * EDGE)
    parameters[layout.bias(1)] = 0.5, 0.0
    for layer in range(2, layers + 1):
        layout.matrix(parameters, layer)[:] = 2, -4
        parameters[layout.bias(layer)] = 0, -0.5
    layout.matrix(parameters, layers + 1)[:] = 4, -8
    parameters[layout.bias(layers + 1)] = -1
    return parameters
