"""What every data set comes out as: points in arrays, and the square of the plane they are drawn in."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.choices import Problem

EDGE = 6.0  # the plane is the square [−EDGE, EDGE]²


@dataclass(frozen=True)
class Points:
    """A data set: `x` float32 [n, 2 or more] and `target` float32 [n], a class index 0 … classes−1 or a number.

    Of two classes, 1 is the positive one. `classes` is 0 for regression. The order is random, so any first part of
    the points is a fair sample of all. `inputs` says how many columns of `x` are used: 1 where the data are a curve
    over x₁ (x₂ is then 0 everywhere), otherwise all of them.
    """

    x: NDArray[np.float32]
    target: NDArray[np.float32]
    problem: Problem
    classes: int
    inputs: int = 2


def problem_with(classes: int) -> Problem:
    """The problem of data with so many classes; 0 means that the target is a number."""
    if classes == 0:
        return Problem.REGRESSION
    return Problem.BINARY if classes == 2 else Problem.MULTICLASS
