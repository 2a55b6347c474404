"""Points that somebody measured, uploaded or drew, and how a run draws its data from them.

For the real data sets and for one's own: they take samples, noise, label noise and seed as the made ones do.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.data_rng import DataRng, Purpose, jittered, mislabelled
from glassbox.engine.descriptions import Description, Quantity
from glassbox.engine.points import EDGE, Points

WIDTH = 2.0  # of a standard deviation on the plane: three of them reach its edge, and inputs are as large as elsewhere


@dataclass(frozen=True)
class Observations:
    """All the points there are: `x` float32 [n, 2 or more], `target` float32 [n], and what they are about.

    With one input, x has a second column of zeros. `rows` (int64 [n], each once) are the points' rows in every random
    stream: a point that keeps its number keeps its noise and its place in the order when others come and go.
    """

    x: NDArray[np.float32]
    target: NDArray[np.float32]
    about: Description
    rows: NDArray[np.int64]

    @property
    def nbytes(self) -> int:
        """The memory they take."""
        return self.x.nbytes + self.target.nbytes + self.rows.nbytes

    @property
    def outside(self) -> int:
        """How many points lie outside of the plane's square. They are trained on all the same."""
        return int((np.abs(self.x) > EDGE).any(axis=1).sum())


def points_of(observations: Observations, samples: int, noise: float, label_noise: float, seed: int) -> Points:
    """The first `samples` of the observations in an order of the seed, or all if there are fewer.

    Args:
        noise: standard deviation of the jitter added to every input; none is pushed out of the plane by it.
        label_noise: share of points given another class; for regression, standard deviation added to the target.
    """
    about, chance = observations.about, DataRng(seed, int(observations.rows.max()) + 1, observations.rows)
    chosen = np.argsort(chance.uniforms(Purpose.ORDER, 1)[0], kind="stable")[:samples]
    x = observations.x.astype(np.float64)
    farthest = np.maximum(EDGE, np.abs(x))
    moved = np.clip(jittered(x, len(about.inputs), noise, chance), -farthest, farthest)
    target = mislabelled(observations.target.astype(np.float64), about.classes, label_noise, chance)
    return Points(
        x=np.ascontiguousarray(moved[chosen], np.float32),
        target=target[chosen].astype(np.float32),
        problem=about.problem,
        classes=about.classes,
        inputs=len(about.inputs),
    )


def standardised(
    values: NDArray[np.float64], names: Sequence[str], units: Sequence[str] = (), width: float = WIDTH
) -> tuple[NDArray[np.float64], tuple[Quantity, ...]]:
    """Columns [n, d] with mean 0 and standard deviation `width`, and what turns them back. None may be constant."""
    means, spreads = values.mean(axis=0), values.std(axis=0)
    quantities = tuple(
        Quantity(name, unit, float(mean), float(spread), width)
        for name, unit, mean, spread in zip(names, units or [""] * len(names), means, spreads, strict=True)
    )
    return (values - means) / spreads * width, quantities


def as_columns(x: NDArray[np.float64]) -> NDArray[np.float32]:
    """Inputs [n, d] as points have them: float32, contiguous, and a lone one with a second column of zeros."""
    padded = np.pad(x, ((0, 0), (0, 1))) if x.shape[1] == 1 else x
    return np.ascontiguousarray(padded, np.float32)
