"""At which steps a run is looked at for its record: a rule of the step's and the epoch's number alone.

So the record is the same however fast the run is played and whoever watches. Up to a number of `2 · DENSE` every one
is due, from there to twice as much every 2nd, to four times as much every 4th, and so on: at least `DENSE` in the last
half of any run, evenly, and more in each part before. They are few in all, some 1,800 in a run of a thousand million
epochs, so that nothing is ever taken out again.
"""

from glassbox.engine.trainer import Trainer

DENSE_EPOCHS = 64
DENSE_STEPS = 32
FIRST_EPOCHS = 4  # within which steps are looked at too: one can follow them singly


def is_due(trainer: Trainer) -> bool:
    """Whether the moment at which it stands is one to look at."""
    at_end = trainer.progress == 0 and trainer.epoch % _spacing(trainer.epoch, DENSE_EPOCHS) == 0
    return at_end or (trainer.epoch < FIRST_EPOCHS and trainer.step % _spacing(trainer.step, DENSE_STEPS) == 0)


def steps_to_due(trainer: Trainer) -> int:
    """How many steps are left to the next such moment; one at least."""
    whole = _next(trainer.epoch, DENSE_EPOCHS) - trainer.epoch - 1
    to_epoch = trainer.steps_to_epoch_end + whole * trainer.steps_per_epoch
    if trainer.epoch >= FIRST_EPOCHS:
        return to_epoch
    return min(to_epoch, _next(trainer.step, DENSE_STEPS) - trainer.step)


def _spacing(number: int, dense: int) -> int:
    """A power of two: between 1/(2 · dense) and 1/dense of the number, or 1."""
    return 1 << max(0, number.bit_length() - dense.bit_length())


def _next(number: int, dense: int) -> int:
    """The first after this one that is a multiple of its spacing."""
    spacing = _spacing(number + 1, dense)
    return -(-(number + 1) // spacing) * spacing
