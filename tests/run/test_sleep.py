"""Whether a run sleeps: near a constant answer's loss and level for long, and nothing else."""

import numpy as np
import pytest

from glassbox.run.past.loss_curves import LossCurves
from glassbox.run.sleep import NOTHING_LEARNED, is_asleep, sleeps
from tests.run.tools import run_of, train_epochs


def level(epochs):
    x = np.linspace(0, epochs, 101)
    return LossCurves(x, np.ones(101), np.ones(101))


@pytest.mark.parametrize(("left", "epochs", "told"), [(1.0, 50, True), (1.0, 49, False), (0.96, 300, False)])
def test_it_has_learned_nothing_and_has_not_for_long(left, epochs, told):
    assert is_asleep(left, level(epochs), 1.0) is told


def test_a_network_that_cannot_move_sleeps_and_one_that_learns_does_not():
    stuck = run_of(learning_rate=1e-5, hidden=[{"units": 4}], dataset="xor", initialization="zeros")
    awake = run_of(dataset="circle")
    for run in (stuck, awake):
        for _ in range(60):
            train_epochs(run, 1)
            run.evaluate()
    assert sleeps(stuck, stuck.evaluate()[0].train.loss)
    assert not sleeps(awake, awake.evaluate()[0].train.loss)


def test_a_network_that_has_only_just_begun_does_not():
    run = run_of()
    assert not sleeps(run, 10.0)
    assert not sleeps(run, float("nan"))
    assert NOTHING_LEARNED < 1
