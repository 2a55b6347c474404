"""When a run is to stop by itself: after so many epochs, at a target, or when nothing improves any more.

It sees the end of every epoch (`watch.py`), and is asked there while the run plays. Each reason stops a run once:
whoever presses play again goes on.
"""

from collections.abc import Callable
from dataclasses import replace

from glassbox.engine.evaluation import Evaluation
from glassbox.engine.trainer import Trainer
from glassbox.run import words
from glassbox.run.lows import Lows
from glassbox.run.moment import NOTHING_SEEN, Best, Gain, Seen
from glassbox.settings import Settings, Watched


class EarlyStopping:
    """Decides for one run, by what it has seen of it."""

    def __init__(self, seen: Seen = NOTHING_SEEN) -> None:
        self.seen = seen

    @property
    def best(self) -> Best | None:
        """The epoch with the lowest watched loss so far."""
        return self.seen.best

    @staticmethod
    def is_needed(settings: Settings) -> bool:
        """Whether there is anything to decide."""
        return bool(settings.stop_epochs) or EarlyStopping.wants_losses(settings)

    @staticmethod
    def wants_losses(settings: Settings) -> bool:
        """Whether it decides by how well the network does, not only by the number of epochs."""
        return bool(settings.stop_loss or settings.stop_accuracy or settings.patience)

    def see(self, settings: Settings, trainer: Trainer, evaluation: Evaluation, lows: Lows) -> None:
        """Remember the watched loss at the end of an epoch, and the weights if it is the lowest so far.

        The least improvement decides only how long patience lasts (Prechelt 1998, "Early Stopping – But When?").

        Args:
            lows: the lowest losses so far, these included.
        """
        watched, loss = _watched_loss(settings.watched, evaluation)
        best, gain = self.seen.best, self.seen.gain
        if best is None or loss < best.loss:
            best = Best(watched, loss, trainer.epoch, trainer.state(), lows)
        if gain is None or loss < gain.loss - settings.min_improvement:
            gain = Gain(loss, trainer.epoch)
        if best is not self.seen.best or gain is not self.seen.gain:
            self.seen = replace(self.seen, best=best, gain=gain)

    def reason_to_stop(self, settings: Settings, epoch: int, evaluation: Callable[[], Evaluation]) -> str | None:
        """Why to stop now, at the end of an epoch, in one sentence; None: go on."""
        if settings.stop_epochs and epoch == settings.stop_epochs:
            return words.STOP_EPOCHS.format(epochs=epoch)
        if not self.wants_losses(settings):
            return None
        reasons = {
            "loss": _target_loss(settings, evaluation()),
            "accuracy": _target_accuracy(settings, evaluation()),
            "patience": self._no_improvement(settings, epoch),
        }
        for name, told in reasons.items():
            if told and name not in self.seen.told:
                self.seen = replace(self.seen, told=self.seen.told | {name})
                return told
        return None

    def _no_improvement(self, settings: Settings, epoch: int) -> str | None:
        best, gain = self.seen.best, self.seen.gain
        if not settings.patience or best is None or gain is None or epoch - gain.epoch < settings.patience:
            return None
        told = words.STOP_PATIENCE_BY if settings.min_improvement else words.STOP_PATIENCE
        return told.format(
            now=epoch,
            watched=best.watched.label,
            patience=settings.patience,
            least=settings.min_improvement,
            epoch=best.epoch,
            loss=best.loss,
        )


def _target_loss(settings: Settings, evaluation: Evaluation) -> str | None:
    if settings.stop_loss and evaluation.train.loss <= settings.stop_loss:
        return words.STOP_LOSS.format(loss=evaluation.train.loss, target=settings.stop_loss)
    return None


def _target_accuracy(settings: Settings, evaluation: Evaluation) -> str | None:
    accuracy = evaluation.test.accuracy
    # Two quotients of whole numbers, each rounded once: equal shares are equal here. 100 × 0.29 is not 29.
    if settings.stop_accuracy and accuracy is not None and accuracy >= settings.stop_accuracy / 100:
        return words.STOP_ACCURACY.format(accuracy=100 * accuracy, target=settings.stop_accuracy)
    return None


def _watched_loss(wanted: Watched, evaluation: Evaluation) -> tuple[Watched, float]:
    """The loss that is looked at, and which it is: without points set aside, the test loss stands in for theirs."""
    if wanted is Watched.VALIDATION and evaluation.validation is not None:
        return wanted, evaluation.validation.loss
    return (wanted, evaluation.train.loss) if wanted is Watched.TRAIN else (Watched.TEST, evaluation.test.loss)
