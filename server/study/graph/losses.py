"""Every loss as a node: the mean over the samples of what each costs, and its slope in the output.

`y` are predictions, chances or scores, `t` the targets in the same shape (see `wanted`), `z` the sums behind a chance.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from glassbox.engine.choices import Loss, OutputActivation
from glassbox.study.graph.operations import chance
from glassbox.study.graph.tape import Array, Operation, Pulled


class Cost(NamedTuple):
    """What each sample costs, [samples], and the slope of that, [units, samples]."""

    value: Callable[[Array, Array, Array], Array]
    slope: Callable[[Array, Array, Array], Array]


class MeanLoss(Operation):
    """L, from the output y and the targets t; it reads z."""

    kind = "loss"

    def __init__(self, cost: Cost) -> None:
        self._cost = cost

    def value(self, *given: Array) -> Array:
        return np.asarray(self._cost.value(*given).mean().reshape(1, 1))

    def pull(self, upstream: Array, value: Array, *given: Array) -> Pulled:
        return upstream * self._cost.slope(*given) / given[0].shape[1], None

    def details(self, value: Array, *given: Array) -> dict[str, Array]:
        return {"losses": self._cost.value(*given)[None, :]}


def cost_of(output: OutputActivation, loss: Loss, delta: float) -> Cost:
    """The cost that goes with an output; `delta` is the Huber loss's."""
    if loss is Loss.HUBER:
        return Cost(
            lambda y, t, z: np.where(np.abs(y - t) <= delta, (y - t) ** 2 / 2, delta * (np.abs(y - t) - delta / 2)).sum(
                axis=0
            ),
            lambda y, t, z: np.clip(y - t, -delta, delta),
        )
    if loss is Loss.CROSS_ENTROPY:
        return _BINARY if output is OutputActivation.SIGMOID else _SEVERAL
    return _OTHERS[loss]


def wanted(output: OutputActivation, target: Array, units: int) -> Array:
    """Targets [samples] in the shape and range of the output: one row for each class, or ±1, or the number itself."""
    if units > 1:
        return np.asarray((np.arange(units)[:, None] == target).astype(np.float64))
    signed = output in (OutputActivation.TANH, OutputActivation.SCORE)
    return (2 * target - 1 if signed else target)[None, :]


def _log_of_chances(z: Array) -> Array:
    largest = z.max(axis=0)
    return np.asarray(z - largest - np.log(np.exp(z - largest).sum(axis=0)))


def _leads(z: Array, t: Array) -> Array:
    """By how much each sample's own class leads the best of the others."""
    own = t == 1
    return np.asarray(np.where(own, z, -np.inf).max(axis=0) - np.where(own, -np.inf, z).max(axis=0))


def _hinge(z: Array, t: Array, _: Array) -> Array:
    return np.maximum(0, 1 - (t * z)[0] if len(z) == 1 else 1 - _leads(z, t))


def _hinge_slope(z: Array, t: Array, _: Array) -> Array:
    if len(z) == 1:
        return np.where(t * z < 1, -t, 0)
    rivals = np.where(t == 1, -np.inf, z).argmax(axis=0)
    rival = (np.arange(len(z))[:, None] == rivals).astype(np.float64)
    return np.where(_leads(z, t) < 1, rival - t, 0)


_BINARY = Cost(
    lambda p, t, z: (np.logaddexp(0, z) - t * z)[0],
    lambda p, t, z: np.where(t > 0.5, -1 / p, 1 / chance(-z)),
)
_SEVERAL = Cost(
    lambda p, t, z: -(t * _log_of_chances(z)).sum(axis=0),
    lambda p, t, z: -t / p,
)
_OTHERS = {
    Loss.SQUARED_ERROR: Cost(lambda y, t, z: ((y - t) ** 2).sum(axis=0) / 2, lambda y, t, z: y - t),
    Loss.ABSOLUTE: Cost(lambda y, t, z: np.abs(y - t).sum(axis=0), lambda y, t, z: np.sign(y - t)),
    Loss.HINGE: Cost(_hinge, _hinge_slope),
}
