"""Where each layer's weights and biases lie in the one flat vector of parameters, for everyone who looks into it.

Layer 0 is the inputs; layer l from 1 on has a matrix of weights [units, units before], row by row, then its biases.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Layout:
    """The places of a fully connected network's parameters; `sizes` are the units of each layer, inputs first."""

    sizes: tuple[int, ...]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where layer 1, 2 … begin, and at last where all ends."""
        ends = [0]
        for before, units in pairwise(self.sizes):
            ends.append(ends[-1] + (before + 1) * units)
        return tuple(ends)

    @property
    def size(self) -> int:
        """How many parameters there are."""
        return self.starts[-1]

    def weights(self, layer: int) -> slice:
        """The weights into `layer`, [units, units before] row by row."""
        start = self.starts[layer - 1]
        return slice(start, start + self.sizes[layer - 1] * self.sizes[layer])

    def bias(self, layer: int) -> slice:
        """The biases of `layer`."""
        end = self.starts[layer]
        return slice(end - self.sizes[layer], end)

    def matrix(self, parameters: NDArray[np.generic], layer: int) -> NDArray[np.generic]:
        """A view of the weights into `layer`, [units, units before]."""
        return parameters[self.weights(layer)].reshape(self.sizes[layer], self.sizes[layer - 1])
