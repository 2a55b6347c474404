"""Which moments a record has: all at first, evenly and ever further apart later, few in all."""

from itertools import pairwise

import pytest

from glassbox.run.past import due
from tests.run.tools import run_of


def moments(epochs, **settings):
    """Those of a run so long, in steps and epochs, as a trainer comes to them by the rule's own strides."""
    trainer = run_of(**settings).trainer
    found = [(0, 0.0)]
    while trainer.epoch < epochs:
        trainer.run(due.steps_to_due(trainer))
        if due.is_due(trainer):
            found.append((trainer.step, trainer.epoch + trainer.progress))
    return found


def epochs_due(last):
    return [epoch for epoch in range(last + 1) if epoch % due._spacing(epoch, due.DENSE_EPOCHS) == 0]


@pytest.mark.parametrize("batch_size", [1, 7, 150])
def test_strides_pass_no_moment_that_is_due(batch_size):
    settings = {"samples": 40, "batch_size": batch_size}
    trainer, every = run_of(**settings).trainer, []
    while trainer.epoch < 300:
        if due.is_due(trainer):
            every.append((trainer.step, trainer.epoch + trainer.progress))
        trainer.run(1)
    assert moments(300, **settings)[: len(every)] == every


def test_every_epoch_is_due_at_first():
    assert epochs_due(128) == [*range(129)]


@pytest.mark.parametrize("last", [200, 3000, 100_000])
def test_the_last_half_of_a_run_is_even_and_never_thin(last):
    late = [epoch for epoch in epochs_due(last) if epoch > last / 2]
    gaps = {later - earlier for earlier, later in pairwise(late)}
    assert len(gaps) <= 2 and max(gaps) <= last / due.DENSE_EPOCHS and last - late[-1] < max(gaps)


def test_there_are_few_in_all():
    epoch, count = 0, 1
    while epoch < 10**9:
        epoch, count = due._next(epoch, due.DENSE_EPOCHS), count + 1
    assert count < 1800


def test_the_first_steps_are_due_one_by_one():
    steps = [step for step, epoch in moments(due.FIRST_EPOCHS + 2, batch_size=1, samples=300)]
    assert steps[:64] == [*range(64)] and len(steps) < 300
    assert all(later - earlier <= max(1, later / due.DENSE_STEPS) for earlier, later in pairwise(steps[:-3]))
