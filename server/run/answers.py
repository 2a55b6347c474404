"""What can be asked of a run from outside, by name, and what answers it where the run is worked on, between two slices.

Names and arguments are plain data, and an answer is a copy that can be pickled: so a run may live in another process
than whoever asks. Everything here is quick; what takes time is done with the copy, elsewhere.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from glassbox.data import Source
from glassbox.run.broadcast import take_look, take_whole
from glassbox.run.moment import Moment
from glassbox.run.past.trajectory import TrajectoryPoint
from glassbox.run.run import Run
from glassbox.run.snapshot import Snapshot
from glassbox.run.tile import take_tile


def take_snapshot(run: Run) -> Snapshot:
    """The moment at which the run stands."""
    return Snapshot(
        moment=run.now(),
        run=run.number,
        revision=run.revision,
        curves=run.history.curves.stored(),
        changes=run.changes,
        stop=run.stop,
        is_at_best=run.is_at_best,
    )


def take_moment(run: Run) -> Moment:
    """The moment at which the run stands, without its curves: all that is needed to score and to repeat it."""
    return run.now()


def take_lanes(run: Run) -> list[Snapshot]:
    """The moments at which all lanes that are compared stand, the first one first."""
    return [take_snapshot(each) for each in run.fellows]


def take_trajectory(run: Run) -> Snapshot:
    """The moment at which the run stands, with the way it has come."""
    snapshot = take_snapshot(run)
    earlier = (each for each in run.history.trajectory.points if each.step < snapshot.step)
    return replace(snapshot, trajectory=(*earlier, TrajectoryPoint(snapshot.step, snapshot.state.parameters)))


def take_curves(run: Run, points: int) -> list[dict[str, Any]]:
    """The losses of all lanes that are compared, JSON-ready, with about so many points each."""
    return [{"lane": each.lane, **each.history.curves.outline(points)} for each in run.fellows]


def dataset_on_show(run: Run) -> Source:
    """What the network is trained on."""
    return run.settings.dataset


def weights_by_hand(run: Run) -> list[tuple[int, int, int | None, float]]:
    """Layer, unit, source (None: the bias) and value of each weight that a person has set, in this order."""
    biases = [(layer, unit, None, value) for layer, unit, value in run.by_hand.biases]
    return sorted([*run.by_hand.weights, *biases], key=lambda each: (*each[:2], each[2] is None, each[2] or 0))


def presence(run: Run) -> None:
    """Nothing of the run: only that there is one, and that the kernels are compiled."""


ANSWERS: Mapping[str, Callable[..., Any]] = {
    "snapshot": take_snapshot,
    "lanes": take_lanes,
    "trajectory": take_trajectory,
    "curves": take_curves,
    "dataset": dataset_on_show,
    "by_hand": weights_by_hand,
    "presence": presence,
    "look": take_look,
    "whole": take_whole,
    "moment": take_moment,
    "tile": take_tile,
}

LOOKS = frozenset({"look", "whole"})  # questions that evaluate the run, as a frame does


def answer(run: Run, name: str, arguments: Mapping[str, Any]) -> Any:
    """What the run answers to the question `name`."""
    return ANSWERS[name](run, **arguments)
