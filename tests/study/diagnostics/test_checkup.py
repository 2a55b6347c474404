"""What a check-up makes of its measurements, by hand."""

from dataclasses import replace

import pytest

from glassbox.run.answers import take_snapshot
from glassbox.study.diagnostics.checkup import Checkup
from tests.run.tools import run_of


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
