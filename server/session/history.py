"""The curves of a run in bounded memory: what a page that comes back needs to draw its charts again."""

import math
from dataclasses import dataclass
from typing import Any

from server.engine.trainer import Evaluation, Measures

MOST_POINTS = 2000
MOST_MARKS = 200
COLUMNS = ("x", "train_loss", "test_loss", "train_score", "test_score")


@dataclass(frozen=True)
class Mark:
    """A change of settings at epoch `x`: the names of what changed, and how to say it."""

    x: float
    changed: tuple[str, ...]
    text: str

    def plain(self) -> dict[str, Any]:
        return {"x": self.x, "changed": list(self.changed), "text": self.text}


class History:
    """Points of (epoch, losses, scores). When full, every other point goes and new ones come half as often."""

    def __init__(self) -> None:
        self._columns: dict[str, list[float | None]] = {name: [] for name in COLUMNS}
        self._marks: list[Mark] = []
        self._stride = 1
        self._skipped = 0

    def record(self, x: float, evaluation: Evaluation) -> None:
        """Add the point at epoch `x`, unless that moment is there already or is thinned out."""
        last = self._columns["x"][-1] if self._columns["x"] else None
        if last is not None and x <= last:
            return
        self._skipped += 1
        if self._skipped < self._stride:
            return
        self._skipped = 0
        self._append(x, evaluation)
        if len(self._columns["x"]) > MOST_POINTS:
            self._thin()

    def mark(self, mark: Mark) -> None:
        """Remember that settings changed here; the oldest marks go first."""
        self._marks.append(mark)
        del self._marks[:-MOST_MARKS]

    def plain(self, run: int) -> dict[str, Any]:
        """Columns and marks as JSON-ready lists."""
        return {"run": run, **self._columns, "marks": [mark.plain() for mark in self._marks]}

    def _append(self, x: float, evaluation: Evaluation) -> None:
        point = (
            x,
            evaluation.train.loss,
            evaluation.test.loss,
            _score(evaluation.train),
            _score(evaluation.test),
        )
        for name, value in zip(COLUMNS, point, strict=True):
            self._columns[name].append(_finite(value))

    def _thin(self) -> None:
        for column in self._columns.values():
            del column[1::2]
        self._stride *= 2


def _score(measures: Measures) -> float | None:
    return measures.rmse if measures.accuracy is None else measures.accuracy


def _finite(value: float | None) -> float | None:
    """JSON has no infinity: a gap in the curve stands for it."""
    return value if value is not None and math.isfinite(value) else None
