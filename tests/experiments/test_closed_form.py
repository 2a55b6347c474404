"""Trials that are solved at once: held against the same solution by hand, and measured as trained ones are."""

import numpy as np
import pytest

from glassbox.engine.trainer import Trainer
from glassbox.experiments.closed_form import solve, with_solved_layer
from glassbox.experiments.plan import Plan
from glassbox.experiments.train import train
from glassbox.run.build import recipe, split_data
from glassbox.settings import Settings
from tests.experiments.an_experiment import an_experiment, axis

SINE = {
    "dataset": "sine", "split": "counts", "training_samples": 12, "test_samples": 30, "label_noise": 0.3,
    "features": ["x1"], "loss": "squared_error",
}  # fmt: skip
HILLS = {**SINE, "dataset": "multi_gauss", "features": ["x1", "x2"], "activation": "relu"}


def a_plan(kind, base, *axes):
    return Plan(an_experiment(kind=kind, base=base, axes=axes, epochs=1, seeds=1))


def test_a_polynomial_is_the_one_that_numpy_fits():
    trial = a_plan("polynomial", SINE, axis("degree", 3)).trial(0)
    split = split_data(Settings.model_validate(trial.settings))
    x, t = split.points.x[:, 0].astype(float), split.points.target.astype(float)
    fit = np.polynomial.Polynomial.fit(x[:12], t[:12], 3)
    result = solve(trial)
    assert result.told["train_mse"] == pytest.approx([np.mean((fit(x[:12]) - t[:12]) ** 2)])
    assert result.told["test_mse"] == pytest.approx([np.mean((fit(x[12:]) - t[12:]) ** 2)])
    assert (result.parameters, result.state, result.epochs) == (4, "done", 0)


def test_with_as_many_coefficients_as_points_every_point_is_met():
    assert solve(a_plan("polynomial", SINE, axis("degree", 11)).trial(0)).told["train_mse"][0] < 1e-8


def test_random_features_measure_what_the_network_with_the_solved_layer_measures():
    trial = a_plan("random_features", HILLS, axis("width", 5)).trial(0)
    settings = Settings.model_validate(trial.settings)
    split = split_data(settings)
    trainer = Trainer(recipe(settings, split.points), split.data)
    trainer.parameters[:] = with_solved_layer(trainer, split.data)
    evaluation = trainer.evaluate()
    result = solve(trial)
    assert result.told["train_mse"] == pytest.approx([evaluation.train.rmse**2], rel=1e-4)
    assert result.told["test_mse"] == pytest.approx([evaluation.test.rmse**2], rel=1e-4)


def test_a_penalty_makes_the_training_error_larger():
    plain, held = (
        solve(a_plan("random_features", {**HILLS, **more}, axis("width", 20)).trial(0)).told["train_mse"][0]
        for more in ({}, {"penalty": "l2", "penalty_rate": 0.1})
    )
    assert held > plain


def test_a_trial_of_a_kind_is_solved_where_others_are_trained():
    trial = a_plan("polynomial", SINE, axis("degree", 2)).trial(0)
    assert train(trial) == solve(trial)
