"""Which units are told to be silent, against sums by hand."""

import numpy as np
import pytest

from glassbox.run.answers import take_snapshot
from glassbox.study.silent import silent
from tests.run.tools import run_of


def told(run):
    answer = silent(take_snapshot(run))
    return answer.dead, answer.even


def test_a_relu_unit_below_zero_for_every_sample_is_dead_and_one_that_fires_once_is_not():
    run = run_of(hidden=[{"units": 3}], activation="relu")
    layout, data = run.trainer.recipe.architecture.layout, run.data_split.data
    sums = layout.matrix(run.trainer.parameters, 1) @ data.x_train
    run.trainer.set_bias(1, 1, float(-sums[1].max() - 0.1))
    run.trainer.set_bias(1, 2, float(-sums[2].max() + 0.1))
    assert told(run) == ([(1, 1)], [])


@pytest.mark.parametrize("activation", ["tanh", "sigmoid"])
def test_a_saturated_unit_is_even_and_none_of_its_kind_is_dead(activation):
    run = run_of(hidden=[{"units": 2}, {"units": 2}], activation=activation)
    run.trainer.set_bias(2, 1, 60.0)
    assert told(run) == ([], [(2, 1)])


def test_a_unit_that_follows_only_dead_ones_is_told_too():
    run = run_of(hidden=[{"units": 1}, {"units": 1}], activation="relu")
    run.trainer.set_bias(1, 0, -1000.0)
    run.trainer.set_bias(2, 0, 1.0)
    assert told(run) == ([(1, 0)], [(2, 0)])


def test_of_a_usual_network_nothing_is_told():
    run = run_of(hidden=[{"units": 8}])
    assert told(run) == ([], []) and np.isfinite(run.trainer.parameters).all()
