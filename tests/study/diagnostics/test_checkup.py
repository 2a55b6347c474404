"""What a check-up makes of its measurements, by hand."""

from dataclasses import replace

import pytest

from glassbox.run.answers import take_snapshot
from glassbox.study.diagnostics.checkup import Checkup
from tests.run.tools import run_of
from tests.study.diagnostics.checkups import MEASURED, layer_of


def test_flat_parts_and_idle_units_by_hand():
    run = run_of(hidden=[{"units": 3}], activation="relu")
    run.trainer.set_bias(1, 1, -1000.0)
    layer = Checkup(take_snapshot(run)).layers[0]
    sums = layer.weights @ run.data_split.data.x_train + layer.biases[:, None]
    assert layer.idle == 1 and layer.flat_share == pytest.approx((sums <= 0).mean(), abs=0.01)


def test_of_a_large_network_fewer_samples_are_looked_at():
    run = run_of(hidden=[{"units": 128}] * 8)
    snapshot = take_snapshot(run)
    assert Checkup(snapshot).samples < 250
    assert Checkup(replace(snapshot, curves=run.history.curves.stored())).curves.length == 0


def test_a_layer_made_by_hand_measures_itself_as_a_real_one_does():
    made = layer_of(weights=[[3.0, 4.0]], gradients=[[0.0, -2.0]], slopes=[[0.049, 0.051, -0.04, 1.0]])
    assert (made.units, made.weight_norm, made.gradient_norm) == (1, 5.0, 2.0)
    assert (made.flat.tolist(), made.flat_share, made.idle) == ([[True, False, True, False]], 0.5, 0)
    assert not layer_of(None, slopes=[[0.0]]).flat.any()  # the output's has no flat part


def test_what_other_tests_make_by_hand_a_measured_check_up_has():
    measured = Checkup(take_snapshot(run_of()))
    assert {name for name in MEASURED if not hasattr(measured, name)} == set()
