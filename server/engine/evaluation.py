"""How well a network does at one moment: what the trainer finds, for curves, frames and whoever judges a run."""

from typing import NamedTuple


class Metrics(NamedTuple):
    """How well a network does on one part of the data; what does not fit the problem is None.

    The RMSE is in the target's own unit (`TrainingData.unit`), the loss in what the network computes.
    """

    loss: float
    accuracy: float | None
    rmse: float | None
    r2: float | None


class Evaluation(NamedTuple):
    """Measures on each part, and the penalty, which is no part of the losses."""

    train: Metrics
    test: Metrics
    penalty: float
    validation: Metrics | None = None
