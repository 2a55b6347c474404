"""Tests that every optimizer comes to rest where loss and penalty balance: λ is λ, whatever the memory of its steps.

For p = 1 that place is the Lasso's, found here by coordinate descent and, where it is installed, by scikit-learn.
"""

from dataclasses import replace

import numpy as np
import pytest

from glassbox.engine.choices import Loss, Optimizer, OutputActivation, Penalty, Schedule
from glassbox.engine.network import Architecture
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from tests import reference
from tests.engine.networks import recipe_of

SAMPLES, WEIGHTS, LAMBDA = 200, 8, 0.1
RULES = {
    "SGD": {"optimizer": Optimizer.SGD, "learning_rate": 0.05},
    "momentum 0.5": {"optimizer": Optimizer.MOMENTUM, "learning_rate": 0.02, "momentum": 0.5},
    "momentum 0.9": {"optimizer": Optimizer.MOMENTUM, "learning_rate": 0.01, "momentum": 0.9},
    "momentum 0.99": {"optimizer": Optimizer.MOMENTUM, "learning_rate": 0.001, "momentum": 0.99},
    "Nesterov": {"optimizer": Optimizer.NESTEROV, "learning_rate": 0.01, "momentum": 0.9},
    "RMSprop": {"optimizer": Optimizer.RMSPROP, "learning_rate": 0.01},
    "Adam": {"optimizer": Optimizer.ADAM, "learning_rate": 0.02},
}
every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


def linear_data():
    """Inputs [samples, weights], two of them alike, and targets that need five of the eight, one of them hardly."""
    chance = np.random.default_rng(0)
    x = chance.normal(size=(SAMPLES, WEIGHTS))
    x[:, 1] += 0.5 * x[:, 0]
    t = x @ [1.5, -1, 0.7, 0.3, 0.05, 0, 0, -0.2] + 0.4 + 0.5 * chance.normal(size=SAMPLES)
    return x.astype(np.float32), t.astype(np.float32)


def trainer_with(rule, power=1.0, batch_size=SAMPLES, **changes):
    """One linear unit, whose bias the penalty leaves free."""
    x, t = linear_data()
    recipe = recipe_of(
        Architecture((WEIGHTS, 1), (), OutputActivation.IDENTITY), Loss.SQUARED_ERROR, **rule | changes,
        penalty=Penalty.LP, penalty_power=power, penalty_rate=LAMBDA, batch_size=batch_size,
    )  # fmt: skip
    inputs = np.ascontiguousarray(x.T)
    return Trainer(recipe, TrainingData(inputs, t, inputs, t))


def at_rest(rule, power, epochs=2000):
    """Weights and bias after all samples were seen so often, while the rate goes down to 0."""
    trainer = trainer_with(rule, power, schedule=Schedule.COSINE, schedule_epochs=float(epochs))
    trainer.run(epochs)
    return trainer.parameters[:-1], float(trainer.parameters[-1])


def lasso():
    """Weights and bias that make ½ · mean (x·w + b − t)² + λ Σ |w| smallest, by coordinate descent in float64."""
    x, t = (part.astype(np.float64) for part in linear_data())
    x_middle, t_middle = x - x.mean(axis=0), t - t.mean()
    weights = np.zeros(WEIGHTS)
    for _ in range(500):
        for k, column in enumerate(x_middle.T):
            rest = t_middle - x_middle @ weights + column * weights[k]
            pull = column @ rest / SAMPLES
            weights[k] = np.sign(pull) * max(abs(pull) - LAMBDA, 0) / (column @ column / SAMPLES)
    return weights, t.mean() - x.mean(axis=0) @ weights


def test_the_lasso_is_scikit_learns():
    linear_model = pytest.importorskip(
        "sklearn.linear_model", reason="scikit-learn is not installed; it is a twin more"
    )
    found = linear_model.Lasso(alpha=LAMBDA, tol=1e-12, max_iter=100_000).fit(*linear_data())
    weights, bias = lasso()
    np.testing.assert_allclose(weights, found.coef_, atol=1e-5)
    assert bias == pytest.approx(found.intercept_, abs=1e-5) and ((weights == 0) == (found.coef_ == 0)).all()


@every_rule
def test_every_optimizer_comes_to_the_lasso(rule):
    weights, bias = lasso()
    found, found_bias = at_rest(rule, 1.0)
    np.testing.assert_allclose(found, weights, atol=1e-3)
    np.testing.assert_array_equal(found == 0, weights == 0)
    assert found_bias == pytest.approx(bias, abs=1e-3) and (weights == 0).sum() == 3


@every_rule
def test_with_mini_batches_it_stays_about_the_lasso(rule):
    """The mean of the last 100 of 400 epochs, at a fifth of the rate that is used for all samples at once."""
    weights, _ = lasso()
    trainer = trainer_with(rule | {"learning_rate": rule["learning_rate"] / 5}, batch_size=20)
    trainer.run(300 * trainer.steps_per_epoch)
    seen = []
    for _ in range(100):
        trainer.run(trainer.steps_per_epoch)
        seen.append(trainer.parameters[:-1].copy())
    mean = np.mean(seen, axis=0)
    stays = weights != 0
    np.testing.assert_allclose(mean[stays], weights[stays], rtol=0.02)
    np.testing.assert_allclose(mean[~stays], 0, atol=0.02 * np.abs(weights).max())


@every_rule
@pytest.mark.parametrize("power", [0.5, 0.75])
def test_below_one_pull_and_gradient_balance_at_every_weight(rule, power):
    """There are many such places; which one is found depends on the way there."""
    weights, bias = at_rest(rule, power)
    x, t = (part.astype(np.float64) for part in linear_data())
    g = x.T @ (x @ weights.astype(np.float64) + bias - t) / SAMPLES
    stays = weights != 0
    np.testing.assert_allclose(
        np.abs(g[stays]), LAMBDA * np.abs(weights[stays].astype(np.float64)) ** (power - 1), atol=1e-3
    )
    assert (np.sign(g[stays]) == -np.sign(weights[stays])).all()
    one_step = reference.shrunk(power, rule["learning_rate"] * LAMBDA, -rule["learning_rate"] * g[~stays])
    np.testing.assert_array_equal(one_step, 0)
    assert 2 <= stays.sum() <= 6


def test_the_memory_of_a_penalty_that_was_just_switched_on_is_as_young_as_the_velocity():
    """After one step of momentum from rest no more is taken off than one gradient's worth."""
    one = {"optimizer": Optimizer.MOMENTUM, "learning_rate": 0.01, "momentum": 0.99}
    with_penalty, without = trainer_with(one), trainer_with(one)
    without.adapt(replace(without.recipe, penalty=Penalty.NONE))
    for trainer in (with_penalty, without):
        trainer.parameters[:] = 1
        trainer.run(1)
    taken = without.parameters[:-1] - with_penalty.parameters[:-1]
    np.testing.assert_allclose(taken, 0.01 * LAMBDA, rtol=1e-3)
