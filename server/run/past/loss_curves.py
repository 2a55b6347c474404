"""The curves of a run, read as a whole: where the losses were, are, and how they got there."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from glassbox.engine.arrays import Doubles
from glassbox.run.lows import Low, are_incomparable
from glassbox.run.moment import Moment
from glassbox.run.past.curves import StoredCurves

ROUNDING = 1e-5  # relative, of the points' losses


@dataclass(frozen=True, eq=False)
class LossCurves:
    """Epochs and the losses then; moments whose loss was no ordinary number are left out."""

    epochs: Doubles
    train: Doubles
    test: Doubles
    low: Low | None = None  # the lowest test loss, exactly, and when; None: the lowest point of the curve tells

    @classmethod
    def of(cls, curves: StoredCurves, moment: Moment) -> Self:
        """From the run's, up to this moment of it: since the data or the network last became another."""
        x, train, test = (np.array(curves.columns[name], np.float64) for name in ("x", "train_loss", "test_loss"))
        known = np.isfinite(train) & np.isfinite(test) & (x <= moment.epochs) if len(x) else np.zeros(0, np.bool_)
        marks = (mark for mark in curves.marks if mark.x <= moment.epochs)
        begun = max((mark.x for mark in marks if are_incomparable(mark.changed)), default=0.0)
        curve = cls(x[known], train[known], test[known]).since(begun)
        return replace(curve, low=moment.lows.lowest.get("test"))

    @property
    def lowest(self) -> Low:
        """The lowest test loss and its epoch. The curve must have a point."""
        at = int(self.test.argmin())
        point = Low(float(self.epochs[at]), float(self.test[at]))
        if self.low is None or point.loss < self.low.loss * (1 - ROUNDING):  # of a run that was begun without lows
            return point
        return self.low

    def train_at(self, epoch: float) -> float:
        """The training loss then, between two points on the line from one to the other."""
        return float(np.interp(epoch, self.epochs, self.train))

    @property
    def length(self) -> float:
        """Epochs that the curves cover."""
        return float(self.epochs[-1] - self.epochs[0]) if len(self.epochs) else 0.0

    @property
    def late_fall(self) -> float:
        """By how much the training loss fell in the second half: the mean of its first quarter less that of its last.

        Taken over epochs, not over points: a run played fast leaves few of them, and of a part without any there is no
        mean. The curve must have a length.
        """
        end, quarter = float(self.epochs[-1]), self.length / 8
        return self._mean(end - 4 * quarter, end - 3 * quarter) - self._mean(end - quarter, end)

    def _mean(self, start: float, end: float) -> float:
        """Of the training loss between two epochs, its points joined by lines."""
        inside = (self.epochs > start) & (self.epochs < end)
        at = np.concatenate([[start], self.epochs[inside], [end]])
        return float(np.trapezoid(np.interp(at, self.epochs, self.train), at) / (end - start))

    def since(self, epoch: float) -> Self:
        """The part from there on."""
        late = self.epochs >= epoch
        return type(self)(self.epochs[late], self.train[late], self.test[late])
