"""Tests that networks learn: each data set to a stated loss in a stated number of epochs, and always the same way."""

import numpy as np
import pytest

from server.engine.choices import Activation, Dataset, Feature, Initialization, Loss, Optimizer, Problem
from server.engine.datasets import generate
from server.engine.features import compute_features
from server.engine.network import Architecture, output_activation, outputs
from server.engine.trainer import Trainer, TrainingData
from tests.engine.networks import recipe_of

INPUTS = (Feature.X1, Feature.X2)
SEEDS = (42, 1, 2)
ADAM = {"optimizer": Optimizer.ADAM, "learning_rate": 0.01}


def trainer_of(
    dataset, hidden=(4, 2), activation=Activation.TANH, loss=Loss.CROSS_ENTROPY, features=INPUTS, samples=500, **changes
):  # fmt: skip
    """With the page's defaults: half of the points to train on, mini-batches of 10, plain SGD at 0.03."""
    points = generate(dataset, samples, noise=0.0, label_noise=0.0, seed=1)
    loss = Loss.SQUARED_ERROR if points.problem is Problem.REGRESSION else loss
    sizes = (len(features), *hidden, outputs(points.problem, points.classes))
    architecture = Architecture(sizes, (activation,) * len(hidden), output_activation(points.problem, loss))
    train, test = slice(None, samples // 2), slice(samples // 2, None)
    data = TrainingData(
        compute_features(points.x[train], features), points.target[train],
        compute_features(points.x[test], features), points.target[test],
    )  # fmt: skip
    return Trainer(recipe_of(architecture, loss, **changes), data)


CASES = {  # settings, epochs, and the loss that training and test data fall below
    "circle": ({"dataset": Dataset.CIRCLE}, 400, 0.06, 0.12),
    "circle, ReLU": (
        {"dataset": Dataset.CIRCLE, "hidden": (8,), "activation": Activation.RELU, "initialization": Initialization.HE},
        100, 0.05, 0.05,
    ),
    "circle from squares, no hidden layer": (
        {"dataset": Dataset.CIRCLE, "hidden": (), "features": (Feature.X1_SQUARED, Feature.X2_SQUARED)}, 100, 0.05, 0.05,
    ),
    "circle, squared error": ({"dataset": Dataset.CIRCLE, "hidden": (8,), "loss": Loss.SQUARED_ERROR}, 300, 0.02, 0.03),
    "xor": ({"dataset": Dataset.XOR}, 200, 0.05, 0.06),
    "xor from the product, no hidden layer": ({"dataset": Dataset.XOR, "hidden": (), "features": (Feature.X1_X2,)}, 20, 0.05, 0.05),
    "gauss, no hidden layer": ({"dataset": Dataset.GAUSS, "hidden": ()}, 10, 0.06, 0.06),
    "moons": ({"dataset": Dataset.MOONS, "hidden": (8,)}, 300, 0.08, 0.08),
    "three blobs": ({"dataset": Dataset.BLOBS}, 40, 0.1, 0.12),
    "spiral": ({"dataset": Dataset.SPIRAL, "hidden": (16, 16, 8), "samples": 1000, **ADAM}, 300, 0.02, 0.25),
    "three-arm spiral": ({"dataset": Dataset.SPIRAL3, "hidden": (16, 16, 8), "samples": 1000, **ADAM}, 200, 0.02, 0.1),
    "plane": ({"dataset": Dataset.PLANE}, 200, 0.01, 0.015),
    "plane, no hidden layer": ({"dataset": Dataset.PLANE, "hidden": ()}, 20, 1e-6, 1e-6),
    "multi-gauss": ({"dataset": Dataset.MULTI_GAUSS, "hidden": (16, 8), "samples": 1000, **ADAM}, 300, 0.006, 0.008),
}  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", CASES)
def test_it_learns(name, seed):
    settings, epochs, train_loss, test_loss = CASES[name]
    trainer = trainer_of(**settings, seed=seed)
    before = trainer.evaluate()
    trainer.run(epochs * trainer.steps_per_epoch)
    after = trainer.evaluate()
    assert trainer.epoch == epochs and trainer.finite()
    assert after.train.loss < min(train_loss, before.train.loss)
    assert after.test.loss < min(test_loss, before.test.loss)
    assert (after.test.accuracy or after.test.r2) > 0.85


@pytest.mark.parametrize("optimizer", list(Optimizer))
def test_every_optimizer_learns_the_circle(optimizer):
    trainer = trainer_of(Dataset.CIRCLE, hidden=(8,), optimizer=optimizer, learning_rate=0.01)
    trainer.run(400 * trainer.steps_per_epoch)
    assert trainer.evaluate().test.loss < 0.25


@pytest.mark.parametrize("activation", [activation for activation in Activation if activation is not Activation.LINEAR])
def test_every_activation_learns_the_circle(activation):
    """But a line, which cannot, and neither can a network of lines."""
    trainer = trainer_of(Dataset.CIRCLE, hidden=(8, 8), activation=activation, **ADAM)
    trainer.run(200 * trainer.steps_per_epoch)
    assert trainer.evaluate().test.accuracy > 0.9


def test_a_network_of_lines_does_not_learn_the_circle():
    trainer = trainer_of(Dataset.CIRCLE, hidden=(8, 8), activation=Activation.LINEAR, **ADAM)
    trainer.run(200 * trainer.steps_per_epoch)
    assert trainer.evaluate().test.loss > 0.6


def test_from_zeros_it_learns_nothing_of_the_circle():
    trainer = trainer_of(Dataset.CIRCLE, initialization=Initialization.ZEROS)
    trainer.run(200 * trainer.steps_per_epoch)
    assert trainer.evaluate().test.loss > 0.6


@pytest.mark.parametrize("name", ["xor", "three-arm spiral", "multi-gauss"])
def test_it_learns_the_same_way_every_time(name):
    settings, *_ = CASES[name]
    runs = []
    for slices in ([500], [1, 99, 400]):
        trainer = trainer_of(**settings)
        for steps in slices:
            trainer.run(steps)
        runs.append((trainer.parameters.tobytes(), trainer.evaluate()))
    assert runs[0] == runs[1]
    assert not np.array_equal(trainer_of(**settings, seed=7).parameters, trainer_of(**settings, seed=8).parameters)
