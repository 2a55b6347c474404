"""A run's moments in bounded memory: what the timeline goes back to.

The rule. Moments come one for each picture, and are numbered as they come: 0 is the start, N the
newest. A moment k is at a distance d = min(k, N − k) from the nearer end. Up to a distance of R all are kept; from R on
every 2nd, from 2R on every 4th, from 4R on every 8th, and so on. So a moment that is not kept has a kept one nearer
than 2d/R, and the number of moments grows only with the logarithm of N. What is kept was never dropped before, because
distances only grow.

R begins at `DENSE`. Whenever the moments need more memory than the budget, R is halved; at R = 1, what still does not
fit goes from the middle on. The start and the newest moment stay even if they alone are larger than the budget.

When the run goes on from a moment of its past, later moments are dropped, and what was thinned before it stays thinned.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Any

from glassbox.run.moment import Moment
from glassbox.run.past.weight import Weight, shared_by

DENSE = 512
DEFAULT_BUDGET = 16 * 2**20  # bytes


class Timeline:
    """The moments that are kept, the start first."""

    def __init__(self, budget: int = DEFAULT_BUDGET) -> None:
        self._budget = budget
        self._dense = DENSE
        self._kept: dict[int, Moment] = {}
        self._newest = -1  # its number
        self._bytes = 0  # of what each moment has for itself
        self._shared = Weight()

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def bytes(self) -> int:
        """Memory that the moments take, by estimate."""
        return self._bytes + self._shared.bytes

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All that are kept, in order."""
        return tuple(self._kept.values())

    @property
    def oldest(self) -> Moment:
        """Where the run began, or was resumed."""
        return self._kept[next(iter(self._kept))]

    @property
    def newest(self) -> Moment:
        """The last that was recorded."""
        return self._kept[self._newest]

    def record(self, moment: Moment) -> None:
        """Add a moment; of several at one step the last counts."""
        if self._kept and moment.step <= self.newest.step:
            self._drop(self._newest)
        else:
            self._newest += 1
        self._kept[self._newest] = moment
        self._weigh(moment, 1)
        self._thin_out(self._at_new_distances())
        self._fit()

    def find(self, step: int | None, towards: str) -> Moment:
        """The moment nearest to `step`, or the next one "before" or "after" it; None: the newest."""
        moments = self.moments
        if step is None:
            return self.newest
        before = bisect_left(moments, step, key=_step_of) - 1
        after = bisect_right(moments, step, key=_step_of)
        if towards == "nearest":
            return min(moments[max(before, 0) : after + 1], key=lambda each: abs(each.step - step))
        return moments[max(before, 0) if towards == "before" else min(after, len(moments) - 1)]

    def cut(self, last: Moment) -> None:
        """The run goes on from this moment, kept or not: it is the newest, and later ones are dropped."""
        for number in [number for number, each in self._kept.items() if each.step > last.step]:
            self._drop(number)
        self._newest = max(self._kept, default=-1)
        if not self._kept or self.newest.step < last.step:
            self.record(last)

    def limit(self, budget: int) -> None:
        """From now on, keep within so much memory."""
        self._budget = budget
        self._fit()

    def copy(self) -> "Timeline":
        """The same moments, for a run that goes on by itself."""
        twin = Timeline(self._budget)
        twin._dense, twin._newest, twin._bytes = self._dense, self._newest, self._bytes
        twin._kept, twin._shared = self._kept.copy(), self._shared.copy()
        return twin

    def __setstate__(self, kept: dict[str, Any]) -> None:
        """Out of a pickle, what moments share are the same objects no more."""
        self.__dict__.update(kept)
        self._bytes, self._shared = 0, Weight()
        for moment in self._kept.values():
            self._weigh(moment, 1)

    # ---- thinning

    def _level(self, number: int) -> int:
        """Of a number at this level, those that are no multiples of 2 to the power of it are dropped."""
        return (min(number, self._newest - number) // self._dense).bit_length()

    def _at_new_distances(self) -> list[int]:
        """The numbers whose level may just have grown, because the newest is one further away."""
        distances, distance = [], self._dense
        while distance <= self._newest:
            distances.append(self._newest - distance)
            distance *= 2
        return distances

    def _thin_out(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            if number % (1 << self._level(number)) and number in self._kept:
                self._drop(number)

    def _fit(self) -> None:
        while self.bytes > self._budget and len(self._kept) > 2:
            if self._dense > 1:
                self._dense //= 2
                self._thin_out(list(self._kept))
            else:
                self._drop(max(self._kept, key=lambda number: min(number, self._newest - number)))

    def _drop(self, number: int) -> None:
        self._weigh(self._kept.pop(number), -1)

    # ---- weighing

    def _weigh(self, moment: Moment, sign: int) -> None:
        """Count a moment's memory in or out; what moments share is counted once."""
        self._bytes += sign * moment.bytes
        self._shared.count(shared_by(moment), sign)


def _step_of(moment: Moment) -> int:
    return moment.step
