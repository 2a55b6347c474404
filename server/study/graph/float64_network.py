"""The network of a snapshot in float64, cut into the parameters of its layers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from glassbox.engine.choices import Normalization
from glassbox.engine.recipe import Recipe
from glassbox.run.snapshot import Snapshot
from glassbox.study.graph.tape import Array
from glassbox.study.graph.words import parameter


@dataclass(frozen=True)
class Float64Network:
    """A recipe with its parameters, flat, and the running statistics [2, units of all layers]."""

    recipe: Recipe
    parameters: Array
    statistics: Array

    @property
    def last(self) -> int:
        """The number of the last layer; the inputs are layer 0."""
        return len(self.recipe.architecture.sizes) - 1

    def normalization(self, layer: int) -> Normalization:
        """Of a layer's sums; the last one has none."""
        kinds = self.recipe.architecture.normalizations
        return kinds[layer - 1] if layer <= len(kinds) else Normalization.NONE

    def places(self, layer: int) -> Iterator[tuple[str, slice]]:
        """The letter of each of a layer's parameters, W, b and if it is normalized γ and β, and where they lie."""
        layout = self.recipe.architecture.layout
        yield "W", layout.weights(layer)
        yield "b", layout.bias(layer)
        if layer in layout.normalized:
            yield "γ", layout.scale(layer)
            yield "β", layout.shift(layer)

    def parts(self, flat: Array) -> dict[str, Array]:
        """Any flat vector that lies as the parameters do, cut into what the graph's boxes of parameters hold."""
        return {
            f"{letter}{layer}": self.shaped(flat, layer, letter, place)
            for layer in range(1, self.last + 1)
            for letter, place in self.places(layer)
        }

    def flat(self, parts: Mapping[str, Array]) -> Array:
        """The inverse: all of those boxes as one flat vector."""
        names = (f"{letter}{layer}" for layer in range(1, self.last + 1) for letter, _ in self.places(layer))
        return np.concatenate([parts[name].ravel() for name in names])

    def names(self) -> list[str]:
        """Of all parameters, in order, as formulas write them."""
        sizes, found = self.recipe.architecture.sizes, list[str]()
        for layer in range(1, self.last + 1):
            for letter, _ in self.places(layer):
                sources = range(1, sizes[layer - 1] + 1) if letter == "W" else [None]
                units = range(1, sizes[layer] + 1)
                found += [parameter(letter, layer, unit, source) for unit in units for source in sources]
        return found

    def shaped(self, flat: Array, layer: int, letter: str, place: slice) -> Array:
        """A part of any flat vector that lies as the parameters do: weights [units, units before], else [units, 1]."""
        sizes = self.recipe.architecture.sizes
        return flat[place].reshape(sizes[layer], sizes[layer - 1] if letter == "W" else 1)

    def running(self, layer: int) -> tuple[Array, Array]:
        """A layer's running mean and variance, [units, 1] each."""
        sizes = self.recipe.architecture.sizes
        units = slice(sum(sizes[:layer]), sum(sizes[: layer + 1]))
        return self.statistics[0, units, None], self.statistics[1, units, None]


def float64_network(snapshot: Snapshot) -> Float64Network:
    """The network of a snapshot."""
    state = snapshot.state
    return Float64Network(snapshot.recipe, state.parameters.astype(np.float64), state.statistics.astype(np.float64))
