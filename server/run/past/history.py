"""All that is kept of how one run came to where it stands: its curves, its way, its moments,
and the branches it left.
"""

from collections.abc import Iterator
from copy import copy
from itertools import chain

from glassbox.run.moment import Moment
from glassbox.run.past.branches import Branches
from glassbox.run.past.curves import Curves
from glassbox.run.past.timeline import Timeline
from glassbox.run.past.trajectory import Trajectory
from glassbox.run.past.weight import Stage


class History:
    """One run's past, in so many bytes, and which moment of it is shown.

    Attributes:
        past: the moment that is shown; None: the present is.
        row: of the lab book, by its key, that is about what is trained here; "" where none is yet.
    """

    def __init__(self, lane: int, now: Moment, budget: int) -> None:
        self._budget = budget
        self._lane = lane
        self.trajectory = Trajectory()
        self.row = ""
        self.begin(now)

    def begin(self, now: Moment) -> None:
        """The run begins here: there is no past yet."""
        self.past: Moment | None = None
        self.curves = Curves(self._lane)
        self.branches = Branches()
        self.trajectory.clear()
        self.start_from(now)

    def start_from(self, now: Moment) -> None:
        """The curves stay, but this is the first moment one can go back to."""
        self._timeline = Timeline(self._budget)
        self._timeline.record(now)

    @property
    def present(self) -> Moment | None:
        """Where the run has come to, while a moment of its past is shown; None: nothing else is shown."""
        return self._timeline.newest if self.past else None

    @property
    def start(self) -> Moment:
        """The first moment: step 0, unless the run was resumed where it had been left."""
        return self._timeline.oldest

    @property
    def bytes(self) -> int:
        """Memory that the moments of the present branch take, by estimate."""
        return self._timeline.bytes

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Those of the present branch that one can go back to, in order."""
        return self._timeline.moments

    def record(self, now: Moment) -> None:
        """The present is here now: a step of the way, and a moment to come back to."""
        self.trajectory.add(now.step, now.state.parameters)
        self._timeline.record(now)

    def turn_to(self, step: int | None, towards: str) -> Moment:
        """From now on show the moment found as `Timeline.find` tells; the present, if that is it."""
        found = self._timeline.find(step, towards)
        self.past = None if found is self._timeline.newest else found
        return found

    def turn_back_to(self, moment: Moment) -> None:
        """From now on show this moment, which may be one that the timeline has not kept."""
        self.past = moment if moment.step < self._timeline.newest.step else None

    def go_on(self) -> float | None:
        """Make the moment of the past that is shown the present one;
        the epoch at which what came after it branches off.
        """
        if self.past is None:
            return None
        past, self.past = self.past, None
        self.branches.leave(self._timeline, self.curves, past.epochs)
        self._timeline.cut(past)
        self.curves.go_on_from(past.epochs, past.lows)
        self.limit(self._budget)
        return past.epochs

    def switch(self, number: int) -> Moment:
        """Another branch becomes the present one; where that has come to.

        Raises:
            Refusal: there is none with this number; nothing is changed.
        """
        branch = self.branches.find(number)
        self.branches.swap(branch, self._timeline, self.curves)
        self.past, self._timeline, self.curves = None, branch.timeline, branch.curves
        self.limit(self._budget)
        self.trajectory.rebuild(self._timeline.moments)
        return self._timeline.newest

    def limit(self, budget: int) -> None:
        """From now on, keep within so much memory, which the branches share."""
        self._budget = budget
        self._timeline.limit(self.branches.fit(budget))

    def copy_to(self, other: "History") -> None:
        """Another run has come the same way: its curves and moments are these; its branches will be its own."""
        other.curves, other._timeline = self.curves.copy(other._lane), self._timeline.copy()

    def copy(self) -> "History":
        """All of it as it stands, to come back to: what becomes of the run from here on leaves it as it is."""
        twin = copy(self)
        twin.curves, twin._timeline = self.curves.copy(self._lane), self._timeline.copy()
        twin.trajectory, twin.branches = self.trajectory.copy(), self.branches.copy()
        return twin

    def come_back(self, kept: "History") -> None:
        """From now on it is what was kept, which nobody else may use any more, in the memory that it may take now."""
        self.past, self.row = kept.past, kept.row
        self.curves, self._timeline = kept.curves, kept._timeline
        self.trajectory, self.branches = kept.trajectory, kept.branches
        self.limit(self._budget)

    def thin(self, budget: int) -> None:
        """Tell the way by fewer moments, which fit into so much memory."""
        self.limit(budget)
        self.trajectory.rebuild(self._timeline.moments)

    @property
    def curves_bytes(self) -> int:
        """Memory that the curves take, those of other branches too."""
        return sum(curves.nbytes for curves in (self.curves, *(each.curves for each in self.branches.left)))

    @property
    def stages(self) -> Iterator[Stage]:
        """Of its way, in all branches; some of them several times. They hold all that takes memory but the curves."""
        timelines = (self._timeline, *(each.timeline for each in self.branches.left))
        return chain(
            () if self.past is None else (self.past,),
            *(timeline.moments for timeline in timelines),
            self.trajectory.points,
        )
