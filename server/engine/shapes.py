"""The shapes of the data sets with classes, for `generators.py`: places in the plane, and which class is where.

Each takes the points' random numbers and gives x₁, x₂ (of some also x₃) and the class index of every point.
"""

import numpy as np

from glassbox.engine.arrays import Doubles
from glassbox.engine.data_rng import DataRng
from glassbox.engine.dataset import EDGE
from glassbox.engine.streams import Purpose

_TURN = 2 * np.pi


def circle(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """A disc (class 1) of radius 2.5 inside a ring (class 0) from 3.5 to 5, both evenly filled."""
    side, angle, u = chance.uniforms(Purpose.PLACE, 3)
    inside = side < 0.5
    radius = np.where(inside, 2.5 * np.sqrt(u), np.sqrt(3.5**2 + (5.0**2 - 3.5**2) * u))
    return radius * np.cos(_TURN * angle), radius * np.sin(_TURN * angle), inside.astype(float)


def ball(chance: DataRng) -> tuple[Doubles, Doubles, Doubles, Doubles]:
    """A ball (class 1) of radius 2.5 inside a shell (class 0) from 3.5 to 5, evenly filled: x₁, x₂, x₃ and class."""
    side, height, angle, u = chance.uniforms(Purpose.PLACE, 4)
    inside = side < 0.5
    radius = np.cbrt(np.where(inside, 2.5**3 * u, 3.5**3 + (5.0**3 - 3.5**3) * u))
    x3 = radius * (2 * height - 1)
    across = np.sqrt(radius**2 - x3**2)
    return across * np.cos(_TURN * angle), across * np.sin(_TURN * angle), x3, inside.astype(float)


def xor(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """Four squares with a gap of 0.3 on either side of the axes; class 1 where the signs agree."""
    x1, x2 = 10 * chance.uniforms(Purpose.PLACE, 2) - 5
    return x1 + np.copysign(0.3, x1), x2 + np.copysign(0.3, x2), (x1 * x2 >= 0).astype(float)


def gauss(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """Round clouds of standard deviation 0.75 at (2, 2), class 1, and (−2, −2), class 0."""
    target = _classes(chance, 2)
    centre = 4 * target - 2
    z1, z2 = 0.75 * chance.normals(Purpose.CLOUD, 2)
    return centre + z1, centre + z2, target


def unbalanced(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """Two overlapping clouds of standard deviation 1.3: one point in ten is of class 1, at (1.5, 1.5)."""
    target = (chance.uniforms(Purpose.PLACE, 1)[0] < 0.1).astype(float)
    centre = 3 * target - 1.5
    z1, z2 = 1.3 * chance.normals(Purpose.CLOUD, 2)
    return centre + z1, centre + z2, target


def blobs(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """Round clouds of standard deviation 0.85 at the corners of an even triangle, the first on top."""
    target = _classes(chance, 3)
    angle = _TURN * (target / 3 + 0.25)
    z1, z2 = 0.85 * chance.normals(Purpose.CLOUD, 2)
    return 3.2 * np.cos(angle) + z1, 3.2 * np.sin(angle) - 0.5 + z2, target


def spiral(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """Two arms of one and three quarter turns, half a turn apart."""
    return _arms(chance, classes=2, turns=1.75)


def spiral3(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """Three arms of one and a quarter turns, a third of a turn apart."""
    return _arms(chance, classes=3, turns=1.25)


def spiral5(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """Five arms of three quarters of a turn, a fifth of a turn apart."""
    return _arms(chance, classes=5, turns=0.75)


def moons(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """Two half circles of radius 3.2, the lower one (class 1) shifted into the upper one (class 0)."""
    side, along = chance.uniforms(Purpose.PLACE, 2)
    target = np.floor(2 * side)
    sign = 1 - 2 * target  # +1: upper moon, −1: lower moon
    x1 = 3.2 * (sign * (np.cos(np.pi * along) - 0.5))
    x2 = 3.2 * (sign * (np.sin(np.pi * along) - 0.25))
    return x1, x2, target


_RINGS = np.array([[2.4, 4.8], [1.2, 3.6]])  # radius of the inner and the outer ring of each class


def rings(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """Four rings 0.6 wide, of the classes 1, 0, 1, 0 from the inside; a class is spread evenly over its two."""
    side, angle, place, depth = chance.uniforms(Purpose.PLACE, 4)
    of_class = _RINGS[(side < 0.5).astype(int)].T
    middle = np.where(place < of_class[0] / of_class.sum(axis=0), of_class[0], of_class[1])
    radius = middle + 0.6 * (depth - 0.5)
    return radius * np.cos(_TURN * angle), radius * np.sin(_TURN * angle), (side < 0.5).astype(float)


def checkerboard(chance: DataRng) -> tuple[Doubles, Doubles, Doubles]:
    """Four by four squares over the whole plane; class 1 is the lower left corner's."""
    x1, x2 = 2 * EDGE * chance.uniforms(Purpose.PLACE, 2) - EDGE
    column, row = np.floor(x1 / 3), np.floor(x2 / 3)
    return x1, x2, (column + row + 1) % 2


def _arms(chance: DataRng, classes: int, turns: float) -> tuple[Doubles, Doubles, Doubles]:
    side, along = chance.uniforms(Purpose.PLACE, 2)
    target = np.floor(classes * side)
    radius = 0.3 + 4.9 * along
    # Class 1 starts upwards, as in the best-known picture of two spirals.
    angle = _TURN * (turns * along + (target - 1) / classes)
    return radius * np.sin(angle), radius * np.cos(angle), target


def _classes(chance: DataRng, classes: int) -> Doubles:
    return np.asarray(np.floor(classes * chance.uniforms(Purpose.PLACE, 1)[0]))
