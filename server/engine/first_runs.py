"""A first run of every kernel, in parts, for whoever compiles them: here or in a second process."""

import numpy as np

from glassbox.engine import maps, pictures, surface
from glassbox.engine.activations import activated
from glassbox.engine.choices import Activation, Initialization, Loss, Optimizer, Penalty, Problem, Schedule
from glassbox.engine.network import Architecture, output_activation
from glassbox.engine.recipe import Recipe
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData

PIXELS = 16


def _train() -> None:
    trainer = _trainer()
    trainer.run(1)
    trainer.finite()
    trainer.dropped(1)
    _ = trainer.learning_rate


def _measure() -> None:
    _trainer().evaluate()
    activated(Activation.TANH, np.zeros(1))  # in float64: for the last layer in closed form, and for straight pieces


def _map() -> None:
    architecture = _architecture()
    parameters = np.zeros(architecture.layout.size, np.float32)
    inputs = np.zeros((2, PIXELS * PIXELS), np.float32)
    surface.unit_maps(architecture, parameters, inputs, ((0, 2), (0, 1), (0, 1)))
    request = maps.MapRequest(inputs, PIXELS, ((0, 2), (0, 1), (0, 1)))
    maps.render(architecture, parameters, request, request)


def _draw() -> None:
    values = np.zeros((1, PIXELS * PIXELS), np.float32)
    pictures.pack(pictures.quantise(values, pictures.map_scales(values)).reshape(1, PIXELS, PIXELS))


def _architecture() -> Architecture:
    return Architecture((2, 1, 1), (Activation.TANH,), output_activation(Problem.BINARY, Loss.CROSS_ENTROPY))


def _trainer() -> Trainer:
    recipe = Recipe(
        architecture=_architecture(), problem=Problem.BINARY, loss=Loss.CROSS_ENTROPY, optimizer=Optimizer.SGD,
        learning_rate=0.1, momentum=0.0, rmsprop_decay=0.0, beta1=0.0, beta2=0.0, epsilon=1e-8, penalty=Penalty.NONE,
        penalty_rate=0.0, batch_size=1, initialization=Initialization.ZEROS, gain=1.0, seed=0, schedule=Schedule.STEP,
    )  # fmt: skip
    x, t = np.zeros((2, 1), np.float32), np.zeros(1, np.float32)
    return Trainer(recipe, TrainingData(x, t, x, t))


PARTS = {"training": _train, "maps": _map, "measures": _measure, "pictures": _draw}
AHEAD = ("maps", "measures", "pictures")  # which a second process compiles meanwhile; they take as long as training
