"""Makes the data sets one can pick: points in the square [−6, 6]² with a class or a number for each.

For whoever needs points: sessions, thumbnails, notebooks. Everything random comes from the seed, each purpose from a
stream of its own, and each point from its own row of it. So more samples keep the earlier points, more noise moves
every point further in its own direction, and a higher share of wrong labels only adds to those already wrong.

To add a data set: name it in `choices.Dataset`, write its shape here, and give it a row in `_SHAPES`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from server.engine.choices import Dataset, Problem

Floats = NDArray[np.float64]

EDGE = 6.0  # points lie in [−EDGE, EDGE]²
_TURN = 2 * np.pi


class _Purpose(IntEnum):
    """What a random stream is for; part of its key, so that one purpose never shifts another's numbers."""

    PLACE = 0
    CLOUD = 1
    JITTER = 2
    LABEL = 3
    TARGET = 4


@dataclass(frozen=True)
class Points:
    """A data set: `x` float32 [n, 2] and `target` float32 [n], a class index 0 … classes−1 or a number.

    Of two classes, 1 is the positive one. `classes` is 0 for regression. The order is random, so any first part of
    the points is a fair sample of all.
    """

    x: NDArray[np.float32]
    target: NDArray[np.float32]
    problem: Problem
    classes: int


@dataclass(frozen=True)
class _Chance:
    """The random numbers of `count` points, drawn from streams keyed by seed and purpose."""

    seed: int
    count: int

    def uniforms(self, purpose: _Purpose, columns: int) -> Floats:
        """Numbers in [0, 1): [columns, count]."""
        return self._stream(purpose).random((self.count, columns)).T

    def normals(self, purpose: _Purpose, columns: int) -> Floats:
        """Standard normal numbers: [columns, count]."""
        return self._stream(purpose).standard_normal((self.count, columns)).T

    def _stream(self, purpose: _Purpose) -> np.random.Generator:
        return np.random.Generator(np.random.PCG64(np.random.SeedSequence((self.seed, int(purpose)))))


Shape = Callable[[_Chance], tuple[Floats, Floats, Floats]]


def generate(dataset: Dataset, samples: int, noise: float, label_noise: float, seed: int) -> Points:
    """The first `samples` points of a data set.

    Args:
        noise: standard deviation of the jitter added to both inputs.
        label_noise: share of points given another class; for regression, standard deviation added to the target.
        seed: the same seed makes the same points.
    """
    shape, problem, classes = _SHAPES[dataset]
    chance = _Chance(seed, samples)
    x1, x2, target = shape(chance)
    places = np.stack([x1, x2], axis=1) + noise * chance.normals(_Purpose.JITTER, 2).T
    return Points(
        x=np.clip(places, -EDGE, EDGE).astype(np.float32),
        target=_mislabelled(target, classes, label_noise, chance).astype(np.float32),
        problem=problem,
        classes=classes,
    )


def problem_of(dataset: Dataset) -> tuple[Problem, int]:
    """What kind of answer a data set asks for, and its number of classes (0 for regression)."""
    _, problem, classes = _SHAPES[dataset]
    return problem, classes


def _mislabelled(target: Floats, classes: int, rate: float, chance: _Chance) -> Floats:
    if rate == 0:
        return target
    if classes == 0:
        return np.asarray(target + rate * chance.normals(_Purpose.TARGET, 1)[0])
    wrong, which = chance.uniforms(_Purpose.LABEL, 2)
    other = (target + 1 + np.floor(which * (classes - 1))) % classes
    return np.asarray(np.where(wrong < rate, other, target))


def _circle(chance: _Chance) -> tuple[Floats, Floats, Floats]:
    """A disc (class 1) of radius 2.5 inside a ring (class 0) from 3.5 to 5, both evenly filled."""
    side, angle, u = chance.uniforms(_Purpose.PLACE, 3)
    inside = side < 0.5
    radius = np.where(inside, 2.5 * np.sqrt(u), np.sqrt(3.5**2 + (5.0**2 - 3.5**2) * u))
    return radius * np.cos(_TURN * angle), radius * np.sin(_TURN * angle), inside.astype(float)


def _xor(chance: _Chance) -> tuple[Floats, Floats, Floats]:
    """Four squares with a gap of 0.3 on either side of the axes; class 1 where the signs agree."""
    x1, x2 = 10 * chance.uniforms(_Purpose.PLACE, 2) - 5
    return x1 + np.copysign(0.3, x1), x2 + np.copysign(0.3, x2), (x1 * x2 >= 0).astype(float)


def _gauss(chance: _Chance) -> tuple[Floats, Floats, Floats]:
    """Round clouds of standard deviation 0.75 at (2, 2), class 1, and (−2, −2), class 0."""
    target = _classes(chance, 2)
    centre = 4 * target - 2
    z1, z2 = 0.75 * chance.normals(_Purpose.CLOUD, 2)
    return centre + z1, centre + z2, target


def _blobs(chance: _Chance) -> tuple[Floats, Floats, Floats]:
    """Round clouds of standard deviation 0.85 at the corners of an even triangle, the first on top."""
    target = _classes(chance, 3)
    angle = _TURN * (target / 3 + 0.25)
    z1, z2 = 0.85 * chance.normals(_Purpose.CLOUD, 2)
    return 3.2 * np.cos(angle) + z1, 3.2 * np.sin(angle) - 0.5 + z2, target


def _spiral(chance: _Chance) -> tuple[Floats, Floats, Floats]:
    """Two arms of one and three quarter turns, half a turn apart."""
    return _arms(chance, classes=2, turns=1.75)


def _spiral3(chance: _Chance) -> tuple[Floats, Floats, Floats]:
    """Three arms of one and a quarter turns, a third of a turn apart."""
    return _arms(chance, classes=3, turns=1.25)


def _arms(chance: _Chance, classes: int, turns: float) -> tuple[Floats, Floats, Floats]:
    side, along = chance.uniforms(_Purpose.PLACE, 2)
    target = np.floor(classes * side)
    radius = 0.3 + 4.9 * along
    # Class 1 starts upwards, as in the best-known picture of two spirals.
    angle = _TURN * (turns * along + (target - 1) / classes)
    return radius * np.sin(angle), radius * np.cos(angle), target


def _moons(chance: _Chance) -> tuple[Floats, Floats, Floats]:
    """Two half circles of radius 3.2, the lower one (class 1) shifted into the upper one (class 0)."""
    side, along = chance.uniforms(_Purpose.PLACE, 2)
    target = np.floor(2 * side)
    sign = 1 - 2 * target  # +1: upper moon, −1: lower moon
    x1 = 3.2 * (sign * (np.cos(np.pi * along) - 0.5))
    x2 = 3.2 * (sign * (np.sin(np.pi * along) - 0.25))
    return x1, x2, target


def _plane(chance: _Chance) -> tuple[Floats, Floats, Floats]:
    """A target that rises evenly from −1 at the lower left corner to 1 at the upper right one."""
    x1, x2 = _square(chance)
    return x1, x2, (x1 + x2) / (2 * EDGE)


_HILLS = ((-4.0, 2.5, 1), (0.0, 2.5, -1), (4.0, 2.5, 1), (-4.0, -2.5, -1), (0.0, -2.5, 1), (4.0, -2.5, -1))


def _multi_gauss(chance: _Chance) -> tuple[Floats, Floats, Floats]:
    """Three hills of height 1 and three valleys of depth 1, bell-shaped with standard deviation 1.2."""
    x1, x2 = _square(chance)
    target = np.zeros_like(x1)
    for c1, c2, sign in _HILLS:
        target += sign * np.exp(-((x1 - c1) ** 2 + (x2 - c2) ** 2) / (2 * 1.2**2))
    return x1, x2, target


def _square(chance: _Chance) -> tuple[Floats, Floats]:
    x1, x2 = 2 * EDGE * chance.uniforms(_Purpose.PLACE, 2) - EDGE
    return x1, x2


def _classes(chance: _Chance, classes: int) -> Floats:
    return np.asarray(np.floor(classes * chance.uniforms(_Purpose.PLACE, 1)[0]))


_SHAPES: dict[Dataset, tuple[Shape, Problem, int]] = {
    Dataset.CIRCLE: (_circle, Problem.BINARY, 2),
    Dataset.XOR: (_xor, Problem.BINARY, 2),
    Dataset.GAUSS: (_gauss, Problem.BINARY, 2),
    Dataset.SPIRAL: (_spiral, Problem.BINARY, 2),
    Dataset.MOONS: (_moons, Problem.BINARY, 2),
    Dataset.BLOBS: (_blobs, Problem.MULTICLASS, 3),
    Dataset.SPIRAL3: (_spiral3, Problem.MULTICLASS, 3),
    Dataset.PLANE: (_plane, Problem.REGRESSION, 0),
    Dataset.MULTI_GAUSS: (_multi_gauss, Problem.REGRESSION, 0),
}
