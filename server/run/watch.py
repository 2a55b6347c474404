"""Looks at a run while it trains: for its record, and for what is to stop it.

Training pauses for it wherever the record has a point (`past/due.py`), and at the end of each epoch if early stopping
wants to know; nowhere else, so that what it sees depends neither on speed nor on who watches.
"""

import math

from glassbox.engine.evaluation import Evaluation
from glassbox.engine.trainer import Trainer
from glassbox.run.goal import GoalJudge, reason_to_stop
from glassbox.run.past.due import is_due, steps_to_due
from glassbox.run.past.history import History
from glassbox.run.stopping import EarlyStopping
from glassbox.settings import Goal, Settings


class Watch:
    """Of one run.

    Attributes:
        reason: why the run is to stop by itself; None: it is not.
        is_lost: whether a loss is no ordinary number any more.
    """

    def __init__(self, trainer: Trainer, history: History) -> None:
        self._trainer = trainer
        self._history = history
        self._evaluation: tuple[int, Evaluation] | None = None  # and the step that it is of
        self._is_new = True  # whether the point at which the run stands is to be put down (again)
        self._settings = Settings()
        self._early = EarlyStopping()
        self._goal = GoalJudge()
        self._may_stop = self._is_stopping_needed = self._wants_losses = False
        self.reason: str | None = None
        self.is_lost = False

    def begin(self, settings: Settings, early: EarlyStopping, goal: GoalJudge, *, may_stop: bool) -> None:
        """Training begins or goes on: with these settings, and whether it is to stop by itself, as set."""
        if settings is not self._settings:  # every frame passes here
            self._is_stopping_needed, self._wants_losses = early.is_needed(settings), early.wants_losses(settings)
        self._settings, self._early, self._goal, self._may_stop = settings, early, goal, may_stop
        self.reason, self.is_lost = None, False
        self.renew()
        if settings.patience and early.best is None and self._trainer.progress == 0:
            self._look_only()
            early.see(settings, self._trainer, self.evaluation, self._history.curves.lows)
        if self._trainer.progress == 0:
            self.judge(settings, goal)

    def steps_to_next(self) -> int:
        """How many steps may be trained until it looks again; one at least."""
        due = steps_to_due(self._trainer)
        return min(due, self._trainer.steps_to_epoch_end) if self._is_asked else due

    def look(self) -> bool:
        """Look if it is time to. Whether no more is to be trained."""
        is_due_now, at_end = is_due(self._trainer), self._trainer.progress == 0 and self._is_asked
        if not (is_due_now or at_end):
            return False
        wants_losses = self._wants_losses or self._is_goal_open
        if is_due_now or wants_losses:
            self.is_lost = not has_finite_losses(self.evaluation)
            if self.is_lost:
                return True
        if at_end:
            self._ask()
        if is_due_now or self.reason:
            self._put_down()
        elif wants_losses:
            self._look_only()
        return self.reason is not None

    @property
    def evaluation(self) -> Evaluation:
        """Losses and scores of the moment at which the run stands."""
        step = self._trainer.step
        if self._evaluation is None or self._evaluation[0] != step:
            self._evaluation = step, self._trainer.evaluate()
        return self._evaluation[1]

    def judge(self, settings: Settings, goal: GoalJudge) -> bool:
        """Whether the goal is reached for the first time where the run stands."""
        trainer = self._trainer
        return goal.judge(settings, trainer.epoch, trainer.parameters.size, lambda: self.evaluation)

    def changed(self) -> None:
        """The run is another by other means than training: what was seen of this moment is no longer so."""
        self._evaluation = None
        self._is_new = True

    def is_as_recorded(self) -> None:
        """What the record has of this moment stays as it is."""
        self._is_new = False

    def went_back(self) -> None:
        """The run has gone back to an earlier step: the record ends there."""
        self._evaluation = None
        self._history.curves.cut(self._x)

    def renew(self) -> None:
        """Put the point down at which the run stands, if it has become another since and is one of the record's."""
        if self._is_new and (is_due(self._trainer) or self._history.curves.is_empty):
            self._put_down()
        self._is_new = False

    def _ask(self) -> None:
        if self._settings.patience:
            self._look_only()
            self._early.see(self._settings, self._trainer, self.evaluation, self._history.curves.lows)
        is_reached = self.judge(self._settings, self._goal)
        if self._may_stop:
            told = self._early.reason_to_stop(self._settings, self._trainer.epoch, lambda: self.evaluation)
            self.reason = (self._goal_reason() if is_reached else None) or told

    def _goal_reason(self) -> str | None:
        reached = self._goal.check.reached
        return reason_to_stop(self._settings, reached) if reached else None

    @property
    def _is_goal_open(self) -> bool:
        if self._settings.goal is Goal.NONE:
            return False
        return self._goal.is_open(self._settings, self._trainer.epoch, self._trainer.parameters.size)

    @property
    def _is_asked(self) -> bool:
        """Whether anybody wants to know of the end of every epoch."""
        return self._is_stopping_needed or self._is_goal_open

    def _put_down(self) -> None:
        self._history.curves.record(self._x, self.evaluation, self._trainer.learning_rate)

    def _look_only(self) -> None:
        self._history.curves.look(self._x, self.evaluation)

    @property
    def _x(self) -> float:
        return self._trainer.epoch + self._trainer.progress


def has_finite_losses(evaluation: Evaluation) -> bool:
    """Whether both losses are ordinary numbers: squares overflow before the weights do."""
    return math.isfinite(evaluation.train.loss + evaluation.test.loss)
