"""What a data set is about, beside its numbers: the names and units of its inputs, of its target and of its classes.

For axis labels, sliders and downloads: a `Quantity` turns the numbers in here back into the original ones.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.choices import Problem
from glassbox.engine.points import EDGE


@dataclass(frozen=True)
class Quantity:
    """What a column of numbers measures: original = mean + spread · x / width.

    Attributes:
        mean, spread: of the original numbers, where these were standardised; otherwise 0 and their natural size.
        width: what one spread (one standard deviation) is long in here: 2 on an axis of the plane.
        least, most: the ends of its axis, in here.
    """

    name: str
    unit: str = ""
    mean: float = 0.0
    spread: float = 1.0
    width: float = 1.0
    least: float = -EDGE
    most: float = EDGE

    def original(self, x: NDArray[Any]) -> NDArray[np.float64]:
        """The original numbers, in `unit`."""
        return self.mean + (self.spread / self.width) * np.asarray(x, np.float64)

    def placed(self, original: NDArray[Any]) -> NDArray[np.float64]:
        """The numbers that the network is given for original ones."""
        return (np.asarray(original, np.float64) - self.mean) / self.spread * self.width


@dataclass(frozen=True)
class Description:
    """All that is said of a data set.

    Attributes:
        inputs: one for each input that is used; a single one makes the data a curve.
        class_names: in the order of the class indices; empty where the classes have no names.
        available: how many points there are; None: as many as one asks for.
        suggested: how many points show best what the data set is for; None: as many as there are now.
        side: pixels a side, where the inputs are the pixels of a square picture, row by row; otherwise 0.
    """

    problem: Problem
    classes: int
    inputs: tuple[Quantity, ...]
    target: Quantity
    class_names: tuple[str, ...] = ()
    available: int | None = None
    suggested: int | None = None
    side: int = 0
