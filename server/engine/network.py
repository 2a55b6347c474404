"""A network's architecture, its initial weights, and how weights move into another architecture; in plain NumPy."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from glassbox.engine.arrays import Doubles, Floats, Integers, Reals
from glassbox.engine.choices import Activation, Initialization, Loss, Normalization, OutputActivation, Problem
from glassbox.engine.kernel_args import Plan
from glassbox.engine.layout import Layout
from glassbox.engine.streams import Purpose, stream

Draw = Callable[[np.random.Generator, int, int], Doubles]

NEW = -1


@dataclass(frozen=True)
class Architecture:
    """The shape of a network: units of each layer from inputs to outputs, and what each layer does to its sums."""

    sizes: tuple[int, ...]
    activations: tuple[Activation, ...]  # one for each hidden layer
    output: OutputActivation
    normalizations: tuple[Normalization, ...] = ()  # one for each hidden layer; (): none at all

    def __post_init__(self) -> None:
        if len(self.sizes) < 2 or len(self.activations) != len(self.sizes) - 2 or min(self.sizes) < 1:
            raise ValueError(
                "Expected at least inputs and outputs of one unit or more, and an activation for each hidden layer; "
                f"got sizes {self.sizes} and {len(self.activations)} activations."
            )
        if len(self.normalizations) not in (0, len(self.activations)):
            raise ValueError(
                f"Expected a normalization for each of the {len(self.activations)} hidden layers, or none at all; "
                f"got {len(self.normalizations)}."
            )

    @cached_property
    def layout(self) -> Layout:
        """Where its parameters lie."""
        normalized = (layer for layer, kind in enumerate(self.normalizations, start=1) if kind.code)
        return Layout(self.sizes, frozenset(normalized))

    @property
    def looks_at_batches(self) -> bool:
        """Whether a layer is batch-normalized, so that a mini-batch must go through in one piece."""
        return Normalization.BATCH in self.normalizations

    @cached_property
    def plan(self) -> Plan:
        """This shape as kernels take it; what only training needs is left at its first code."""
        return Plan(
            sizes=self.size_array,
            activations=self.code_array,
            normalizations=np.array(
                [kind.code for kind in self.normalizations] or [0] * len(self.activations), np.int64
            ),
            dropout=np.zeros(len(self.activations)),
            output=self.output.code,
            loss=0,
            optimizer=0,
            penalty=0,
            schedule=0,
        )

    @cached_property
    def size_array(self) -> Integers:
        """The sizes as kernels take them."""
        return np.array(self.sizes, np.int64)

    @cached_property
    def code_array(self) -> Integers:
        """The hidden layers' activations as kernels take them."""
        return np.array([activation.code for activation in self.activations], np.int64)


@dataclass(frozen=True)
class Origin:
    """Where the units of a layer come from: `units` int64 are indices in the old `layer`; −1 is a new unit or layer."""

    layer: int
    units: Integers


def output_activation(problem: Problem, loss: Loss) -> OutputActivation:
    """What makes predictions of the logits."""
    if problem is Problem.REGRESSION:
        return OutputActivation.IDENTITY
    if loss is Loss.HINGE:
        return OutputActivation.SCORE
    if problem is Problem.MULTICLASS:
        return OutputActivation.SOFTMAX
    return OutputActivation.TANH if loss is Loss.SQUARED_ERROR else OutputActivation.SIGMOID


def fitting_loss(problem: Problem, wanted: Loss) -> Loss:
    """The wanted loss if it fits the problem, else the problem's natural one."""
    for_numbers = {Loss.SQUARED_ERROR, Loss.ABSOLUTE, Loss.HUBER}
    for_classes = {Loss.CROSS_ENTROPY, Loss.SQUARED_ERROR, Loss.HINGE}
    if problem is Problem.REGRESSION:
        return wanted if wanted in for_numbers else Loss.SQUARED_ERROR
    return wanted if wanted in for_classes else Loss.CROSS_ENTROPY


def outputs(problem: Problem, classes: int) -> int:
    """How many output units a problem needs."""
    return classes if problem is Problem.MULTICLASS else 1


def initial_parameters(
    layout: Layout, initialization: Initialization, gain: float, seed: int, hidden_bias: float = 0.0
) -> Floats:
    """Fresh weights and biases; each layer draws from a stream of its own, keyed by seed, purpose and layer.

    Args:
        hidden_bias: where the biases of all hidden units start; those of the output start at 0.
    """
    parameters = np.zeros(layout.size, np.float32)
    for layer in range(1, len(layout.sizes)):
        before, units = layout.sizes[layer - 1], layout.sizes[layer]
        weights = _DRAWS[initialization](stream(seed, Purpose.WEIGHTS, layer), before, units)
        parameters[layout.weights(layer)] = (gain * weights).astype(np.float32).ravel()
        if layer < len(layout.sizes) - 1:
            parameters[layout.bias(layer)] = hidden_bias
        if layer in layout.normalized:
            parameters[layout.scale(layer)] = 1
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


def fresh_statistics(layout: Layout, dtype: type[np.floating]) -> Reals:
    """Running means 0 and variances 1 for the units of all layers: [2, units]."""
    statistics = np.zeros((2, sum(layout.sizes)), dtype)
    statistics[1] = 1
    return statistics


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
        for new_place, old_place in _unit_places(old, here.layer, new, layer):
            grafted[new_place][kept] = values[old_place][here.units[kept]]
        if before.layer == NEW or before.layer != here.layer - 1:
            continue
        sources = np.flatnonzero(before.units != NEW)
        old_weights, new_weights = old.matrix(values, here.layer), new.matrix(grafted, layer)
        new_weights[np.ix_(kept, sources)] = old_weights[np.ix_(here.units[kept], before.units[sources])]
    return grafted


def _unit_places(old: Layout, old_layer: int, new: Layout, layer: int) -> list[tuple[slice, slice]]:
    """Where the parameters lie that each unit has one of, in both layouts."""
    places = [(new.bias(layer), old.bias(old_layer))]
    if layer in new.normalized and old_layer in old.normalized:
        places += [(new.scale(layer), old.scale(old_layer)), (new.shift(layer), old.shift(old_layer))]
    return places


def graft_statistics(old: Layout, values: Floats, new: Layout, fresh: Floats, origins: tuple[Origin, ...]) -> Floats:
    """`fresh` running statistics [2, units], in which every kept unit of a normalized layer has its old ones."""
    grafted = fresh.copy()
    for layer in new.normalized:
        here = origins[layer]
        if here.layer == NEW or here.layer not in old.normalized:
            continue
        kept = np.flatnonzero(here.units != NEW)
        to, source = sum(new.sizes[:layer]) + kept, sum(old.sizes[: here.layer]) + here.units[kept]
        grafted[:, to] = values[:, source]
    return grafted
