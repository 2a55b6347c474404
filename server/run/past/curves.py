"""A run's record by epoch: the points of its curves, and its lowest losses.

Charts, diagnosis, lab book and files read it; `watch.py` writes it, at the steps that `due.py` tells.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.protocol.server_messages import Mark
from glassbox.run.beginning import FIRST_LANE
from glassbox.run.lows import NO_LOWS, Lows

MOST_MARKS = 200
MOST_BRANCHES = 3  # earlier curves that stay beside the present one
MOST_BRANCH_POINTS = 500
BYTES_OF_VALUE = 32  # of a stored number and its place in a list
NEAR = 0.02  # share of the curve's length within which flags of one setting become one: a dragged slider leaves few
SHORTEST_LENGTH = 50.0  # epochs; a shorter curve counts as so long
DIGITS = 6  # significant, of each stored value; epochs are kept exactly
COLUMNS = (
    "x", "train_loss", "test_loss", "train_score", "test_score", "validation_loss", "validation_score", "learning_rate",
)  # fmt: skip

Column = list[float | None]
Columns = Mapping[str, Column]


@dataclass(frozen=True, eq=False)
class StoredCurves:
    """All of the curves at one moment, to be written down and begun with again (`Curves.of`);
    see there for the names.
    """

    columns: Columns
    marks: tuple[Mark, ...]
    branches: tuple[Columns, ...]
    branch: int
    lows: Lows

    @property
    def nbytes(self) -> int:
        """Of the numbers, at eight bytes each."""
        return 8 * sum(len(column) for columns in (self.columns, *self.branches) for column in columns.values())


NO_CURVES = StoredCurves({}, (), (), branch=0, lows=NO_LOWS)


class Curves:
    """Points of (epoch, losses, scores, learning rate), and the lowest losses.

    Attributes:
        lane: whose curves these are, of the runs that are compared.
        branch: how many times the run went on from its past, or to another branch.
        lows: of every moment that was looked at, whether it became a point or not.
    """

    def __init__(self, lane: int = FIRST_LANE) -> None:
        self.lane = lane
        self._columns: dict[str, Column] = {name: [] for name in COLUMNS}
        self._numbers: list[int] = []  # of the points, in the order in which they came
        self._marks: list[Mark] = []
        self._branches: list[Columns] = []
        self.branch = 0
        self.lows = NO_LOWS

    @property
    def is_empty(self) -> bool:
        """Whether there is no point yet."""
        return not self._numbers

    @property
    def end(self) -> float:
        """The epoch of the last point; 0 if there is none."""
        return 0.0 if self.is_empty else self._epochs[-1]

    @property
    def last_number(self) -> int:
        """The number of the last point; 0 if there is none."""
        return self._numbers[-1] if self._numbers else 0

    def record(self, x: float, evaluation: Evaluation, learning_rate: float) -> None:
        """Put down the point at epoch `x`; what stands there or beyond is no longer so, and goes."""
        self.look(x, evaluation)
        number = self.last_number + 1
        self._drop_from(bisect_left(self._epochs, x))
        self._numbers.append(number)
        self._append(x, evaluation, learning_rate)

    def look(self, x: float, evaluation: Evaluation) -> None:
        """Remember the losses at epoch `x` if they are the lowest, without a point of the curves."""
        self.lows = self.lows.seen(x, evaluation)

    def forget_lows(self) -> None:
        """Losses so far were those of other data or of another network."""
        self.lows = NO_LOWS

    def cut(self, x: float) -> None:
        """The run has gone back to epoch `x`, as if it had never come further."""
        self._drop_from(self._points_to(x))

    def mark(self, mark: Mark) -> None:
        """Remember that settings changed here; the oldest marks go first."""
        if self._marks and _repeats(mark, self._marks[-1]):
            mark = Mark(self._marks.pop().x, mark.changed, mark.text)
        self._marks.append(mark)
        del self._marks[:-MOST_MARKS]

    def go_on_from(self, x: float, lows: Lows) -> None:
        """The run goes on from epoch `x` of its past, when these were the lowest losses: what was beyond it stays
        as an earlier curve, the oldest go first.
        """
        if self._points_to(x) < len(self._numbers):
            self._branches.append(self.beyond(x))
            del self._branches[:-MOST_BRANCHES]
        self.cut(x)
        self.lows = lows
        self._marks = [mark for mark in self._marks if mark.x <= x]
        self.branch += 1

    def beyond(self, x: float) -> Columns:
        """The curves from epoch `x` on, to be drawn beside others that go on from there."""
        chosen = _spread(max(self._points_to(x) - 1, 0), len(self._columns["x"]), MOST_BRANCH_POINTS)
        return {name: [column[at] for at in chosen] for name, column in self._columns.items()}

    def come_back(self, branches: list[Columns], branch: int) -> None:
        """These curves are the present ones again, with others beside them."""
        self._branches, self.branch = branches[-MOST_BRANCHES:], branch

    @property
    def nbytes(self) -> int:
        """Memory that the curves take, by estimate."""
        points = len(self._columns["x"]) + sum(len(branch["x"]) for branch in self._branches)
        return points * len(COLUMNS) * BYTES_OF_VALUE

    def _points_to(self, x: float) -> int:
        """How many points there are up to epoch `x`."""
        return bisect_right(self._epochs, x)

    def copy(self, lane: int) -> "Curves":
        """The same curves, for another lane, which go on by themselves."""
        return Curves.of(self._seen(self._columns), lane)

    def stored(self) -> StoredCurves:
        """All of them as they are now."""
        return self._seen({name: column.copy() for name, column in self._columns.items()})

    def _seen(self, columns: Columns) -> StoredCurves:
        return StoredCurves(columns, tuple(self._marks), tuple(self._branches), self.branch, self.lows)

    @classmethod
    def of(cls, curves: StoredCurves, lane: int) -> "Curves":
        """One that goes on from there."""
        twin = cls(lane)
        twin._columns = {name: list(curves.columns[name]) for name in COLUMNS}
        twin._numbers = list(range(1, len(twin._columns["x"]) + 1))
        twin._marks, twin._branches = list(curves.marks), list(curves.branches)
        twin.branch, twin.lows = curves.branch, curves.lows
        return twin

    def since(self, number: int) -> tuple[int, list[Column]]:
        """How many points stand as they were when the last had this number, and the columns of those beyond them."""
        first = bisect_right(self._numbers, number)
        return first, [column[first:] for column in self._columns.values()]

    def numbers_since(self, number: int) -> tuple[int, ...]:
        """Of the points beyond the one that had this number."""
        return tuple(self._numbers[bisect_right(self._numbers, number) :])

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The flags of the charts."""
        return tuple(self._marks)

    def outline(self, most: int) -> dict[str, Column]:
        """The losses with at most so many points, the last included."""
        end = len(self._columns["x"])
        chosen = _spread(0, end, most) if end else []
        return {name: [self._columns[name][at] for at in chosen] for name in ("x", "train_loss", "test_loss")}

    def plain(self, run: int) -> dict[str, Any]:
        """Columns, marks and earlier curves for a message, in lists which stay as they are while the run goes on."""
        columns = {name: column.copy() for name, column in self._columns.items()}
        return {
            "run": run,
            "lane": self.lane,
            "branch": self.branch,
            **columns,
            "marks": self._marks.copy(),
            "branches": list(self._branches),
        }

    @property
    def _epochs(self) -> list[float]:
        return self._columns["x"]  # type: ignore[return-value]  # of all columns the only one without gaps

    def _append(self, x: float, evaluation: Evaluation, learning_rate: float) -> None:
        train, test, validation = evaluation.train, evaluation.test, evaluation.validation
        aside = (validation.loss, _score(validation)) if validation else (None, None)
        values = (train.loss, test.loss, _score(train), _score(test), *aside, learning_rate)
        for column, value in zip(self._columns.values(), (x, *map(shortened, values)), strict=True):
            column.append(value)

    def _drop_from(self, kept: int) -> None:
        del self._numbers[kept:]
        for column in self._columns.values():
            del column[kept:]


def _repeats(mark: Mark, earlier: Mark) -> bool:
    """Whether the earlier mark is of the same change, and stands at about the same place."""
    return mark.changed == earlier.changed and mark.x - earlier.x <= NEAR * max(mark.x, SHORTEST_LENGTH)


def _spread(first: int, end: int, most: int) -> list[int]:
    """At most so many of the places from `first` on, evenly, with the last."""
    stride = -(-(end - first) // (most - 1))
    return sorted({*range(first, end, stride), end - 1})


def _score(measures: Metrics) -> float | None:
    return measures.rmse if measures.accuracy is None else measures.accuracy


def shortened(value: float | None) -> float | None:
    """Short; and JSON has no infinity: a gap in the curve stands for it."""
    return float(f"{value:.{DIGITS}g}") if value is not None and math.isfinite(value) else None
