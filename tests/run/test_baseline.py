"""The loss of always giving the same answer: none of them costs less."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from glassbox.engine.choices import Loss
from glassbox.run.baseline import constant_loss
from tests import reference
from tests.run.tools import run_of

BASELINES = {
    "cross-entropy": {"dataset": "unbalanced"},
    "tanh": {"dataset": "unbalanced", "loss": "squared_error"},
    "hinge": {"dataset": "unbalanced", "loss": "hinge"},
    "three classes": {"dataset": "blobs"},
    "three squared": {"dataset": "blobs", "loss": "squared_error"},
    "numbers": {"dataset": "multi_gauss"},
    "absolute": {"dataset": "multi_gauss", "loss": "absolute"},
    "huber": {"dataset": "multi_gauss", "loss": "huber", "huber_delta": 0.2},
}


@pytest.mark.parametrize("settings", BASELINES.values(), ids=BASELINES)
def test_no_constant_answer_costs_less_than_the_baseline(settings):
    run = run_of(**settings)
    recipe, t = run.trainer.recipe, run.data_split.data.t_train
    units = recipe.architecture.sizes[-1]
    tried = np.linspace(-6, 6, 601) if units == 1 else np.linspace(-1.2, 1.2, 13)
    costs = [
        reference.sample_losses(
            recipe.architecture.output,
            recipe.loss,
            np.repeat(np.array(z)[:, None], len(t), axis=1),
            t,
            recipe.huber_delta,
        ).mean()
        for z in itertools.product(tried, repeat=units)
    ]
    assert min(costs) == pytest.approx(constant_loss(recipe, t), rel=0.01)


@pytest.mark.parametrize("delta", [0.01, 0.1, 0.5, 1.0, 3.0, 10.0])
def test_the_best_constant_answer_to_a_huber_loss_is_neither_mean_nor_median(delta):
    """On lopsided targets the median's loss is up to a fifth above the least that there is."""
    t = np.random.default_rng(5).exponential(2.0, 301).astype(np.float32)
    recipe = replace(run_of(dataset="multi_gauss", loss="huber").trainer.recipe, huber_delta=delta)
    missed = np.abs(t.astype(np.float64)[:, None] - np.linspace(0, 6, 6001))
    costs = np.where(missed <= delta, missed**2 / 2, delta * (missed - delta / 2)).mean(axis=0)
    assert constant_loss(recipe, t) == pytest.approx(costs.min(), rel=1e-5)
    assert constant_loss(recipe, t) <= costs.min()


def test_the_loss_of_a_constant_hinge_of_several_classes_is_never_above_one():
    run = run_of(dataset="blobs", loss="hinge")
    assert constant_loss(run.trainer.recipe, run.data_split.data.t_train) == 1.0
    assert run.trainer.recipe.loss is Loss.HINGE
