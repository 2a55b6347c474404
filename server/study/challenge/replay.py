"""Trains a network again from where it began, obeying what was obeyed at the very steps: for a challenge's records.

Plain and synchronous: whoever owns it calls `work` again and again. A network that comes out otherwise, to the byte, is
no record; nor is one whose beginning is not known.
"""

from collections.abc import Callable

from glassbox.run.commands import obey
from glassbox.run.moment import Moment
from glassbox.run.run import Run
from glassbox.run.steering import Order, Steering
from glassbox.settings import Settings
from glassbox.study.sliced import Sliced

CHUNK = 200  # mini-batches between two looks at the clock

Look = Callable[[Moment], None]


class Replay(Sliced):
    """Of one network."""

    def __init__(self, beginning: Settings, most_parameters: int, look: Look | None = None) -> None:
        """`look` is shown the network at its beginning and at the end of every epoch, and after each change."""
        self._beginning = beginning
        self._run = Run(beginning, most_parameters, _no_seed)
        self._look = look
        self._obeyed: list[Order] = []
        self._waiting: list[Order] = []
        self._end = self._run.trainer.step
        self._show()

    @property
    def step(self) -> int:
        """How far it is."""
        return self._run.trainer.step

    @property
    def is_done(self) -> bool:
        """Whether it is where it was to come to."""
        return not self._waiting and self.step >= self._end

    @property
    def parameters(self) -> bytes:
        """All weights and biases, float32."""
        return self._run.trainer.parameters.tobytes()

    def moment(self) -> Moment:
        """Where it stands."""
        return self._run.now()

    def come_to(self, steering: Steering, step: int) -> bool:
        """From now on, go to this step of a network steered so. Whether it lies ahead; otherwise nothing is changed."""
        orders, known = list(steering.orders), len(self._obeyed)
        if steering.beginning != self._beginning or step < self.step or orders[:known] != self._obeyed:
            return False
        if any(order.step < self.step for order in orders[known:]):
            return False
        self._waiting, self._end = orders[known:], step
        return True

    def _advance(self) -> None:
        """To the next order, the end of the epoch, or a little further."""
        trainer = self._run.trainer
        while self._waiting and self._waiting[0].step <= trainer.step:
            self._obey(self._waiting.pop(0))
        goal = min([self._end, *(order.step for order in self._waiting[:1])])
        steps = min(goal - trainer.step, trainer.steps_to_epoch_end, CHUNK)
        if steps > 0:
            trainer.run(steps)
            self._run.changed()
            if trainer.progress == 0:
                self._show()

    def _obey(self, order: Order) -> None:
        obey(self._run, order.command)
        self._obeyed.append(order)
        self._show()

    def _show(self) -> None:
        if self._look is not None:
            self._look(self._run.now())


def is_untouched(steering: Steering) -> bool:
    """Whether settings and seed alone made it: nothing was changed after step 0."""
    return steering.beginning is not None and not steering.count


def _no_seed() -> int:
    raise AssertionError("Expected every seed that was drawn to be told by its value.")
