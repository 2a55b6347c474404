"""How many steps a running session owes by now, for every speed; the clock comes in as an argument."""

from dataclasses import dataclass

from glassbox.settings import Speed

UNLIMITED = 1 << 40
LONGEST_CATCH_UP = 1.5  # seconds; time beyond it, lost to a busy machine, is not caught up with


@dataclass(frozen=True)
class Tempo:
    """So many steps or epochs, a second or a frame."""

    amount: float
    epochs: bool
    per_frame: bool

    def steps(self, steps_per_epoch: int) -> float:
        """The same in steps."""
        return self.amount * (steps_per_epoch if self.epochs else 1)


TEMPI = {
    Speed.STEP_1: Tempo(1, epochs=False, per_frame=False),
    Speed.STEP_5: Tempo(5, epochs=False, per_frame=False),
    Speed.STEP_20: Tempo(20, epochs=False, per_frame=False),
    Speed.EPOCH_1: Tempo(1, epochs=True, per_frame=False),
    Speed.EPOCH_5: Tempo(5, epochs=True, per_frame=False),
    Speed.EPOCH_FRAME: Tempo(1, epochs=True, per_frame=True),
    Speed.EPOCHS_10_FRAME: Tempo(10, epochs=True, per_frame=True),
    Speed.FULL: Tempo(UNLIMITED, epochs=False, per_frame=True),
}


class Pace:
    """Turns elapsed time into steps that are due."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._fraction = 0.0

    def rest(self) -> None:
        """Training pauses: forget the time until it plays again."""
        self._since = None
        self._fraction = 0.0

    def due(self, speed: Speed, now: float, steps_per_epoch: int) -> int:
        """Steps to train in the frame that begins at `now` (seconds of a monotonic clock)."""
        tempo = TEMPI[speed]
        steps = tempo.steps(steps_per_epoch)
        if not tempo.per_frame:
            steps *= self._elapsed(now)
        self._since = now
        whole, self._fraction = divmod(steps + self._fraction, 1.0)
        return int(whole)

    def seconds_to_next(self, speed: Speed, steps_per_epoch: int) -> float:
        """How long after the last question nothing more will be due; 0 where each frame brings steps."""
        tempo = TEMPI[speed]
        return 0.0 if tempo.per_frame else (1.0 - self._fraction) / tempo.steps(steps_per_epoch)

    def _elapsed(self, now: float) -> float:
        if self._since is None:
            self._fraction = 1.0  # the first step comes at once
            return 0.0
        return min(max(now - self._since, 0.0), LONGEST_CATCH_UP)
