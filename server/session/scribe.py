"""Accounts for a session's runs to whoever keeps a book of them: as they begin, every few seconds, and as they end."""

import secrets
from collections.abc import Callable

import msgspec

from server.protocol.letters import Letter
from server.protocol.messages import Configure, NewSeed, Reset, View
from server.session.account import Account
from server.session.adoption import Adopt
from server.session.camera import photograph
from server.session.film import subject_of
from server.session.inbox import Item
from server.session.run import Run
from server.settings import Effect, Settings, effect_of

Record = Callable[[Account], None]  # must neither wait nor fail

EVERY = 5.0  # seconds between two accounts of a run that plays
KEY_BYTES = 16
VIEW = View(map_size=32, unit_size=8)
LONG_AGO = float("-inf")


class Scribe:
    """Looks over one run's shoulder. Used where the run is worked on.

    Attributes:
        owner: the id of the browser that watches; without one nothing is told.
    """

    def __init__(self, record: Record | None, clock: Callable[[], float]) -> None:
        self.owner: str | None = None
        self._record = record
        self._clock = clock
        self._run = 0  # the number of the run that is accounted for …
        self._key = ""  # … and its name
        self._first_revision = 0
        self._told = 0  # the moment told last, and when
        self._told_at = LONG_AGO

    def look(self, run: Run) -> list[Letter]:
        """Tell if it is time: a run that has begun to train or rests, or some seconds have passed. Letters for the page."""
        self._follow(run)
        rests = not (run.playing or run.is_owing)
        is_time = rests or self._clock() - self._told_at >= EVERY
        return self._tell(run) if is_time and self._is_news(run) else []

    def before(self, run: Run, item: Item) -> list[Letter]:
        """Tell at once if what is about to be obeyed may begin a new run. Letters for the page."""
        self._follow(run)
        return self._tell(run) if _may_begin_anew(item) and self._is_news(run) else []

    def _follow(self, run: Run) -> None:
        if run.number != self._run:
            self._run, self._key = run.number, secrets.token_urlsafe(KEY_BYTES)
            self._first_revision, self._told, self._told_at = run.revision, 0, LONG_AGO

    def _is_news(self, run: Run) -> bool:
        """A network that was never trained is no run yet."""
        return self._record is not None and self.owner is not None and run.trainer.step > 0 and self._told != run.moment

    def _tell(self, run: Run) -> list[Letter]:
        assert self._record is not None and self.owner is not None
        evaluation, letters = run.evaluate()
        train, test, stop = evaluation.train, evaluation.test, run.stop or {}
        self._told, self._told_at = run.moment, self._clock()
        self._record(
            Account(
                owner=self.owner,
                key=self._key,
                settings=run.settings,
                epochs=run.epochs,
                steps=run.trainer.step,
                problem=run.material.points.problem.value,
                changes=run.revision - self._first_revision,
                train_loss=train.loss,
                test_loss=test.loss,
                train_score=train.rmse if train.accuracy is None else train.accuracy,
                test_score=test.rmse if test.accuracy is None else test.accuracy,
                stop=stop.get("code", ""),
                stop_text=stop.get("text", ""),
                picture=_picture(run),
            )
        )
        return letters


def _may_begin_anew(item: Item) -> bool:
    if isinstance(item, Configure):
        return any(name in Settings.model_fields and effect_of(name) is Effect.REBUILD for name in item.changes)
    return isinstance(item, Reset | NewSeed | Adopt)


def _picture(run: Run) -> bytes:
    """The output over the plane, as the large map of a frame is."""
    sizes = run.trainer.recipe.architecture.sizes
    large, _ = photograph(subject_of(run), VIEW, ((0, 1),) * len(sizes), fine=False)
    return msgspec.msgpack.encode(large)
