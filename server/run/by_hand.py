"""What a person has changed about a network otherwise than by its settings, since it began."""

from typing import NamedTuple


class ByHand(NamedTuple):
    """Weights and biases that were set."""

    weights: frozenset[tuple[int, int, int, float]] = frozenset()  # layer, unit, source, value
    biases: frozenset[tuple[int, int, float]] = frozenset()

    def with_weight(self, layer: int, unit: int, source: int, value: float) -> "ByHand":
        """Of a weight that is set again, the last value counts."""
        others = (each for each in self.weights if each[:3] != (layer, unit, source))
        return self._replace(weights=frozenset([*others, (layer, unit, source, value)]))

    def with_bias(self, layer: int, unit: int, value: float) -> "ByHand":
        """Likewise."""
        others = (each for each in self.biases if each[:2] != (layer, unit))
        return self._replace(biases=frozenset([*others, (layer, unit, value)]))
