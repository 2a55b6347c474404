"""When a run is to stop by itself: after so many epochs, at a target, or when nothing improves any more.

Asked at the end of every epoch while the run plays. Each reason stops a run once: whoever presses play again goes on.
"""

from dataclasses import replace

from glassbox.engine.evaluation import Evaluation
from glassbox.engine.trainer import Trainer
from glassbox.run import words
from glassbox.run.moment import NOTHING_SEEN, Best, Seen
from glassbox.settings import Settings, Watched


class EarlyStopping:
    """Decides for one run, by what it has seen of it."""

    def __init__(self, seen: Seen = NOTHING_SEEN) -> None:
        self.seen = seen

    @property
    def best(self) -> Best | None:
        """What early stopping has found so far."""
        return self.seen.best

    @staticmethod
    def is_needed(settings: Settings) -> bool:
        """Whether there is anything to decide."""
        return bool(settings.stop_epochs or settings.stop_loss or settings.stop_accuracy or settings.patience)

    def reason_to_stop(self, settings: Settings, trainer: Trainer) -> str | None:
        """Why to stop now, at the end of an epoch, in one sentence; None: go on."""
        if settings.stop_epochs and trainer.epoch == settings.stop_epochs:
            return words.STOP_EPOCHS.format(epochs=trainer.epoch)
        if not (settings.stop_loss or settings.stop_accuracy or settings.patience):
            return None
        evaluation = trainer.evaluate()
        reasons = {"loss": self._target_loss, "accuracy": self._target_accuracy, "patience": self._no_improvement}
        for name, reason in reasons.items():
            told = reason(settings, trainer, evaluation)
            if told and name not in self.seen.told:
                self.seen = replace(self.seen, told=self.seen.told | {name})
                return told
        return None

    def _target_loss(self, settings: Settings, trainer: Trainer, evaluation: Evaluation) -> str | None:
        if settings.stop_loss and evaluation.train.loss <= settings.stop_loss:
            return words.STOP_LOSS.format(loss=evaluation.train.loss, target=settings.stop_loss)
        return None

    def _target_accuracy(self, settings: Settings, trainer: Trainer, evaluation: Evaluation) -> str | None:
        accuracy = evaluation.test.accuracy
        # Two quotients of whole numbers, each rounded once: equal shares are equal here. 100 × 0.29 is not 29.
        if settings.stop_accuracy and accuracy is not None and accuracy >= settings.stop_accuracy / 100:
            return words.STOP_ACCURACY.format(accuracy=100 * accuracy, target=settings.stop_accuracy)
        return None

    def _no_improvement(self, settings: Settings, trainer: Trainer, evaluation: Evaluation) -> str | None:
        if not settings.patience:
            return None
        watched, loss = _watched_loss(settings.watched, evaluation)
        best = self.best
        if best is None or loss < best.loss - settings.min_improvement:
            best = Best(watched, loss, trainer.epoch, trainer.state())
            self.seen = replace(self.seen, best=best)
        if trainer.epoch - best.epoch < settings.patience:
            return None
        return words.STOP_PATIENCE.format(
            watched=watched.label, patience=settings.patience, epoch=best.epoch, loss=best.loss
        )


def _watched_loss(wanted: Watched, evaluation: Evaluation) -> tuple[Watched, float]:
    """The loss that is looked at, and which it is: without points set aside, the test loss stands in for theirs."""
    if wanted is Watched.VALIDATION and evaluation.validation is not None:
        return wanted, evaluation.validation.loss
    return (wanted, evaluation.train.loss) if wanted is Watched.TRAIN else (Watched.TEST, evaluation.test.loss)
