"""The curves of a run as a diagnosis reads them: where the losses were, are, and how they got there."""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Curves:
    """Epochs and the losses then; moments whose loss was no ordinary number are left out."""

    epochs: Numbers
    train: Numbers
    test: Numbers

    @classmethod
    def of(cls, history: dict[str, Any]) -> Self:
        """From `History.plain`."""
        columns = [np.array(history[name], np.float64) for name in ("x", "train_loss", "test_loss")]
        known = np.isfinite(columns[1]) & np.isfinite(columns[2]) if len(columns[0]) else np.zeros(0, np.bool_)
        return cls(*(column[known] for column in columns))

    @property
    def length(self) -> float:
        """Epochs that the curves cover."""
        return float(self.epochs[-1] - self.epochs[0]) if len(self.epochs) else 0.0

    def since(self, epoch: float) -> Self:
        """The part from there on."""
        return type(self)(*(column[self.epochs >= epoch] for column in (self.epochs, self.train, self.test)))
