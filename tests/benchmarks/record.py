"""Measures what it costs a run at full speed to keep its record: new runs with it and without, by turns."""

import time
from statistics import median
from types import SimpleNamespace

from glassbox.run.goal import GoalJudge
from glassbox.run.past.curves import Curves
from glassbox.run.stopping import EarlyStopping
from glassbox.run.watch import Watch
from glassbox.settings import Settings
from tests.benchmarks.peers import Glassbox

SLICE = 0.02  # seconds, as long as a session trains in one go


def cost_of_record(workload, seconds, rounds):
    """How many epochs such a run has, and the share of its time by which the record makes it longer."""
    trainer = Glassbox()._trainer(workload)
    epochs = _epochs(trainer, seconds)
    steps, slice_steps = (
        epochs * trainer.steps_per_epoch,
        max(1, int(SLICE / seconds * epochs)) * trainer.steps_per_epoch,
    )
    ratios = []
    for _ in range(rounds):
        without = _timed(lambda: _train(trainer, steps, slice_steps, None))
        ratios.append(_timed(lambda: _train(trainer, steps, slice_steps, _watch(trainer))) / without - 1)
    return epochs, median(ratios)


def _epochs(trainer, seconds):
    """How many it trains in so much time."""
    each = trainer.steps_per_epoch
    trainer.run(each)
    trainer.evaluate()
    spent, count = 0.0, 32
    while spent < seconds / 20:
        count *= 2
        spent = _timed(lambda steps=count * each: trainer.run(steps))
    return max(1, int(count * seconds / spent))


def _watch(trainer):
    return Watch(trainer, SimpleNamespace(curves=Curves()))


def _train(trainer, steps, most, watch):
    """In slices, as a session does."""
    trainer.reset()
    if watch:
        watch.changed()
        watch.begin(Settings(), EarlyStopping(), GoalJudge(), may_stop=True)
    while trainer.step < steps:
        portion = min(most, steps - trainer.step)
        trainer.run(min(portion, watch.steps_to_next()) if watch else portion)
        if watch:
            watch.look()


def _timed(work):
    """Seconds of this processor, so that others on a busy machine do not count."""
    began = time.process_time()
    work()
    return time.process_time() - began
