"""The gradient check: what backpropagation says of every parameter beside what a central difference measures."""

from dataclasses import dataclass

import numpy as np

from glassbox.study.answers.of_graph import CheckedParameter
from glassbox.study.graph.float64_network import Float64Network
from glassbox.study.graph.tape import Array, Tape
from glassbox.study.still_wanted import check_wanted

STEP = 1e-5  # of the difference: smaller, and rounding is felt; larger, and the curve is
FLOOR = 1e-4  # of the largest gradient: below that, an error is measured by this much


@dataclass(frozen=True)
class GradientCheck:
    """Both gradients of all parameters, flat, and their relative errors."""

    pulled: Array
    measured: Array

    @property
    def errors(self) -> Array:
        """|g − d| over the larger of the two, or over the floor where both are smaller."""
        sizes = np.maximum(np.abs(self.pulled), np.abs(self.measured))
        return np.abs(self.pulled - self.measured) / np.maximum(sizes, max(FLOOR * sizes.max(), 1e-12))


def check_gradients(tape: Tape, network: Float64Network, gradients: Array) -> GradientCheck:
    """Move each parameter by ±STEP (times its size, where that is above 1), and look at the loss."""
    measured = np.zeros_like(network.parameters)
    for layer in range(1, network.last + 1):
        for letter, place in network.places(layer):
            check_wanted()
            name = f"{letter}{layer}"
            measured[place] = [_difference(tape, name, at) for at in range(tape.values[name].size)]
    return GradientCheck(gradients, measured)


def _difference(tape: Tape, name: str, at: int) -> float:
    value = tape.values[name]
    by = STEP * max(1.0, abs(float(value.flat[at])))
    losses = []
    for moved in (by, -by):
        changed = value.copy()
        changed.flat[at] += moved
        losses.append(tape.replay({name: changed}))
    return (losses[0] - losses[1]) / (2 * by)


def worst_first(check: GradientCheck, names: list[str], most: int) -> list[CheckedParameter]:
    """The rows of the table."""
    order = np.argsort(-check.errors, kind="stable")[:most]
    return [
        CheckedParameter(names[at], float(check.pulled[at]), float(check.measured[at]), float(check.errors[at]))
        for at in order
    ]
