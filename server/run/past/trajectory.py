"""The way a run has come: its parameters at a few moments, evenly thinned, in bounded memory,
for pictures of its path.
"""

from collections.abc import Iterable

import msgspec

from glassbox.engine.arrays import Floats
from glassbox.run.moment import Moment

MOST_POINTS = 256
MOST_BYTES = 8 * 2**20
LEAST_POINTS = 8  # kept of networks however large


class TrajectoryPoint(msgspec.Struct, frozen=True, eq=False):
    """Where the parameters were after `step` mini-batches; never written to."""

    step: int
    parameters: Floats


class Trajectory:
    """Gathers points, one for each picture: once there are too many, every other one goes, and so do those to come."""

    def __init__(self) -> None:
        self._points: list[TrajectoryPoint] = []
        self._every = 1  # of so many that are offered, one is kept
        self._passed = 0  # offered since one was kept

    def clear(self) -> None:
        """The run begins anew, or its parameters mean something else."""
        self._points.clear()
        self._every, self._passed = 1, 0

    def copy(self) -> "Trajectory":
        """The same way, to come back to."""
        twin = Trajectory()
        twin._points, twin._every, twin._passed = self._points.copy(), self._every, self._passed
        return twin

    def rebuild(self, moments: Iterable[Moment]) -> None:
        """The run is another branch from now on, which has come by these moments."""
        self.clear()
        for moment in moments:
            self.add(moment.step, moment.state.parameters)

    @property
    def points(self) -> tuple[TrajectoryPoint, ...]:
        """The oldest first."""
        return tuple(self._points)

    def add(self, step: int, parameters: Floats) -> None:
        """Offer the moment at which the run stands. Later ones than it are no part of the way any more.

        Args:
            parameters: never written to again; the timeline's moment may have the same.
        """
        kept = self._points
        if kept and kept[0].parameters.size != parameters.size:
            self.clear()
        while kept and kept[-1].step >= step:
            kept.pop()
            self._passed = self._every
        self._passed += 1
        if kept and self._passed < self._every:
            return
        kept.append(TrajectoryPoint(step, parameters))
        self._passed = 0
        if len(kept) > self._most(parameters):
            del kept[1::2]
            self._every *= 2

    @staticmethod
    def _most(parameters: Floats) -> int:
        return max(LEAST_POINTS, min(MOST_POINTS, MOST_BYTES // max(parameters.nbytes, 1)))
