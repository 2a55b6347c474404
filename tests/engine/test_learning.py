"""Tests that networks learn: each data set to a stated loss in a stated number of epochs, and always the same way."""

from dataclasses import replace

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Initialization, Loss, Normalization, Optimizer, Penalty, Schedule
from glassbox.engine.data_choices import Dataset, Feature
from glassbox.engine.features import compute_features
from glassbox.engine.generators import generate
from glassbox.engine.network import Architecture, fitting_loss, output_activation, outputs
from glassbox.engine.tent_map import tent_map
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from tests import reference
from tests.engine.networks import recipe_of

INPUTS = (Feature.X1, Feature.X2)
SEEDS = (5, 6, 7)
ADAM = {"optimizer": Optimizer.ADAM, "learning_rate": 0.01}


def trainer_of(
    dataset, hidden=(4, 2), activation=Activation.TANH, loss=Loss.CROSS_ENTROPY, features=INPUTS, samples=500,
    kind=Normalization.NONE, **changes
):  # fmt: skip
    """With the page's defaults: half of the points to train on, mini-batches of 10, plain SGD at 0.03."""
    points = generate(dataset, samples, noise=0.0, label_noise=0.0, seed=1)
    loss = fitting_loss(points.problem, loss)
    sizes = (len(features), *hidden, outputs(points.problem, points.classes))
    output, kinds = output_activation(points.problem, loss), (kind,) * len(hidden)
    architecture = Architecture(sizes, (activation,) * len(hidden), output, kinds)
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
        {"dataset": Dataset.CIRCLE, "hidden": (), "features": (Feature.X1_SQUARED, Feature.X2_SQUARED)}, 100, 0.05,
        0.05,
    ),
    "circle, squared error": ({"dataset": Dataset.CIRCLE, "hidden": (8,), "loss": Loss.SQUARED_ERROR}, 300, 0.02, 0.03),
    "xor": ({"dataset": Dataset.XOR}, 200, 0.05, 0.06),
    "xor from the product, no hidden layer": ({"dataset": Dataset.XOR, "hidden": (), "features": (Feature.X1_X2,)}, 20,
    0.05, 0.05),
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


METHODS = {
    "batch norm": {"kind": Normalization.BATCH},
    "layer norm": {"kind": Normalization.LAYER},
    "dropout": {"dropout": (0.1, 0.1)},
    "noise": {"input_noise": 0.3},
    "clipping": {"clip_norm": 0.1},
    "hinge": {"loss": Loss.HINGE},
    "warm-up": {"schedule": Schedule.WARM_UP, "schedule_epochs": 20.0},
    "cosine": {"schedule": Schedule.COSINE, "schedule_epochs": 200.0},
    "L0.5": {"penalty": Penalty.LP, "penalty_power": 0.5, "penalty_rate": 1e-4},
    "L3": {"penalty": Penalty.LP, "penalty_power": 3.0, "penalty_rate": 1e-3},
}


@pytest.mark.parametrize("dataset", [Dataset.CIRCLE, Dataset.BLOBS])
@pytest.mark.parametrize("method", METHODS)
def test_with_every_method_it_learns(method, dataset):
    trainer = trainer_of(dataset, hidden=(12, 8), **ADAM, **METHODS[method])
    trainer.run(200 * trainer.steps_per_epoch)
    assert trainer.evaluate().test.accuracy > 0.93


def test_batch_normalization_bears_a_learning_rate_that_is_far_too_high_without_it():
    losses = {}
    for kind in Normalization:
        trainer = trainer_of(
            Dataset.CIRCLE, (16, 16, 16), Activation.RELU, kind=kind, learning_rate=3.0,
            initialization=Initialization.HE,
            batch_size=50,
        )  # fmt: skip
        trainer.run(100 * trainer.steps_per_epoch)
        losses[kind] = trainer.evaluate().train.loss
    assert losses[Normalization.BATCH] < 0.3 and not losses[Normalization.NONE] < 0.6


@pytest.mark.parametrize("loss, farthest", [(Loss.ABSOLUTE, 0.15), (Loss.HUBER, 0.15)])
def test_losses_that_bear_outliers_stay_on_the_line(loss, farthest):
    """Where the squared error gives in to the quarter of the points that lie far below."""
    found = {}
    for each in (loss, Loss.SQUARED_ERROR):
        trainer = trainer_of(
            Dataset.LINE_OUTLIERS, (), loss=each, features=(Feature.X1,), samples=1000, huber_delta=0.1,
            learning_rate=0.003
        )  # fmt: skip
        trainer.run(300 * trainer.steps_per_epoch)
        weight, bias = trainer.parameters
        found[each] = abs(5 * weight + bias - 0.9 * 5 / 6)
    assert found[loss] < farthest < 0.3 < found[Loss.SQUARED_ERROR]


def test_the_smaller_p_the_more_weights_are_exactly_zero():
    zeros = []
    for power in (0.5, 1.0, 1.5):
        trainer = trainer_of(
            Dataset.XOR, (20,), features=tuple(Feature), penalty=Penalty.LP, penalty_power=power, penalty_rate=0.005,
            learning_rate=0.1
        )  # fmt: skip
        trainer.run(200 * trainer.steps_per_epoch)
        assert trainer.evaluate().test.accuracy > 0.95
        weights = trainer.parameters[reference.is_weight((7, 20, 1))]
        zeros.append((weights == 0).mean())
    assert zeros[0] > 0.6 and zeros[1] > 0.6 and zeros[2] == 0


@pytest.mark.parametrize("power", [0.5, 0.75, 1.0])
def test_a_weight_that_became_zero_comes_back_when_the_data_ask_for_it(power):
    """The penalty alone brings it to exactly zero; let go, it returns, for the loss has a gradient there."""
    trainer = trainer_of(
        Dataset.PLANE, (), penalty=Penalty.LP, penalty_power=power, penalty_rate=10.0, learning_rate=0.02, batch_size=50
    )  # fmt: skip
    trainer.run(100)
    assert not trainer.parameters[:2].any()
    trainer.adapt(replace(trainer.recipe, penalty_rate=1e-4))
    trainer.run(500)
    assert trainer.parameters[:2].all() and trainer.evaluate().test.r2 > 0.9


@pytest.mark.parametrize("optimizer", list(Optimizer))
def test_every_optimizer_learns_the_circle(optimizer):
    """At a tenth of the rate that is large for it."""
    rate = optimizer.large_rate / 10
    trainer = trainer_of(Dataset.CIRCLE, hidden=(8,), optimizer=optimizer, learning_rate=rate)
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


@pytest.mark.parametrize(("dataset", "layers"), [(Dataset.TRIANGLE4, 3), (Dataset.TRIANGLE16, 5)])
def test_layers_of_two_units_can_be_a_triangle_wave(dataset, layers):
    """By hand, each layer a tent over the one before: 2ᵏ pieces from 6k + 1 parameters."""
    trainer = trainer_of(dataset, (2,) * layers, Activation.RELU, Loss.SQUARED_ERROR, (Feature.X1,))
    assert trainer.parameters.size == 6 * layers + 1 and trainer.evaluate().test.loss > 0.1
    trainer.parameters[:] = tent_map(layers)
    measured = trainer.evaluate()
    assert max(measured.train.loss, measured.test.loss) < 1e-9
