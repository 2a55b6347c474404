"""Trains one trial: plain data in, plain data out, the same bytes as a run of the page with the same settings."""

import hashlib
import math

from glassbox.engine.evaluation import Evaluation
from glassbox.engine.trainer import Trainer
from glassbox.experiments.closed_form import solve
from glassbox.experiments.cost import looks_often
from glassbox.experiments.drawn import drawn
from glassbox.experiments.kinds import TRAINING
from glassbox.experiments.measures import MEASURES, Seen
from glassbox.experiments.studies import study
from glassbox.experiments.trials import Trial, TrialResult, this_machine
from glassbox.run.build import recipe
from glassbox.run.goal import GoalJudge, reason_to_stop
from glassbox.run.lows import NO_LOWS
from glassbox.run.packed_numbers import to_bytes
from glassbox.run.stopping import EarlyStopping
from glassbox.run.watch import has_finite_losses
from glassbox.settings import AfterStop, Settings


def train(trial: Trial) -> TrialResult:
    """The whole training, and what was measured on the way."""
    if trial.kind != TRAINING:
        return solve(trial)
    training = Training(trial)
    training.run()
    return training.result()


def digest_of(trainer: Trainer) -> str:
    """SHA-256 of its parameters, as little-endian float32."""
    return hashlib.sha256(to_bytes(trainer.parameters)).hexdigest()


class Training:
    """One network from its first weights on.

    Attributes:
        settings: of the trial.
        trainer: of its network.
        epochs: trained; where early stopping brings the best weights back, more than their epoch.
    """

    def __init__(self, trial: Trial) -> None:
        self._trial = trial
        self.settings = Settings.model_validate(trial.settings)
        split = drawn(self.settings)
        self.trainer, self._data = Trainer(recipe(self.settings, split.points), split.data), split.data
        self.epochs = 0
        self._early, self._goal = EarlyStopping(), GoalJudge()
        self._evaluation: tuple[int, Evaluation] | None = None  # and the step that it is of
        self._lowest = (math.inf, 0)  # the lowest test loss so far, and its epoch
        self._told: list[list[float | None]] = []  # of each moment, a value for each measure
        self._has_diverged = self._has_stopped = False
        self._looks_often = looks_often(self.settings, trial.measures)

    def run(self) -> None:
        """To its end: by its epochs, by what its settings stop it at, or because its numbers blew up."""
        self._look()
        for moment in self._trial.tell_at:
            self._train_until(moment)
            self._told.append(self._measured())
        self._train_until(self._trial.epochs)
        self._has_diverged = self._has_diverged or not self._is_sound()

    def result(self) -> TrialResult:
        """What has become of it."""
        columns = zip(*self._told, strict=True)
        return TrialResult(
            number=self._trial.number,
            state="diverged" if self._has_diverged else "done",
            parameters=self.trainer.parameters.size,
            epochs=self.epochs,
            told={name: list(column) for name, column in zip(self._trial.measures, columns, strict=True)},
            digest=digest_of(self.trainer),
            machine=this_machine(),
        )

    def _train_until(self, epoch: int) -> None:
        while self.epochs < epoch and not (self._has_diverged or self._has_stopped):
            epochs = 1 if self._looks_often else epoch - self.epochs
            self.trainer.run(epochs * self.trainer.steps_per_epoch)
            self.epochs += epochs
            self._look()

    def _look(self) -> None:
        """At the end of an epoch, as a run does (`run/watch.py`)."""
        if not self._looks_often:
            return
        if not self._is_sound():
            self._has_diverged = True
            return
        evaluation, settings = self._evaluate(), self.settings
        self._lowest = min(self._lowest, (evaluation.test.loss, self.epochs))
        if settings.patience:
            self._early.see(settings, self.trainer, evaluation, NO_LOWS)
        is_reached = self._goal.judge(settings, self.epochs, self.trainer.parameters.size, self._evaluate)
        if self.epochs and (self._is_stopped_at_goal(is_reached) or self._early_reason()):
            self._has_stopped = True
            self._take_best()

    def _is_stopped_at_goal(self, is_reached: bool) -> bool:
        reached = self._goal.check.reached
        return is_reached and reached is not None and reason_to_stop(self.settings, reached) is not None

    def _early_reason(self) -> str | None:
        return self._early.reason_to_stop(self.settings, self.epochs, self._evaluate)

    def _take_best(self) -> None:
        best, settings = self._early.best, self.settings
        if best is not None and settings.patience and settings.after_stop is AfterStop.BEST:
            self.trainer.restore(best.state)
            self._evaluation = None

    def _evaluate(self) -> Evaluation:
        step = self.trainer.step
        if self._evaluation is None or self._evaluation[0] != step:
            self._evaluation = step, self.trainer.evaluate()
        return self._evaluation[1]

    def _is_sound(self) -> bool:
        return self.trainer.finite() and has_finite_losses(self._evaluate())

    def _studied(self, name: str) -> float | None:
        return study(name, self.settings, self.trainer, self._data)

    def _measured(self) -> list[float | None]:
        self._has_diverged = self._has_diverged or not self._is_sound()
        if self._has_diverged:
            return [None for _ in self._trial.measures]
        (loss, epoch), reached = self._lowest, self._goal.check.reached
        seen = Seen(self._evaluate(), self.epochs, loss, epoch, reached.epoch if reached else None, self._studied)
        return [_finite(MEASURES[name].of(seen)) for name in self._trial.measures]


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None
