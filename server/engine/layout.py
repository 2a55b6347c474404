"""Where each layer's weights and biases lie in the one flat vector of parameters, for everyone who looks into it.

Layer 0 is the inputs; layer l from 1 on has a matrix of weights [units, units before], row by row, then its biases,
and if it is normalized, each unit's learned scale γ, then each unit's shift β.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Layout:
    """The places of a fully connected network's parameters.

    `sizes` are the units of each layer, inputs first; `normalized` are the layers (1 …) with scale and shift.
    """

    sizes: tuple[int, ...]
    normalized: frozenset[int] = frozenset()

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where layer 1, 2 … begin, and at last where all ends."""
        ends = [0]
        for layer, (before, units) in enumerate(pairwise(self.sizes), start=1):
            each = before + 1 + (2 if layer in self.normalized else 0)
            ends.append(ends[-1] + each * units)
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
        return self._after_weights(layer, 0)

    def scale(self, layer: int) -> slice:
        """The γ of a normalized `layer`."""
        return self._after_weights(layer, 1)

    def shift(self, layer: int) -> slice:
        """The β of a normalized `layer`."""
        return self._after_weights(layer, 2)

    def _after_weights(self, layer: int, place: int) -> slice:
        start = self.weights(layer).stop + place * self.sizes[layer]
        return slice(start, start + self.sizes[layer])

    def matrix(self, parameters: NDArray[np.generic], layer: int) -> NDArray[np.generic]:
        """A view of the weights into `layer`, [units, units before]."""
        return parameters[self.weights(layer)].reshape(self.sizes[layer], self.sizes[layer - 1])
