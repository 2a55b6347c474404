"""Saves a session's runs with whoever keeps a book of them: as they begin, rest, are changed or end,
and now and then.
"""

from collections.abc import Callable
from dataclasses import replace

import msgspec

from glassbox.labbook.records import RunRecord
from glassbox.protocol.messages import Configure, Pause, Play, Redo, RemoveLane, Step, Undo, View
from glassbox.protocol.server_messages import Kept, ServerMessage, Stop
from glassbox.run.answers import take_snapshot
from glassbox.run.checkpoint import Checkpoint
from glassbox.run.frame.frame_builder import subject_of
from glassbox.run.frame.maps import render_maps
from glassbox.run.inbox import Item
from glassbox.run.orders import PauseUnwatched, Resume
from glassbox.run.run import Run
from glassbox.run.trial import LeftTrial, Stand, Trial

Record = Callable[[str, RunRecord], None]  # takes the owner's id; must neither wait nor fail

EVERY = 5.0  # seconds between two records of a run that plays …
SOON = 1.0  # … and after the last one when it has just begun, or when settings or weights were changed meanwhile …
MOST_A_SECOND = 256 * 1024  # … but bytes, on average, of a large network's: many of them may share one disk
MAP = View(map_size=32, unit_size=8)
LONG_AGO = float("-inf")
MOST_LEFT = 100  # trials that are remembered to go on with


class Autosave:
    """Looks over the shoulder of all lanes. Used where they are worked on.

    Attributes:
        owner: the id of the browser that watches; without one nothing is told.
    """

    def __init__(self, record: Record | None, clock: Callable[[], float]) -> None:
        self.owner: str | None = None
        self._record = record
        self._clock = clock
        self._rows: dict[int, _Row] = {}  # by lane
        self._stands: list[tuple[_Row, Stand, LeftTrial]] = []  # before the command that is being obeyed
        self._left: dict[str, LeftTrial] = {}  # by the keys of their rows
        self._written: set[str] = set()  # the keys of rows that were told
        self._at_rest = True
        self._announced: Kept | None = None

    def arrive(self, owner: str | None) -> None:
        """Another page watches, which knows of no row yet."""
        self.owner = owner or self.owner
        self._announced = None

    def look(self, in_hand: Run, leader: Run) -> list[ServerMessage]:
        """Tell of each lane if it is time: it has begun to train or rests, or some seconds have passed.
        Messages for the page.

        Args:
            leader: the one whose steps the others follow; where there are no others, itself.
        """
        told: list[ServerMessage] = []
        for run in in_hand.fellows:
            rests = not (run.playing or run.is_owing or leader.playing or leader.is_owing)
            told += self._look_at(run, in_hand, at_once=rests)
        return told + self._announce(in_hand)

    def keep(self, in_hand: Run) -> list[ServerMessage]:
        """Tell of each lane as it stands, whatever the time. Messages for the page."""
        told: list[ServerMessage] = []
        for run in in_hand.fellows:
            told += self._look_at(run, in_hand, at_once=True)
        return told + self._announce(in_hand)

    def before(self, in_hand: Run, leader: Run, item: Item) -> list[ServerMessage]:
        """What is about to be obeyed may change a run or lead away from it: note first how far it came.
        Messages for the page.
        """
        told: list[ServerMessage] = []
        self._at_rest = not (leader.playing or leader.is_owing)
        rows = [self._row(run) for run in in_hand.fellows]
        for row in rows:
            row.trial.follow()
        self._stands = [(row, Stand.of(row.trial.run), LeftTrial.of(row.trial)) for row in rows]
        for row in rows:
            if _may_change(item) and self._is_news(row):
                may_go_on = isinstance(item, Configure) and not self._at_rest
                told += _shown(self._hold(row) if may_go_on else self._tell(row), row.trial.run, in_hand)
        return told

    def after(self, item: Item) -> None:
        """It was obeyed: what trains from here may be another trial, and the row of the one before stays as it is."""
        is_back = isinstance(item, Redo) or (isinstance(item, Undo) and not item.only_setting)
        for row, stand, left in self._stands:
            trial = self._back(row, left) if is_back else row.trial.after(stand, at_rest=self._at_rest)
            if trial is not row.trial:
                self._close(row)
                if not is_back:
                    self._leave(row.trial, left)
                row.begin(trial)
            if is_back:
                self._find_kept(row)
            if isinstance(item, Resume) and item.key and row.trial.run.number != stand.present[0]:
                row.kept = Kept(row.trial.run.number, item.key)
            if isinstance(item, RemoveLane) and row.trial.key in self._written:
                row.trial.is_news = True  # that it is compared with fewer
        self._stands = []

    def _look_at(self, run: Run, in_hand: Run, *, at_once: bool) -> list[ServerMessage]:
        row = self._row(run)
        row.trial.follow()
        if at_once:
            self._close(row)
        is_time = at_once or self._clock() >= row.due(run)
        return _shown(self._tell(row), run, in_hand) if is_time and self._is_news(row) else []

    def _row(self, run: Run) -> "_Row":
        row = self._rows.get(run.lane)
        if row is None or row.trial.run is not run:
            if row is not None:
                self._leave(row.trial, LeftTrial.of(row.trial))
            row = self._rows[run.lane] = _Row(self._again(run) or Trial(run, run.epochs))
            self._find_kept(row)
        return row

    def _find_kept(self, row: "_Row") -> None:
        """A row that goes on has the last trained step of its run, whose number is another by now."""
        if row.trial.is_trained and row.trial.key in self._written:
            row.kept = Kept(row.trial.run.number, row.trial.key)

    def _leave(self, trial: Trial, left: LeftTrial) -> None:
        """Its run is about something else by now, but may come back."""
        if trial.is_trained:
            self._left[left.key] = left
            for key in list(self._left)[:-MOST_LEFT]:
                del self._left[key]
                self._written.discard(key)

    def _back(self, row: "_Row", left: LeftTrial) -> Trial:
        """What a run is about that has come back from elsewhere, where it was about the row's trial."""
        self._leave(row.trial, left)
        run = row.trial.run
        return self._again(run) or Trial(run, run.epochs)

    def _again(self, run: Run) -> Trial | None:
        """The trial that the run was about where it has come back to, if its row ends just there."""
        left = self._left.get(run.history.row)
        trial = left.again(run) if left else None
        if trial is not None:
            del self._left[trial.key]
        return trial

    def _is_news(self, row: "_Row") -> bool:
        """A network that was not trained here is no run yet;
        and a run does not become another when its past is shown.
        """
        is_asked = self._record is not None and self.owner is not None
        run = row.trial.run
        is_looked_back_at = run.history.present is not None and not (run.has_ended and run.is_at_best)
        return is_asked and row.trial.is_news and not is_looked_back_at

    def _tell(self, row: "_Row") -> list[ServerMessage]:
        messages = self._hold(row)
        self._close(row)
        return messages

    def _hold(self, row: "_Row") -> list[ServerMessage]:
        _, messages = row.trial.run.evaluate()
        row.trial.held, row.trial.is_news = _record_of(row.trial), False
        return messages

    def _send(self, row: "_Row", record: RunRecord) -> None:
        assert self._record is not None and self.owner is not None
        row.trial.held = None
        self._written.add(record.key)
        row.told(record, self._clock())
        self._record(self.owner, replace(record, lanes=self._written_beside(row.trial.run)))

    def _written_beside(self, run: Run) -> tuple[str, ...]:
        """The keys of the rows of all that are compared, this run's included, as far as there are rows."""
        rows = [self._rows.get(each.lane) for each in run.fellows]
        return tuple(row.trial.key for row in rows if row is not None and row.trial.key in self._written)

    def _close(self, row: "_Row") -> None:
        if row.trial.held is not None:
            self._send(row, row.trial.held)

    def _announce(self, in_hand: Run) -> list[ServerMessage]:
        kept = self._row(in_hand).kept
        if kept is None or kept == self._announced or kept.run != in_hand.number:
            return []
        self._announced = kept
        return [kept]


class _Row:
    """How the row of a lane's trial was told of late.

    Attributes:
        kept: the row that has the run's last trained step.
    """

    def __init__(self, trial: Trial) -> None:
        self.kept: Kept | None = None
        self._first_told = self._last_told = LONG_AGO
        self.begin(trial)
        self._revision = self._size = 0

    def due(self, run: Run) -> float:
        """When a run that plays is to be told again: what is young or was changed sooner, and what is large later."""
        age = self._last_told - self._first_told if self._last_told > LONG_AGO else 0.0
        wanted = min(max(age, SOON), EVERY) if run.revision == self._revision else SOON
        return self._last_told + max(wanted, self._size / MOST_A_SECOND)

    def told(self, record: RunRecord, now: float) -> None:
        """It was just told."""
        run = self.trial.run
        self._first_told = now if self._first_told == LONG_AGO else self._first_told
        self._last_told, self._revision = now, run.revision
        self._size = record.checkpoint.nbytes if record.checkpoint else 0
        self.kept = Kept(run.number, self.trial.key)

    def begin(self, trial: Trial) -> None:
        """The next row of this lane, or an earlier one goes on."""
        self.trial = trial
        trial.run.history.row = trial.key
        self._first_told = self._last_told = LONG_AGO


def _may_change(item: Item) -> bool:
    if isinstance(item, Configure):
        return not {"speed"}.issuperset(item.changes)
    return not isinstance(item, Play | Pause | Step | PauseUnwatched)


def _shown(messages: list[ServerMessage], run: Run, in_hand: Run) -> list[ServerMessage]:
    """Other lanes' messages are no news of the one that the page shows."""
    return messages if run is in_hand else []


def _record_of(trial: Trial) -> RunRecord:
    run = trial.run
    evaluation, stop, farthest = run.evaluate()[0], run.stop or Stop("", ""), run.history.present or run.now()
    reached = run.goal.check.reached
    train, test, best = evaluation.train, evaluation.test, run.early_stopping.best
    return RunRecord(
        key=trial.key,
        settings=run.settings.model_dump(mode="json"),
        seed=run.settings.seed,
        began=trial.began,
        epochs=farthest.epochs,
        steps=farthest.step,
        problem=run.data_split.points.problem.value,
        data=run.settings.dataset.label,
        changes=run.changes,
        changed=trial.changed,
        goal_epoch=reached.epoch if reached else None,
        parameters=run.trainer.parameters.size,
        best_epoch=best.epoch if best and run.is_at_best else None,
        train_loss=train.loss,
        test_loss=test.loss,
        train_score=train.rmse if train.accuracy is None else train.accuracy,
        test_score=test.rmse if test.accuracy is None else test.accuracy,
        stop=stop.code,
        stop_text=stop.text,
        picture=_picture(run),
        checkpoint=Checkpoint(take_snapshot(run)),
    )


def _picture(run: Run) -> bytes:
    """The output over the plane, as the large map of a frame is."""
    sizes = run.trainer.recipe.architecture.sizes
    large, _ = render_maps(subject_of(run), MAP, ((0, 1),) * len(sizes), fine=False)
    return msgspec.msgpack.encode(large)
