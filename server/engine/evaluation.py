"""How well a network does, in the measures that its problem has: for whoever shows, keeps or compares them."""

from dataclasses import dataclass

import numpy as np

from glassbox.engine.arrays import Floats
from glassbox.engine.choices import Problem


@dataclass(frozen=True)
class Metrics:
    """How well a network does on one part of the data; what does not fit the problem is None."""

    loss: float
    accuracy: float | None
    rmse: float | None
    r2: float | None


@dataclass(frozen=True)
class Evaluation:
    """Measures on each part, and the penalty, which is no part of the losses."""

    train: Metrics
    test: Metrics
    penalty: float
    validation: Metrics | None = None


def metrics_of(problem: Problem, score: tuple[float, int, float], t: Floats) -> Metrics:
    """The measures of a problem, from the mean loss, the number of right classes and the mean squared error on targets t."""
    loss, right, squares = score
    if problem is not Problem.REGRESSION:
        return Metrics(loss=loss, accuracy=right / len(t), rmse=None, r2=None)
    variance = float(np.var(t, dtype=np.float64))
    return Metrics(
        loss=loss, accuracy=None, rmse=float(np.sqrt(squares)), r2=1 - squares / variance if variance > 0 else None
    )  # fmt: skip
