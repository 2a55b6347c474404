"""The curves as a diagnosis reads them: from where the data or the network last became others."""

from dataclasses import replace

import numpy as np
import pytest

from glassbox.run.answers import take_snapshot
from glassbox.run.lows import Low
from glassbox.run.past.loss_curves import LossCurves
from tests.run.test_run import play_until_it_stops
from tests.run.tools import run_of, tell, train_epochs


@pytest.mark.parametrize(
    "change", [{"dataset": "xor"}, {"hidden": [{"units": 6}]}, {"loss": "squared_error"}, {"input_scale": 2.0}]
)
def test_curves_begin_anew_where_data_or_network_become_others(change):
    run = run_of()
    for _ in range(8):
        train_epochs(run, 1)
        run.evaluate()
    tell(run, "configure", changes={"learning_rate": 0.1})
    assert LossCurves.of(take_snapshot(run).curves, run.now()).epochs[0] == 0
    tell(run, "configure", changes=change)
    train_epochs(run, 2)
    run.evaluate()
    assert LossCurves.of(take_snapshot(run).curves, run.now()).epochs.tolist() == [8, 9, 10]


def test_a_network_that_was_set_back_to_its_best_epoch_is_diagnosed_as_of_that_epoch():
    noisy = {"samples": 60, "label_noise": 0.3, "hidden": [{"units": 16}], "optimizer": "adam", "learning_rate": 0.05}
    run = run_of(patience=10, **noisy)
    play_until_it_stops(run)
    best, snapshot = run.early_stopping.best.epoch, take_snapshot(run)
    curves = LossCurves.of(snapshot.curves, snapshot.moment)
    assert (snapshot.epoch, curves.epochs[-1], curves.lowest.epoch) == (best, best, best)
    assert snapshot.curves.columns["x"][-1] == best + 10  # the history file has all that the charts have


@pytest.mark.parametrize("points", [2, 3, 5, 9, 400])
def test_how_far_a_loss_fell_of_late_does_not_depend_on_how_many_points_there_are(points):
    epochs = np.linspace(0, 80, points)
    curves = LossCurves(epochs, 10 - epochs / 10, np.ones(points))
    assert curves.late_fall == pytest.approx(3.0)  # from epoch 45 to 75, at a tenth an epoch


def test_the_lowest_loss_is_the_exact_one_or_that_of_a_point_from_before_there_was_one():
    epochs = np.arange(4.0)
    curves = LossCurves(epochs, epochs, np.array([3.0, 1.23457, 2.0, 2.5]))
    assert curves.lowest == Low(1.0, 1.23457)
    assert replace(curves, low=Low(1.0, 1.234571)).lowest == Low(1.0, 1.234571)
    assert replace(curves, low=Low(2.5, 1.1)).lowest == Low(2.5, 1.1)
    assert replace(curves, low=Low(3.0, 2.5)).lowest == Low(1.0, 1.23457)
