"""The last changes of a session, each with all lanes as they stood before it, and those that were taken back.

At most `MOST_CHANGES` are kept, in a bounded memory, in which what they share is counted once. Where it does not
suffice, all but the next to come back tell their past by fewer moments, then these too; then the oldest are forgotten.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from glassbox.protocol.messages import Command
from glassbox.run.kept_run import KeptLanes
from glassbox.run.orders import LineUp, OpenNetwork, Resume
from glassbox.run.past.weight import WeightOfPasts

MOST_CHANGES = 50
HALF = 2  # of the memory, which those may take that are next to come back, where it does not suffice for all …
PART = 16  # … and into so many parts it is divided for one of the others


@dataclass(frozen=True, eq=False)
class Change:
    """One change.

    Attributes:
        number: which one it is, in the order in which they came.
        command: what was obeyed; of a drag, the last.
        lane: in which.
        before, after: what it changed of that lane's settings, by name, as JSON has them.
        details: what else is to be told of it, JSON-ready.
        since: epochs the lane had trained right after it.
        ahead: epochs that it had trained beyond, when the change was taken back.
        kept: all lanes as they were before it or, once it was taken back, as they were when that was done.
    """

    number: int
    command: Command | OpenNetwork | Resume | LineUp
    lane: int
    before: dict[str, Any]
    after: dict[str, Any]
    details: dict[str, Any]
    since: float
    kept: KeptLanes
    ahead: float = 0.0


class Changes:
    """Those that can be taken back, and those that can be brought back since nothing else was changed."""

    def __init__(self, budget: int) -> None:
        """`budget`: bytes that they may take."""
        self._budget = budget
        self._done: list[Change] = []
        self._undone: list[Change] = []  # the one taken back last is the last
        self._parts: dict[int, int] = {}  # by number: into how many parts the memory was divided for it
        self._weight = WeightOfPasts()
        self._curves = 0  # bytes
        self._last = 0  # number

    def __len__(self) -> int:
        return len(self._done) + len(self._undone)

    @property
    def bytes(self) -> int:
        """Memory that they take, by estimate; what the present still has as well counts too."""
        return self._weight.bytes + self._curves

    @property
    def done(self) -> tuple[Change, ...]:
        """Those that can be taken back, the oldest first."""
        return tuple(self._done)

    @property
    def undone(self) -> tuple[Change, ...]:
        """Those that can be brought back, the last to come back first."""
        return tuple(self._undone)

    def next_number(self) -> int:
        """Of a change that is about to be added."""
        self._last += 1
        return self._last

    def add(self, change: Change, *, is_look: bool = False) -> None:
        """It was done; what was taken back before is left for good, unless this only looks at another moment."""
        while self._undone and not is_look:
            self._forget(self._undone)
        self._push(self._done, change)

    def amend(self, change: Change) -> None:
        """The newest one went on, and is this by now."""
        self._done[-1] = change

    def drop(self) -> None:
        """The newest one has come to nothing."""
        dropped = self._done.pop()
        self._weigh(dropped, -1)
        self._parts.pop(dropped.number, None)

    def take_back(self, present: KeptLanes, ahead: float) -> KeptLanes:
        """What the newest change has changed, to come back; the present waits in its stead to be brought back."""
        return self._swap(self._done, self._undone, present, ahead)

    def bring_back(self, present: KeptLanes) -> KeptLanes:
        """What the change that was taken back last had become; the present waits in its stead, to be taken back to."""
        return self._swap(self._undone, self._done, present, 0.0)

    def limit(self, budget: int) -> None:
        """From now on, keep within so much memory."""
        self._budget = budget
        self._fit()

    def __setstate__(self, kept: dict[str, Any]) -> None:
        """Out of a pickle, what they share has other places in memory."""
        self.__dict__.update(kept)
        self._weight, self._curves = WeightOfPasts(), 0
        for change in (*self._done, *self._undone):
            self._weigh(change, 1)

    def _swap(self, of: list[Change], to: list[Change], present: KeptLanes, ahead: float) -> KeptLanes:
        change = of.pop()
        self._weigh(change, -1)
        self._parts.pop(change.number, None)
        self._push(to, replace(change, kept=present, ahead=ahead))
        return change.kept

    def _push(self, to: list[Change], change: Change) -> None:
        self._weigh(change, 1)
        to.append(change)
        self._fit()

    # ---- memory

    def _fit(self) -> None:
        """The next ones to come back stay, even if they alone take more."""
        while len(self._done) > MOST_CHANGES:
            self._forget(self._done)
        while self.bytes > self._budget and self._is_lightened():
            pass

    def _is_lightened(self) -> bool:
        """Whether anything could still be let go of."""
        nexts, later = (*self._done[-1:], *self._undone[-1:]), (*self._done[:-1], *self._undone[:-1])
        if self._is_one_thinned(later, PART) or self._is_one_thinned(nexts, HALF):
            return True
        if later:
            self._forget(self._done if len(self._done) > 1 else self._undone)
            return True
        return self._is_one_thinned(nexts, PART)

    def _is_one_thinned(self, changes: Iterable[Change], parts: int) -> bool:
        """Whether one of these had more than such a part of the memory until now."""
        for change in changes:
            if self._parts.get(change.number, 1) < parts:
                self._weigh(change, -1)
                change.kept.thin(self._budget // parts)
                self._weigh(change, 1)
                self._parts[change.number] = parts
                return True
        return False

    def _forget(self, of: list[Change]) -> None:
        self._weigh(of[0], -1)
        self._parts.pop(of[0].number, None)
        del of[0]

    def _weigh(self, change: Change, sign: int) -> None:
        self._curves += sign * change.kept.curves_bytes
        count = self._weight.add if sign > 0 else self._weight.remove
        count(change.kept.stages)
