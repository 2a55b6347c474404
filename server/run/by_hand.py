"""What a person has changed about a network otherwise than by its settings, since it began."""

from typing import NamedTuple


class Solved(NamedTuple):
    """What it made of the training loss that the last layer was solved.

    Attributes:
        before, after: the loss; `with_penalty`: together with the penalty.
    """

    before: float
    after: float
    with_penalty: bool


class ByHand(NamedTuple):
    """Weights and biases that were set, and what it brought when the last layer was last solved."""

    weights: frozenset[tuple[int, int, int, float]] = frozenset()  # layer, unit, source, value
    biases: frozenset[tuple[int, int, float]] = frozenset()
    solved: Solved | None = None

    def with_weight(self, layer: int, unit: int, source: int, value: float) -> "ByHand":
        """Of a weight that is set again, the last value counts."""
        others = (each for each in self.weights if each[:3] != (layer, unit, source))
        return self._replace(weights=frozenset([*others, (layer, unit, source, value)]))

    def with_bias(self, layer: int, unit: int, value: float) -> "ByHand":
        """Likewise."""
        others = (each for each in self.biases if each[:2] != (layer, unit))
        return self._replace(biases=frozenset([*others, (layer, unit, value)]))

    def with_last_layer(self, layer: int, solved: Solved) -> "ByHand":
        """What had been set of that layer counts no more."""
        weights = frozenset(each for each in self.weights if each[0] != layer)
        return ByHand(weights, frozenset(each for each in self.biases if each[0] != layer), solved)
