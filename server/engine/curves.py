"""The shapes of the data sets for regression, for `generators.py`: surfaces over the plane, and curves over x₁ alone.

Each takes the points' random numbers and gives x₁, x₂ and the target of every point. Along a curve x₂ is 0.
"""

import numpy as np

from glassbox.engine.arrays import Doubles
from glassbox.engine.data_rng import DataRng
from glassbox.engine.dataset import EDGE
from glassbox.engine.streams import Purpose

_HILLS = ((-4.0, 2.5, 1), (0.0, 2.5, -1), (4.0, 2.5, 1), (-4.0, -2.5, -1), (0.0, -2.5, 1), (4.0, -2.5, -1))


def plane(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """A target that rises evenly from −1 at the lower left corner to 1 at the upper right one."""
    x1, x2 = _square(chance)
    return x1, x2, (x1 + x2) / (2 * EDGE)


def multi_gauss(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """Three hills of height 1 and three valleys of depth 1, bell-shaped with standard deviation 1.2."""
    x1, x2 = _square(chance)
    target = np.zeros_like(x1)
    for c1, c2, sign in _HILLS:
        target += sign * np.exp(-((x1 - c1) ** 2 + (x2 - c2) ** 2) / (2 * 1.2**2))
    return x1, x2, target


def line_outliers(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """A line from −0.9 to 0.9. On its right half one point in four lies far below: near −0.8, give or take 0.1."""
    place, chosen = chance.uniforms(Purpose.PLACE, 2)
    x1, x2 = _across(place)
    far = -0.8 + 0.1 * chance.normals(Purpose.CLOUD, 1)[0]
    return x1, x2, np.where((x1 > 0) & (chosen < 0.25), far, 0.9 * x1 / EDGE)


def sine(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """The sine of x₁: not quite two waves."""
    x1, x2 = _along(chance)
    return x1, x2, np.sin(x1)


def step(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """A jump from −1 to 1 at x₁ = 0."""
    x1, x2 = _along(chance)
    return x1, x2, np.where(x1 > 0, 1.0, -1.0)


def saw_tooth(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """Three teeth: a target that rises from −1 to 1 over a width of 4, then falls at once."""
    x1, x2 = _along(chance)
    return x1, x2, 2 * ((x1 + EDGE) / 4 % 1) - 1


def triangle4(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """A triangle wave of four teeth."""
    return _triangles(chance, teeth=4)


def triangle16(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """A triangle wave of sixteen teeth."""
    return _triangles(chance, teeth=16)


def _triangles(chance: DataRng, teeth: int) -> tuple[Doubles, Doubles, Doubles]:
    """A target that rises from −1 to 1 and falls back again, once for every tooth."""
    x1, x2 = _along(chance)
    return x1, x2, 1 - 2 * np.abs(2 * (teeth * (x1 + EDGE) / (2 * EDGE) % 1) - 1)


def _along(chance: DataRng) -> tuple[Doubles, Doubles]:
    """Places along the x₁ axis."""
    return _across(chance.uniforms(Purpose.PLACE, 1)[0])


def _across(place: Doubles) -> tuple[Doubles, Doubles]:
    """Places along the x₁ axis from numbers in [0, 1)."""
    return 2 * EDGE * place - EDGE, np.zeros_like(place)


def _square(chance: DataRng) -> tuple[Doubles, Doubles]:
    x1, x2 = 2 * EDGE * chance.uniforms(Purpose.PLACE, 2) - EDGE
    return x1, x2
