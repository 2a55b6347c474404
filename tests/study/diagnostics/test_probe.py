"""Gradients, losses and the next updates that a diagnosis measures, against slow twins and the run's own."""

import numpy as np
import pytest

from glassbox.run.answers import take_snapshot
from glassbox.study.diagnostics.checkup import Checkup
from glassbox.study.diagnostics.probe import Probe, next_updates
from tests import reference
from tests.run.tools import run_of, train_epochs

LAYERS = [{"units": 5}, {"units": 4}]


def trained(epochs=3, **settings):
    run = run_of(**{"hidden": LAYERS, **settings})
    train_epochs(run, epochs)
    return run


@pytest.mark.parametrize("normalization", ["none", "batch", "layer"])
def test_gradients_are_those_of_all_samples_without_any_method_on_top(normalization):
    methods = {
        "dropout": 0.3,
        "input_noise": 0.5,
        "penalty": "l2",
        "penalty_rate": 1.0,
        "clip_norm": 0.01,
        "optimizer": "adam",
    }
    run = trained(normalization=normalization, **methods)
    data, recipe = run.data_split.data, run.trainer.recipe
    found = Probe(take_snapshot(run), 100).gradients()
    expected = reference.gradients(
        recipe.architecture,
        recipe.loss,
        run.trainer.parameters,
        data.x_train[:, :100].astype(np.float64),
        data.t_train[:100],
    )
    biases = np.concatenate(
        [np.arange(run.trainer.parameters.size)[recipe.architecture.layout.bias(n)] for n in (1, 2)]
    )
    if normalization == "batch":
        expected[biases] = 0  # batch normalization takes a bias away: what is left in the twin is rounding
    np.testing.assert_allclose(found, expected, atol=2e-5 * np.abs(expected).max() + 1e-7, rtol=1e-3)


def test_the_next_updates_are_the_runs_own_and_leave_it_alone():
    run = trained(optimizer="momentum", dropout=0.2)
    before = run.trainer.parameters.copy()
    updates = next_updates(take_snapshot(run))
    assert np.array_equal(run.trainer.parameters, before)
    layout, steps = run.trainer.recipe.architecture.layout, len(updates.norms)
    for norms in updates.norms:
        then = run.trainer.parameters.copy()
        run.trainer.run(1)
        moved = run.trainer.parameters - then
        np.testing.assert_allclose(norms, [np.linalg.norm(moved[layout.weights(n)]) for n in (1, 2, 3)], rtol=1e-4)
    np.testing.assert_allclose(updates.mean, (run.trainer.parameters - before) / steps, atol=1e-7)


def test_the_loss_elsewhere_is_the_engines():
    run = trained()
    checkup = Checkup(take_snapshot(run))
    data, recipe = run.data_split.data, run.trainer.recipe
    ahead = run.trainer.parameters + np.float32(50) * checkup.updates.mean
    expected = reference.mean_loss(recipe.architecture, recipe.loss, ahead, data.x_train, data.t_train)
    assert checkup.loss_ahead(50) == pytest.approx(expected, rel=1e-4)
    assert checkup.loss == pytest.approx(run.trainer.evaluate().train.loss, rel=1e-5)
