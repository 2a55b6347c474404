"""The functions of two variables that optimizers race on, for menus and for `study.race`.

Each with its name and words, its values, exact gradients and curvatures, and its minima; in float64.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from glassbox.engine.arrays import Doubles
from glassbox.engine.vocabulary import Choice
from glassbox.words.sentence import say

Point = tuple[float, float]
Curvature = tuple[float, float, float]  # ∂²f/∂x², ∂²f/∂x∂y, ∂²f/∂y²


class Objective(Choice):
    """A function of two variables that optimizers race on; `note` tells what it is like, in a few words."""

    BOWL = ("bowl", say("Bowl"), "f = ½ (x² + y²)", say("as steep in every direction"))
    RAVINE = ("ravine", say("Ravine"), "f = ½ (x² + κ y²)", say("κ times as steep across as along"))
    SADDLE = (
        "saddle",
        say("Saddle"),
        "f = ½ x² − ½ y² + y⁴/16",
        say("a saddle in the middle, a minimum on either side"),
    )
    ROSENBROCK = (
        "rosenbrock",
        say("Rosenbrock"),
        "f = (1 − x)² + b (y − x²)²",
        say("a bent valley with an almost flat floor"),
    )
    HIMMELBLAU = (
        "himmelblau",
        say("Himmelblau"),
        "f = (x² + y − 11)² + (x + y² − 7)²",
        say("four minima; the start decides which one is found"),
    )


@dataclass(frozen=True)
class TestFunction:
    """One function f(x, y). `shape` is a number that changes it, where `shapes` gives its bounds; others ignore it.

    Attributes:
        value: for arrays or numbers. box: what is drawn: left, right, bottom, top.
        minima: of any shape. is_quadratic: then what is said of learning rates holds everywhere, and exactly.
        start, rate, adaptive_rate: where and how fast a race begins, unless the person chose.
    """

    value: Callable[[Doubles, Doubles, float], Doubles]
    gradient: Callable[[float, float, float], Point]
    curvature: Callable[[float, float, float], Curvature]
    box: tuple[float, float, float, float]
    minima: tuple[Point, ...]
    start: Point
    rate: float
    adaptive_rate: float
    shape: float = 1.0
    shapes: tuple[float, float] | None = None
    is_quadratic: bool = False

    def steepness(self, at: Point, shape: float) -> float:
        """λmax: the largest curvature in any direction, the larger eigenvalue of the Hessian."""
        xx, xy, yy = self.curvature(*at, shape)
        return (xx + yy) / 2 + float(np.hypot((xx - yy) / 2, xy))

    def gentlest(self, shape: float) -> float:
        """λmax of the minimum at which it is smallest: a learning rate too large for this one is too large for all."""
        return min(self.steepness(minimum, shape) for minimum in self.minima)

    def over(self, size: int, shape: float) -> Doubles:
        """f at size × size points of the box, row by row from the bottom."""
        left, right, bottom, top = self.box
        x, y = np.meshgrid(np.linspace(left, right, size), np.linspace(bottom, top, size))
        return np.asarray(self.value(x, y, shape), np.float64)


BOWL = TestFunction(
    value=lambda x, y, _: (x**2 + y**2) / 2,
    gradient=lambda x, y, _: (x, y),
    curvature=lambda x, y, _: (1.0, 0.0, 1.0),
    box=(-4, 4, -4, 4), minima=((0, 0),), start=(-3.2, 2.4), rate=0.2, adaptive_rate=0.1, is_quadratic=True,
)  # fmt: skip

RAVINE = TestFunction(
    value=lambda x, y, k: (x**2 + k * y**2) / 2,
    gradient=lambda x, y, k: (x, k * y),
    curvature=lambda x, y, k: (1.0, 0.0, k),
    box=(-4, 4, -4, 4), minima=((0, 0),), start=(-3.5, 1.2), rate=0.05, adaptive_rate=0.1, shape=20, shapes=(2, 100),
    is_quadratic=True,
)  # fmt: skip

SADDLE = TestFunction(
    value=lambda x, y, _: x**2 / 2 - y**2 / 2 + y**4 / 16,
    gradient=lambda x, y, _: (x, y**3 / 4 - y),
    curvature=lambda x, y, _: (1.0, 0.0, 3 * y**2 / 4 - 1),
    box=(-4, 4, -4, 4), minima=((0, 2), (0, -2)), start=(-3.2, 0.02), rate=0.1, adaptive_rate=0.1,
)  # fmt: skip

ROSENBROCK = TestFunction(
    value=lambda x, y, b: (1 - x) ** 2 + b * (y - x**2) ** 2,
    gradient=lambda x, y, b: (2 * (x - 1) - 4 * b * x * (y - x**2), 2 * b * (y - x**2)),
    curvature=lambda x, y, b: (2 - 4 * b * (y - 3 * x**2), -4 * b * x, 2 * b),
    box=(-2, 2, -1, 3), minima=((1, 1),), start=(-1.2, 1.0), rate=0.001, adaptive_rate=0.02, shape=100, shapes=(1, 100),
)  # fmt: skip

HIMMELBLAU = TestFunction(
    value=lambda x, y, _: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2,
    gradient=lambda x, y, _: (
        4 * x * (x**2 + y - 11) + 2 * (x + y**2 - 7),
        2 * (x**2 + y - 11) + 4 * y * (x + y**2 - 7),
    ),
    curvature=lambda x, y, _: (12 * x**2 + 4 * y - 42, 4 * (x + y), 12 * y**2 + 4 * x - 26),
    box=(-6, 6, -6, 6),
    minima=(
        (3.0, 2.0),
        (-2.805118086952745, 3.131312518250573),
        (-3.779310253377747, -3.283185991286170),
        (3.584428340330492, -1.848126526964404),
    ),
    start=(-0.6, -0.8), rate=0.01, adaptive_rate=0.1,
)  # fmt: skip

OBJECTIVES = {
    Objective.BOWL: BOWL,
    Objective.RAVINE: RAVINE,
    Objective.SADDLE: SADDLE,
    Objective.ROSENBROCK: ROSENBROCK,
    Objective.HIMMELBLAU: HIMMELBLAU,
}
