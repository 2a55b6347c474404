"""A run with its whole past, as it stood at one moment: what is kept before a change, and what brings it back.

`moment.py` has all that decides how the network goes on; here is what it is beside that: why it had stopped, what was
changed by hand, its curves, its moments and the branches it left.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from glassbox.protocol.server_messages import ServerMessage, Stop
from glassbox.run.by_hand import ByHand
from glassbox.run.goal import Earlier, GoalJudge
from glassbox.run.moment import Moment
from glassbox.run.past.history import History
from glassbox.run.past.weight import Stage
from glassbox.run.phase import Phase
from glassbox.run.run import Run


@dataclass(frozen=True, eq=False)
class KeptRun:
    """One lane. Nobody else uses its history.

    Attributes:
        lane, number, data_version, by_hand, changes, is_at_best: as `Run` has them.
        moment: at which the network stood, the present or one of its past.
        stop: why it had stopped by itself, if it had.
        earlier: when its goal had been reached before, if it had.
    """

    lane: int
    number: int
    data_version: int
    moment: Moment
    history: History
    by_hand: ByHand
    changes: int
    is_at_best: bool
    stop: Stop | None
    earlier: Earlier | None

    @property
    def stages(self) -> Iterator[Stage]:
        """As its history has them, with the moment at which it stood."""
        return chain((self.moment,), self.history.stages)


def keep(run: Run) -> tuple[list[ServerMessage], KeptRun]:
    """What to tell if its numbers turn out to have blown up, and the run as it stands; it goes on as it would have."""
    told = [] if run.history.past else run.evaluate()[1]
    stop = run.stop if run.has_ended else None
    return told, KeptRun(
        lane=run.lane,
        number=run.number,
        data_version=run.data_version,
        moment=run.now(),
        history=run.history.copy(),
        by_hand=run.by_hand,
        changes=run.changes,
        is_at_best=run.is_at_best,
        stop=stop,
        earlier=run.goal.earlier,
    )


def come_back(run: Run, kept: KeptRun, number: int) -> None:
    """The run is what was kept, to the byte, and rests; only the speed stays, which is no part of it.

    Args:
        number: of the run from now on, larger than any that its lane has had: what is under way of the one that is left
            can be told from it.
    """
    run.rest()
    run.stand_at(kept.moment, kept.moment.settings.model_copy(update={"speed": run.settings.speed}))
    run.goal = GoalJudge(kept.moment.check, kept.earlier)
    run.by_hand, run.changes, run.is_at_best = kept.by_hand, kept.changes, kept.is_at_best
    run.phase = kept.stop or Phase.RESTING
    run.history.come_back(kept.history)
    run.number, run.revision = number, run.revision + 1
    run.moment += 1
    if run.history.past is None:
        run.stand_as_recorded()


def made_again(kept: KeptRun, like: Run) -> Run:
    """A run of the lane that was kept and is there no more, for it to come back in; beside one with its limits."""
    run = Run(kept.moment.settings, like.most_parameters, like.draw_seed, like.timeline_bytes, kept.lane)
    run.data_version = kept.data_version
    return run


@dataclass(frozen=True, eq=False)
class KeptLanes:
    """All lanes at one moment.

    Attributes:
        in_hand, leader: the numbers of their lanes. resting: those of lanes that have stopped by themselves.
    """

    runs: tuple[KeptRun, ...]
    in_hand: int
    leader: int
    resting: frozenset[int]

    @property
    def shown(self) -> KeptRun:
        """The one in hand."""
        return self.of(self.in_hand)

    def of(self, lane: int) -> KeptRun:
        """The one with this number, which must be among them."""
        return next(each for each in self.runs if each.lane == lane)

    @property
    def stages(self) -> Iterator[Stage]:
        """Of all lanes."""
        return chain.from_iterable(run.stages for run in self.runs)

    @property
    def curves_bytes(self) -> int:
        """Memory that all curves take."""
        return sum(run.history.curves_bytes for run in self.runs)

    def thin(self, budget: int) -> None:
        """Tell their ways by fewer moments, which fit into so much memory."""
        for run in self.runs:
            run.history.thin(budget // len(self.runs))
