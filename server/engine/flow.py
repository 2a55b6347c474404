"""A forward pass to be looked into: what every layer makes of some samples, for whoever explains a network.

Kernels (`passes.forward`) do the same a tile at a time, and keep only what is asked for.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.activations import activated
from glassbox.engine.arrays import Floats
from glassbox.engine.choices import Activation, Normalization
from glassbox.engine.network import Architecture
from glassbox.engine.normalizations import EPSILON


@dataclass(frozen=True, eq=False)
class LayerFlow:
    """What one layer makes of samples, each float32 [units, samples].

    Attributes:
        sums: W a + b. given: the pre-activations z, which the activation is given: the same, or normalized γ ẑ + β.
        outputs, slopes: φ and φ′ of what is given; the output layer's are those of a linear one.
    """

    sums: Floats
    given: Floats
    outputs: Floats
    slopes: Floats


def flow(architecture: Architecture, parameters: Floats, statistics: Floats, x: NDArray[Any]) -> list[LayerFlow]:
    """Layer by layer, as the network evaluates inputs x [features, samples]: nothing dropped, running statistics.

    Of inputs in float64 all is computed, and told, in float64.
    """
    layout, flowed, a = architecture.layout, list[LayerFlow](), x
    for layer in range(1, len(architecture.sizes)):
        weights, biases = np.asarray(layout.matrix(parameters, layer), np.float32), parameters[layout.bias(layer)]
        sums = weights @ a + biases[:, None]
        given = _normalized(architecture, layer, parameters, statistics, sums) if layer in layout.normalized else sums
        activation = [*architecture.activations, Activation.LINEAR][layer - 1]
        flowed.append(LayerFlow(sums, given, *activated(activation, given)))
        a = flowed[-1].outputs
    return flowed


def _normalized(architecture: Architecture, layer: int, parameters: Floats, statistics: Floats, sums: Floats) -> Floats:
    """γ ẑ + β, ẑ by running statistics or over the layer's units."""
    layout = architecture.layout
    if architecture.normalizations[layer - 1] is Normalization.BATCH:
        mean, variance = statistics[:, sum(architecture.sizes[:layer]) :][:, : len(sums), None]
    else:
        mean, variance = sums.mean(axis=0), sums.var(axis=0)
    standard = _standardized(sums, mean, variance)
    return np.asarray(parameters[layout.scale(layer)][:, None] * standard + parameters[layout.shift(layer)][:, None])


def _standardized(sums: Floats, mean: Floats, variance: Floats) -> Floats:
    return np.asarray((sums - mean) / np.sqrt(variance + np.float32(EPSILON)), sums.dtype)
