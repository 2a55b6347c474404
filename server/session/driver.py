"""Drives a trainer slice by slice, for `run.py`: how many steps are owed, in portions that fit, and back from NaN."""

from collections.abc import Callable

from server.engine.trainer import Memento, Trainer
from server.session.pace import Pace
from server.session.speedometer import Speedometer
from server.settings import Speed

Clock = Callable[[], float]


class Driver:
    """Trains what is owed; `owed` is how many steps are still to come."""

    def __init__(self, trainer: Trainer) -> None:
        self._trainer = trainer
        self._pace = Pace()
        self._speedometer = Speedometer(products_in_a_step(trainer))
        self.owed = 0

    def rest(self) -> None:
        """Nothing is owed any more, and the time until training goes on does not count."""
        self.owed = 0
        self._pace.rest()
        self._speedometer.rest()

    def owe(self, steps: int) -> None:
        """Train so many steps, in slices like everything else, so that a long epoch blocks nobody."""
        self.rest()
        self.owed = steps

    def begin_frame(self, speed: Speed, now: float) -> None:
        """A frame begins: find out how many steps it is to bring, unless earlier ones are still owed."""
        if not self.owed:
            self.owed = self._pace.due(speed, now, self._trainer.steps_per_epoch)

    def seconds_to_next(self, speed: Speed) -> float:
        """For how long after the last frame began nothing more will be owed."""
        return self._pace.seconds_to_next(speed, self._trainer.steps_per_epoch)

    def train(self, budget: float, clock: Clock) -> tuple[int, bool]:
        """Train what is owed, for about `budget` seconds.

        Returns:
            How many steps were trained, and whether the numbers stayed finite. If not, training is back at the last
            step at which they were.
        """
        before, began = self._trainer.memento(), clock()
        trained = self._train_until(began + budget, clock)
        self._speedometer.add(trained, began, clock())
        if self._trainer.finite():
            return trained, True
        self._back_to_finite(before, trained)
        return trained, False

    def adapted(self) -> None:
        """The trainer was given another network, other data or another batch size."""
        self._speedometer.expect(products_in_a_step(self._trainer))

    def steps_per_second(self, now: float) -> float:
        """As trained of late, pauses between slices included."""
        return self._speedometer.rate(now)

    def _train_until(self, end: float, clock: Clock) -> int:
        """Kernels run to their end, so steps are given to them in portions that fit into the time left."""
        trained, now = 0, clock()
        while self.owed and now < end:
            portion = min(self.owed, self._speedometer.steps_in(end - now))
            self._trainer.run(portion)
            self.owed -= portion
            trained += portion
            began, now = now, clock()
            self._speedometer.calibrate(portion, now - began)
        return trained

    def _back_to_finite(self, before: Memento, steps: int) -> None:
        """The last finite state, found by running the same steps again: the same seed gives the same bytes."""
        finite, broken = 0, steps
        while broken - finite > 1:
            middle = (finite + broken) // 2
            self._trainer.restore(before)
            self._trainer.run(middle)
            finite, broken = (middle, broken) if self._trainer.finite() else (finite, middle)
        self._trainer.restore(before)
        self._trainer.run(finite)


def products_in_a_step(trainer: Trainer) -> int:
    """Parameters × samples: what a step's duration grows with."""
    return trainer.parameters.size * trainer.recipe.batch_size
