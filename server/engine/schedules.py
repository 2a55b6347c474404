"""How the learning rate changes over the epochs."""

import math

from glassbox.engine._jit import inlined
from glassbox.engine.choices import Schedule

STEP = Schedule.STEP.code
EXPONENTIAL = Schedule.EXPONENTIAL.code
COSINE = Schedule.COSINE.code
WARM_UP = Schedule.WARM_UP.code


@inlined
def schedule_factor(schedule, epochs, period, factor):
    """What the learning rate is multiplied by after `epochs` (a fraction counts), float64.

    Args:
        schedule: code of `choices.Schedule`.
        period, factor: T in epochs, above 0, and f, as in the formulas there.
    """
    if schedule == STEP:
        return factor ** math.floor(epochs / period)
    if schedule == EXPONENTIAL:
        return factor ** (epochs / period)
    if schedule == COSINE:
        return (1 + math.cos(math.pi * min(epochs / period, 1.0))) / 2
    if schedule == WARM_UP:
        return min(1.0, epochs / period)
    return 1.0


@inlined
def step_factor(schedule, epoch, done, count, samples, period, factor):
    """The same for a step of `count` samples, when `done` of the epoch's `samples` are trained.

    A step's rate is that of its beginning; of its end in a warm-up, whose first step would do nothing.
    """
    epochs = epoch + (done + (count if schedule == WARM_UP else 0)) / samples
    return schedule_factor(schedule, epochs, period, factor)
