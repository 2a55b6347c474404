"""Drives a trainer slice by slice, for `run.py`: how many steps are owed, in portions that fit, and back from NaN."""

from collections.abc import Callable

from glassbox.engine.kernel_args import State
from glassbox.engine.trainer import Trainer
from glassbox.run.pace import UNLIMITED, Pace
from glassbox.run.speedometer import Speedometer
from glassbox.run.watch import Watch, has_finite_losses
from glassbox.settings import Speed

Clock = Callable[[], float]


class Driver:
    """Trains what is owed; `owed` is how many steps are still to come."""

    def __init__(self, trainer: Trainer) -> None:
        self._trainer = trainer
        self._pace = Pace()
        self._speedometer = Speedometer(products_in_a_step(trainer))
        self._safe = trainer.state()
        self.owed = 0

    def rest(self) -> None:
        """Nothing is owed any more, and the time until training goes on does not count."""
        self.owed = 0
        self._pace.rest()
        self._speedometer.rest()

    def owe_step(self) -> None:
        """Train one step more, in slices like everything else."""
        self.owed += 1

    def owe_epoch(self) -> None:
        """Train on to the end of the epoch in which the steps owed so far end."""
        left = self._trainer.steps_to_epoch_end - self.owed
        self.owed += (left - 1) % self._trainer.steps_per_epoch + 1

    def begin_frame(self, speed: Speed, now: float) -> None:
        """A frame begins: find out how many steps it is to bring, unless earlier ones are still owed."""
        if not self.owed:
            self.owed = self._pace.due(speed, now, self._trainer.steps_per_epoch)

    def seconds_to_next(self, speed: Speed) -> float:
        """For how long after the last frame began nothing more will be owed."""
        return self._pace.seconds_to_next(speed, self._trainer.steps_per_epoch)

    def steps_in(self, seconds: float) -> int:
        """How many steps fit into so much time, by estimate; at least one."""
        return self._speedometer.steps_in(seconds)

    def come_to(self, step: int, clock: Clock, watch: Watch) -> bool:
        """Train on to a step, or go back to it if it came after the remembered moment. Whether all is still finite.

        Args:
            watch: looks wherever it wants to; if it has seen enough, training stays there.
        """
        trainer, began, start = self._trainer, clock(), self._trainer.step
        if step < start:
            self._go_to(step - self._safe.step)
            watch.went_back()
            return trainer.finite()
        while trainer.step < step:
            trainer.run(min(step - trainer.step, watch.steps_to_next()))
            if watch.look():
                break
        self._speedometer.calibrate(trainer.step - start, clock() - began)
        return trainer.finite()

    def train(self, budget: float, clock: Clock, watch: Watch, most: int = UNLIMITED) -> bool:
        """Train what is owed, for about `budget` seconds. Whether the parameters are still finite.

        Args:
            watch: looks wherever it wants to; if it has seen enough, nothing more is owed.
            most: steps to train at most.
        """
        began = clock()
        trained = self._train_until(began + budget, clock, watch, most)
        self._speedometer.add(trained, began, clock())
        return self._trainer.finite()

    def changed(self) -> None:
        """The trainer was given another network, other data or other numbers: there is no way back beyond this."""
        self._speedometer.expect(products_in_a_step(self._trainer))
        self.hold()

    def hold(self) -> State:
        """Remember this moment, to come back to if a later one is not finite."""
        self._safe = self._trainer.state()
        return self._safe

    @property
    def has_trained(self) -> bool:
        """Whether anything was trained since the moment it remembers."""
        return self._trainer.step != self._safe.step

    def back_to_finite(self) -> None:
        """To the last step with finite numbers, by running the same steps again: the same seed gives the same bytes."""
        finite, broken = 0, self._trainer.step - self._safe.step
        while broken - finite > 1:
            middle = (finite + broken) // 2
            self._go_to(middle)
            is_finite = self._trainer.finite() and has_finite_losses(self._trainer.evaluate())
            finite, broken = (middle, broken) if is_finite else (finite, middle)
        self._go_to(finite)

    def steps_per_second(self, now: float) -> float:
        """As trained of late, pauses between slices included."""
        return self._speedometer.rate(now)

    def _train_until(self, end: float, clock: Clock, watch: Watch, most: int) -> int:
        """Kernels run to their end, so steps are given to them in portions that fit into the time left;
        one at least.
        """
        trained, now = 0, clock()
        while self.owed and trained < most and (now < end or not trained):
            portion = min(self.owed, most - trained, self._speedometer.steps_in(end - now), watch.steps_to_next())
            self._trainer.run(portion)
            self._speedometer.calibrate(portion, clock() - now)
            self.owed -= portion
            trained += portion
            if watch.look():
                self.owed = 0
            now = clock()
        return trained

    def _go_to(self, steps: int) -> None:
        self._trainer.restore(self._safe)
        self._trainer.run(steps)


def products_in_a_step(trainer: Trainer) -> int:
    """Parameters × samples: what a step's duration grows with."""
    return trainer.parameters.size * trainer.recipe.batch_size
