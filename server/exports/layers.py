"""A network's parameters as matrices, layer by layer, for every file that tells them; and back into one vector."""

from dataclasses import dataclass

import numpy as np

from glassbox.engine.arrays import Floats
from glassbox.engine.choices import Activation, Normalization
from glassbox.engine.network import Architecture
from glassbox.exports.network_copy import NetworkCopy


@dataclass(frozen=True, eq=False)
class LayerCopy:
    """One layer: its sums are `weights` @ inputs + `biases`, then come normalization and activation.

    Attributes:
        number: from 1 on.
        weights: [units, units before]. All else has one number for each unit, or none where it is not needed.
        activation: None for the last layer.
        scale, shift: γ and β of a normalized layer. mean, variance: the running ones of a batch-normalized layer.
    """

    number: int
    weights: Floats
    biases: Floats
    activation: Activation | None
    normalization: Normalization
    scale: Floats
    shift: Floats
    mean: Floats
    variance: Floats

    @property
    def units(self) -> int:
        """How many units it has."""
        return len(self.biases)

    @property
    def before(self) -> int:
        """How many units the layer before has."""
        return int(self.weights.shape[1])


def layers_of(copy: NetworkCopy) -> tuple[LayerCopy, ...]:
    """All layers but the inputs."""
    return tuple(_layer(copy, number) for number in range(1, len(copy.architecture.sizes)))


def _layer(copy: NetworkCopy, number: int) -> LayerCopy:
    architecture, layout, parameters = copy.architecture, copy.architecture.layout, copy.parameters
    hidden = number <= len(architecture.activations)
    normalization = _normalization(architecture, number)
    none = parameters[:0]
    normalized, remembers = normalization is not Normalization.NONE, normalization is Normalization.BATCH
    units = _units(architecture, number)
    return LayerCopy(
        number=number,
        weights=parameters[layout.weights(number)].reshape(architecture.sizes[number], architecture.sizes[number - 1]),
        biases=parameters[layout.bias(number)],
        activation=architecture.activations[number - 1] if hidden else None,
        normalization=normalization,
        scale=parameters[layout.scale(number)] if normalized else none,
        shift=parameters[layout.shift(number)] if normalized else none,
        mean=copy.statistics[0, units] if remembers else none,
        variance=copy.statistics[1, units] if remembers else none,
    )


def _normalization(architecture: Architecture, number: int) -> Normalization:
    if not 1 <= number <= len(architecture.normalizations):
        return Normalization.NONE
    return architecture.normalizations[number - 1]


def _units(architecture: Architecture, number: int) -> slice:
    """Where a layer's units lie among those of all layers."""
    start = sum(architecture.sizes[:number])
    return slice(start, start + architecture.sizes[number])


def parameters_of(architecture: Architecture, layers: tuple[LayerCopy, ...]) -> Floats:
    """The flat vector of these layers' parameters."""
    parts = [(layer.weights.ravel(), layer.biases, layer.scale, layer.shift) for layer in layers]
    parameters = np.concatenate([part for of_layer in parts for part in of_layer])
    assert parameters.size == architecture.layout.size
    return parameters


def statistics_of(architecture: Architecture, layers: tuple[LayerCopy, ...]) -> Floats:
    """The running statistics [2, units of all layers]; means 0 and variances 1 where no layer remembers any."""
    statistics = np.zeros((2, sum(architecture.sizes)), np.float32)
    statistics[1] = 1
    for layer in layers:
        if layer.normalization is Normalization.BATCH:
            statistics[:, _units(architecture, layer.number)] = layer.mean, layer.variance
    return statistics
