"""Records a computation node by node, so that it can be read forwards, pulled back to every gradient, and replayed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from glassbox.engine.arrays import Doubles

Array = Doubles  # always two-dimensional: units by samples, or a parameter's own rows and columns
Pulled = tuple[Array | None, ...]


class Operation:
    """What a node does with its parents' values; `given` are those, in order, and after them what it only reads."""

    kind = ""
    couples = False  # whether a sample's numbers depend on other samples'

    def value(self, *given: Array) -> Array:
        """What comes out."""
        raise NotImplementedError

    def pull(self, upstream: Array, value: Array, *given: Array) -> Pulled:
        """The gradient that reaches each parent, from the one that reached this node; None for what needs none."""
        raise NotImplementedError

    def back(self, upstream: Array, value: Array, *given: Array) -> Array:
        """The gradient that reaches the parent on the straight way; `upstream` may be several, stacked in front."""
        pulled = self.pull(upstream, value, *given)[0]
        assert pulled is not None
        return pulled

    def details(self, value: Array, *given: Array) -> dict[str, Array]:
        """Further numbers worth showing."""
        return {}


@dataclass(frozen=True)
class Node:
    """One box of the picture.

    Attributes:
        kind: "input", "parameter" or "target" for what is given, else the operation's.
        symbol, title, formula: its value's letter, what stands in the box, and how it is computed.
        parents: names of the nodes it is computed from; `reads` are further values it looks at, not drawn.
        back: for each parent, the formula of the gradient that goes there.
        layer: 1 … for what belongs to a layer of weights; 0 for the inputs, one more than the last for output and loss.
        through: which parent the Jacobian is taken of.
        unit: of a single operation that belongs to one unit of its layer, that unit, counted from 1; 0 for all or none.
        start: of a parameter, where it begins in the flat vector of all of them.
    """

    name: str
    kind: str
    symbol: str
    title: str
    formula: str
    layer: int
    parents: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    through: int = 0
    start: int = 0
    unit: int = 0
    operation: Operation | None = None


@dataclass(frozen=True)
class Part:
    """One share of a node's gradient: what came back by way of `child`, whose parent number `place` it is."""

    child: str
    place: int
    gradient: Array


class Tape:
    """Nodes in the order in which they were computed, with their values."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.values: dict[str, Array] = {}

    def give(self, node: Node, value: Any) -> str:
        """A node whose value comes from outside."""
        self.nodes[node.name] = node
        self.values[node.name] = np.atleast_2d(np.asarray(value, np.float64))
        return node.name

    def compute(self, node: Node) -> str:
        """A node that is computed from earlier ones."""
        self.nodes[node.name] = node
        self.values[node.name] = _operation(node).value(*self.given(node))
        return node.name

    def given(self, node: Node) -> list[Array]:
        """What its operation works on."""
        return [self.values[name] for name in (*node.parents, *node.reads)]

    @property
    def computed(self) -> Iterator[Node]:
        """The nodes that are no leaves, in order."""
        return (node for node in self.nodes.values() if node.operation is not None)

    @property
    def end(self) -> Node:
        """The last node: the loss."""
        return next(reversed(self.nodes.values()))

    def parts(self) -> dict[str, list[Part]]:
        """Pull ∂L/∂L = 1 back through all nodes: the shares of every node's gradient, one for each way it is used."""
        shares: dict[str, list[Part]] = {name: [] for name in self.nodes}
        for node in reversed(list(self.computed)):
            upstream = self.gradient(node, shares[node.name])
            pulled = _operation(node).pull(upstream, self.values[node.name], *self.given(node))
            for place, (parent, gradient) in enumerate(zip(node.parents, pulled, strict=False)):
                if gradient is not None:
                    shares[parent].append(Part(node.name, place, gradient))
        return {name: parts[::-1] for name, parts in shares.items()}  # in the order of computation

    def gradient(self, node: Node, parts: list[Part]) -> Array:
        """∂L of a node: the sum of its parts; ∂L/∂L is 1."""
        return np.ones((1, 1)) if node is self.end else total(parts, self.values[node.name])

    def gradients(self) -> dict[str, Array]:
        """∂L of every node."""
        return {name: self.gradient(self.nodes[name], parts) for name, parts in self.parts().items()}

    def replay(self, changed: Mapping[str, Array]) -> float:
        """The loss if some leaves had other values; what does not depend on them is not computed again."""
        values = {**self.values, **changed}
        stale = set(changed)
        for node in self.computed:
            if stale.isdisjoint(node.parents):
                continue
            stale.add(node.name)
            values[node.name] = _operation(node).value(*(values[name] for name in (*node.parents, *node.reads)))
        return float(values[self.end.name][0, 0])


def total(parts: list[Part], like: Array) -> Array:
    """The sum of the parts; zeros of the shape of `like` if there are none."""
    return np.sum([part.gradient for part in parts], axis=0) if parts else np.zeros_like(like)


def _operation(node: Node) -> Operation:
    assert node.operation is not None
    return node.operation
