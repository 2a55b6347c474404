"""Weighs what moments hold, in bytes: what several of them share is counted once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.kernel_args import State
from glassbox.run.build import DataSplit
from glassbox.run.holds import Holds
from glassbox.run.moment import Moment
from glassbox.run.past.trajectory import TrajectoryPoint
from glassbox.settings import Settings

SETTINGS_BYTES = 10_000  # of one set of settings, which the moments between two changes share

Stage = Moment | TrajectoryPoint  # of a run's way
Thing = Settings | DataSplit | State | Holds | Stage | NDArray[np.float32]


class Weight:
    """Of all things that are held at least once."""

    def __init__(self) -> None:
        self.bytes = 0
        self._holders: dict[int, int] = {}  # by id: how many hold it

    def count(self, things: Iterable[Thing], sign: int) -> None:
        """One more holds each of them (1), or one less (−1); what a moment holds is held as long as the moment is."""
        holders = self._holders
        for thing in things:
            key = id(thing)
            before = holders.get(key, 0)
            after = before + sign
            if after:
                holders[key] = after
            else:
                del holders[key]
            if not (before and after):
                self.bytes += sign * _size(thing)
                if isinstance(thing, Moment):
                    self.count((thing.state.parameters, *shared_by(thing)), sign)
                elif isinstance(thing, TrajectoryPoint):
                    self.count((thing.parameters,), sign)

    def copy(self) -> "Weight":
        """The same, for others that hold the same things."""
        twin = Weight()
        twin.bytes, twin._holders = self.bytes, self._holders.copy()
        return twin


class WeightOfPasts:
    """Of whole pasts, which share nearly all their stages: thousands are counted for each, so that few lines of Python
    may run for one.
    """

    def __init__(self) -> None:
        self._holders: Counter[Stage] = Counter()
        self._weight = Weight()

    @property
    def bytes(self) -> int:
        """Of all that is held at least once."""
        return self._weight.bytes

    def add(self, stages: Iterable[Stage]) -> None:
        """One more past holds these."""
        before = len(self._holders)
        self._holders.update(stages)
        new = islice(reversed(self._holders), len(self._holders) - before)
        self._weight.count(new, 1)

    def remove(self, stages: Iterable[Stage]) -> None:
        """One past less holds these."""
        holders, gone = self._holders, []
        for stage in stages:
            left = holders[stage] - 1
            if left:
                holders[stage] = left
            else:
                del holders[stage]
                gone.append(stage)
        self._weight.count(gone, -1)


def shared_by(moment: Moment) -> Iterator[Thing]:
    """What other moments may hold as well."""
    yield moment.settings
    yield moment.data_split
    yield moment.holds
    if moment.seen.best is not None:
        yield moment.seen.best.state


def _size(thing: Thing) -> int:
    """Bytes of it; of a moment, of what only it holds but for its parameters, which the run's way may hold as well."""
    if isinstance(thing, TrajectoryPoint):
        return 0  # beside its parameters
    if isinstance(thing, Moment):
        return thing.bytes - thing.state.parameters.nbytes
    if isinstance(thing, Holds | np.ndarray):
        return thing.nbytes
    if isinstance(thing, State):
        return sum(part.nbytes for part in thing)
    if isinstance(thing, Settings):
        return SETTINGS_BYTES
    parts = ((thing.points.x, thing.points.target), *thing.data.parts)
    return sum(array.nbytes for part in parts for array in part)
