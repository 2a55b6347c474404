"""What the nodes of the graph by single operations do: +, ×, ÷ and their like, on one number each."""

from collections.abc import Callable

import numpy as np

from glassbox.engine.normalizations import EPSILON
from glassbox.study.graph.losses import Cost
from glassbox.study.graph.operations import SMALLEST_CHANCE
from glassbox.study.graph.tape import Array, Operation, Pulled

ONE = np.ones((1, 1))


class Single(Operation):
    """One number from a few: its Jacobian is a row of local derivatives,
    and its pull is each of them times what came.
    """

    def locals(self, value: Array, *given: Array) -> list[Array | None]:
        """∂ value / ∂ parent for every parent; None where no derivative is wanted."""
        raise NotImplementedError

    def pull(self, upstream: Array, value: Array, *given: Array) -> Pulled:
        return tuple(None if each is None else upstream * each for each in self.locals(value, *given))


class Plain(Single):
    """An operation that two formulas describe."""

    def __init__(self, kind: str, value: Callable[..., Array], slopes: Callable[..., list[Array | None]]) -> None:
        self.kind, self._value, self._slopes = kind, value, slopes

    def value(self, *given: Array) -> Array:
        return self._value(*given)

    def locals(self, value: Array, *given: Array) -> list[Array | None]:
        return self._slopes(value, *given)


MULTIPLY = Plain("multiply", lambda a, b: a * b, lambda _, a, b: [b, a])
ADD = Plain("add", lambda *all_: np.asarray(sum(all_)), lambda _, *all_: [ONE for _ in all_])
MEAN = Plain("mean", lambda *all_: np.mean(all_, axis=0), lambda _, *all_: [ONE / len(all_) for _ in all_])
SUBTRACT = Plain("subtract", lambda a, b: a - b, lambda _, a, b: [ONE, -ONE])
SQUARE = Plain("square", lambda a: a * a, lambda _, a: [2 * a])
ROOT = Plain("root", lambda v: np.sqrt(v + EPSILON), lambda value, _: [1 / (2 * value)])
DIVIDE = Plain("divide", lambda a, b: a / b, lambda value, a, b: [1 / b, -value / b])


class Power(Single):
    """e to the z − m: m, the largest z, keeps it from overflowing and falls out of the quotient."""

    kind = "exp"

    def __init__(self, largest: float) -> None:
        self._largest = largest

    def value(self, *given: Array) -> Array:
        return np.maximum(np.exp(given[0] - self._largest), SMALLEST_CHANCE)

    def locals(self, value: Array, *given: Array) -> list[Array | None]:
        return [value]


class Curved(Single):
    """A node of the graph by layer, on one number."""

    def __init__(self, operation: Operation) -> None:
        self.kind, self._operation = operation.kind, operation

    def value(self, *given: Array) -> Array:
        return self._operation.value(*given)

    def locals(self, value: Array, *given: Array) -> list[Array | None]:
        return list(self._operation.pull(ONE, value, *given))


class SingleLoss(Single):
    """The loss of one sample from its outputs, one node each, and the node of targets; it reads the sums."""

    kind = "loss"

    def __init__(self, cost: Cost, units: int) -> None:
        self._cost, self._units = cost, units

    def value(self, *given: Array) -> Array:
        return self._cost.value(*self._stacked(*given)).reshape(1, 1)

    def locals(self, value: Array, *given: Array) -> list[Array | None]:
        slopes = self._cost.slope(*self._stacked(*given))
        return [*slopes[:, :, None], None]

    def _stacked(self, *given: Array) -> tuple[Array, Array, Array]:
        return np.vstack(given[: self._units]), given[self._units], np.vstack(given[self._units + 1 :])
