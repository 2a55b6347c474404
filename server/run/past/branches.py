"""The branches of one run: the presents it left by going on from its past, to each of which it can come back.

A branch that was left keeps its curves and its moments, the last of which decides exactly how it would go on. All of
them live in the memory for the run's past: each in a small part of it, and together in half of it at most.
"""

from dataclasses import dataclass, replace
from typing import Any

from glassbox.protocol.refusals import Refusal
from glassbox.run import words
from glassbox.run.beginning import FIRST_BRANCH
from glassbox.run.past.curves import MOST_BRANCHES, Curves
from glassbox.run.past.timeline import Timeline

PART = 8  # what one of them may take is the whole memory divided by this …
HALF = 2  # … and what all of them may


@dataclass(frozen=True, eq=False)
class Branch:
    """A present that was left; the present one is the same up to the epoch `parted`."""

    number: int
    timeline: Timeline
    curves: Curves
    parted: float

    @property
    def bytes(self) -> int:
        """Memory that it takes, by estimate."""
        return self.timeline.bytes + self.curves.nbytes


class Branches:
    """All that were left, in the order of their numbers; `number` is the present one's."""

    def __init__(self) -> None:
        self.number = self._last = FIRST_BRANCH
        self._left: list[Branch] = []

    def leave(self, timeline: Timeline, curves: Curves, x: float) -> None:
        """The run goes on from epoch `x` of its past: a copy of what it leaves is kept,
        and the present gets a new number.
        """
        self._part(x)
        self._left.append(Branch(self.number, timeline.copy(), curves.copy(curves.lane), x))
        self._left = sorted(self._left, key=_number_of)[-MOST_BRANCHES:]
        self._last += 1
        self.number = self._last

    def find(self, number: int) -> Branch:
        """The one that was left with this number.

        Raises:
            Refusal: there is none.
        """
        for branch in self._left:
            if branch.number == number:
                return branch
        raise Refusal(words.NO_SUCH_BRANCH.format(branch=number))

    def swap(self, branch: Branch, timeline: Timeline, curves: Curves) -> None:
        """`branch` becomes the present one, with the curves of the others beside it;
        the one with this timeline is left instead.
        """
        self._left.remove(branch)
        self._part(branch.parted)
        self._left.append(Branch(self.number, timeline, curves, branch.parted))
        self._left.sort(key=_number_of)
        self.number = branch.number
        branch.curves.come_back([each.curves.beyond(each.parted) for each in self._left], curves.branch + 1)

    def fit(self, budget: int) -> int:
        """Keep within their part of this memory; how much of it remains for the present branch."""
        for branch in self._left:
            branch.timeline.limit(budget // PART)
        while self._bytes() > budget // HALF:
            del self._left[0]
        return budget - self._bytes()

    def copy(self) -> "Branches":
        """The same, to come back to: what becomes of these from here on leaves them as they are."""
        twin = Branches()
        twin.number, twin._last = self.number, self._last
        twin._left = [
            replace(each, timeline=each.timeline.copy(), curves=each.curves.copy(each.curves.lane))
            for each in self._left
        ]
        return twin

    @property
    def left(self) -> tuple[Branch, ...]:
        """Those that were left, in the order of their numbers."""
        return tuple(self._left)

    def plain(self, run: int) -> dict[str, Any]:
        """JSON-ready: of which run, the present one's number, and those that can be come back to,
        with where they end.
        """
        kept = [{"number": each.number, "epochs": each.timeline.newest.epochs} for each in self._left]
        return {"run": run, "number": self.number, "kept": kept}

    def _part(self, x: float) -> None:
        """The present one is from epoch `x` on another."""
        self._left = [replace(each, parted=min(each.parted, x)) for each in self._left]

    def _bytes(self) -> int:
        return sum(each.bytes for each in self._left)


def _number_of(branch: Branch) -> int:
    return branch.number
