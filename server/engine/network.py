"""A network's architecture, its initial weights, and how weights move into another architecture; in plain NumPy."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from server.engine.choices import Activation, Initialization, Loss, OutputActivation, Problem
from server.engine.layout import Layout

Floats = NDArray[np.float32]
Draw = Callable[[np.random.Generator, int, int], NDArray[np.float64]]

NEW = -1
UNIFORM_BIAS = 0.1  # the best-known old playground starts its biases here


@dataclass(frozen=True)
class Architecture:
    """The shape of a network: units of each layer from inputs to outputs, and what each layer does to its sums."""

    sizes: tuple[int, ...]
    activations: tuple[Activation, ...]  # one for each hidden layer
    output: OutputActivation

    def __post_init__(self) -> None:
        if len(self.sizes) < 2 or len(self.activations) != len(self.sizes) - 2 or min(self.sizes) < 1:
            raise ValueError(
                "Expected at least inputs and outputs of one unit or more, and an activation for each hidden layer; "
                f"got sizes {self.sizes} and {len(self.activations)} activations."
            )

    @cached_property
    def layout(self) -> Layout:
        """Where its parameters lie."""
        return Layout(self.sizes)

    @cached_property
    def size_array(self) -> NDArray[np.int64]:
        """The sizes as kernels take them."""
        return np.array(self.sizes, np.int64)

    @cached_property
    def code_array(self) -> NDArray[np.int64]:
        """The hidden layers' activations as kernels take them."""
        return np.array([activation.code for activation in self.activations], np.int64)


@dataclass(frozen=True)
class Origin:
    """Where the units of a layer come from: `units` int64 are indices in the old `layer`; −1 is a new unit or layer."""

    layer: int
    units: NDArray[np.int64]


def output_activation(problem: Problem, loss: Loss) -> OutputActivation:
    """What makes predictions of the logits."""
    if problem is Problem.REGRESSION:
        return OutputActivation.IDENTITY
    if problem is Problem.MULTICLASS:
        return OutputActivation.SOFTMAX
    return OutputActivation.TANH if loss is Loss.SQUARED_ERROR else OutputActivation.SIGMOID


def outputs(problem: Problem, classes: int) -> int:
    """How many output units a problem needs."""
    return classes if problem is Problem.MULTICLASS else 1


def initial_parameters(layout: Layout, initialization: Initialization, gain: float, seed: int) -> Floats:
    """Fresh weights and biases; each layer draws from a stream of its own, keyed by seed and layer."""
    parameters = np.zeros(layout.size, np.float32)
    for layer in range(1, len(layout.sizes)):
        before, units = layout.sizes[layer - 1], layout.sizes[layer]
        chance = np.random.Generator(np.random.PCG64(np.random.SeedSequence((seed, layer))))
        weights = _DRAWS[initialization](chance, before, units)
        parameters[layout.weights(layer)] = (gain * weights).astype(np.float32).ravel()
        if initialization is Initialization.UNIFORM:
            parameters[layout.bias(layer)] = UNIFORM_BIAS
    return parameters


def _normal(variance: Callable[[int, int], float]) -> Draw:
    return lambda chance, before, units: np.sqrt(variance(before, units)) * chance.standard_normal((units, before))


def _uniform(edge: Callable[[int, int], float]) -> Draw:
    return lambda chance, before, units: edge(before, units) * chance.uniform(-1, 1, (units, before))


_DRAWS: dict[Initialization, Draw] = {
    Initialization.ZEROS: lambda chance, before, units: np.zeros((units, before)),
    Initialization.UNIFORM: _uniform(lambda before, units: 0.5),
    Initialization.XAVIER_UNIFORM: _uniform(lambda before, units: float(np.sqrt(6 / (before + units)))),
    Initialization.XAVIER_NORMAL: _normal(lambda before, units: 2 / (before + units)),
    Initialization.HE: _normal(lambda before, units: 2 / before),
    Initialization.LECUN: _normal(lambda before, units: 1 / before),
}


def graft(old: Layout, values: Floats, new: Layout, fresh: Floats, origins: tuple[Origin, ...]) -> Floats:
    """`fresh` parameters of the `new` layout, in which every weight between two kept units has its old value.

    Args:
        old, values: the layout and parameters (or optimizer memory) that are left.
        origins: of each layer of the new network, inputs first.
    """
    grafted = fresh.copy()
    for layer in range(1, len(new.sizes)):
        here, before = origins[layer], origins[layer - 1]
        if here.layer == NEW:
            continue
        kept = np.flatnonzero(here.units != NEW)
        grafted[new.bias(layer)][kept] = values[old.bias(here.layer)][here.units[kept]]
        if before.layer == NEW or before.layer != here.layer - 1:
            continue
        sources = np.flatnonzero(before.units != NEW)
        old_weights, new_weights = old.matrix(values, here.layer), new.matrix(grafted, layer)
        new_weights[np.ix_(kept, sources)] = old_weights[np.ix_(here.units[kept], before.units[sources])]
    return grafted
