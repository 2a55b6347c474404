"""Saves a session's runs with whoever keeps a book of them: as they begin, rest, are changed or end,
and now and then.
"""

import secrets
from collections.abc import Callable

import msgspec

from glassbox.labbook.records import RunRecord
from glassbox.protocol.messages import Configure, Fork, NewSeed, RemoveLane, Reset, Rewind, SwitchBranch, TakeLane, View
from glassbox.protocol.server_messages import ServerMessage, Stop
from glassbox.run.answers import take_snapshot
from glassbox.run.checkpoint import Checkpoint
from glassbox.run.frame.frame_builder import subject_of
from glassbox.run.frame.maps import render_maps
from glassbox.run.inbox import Item
from glassbox.run.orders import OpenNetwork, Resume
from glassbox.run.run import Run
from glassbox.settings import Effect, Settings, effect_of

Record = Callable[[str, RunRecord], None]  # takes the owner's id; must neither wait nor fail

EVERY = 5.0  # seconds between two records of a run that plays …
SOON = 1.0  # … and after the last one when settings or weights were changed meanwhile …
MOST_A_SECOND = 64 * 1024  # … but bytes, on average, of a large network's: many of them may share one disk
KEY_BYTES = 16
VIEW = View(map_size=32, unit_size=8)
LONG_AGO = float("-inf")


class Autosave:
    """Looks over one run's shoulder. Used where the run is worked on.

    Attributes:
        owner: the id of the browser that watches; without one nothing is told.
    """

    def __init__(self, record: Record | None, clock: Callable[[], float]) -> None:
        self.owner: str | None = None
        self._record = record
        self._clock = clock
        self._run = (0, 0)  # lane and number of the run that is saved …
        self._key = ""  # … and its name
        self._keys: dict[tuple[int, int], str] = {}  # of all so far: lanes are taken in hand by turns
        self._told = 0  # the moment told last, …
        self._told_revision = 0
        self._told_at = LONG_AGO
        self._told_bytes = 0

    def look(self, run: Run, leader: Run) -> list[ServerMessage]:
        """Tell if it is time: a run that has begun to train or rests, or some seconds have passed.
        Messages for the page.

        Args:
            leader: the one whose steps it follows, if it is compared with others; otherwise itself.
        """
        self._follow(run)
        rests = not any(each.playing or each.is_owing for each in (run, leader))
        is_time = rests or self._clock() - self._told_at >= self._pause(run)
        return self._tell(run) if is_time and self._is_news(run) else []

    def before(self, run: Run, item: Item) -> list[ServerMessage]:
        """Tell at once if what is about to be obeyed may lead away from this run. Messages for the page."""
        self._follow(run)
        return self._tell(run) if _may_lead_away(item) and self._is_news(run) else []

    def _pause(self, run: Run) -> float:
        """Seconds from the last record of a run that plays to the next."""
        wanted = EVERY if run.revision == self._told_revision else SOON
        return max(wanted, self._told_bytes / MOST_A_SECOND)

    def _follow(self, run: Run) -> None:
        if (run.lane, run.number) != self._run:
            self._run = run.lane, run.number
            self._key = self._keys.setdefault(self._run, secrets.token_urlsafe(KEY_BYTES))
            self._told, self._told_at = 0, LONG_AGO

    def _is_news(self, run: Run) -> bool:
        """A network that was not trained here is no run yet;
        and a run does not become another when its past is shown.
        """
        is_asked = self._record is not None and self.owner is not None
        has_come_here = run.trainer.step > run.history.start.step and run.history.present is None
        return is_asked and has_come_here and self._told != run.moment

    def _tell(self, run: Run) -> list[ServerMessage]:
        assert self._record is not None and self.owner is not None
        evaluation, messages = run.evaluate()
        train, test, stop = evaluation.train, evaluation.test, run.stop or Stop("", "")
        checkpoint = Checkpoint(take_snapshot(run))
        self._told, self._told_revision = run.moment, run.revision
        self._told_at, self._told_bytes = self._clock(), checkpoint.nbytes
        self._record(
            self.owner,
            RunRecord(
                key=self._key,
                settings=run.settings.model_dump(mode="json"),
                seed=run.settings.seed,
                epochs=run.epochs,
                steps=run.trainer.step,
                problem=run.data_split.points.problem.value,
                changes=run.changes,
                train_loss=train.loss,
                test_loss=test.loss,
                train_score=train.rmse if train.accuracy is None else train.accuracy,
                test_score=test.rmse if test.accuracy is None else test.accuracy,
                stop=stop.code,
                stop_text=stop.text,
                picture=_picture(run),
                checkpoint=checkpoint,
            ),
        )
        return messages


def _may_lead_away(item: Item) -> bool:
    """To a new run, to another one, or into this one's past or another branch of it."""
    if isinstance(item, Configure):
        return any(name in Settings.model_fields and effect_of(name) is Effect.REBUILD for name in item.changes)
    return isinstance(
        item, Reset | NewSeed | OpenNetwork | Resume | Rewind | SwitchBranch | Fork | TakeLane | RemoveLane
    )


def _picture(run: Run) -> bytes:
    """The output over the plane, as the large map of a frame is."""
    sizes = run.trainer.recipe.architecture.sizes
    large, _ = render_maps(subject_of(run), VIEW, ((0, 1),) * len(sizes), fine=False)
    return msgspec.msgpack.encode(large)
