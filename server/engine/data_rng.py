"""The random numbers behind data: a stream for each purpose, a row of it for each point. All of it from one seed.

For the data sets and for one's own data. So more points keep the earlier ones, more noise moves every point further in
its own direction, and a higher share of wrong labels only adds to those already wrong.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from glassbox.engine.arrays import Doubles, Integers
from glassbox.engine.streams import Purpose, stream


class Part(IntEnum):
    """Which points of a data set are drawn; part of their streams' keys. None of one part is a point of another."""

    MAIN = 0
    TEST = 1  # that only test, and are the same however many train


@dataclass(frozen=True)
class DataRng:
    """The random numbers of points, drawn from streams keyed by seed, purpose and part.

    `rows` names the points' rows among the `count` of each stream; without it they are all of them, in order.
    """

    seed: int
    count: int
    rows: Integers | None = None
    part: Part = Part.MAIN

    def uniforms(self, purpose: Purpose, columns: int) -> Doubles:
        """Numbers in [0, 1): [columns, points]."""
        return self._chosen(stream(self.seed, purpose, self.part).random((self.count, columns)))

    def normals(self, purpose: Purpose, columns: int) -> Doubles:
        """Standard normal numbers: [columns, points]."""
        return self._chosen(stream(self.seed, purpose, self.part).standard_normal((self.count, columns)))

    def _chosen(self, numbers: Doubles) -> Doubles:
        return (numbers if self.rows is None else numbers[self.rows]).T


def jittered(x: Doubles, inputs: int, noise: float, chance: DataRng) -> Doubles:
    """Points [n, d] moved by normal noise of that standard deviation in the columns that are inputs."""
    jitter = noise * chance.normals(Purpose.JITTER, x.shape[1]).T
    jitter[:, inputs:] = 0
    return np.asarray(x + jitter)


def mislabelled(target: Doubles, classes: int, rate: float, chance: DataRng) -> Doubles:
    """Targets of which a share `rate` has another class; numbers get normal noise of that standard deviation."""
    if rate == 0:
        return target
    if classes == 0:
        return np.asarray(target + rate * chance.normals(Purpose.TARGET, 1)[0])
    wrong, which = chance.uniforms(Purpose.LABEL, 2)
    other = (target + 1 + np.floor(which * (classes - 1))) % classes
    return np.asarray(np.where(wrong < rate, other, target))
