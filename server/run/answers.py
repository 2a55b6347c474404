"""What can be asked of a run from outside, by name, and what answers it where the run is worked on, between two slices.

Names and arguments are plain data, and an answer is a copy that can be pickled: so a run may live in another process than
whoever asks. Everything here is quick; what takes time is done with the copy, elsewhere.
"""

from collections.abc import Callable, Mapping
from typing import Any

from glassbox.data import Source
from glassbox.run.past.trajectory import Journey, TrajectoryPoint
from glassbox.run.run import Run
from glassbox.run.snapshot import Snapshot


def take_snapshot(run: Run) -> Snapshot:
    """The moment at which the run stands."""
    trainer = run.trainer
    return Snapshot(
        settings=run.settings,
        recipe=trainer.recipe,
        memento=trainer.memento(),
        material=run.material,
        held=trainer.held,
        run=run.number,
        revision=run.revision,
        step=trainer.step,
        epoch=trainer.epoch,
        progress=trainer.progress,
        history=run.chronicle.history.plain(run.number),
    )


def take_journey(run: Run) -> Journey:
    """The moment at which the run stands, and the way it has come."""
    snapshot = take_snapshot(run)
    earlier = [each for each in run.chronicle.trail.footprints if each.step < snapshot.step]
    now = TrajectoryPoint(snapshot.step, snapshot.memento.state.parameters)
    return Journey(snapshot, (*earlier, now))


def take_curves(run: Run, points: int) -> list[dict[str, Any]]:
    """The losses of all lanes that are compared, JSON-ready, with about so many points each."""
    return [{"lane": each.lane, **each.chronicle.history.outline(points)} for each in run.fellows]


def dataset_on_show(run: Run) -> Source:
    """What the network is trained on."""
    return run.settings.dataset


def presence(run: Run) -> None:
    """Nothing of the run: only that there is one, and that the kernels are compiled."""


ANSWERS: Mapping[str, Callable[..., Any]] = {
    "snapshot": take_snapshot,
    "trajectory": take_journey,
    "curves": take_curves,
    "dataset": dataset_on_show,
    "presence": presence,
}


def answer(run: Run, name: str, arguments: Mapping[str, Any]) -> Any:
    """What the run answers to the question `name`."""
    return ANSWERS[name](run, **arguments)
