"""A formula as a tree, and its values at points of the plane.

A truth is 1 or 0. Where there is no value (the log of a negative number, a division by 0, a number beyond float64)
there is NaN, and it stays NaN whatever is computed of it. As in Python, `and` and `or` do not look at their right side
where the left one has decided.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from glassbox.engine.arrays import Doubles

Compute = Callable[..., Any]

CONSTANTS = {"pi": np.pi, "e": np.e}
INPUTS = {"x1": 0, "x2": 1}
FUNCTIONS: dict[str, Compute] = {
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "asin": np.arcsin,
    "acos": np.arccos,
    "atan": np.arctan,
    "sinh": np.sinh,
    "cosh": np.cosh,
    "tanh": np.tanh,
    "exp": np.exp,
    "ln": np.log,
    "log": np.log,
    "log2": np.log2,
    "log10": np.log10,
    "sqrt": np.sqrt,
    "abs": np.abs,
    "sign": np.sign,
    "floor": np.floor,
    "ceil": np.ceil,
    "round": np.round,
}
FUNCTIONS_OF_TWO: dict[str, Compute] = {"min": np.minimum, "max": np.maximum, "mod": np.mod}
ARITHMETIC: dict[str, Compute] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "^": np.power,
    "negative": np.negative,
}
COMPARISONS: dict[str, Compute] = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
    "!=": np.not_equal,
}
JUNCTIONS: dict[str, Compute] = {
    "and": lambda left, right: np.where(left == 1, right, left),
    "or": lambda left, right: np.where(left == 0, right, left),
    "not": lambda truth: 1 - truth,
}
_OF_NUMBERS = {**FUNCTIONS, **FUNCTIONS_OF_TWO, **ARITHMETIC, **COMPARISONS}


@dataclass(frozen=True)
class Expression:
    """An operation on parts; or a leaf without any: an input, or the operation “number”."""

    operation: str
    parts: tuple[Expression, ...] = ()
    number: float = 0.0

    @property
    def is_truth(self) -> bool:
        """Whether it is true or false, not a number."""
        return self.operation in COMPARISONS or self.operation in JUNCTIONS

    @property
    def inputs(self) -> frozenset[str]:
        """The names of the inputs in it."""
        own = {self.operation} & INPUTS.keys()
        return frozenset(own).union(*(part.inputs for part in self.parts))


def values_of(expression: Expression, places: Doubles) -> Doubles:
    """The values at points float64 [n, 2]: float64 [n], NaN where there is none."""
    with np.errstate(all="ignore"):
        return _values(expression, places)


def _values(expression: Expression, places: Doubles) -> Doubles:
    operation = expression.operation
    if operation in INPUTS:
        return places[:, INPUTS[operation]]
    if not expression.parts:
        return np.full(len(places), expression.number)
    parts = [_values(part, places) for part in expression.parts]
    if operation in JUNCTIONS:
        return np.asarray(JUNCTIONS[operation](*parts))
    there = np.isfinite(parts).all(axis=0)  # some functions of NaN are numbers: NaN to the power of 0 is 1
    result = np.asarray(_OF_NUMBERS[operation](*parts), np.float64)
    return np.where(there & np.isfinite(result), result, np.nan)
