"""Trains one network: the engine's face to sessions and notebooks. Plain and synchronous; each owner has its own.

    trainer = Trainer(recipe, data)
    trainer.run(100)
    print(trainer.evaluate().test.loss)
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from server.engine import scoring, training
from server.engine.choices import Initialization, Loss, Optimizer, OutputActivation, Penalty, Problem
from server.engine.network import Architecture, Origin, graft, initial_parameters
from server.engine.shuffle import shuffle
from server.engine.workspace import aligned, workspace

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Recipe:
    """Everything that decides how a network is made and trained, but the data."""

    architecture: Architecture
    problem: Problem
    loss: Loss
    optimizer: Optimizer
    learning_rate: float
    momentum: float
    rmsprop_decay: float
    beta1: float
    beta2: float
    epsilon: float
    penalty: Penalty
    penalty_rate: float
    batch_size: int
    initialization: Initialization
    gain: float
    seed: int


@dataclass(frozen=True)
class TrainingData:
    """Inputs float32 [features, samples] and targets float32 [samples], to train on and to test with."""

    x_train: Floats
    t_train: Floats
    x_test: Floats
    t_test: Floats


@dataclass(frozen=True)
class Measures:
    """How well a network does on one part of the data; what does not fit the problem is None."""

    loss: float
    accuracy: float | None
    rmse: float | None
    r2: float | None


@dataclass(frozen=True)
class Evaluation:
    """Measures on both parts, and the penalty, which is no part of the losses."""

    train: Measures
    test: Measures
    penalty: float


@dataclass(frozen=True)
class Memento:
    """A moment of training to come back to: parameters, the optimizer's memory, and where in the data it was."""

    parameters: Floats
    first: Floats
    second: Floats
    where: NDArray[np.int64]
    step: int


class Trainer:
    """A network in training.

    Attributes:
        recipe: how it is trained; replaced by `adapt`.
        parameters: float32, flat, as `recipe.architecture.layout` says; may be read between calls.
        step: mini-batches trained so far.
    """

    def __init__(self, recipe: Recipe, data: TrainingData) -> None:
        _check_fit(recipe.architecture, data)
        self.recipe = recipe
        self._data = data
        self._prepare()
        self._take_data()
        self.reset()

    @property
    def epoch(self) -> int:
        """Whole epochs trained so far."""
        return int(self._where[0])

    @property
    def progress(self) -> float:
        """The share of the running epoch that is done, from 0 to just under 1."""
        return float(self._where[1]) / len(self._order)

    @property
    def steps_per_epoch(self) -> int:
        """Mini-batches in a whole epoch."""
        return -(-len(self._order) // self.recipe.batch_size)

    @property
    def steps_to_epoch_end(self) -> int:
        """Mini-batches left in the running epoch."""
        return -(-(len(self._order) - int(self._where[1])) // self.recipe.batch_size)

    def run(self, steps: int) -> None:
        """Train so many mini-batches. The result does not depend on how steps are divided among calls."""
        recipe, data = self.recipe, self._data
        training.train(
            steps, self._where, self._codes, recipe.architecture.size_array, recipe.architecture.code_array, self._rates,
            recipe.batch_size, recipe.seed, data.x_train, data.t_train, self._order,
            self.parameters, self._first, self._second, self._work,
        )  # fmt: skip
        self.step += steps

    def reset(self) -> None:
        """Back to the initial weights, step 0, and the same order of samples as the first time."""
        recipe = self.recipe
        layout = recipe.architecture.layout
        self.parameters[:] = initial_parameters(layout, recipe.initialization, recipe.gain, recipe.seed)
        self._where[:] = 0
        self.step = 0
        self._forget()

    def adapt(self, recipe: Recipe, data: TrainingData | None = None, origins: tuple[Origin, ...] | None = None) -> None:
        """Go on with another recipe or other data from the weights as they are.

        Args:
            origins: where each layer's units come from, if the architecture's sizes changed. New weights are drawn as
                the recipe's initialization says.
        Raises:
            ValueError: the sizes changed and no origins are given, or the data do not fit; nothing is changed.
        """
        old = self.recipe
        if origins is None and old.architecture.sizes != recipe.architecture.sizes:
            raise ValueError("Expected origins of the new layers' units, because the sizes of the layers changed.")
        _check_fit(recipe.architecture, data or self._data)
        self.recipe = recipe
        self._set_numbers()
        if origins is not None:
            self._transplant(old, origins)
        if recipe.optimizer is not old.optimizer:
            self._forget()
        if data is not None:
            self._data = data
            self._take_data()

    def set_weight(self, layer: int, unit: int, source: int, value: float) -> None:
        """The weight into `unit` of `layer` from `source` of the layer before."""
        self.recipe.architecture.layout.matrix(self.parameters, layer)[unit, source] = value

    def set_bias(self, layer: int, unit: int, value: float) -> None:
        """The bias of `unit` of `layer`."""
        self.parameters[self.recipe.architecture.layout.bias(layer)][unit] = value

    def memento(self) -> Memento:
        """This moment, to come back to by `restore` while recipe and data stay as they are."""
        return Memento(
            parameters=self.parameters.copy(),
            first=self._first.copy(),
            second=self._second.copy(),
            where=self._where.copy(),
            step=self.step,
        )

    def restore(self, memento: Memento) -> None:
        """Come back to a moment: from there, training goes on as it did then."""
        self.parameters[:] = memento.parameters
        self._first[:] = memento.first
        self._second[:] = memento.second
        self._where[:] = memento.where
        self.step = memento.step
        self._shuffle()

    def finite(self) -> bool:
        """Whether all parameters are ordinary numbers."""
        return bool(np.isfinite(self.parameters).all())

    def evaluate(self) -> Evaluation:
        """Losses and scores on training and test data, at this moment."""
        recipe, data, architecture = self.recipe, self._data, self.recipe.architecture
        train, test, cost = scoring.evaluate(
            architecture.output.code, recipe.loss.code, recipe.penalty.code, recipe.penalty_rate,
            architecture.size_array, architecture.code_array, data.x_train, data.t_train, data.x_test, data.t_test,
            self.parameters, self._work,
        )  # fmt: skip
        return Evaluation(self._measures(train, data.t_train), self._measures(test, data.t_test), cost)

    def _measures(self, score: tuple[float, int], t: Floats) -> Measures:
        loss, right = score
        if self.recipe.problem is not Problem.REGRESSION:
            return Measures(loss=loss, accuracy=right / len(t), rmse=None, r2=None)
        variance = float(np.var(t, dtype=np.float64))
        return Measures(
            loss=loss, accuracy=None, rmse=float(np.sqrt(2 * loss)), r2=1 - 2 * loss / variance if variance > 0 else None
        )  # fmt: skip

    def _prepare(self) -> None:
        """Memory for the recipe's architecture."""
        layout = self.recipe.architecture.layout
        self.parameters = aligned(layout.size, np.float32)
        self._first, self._second = aligned(layout.size, np.float32), aligned(layout.size, np.float32)
        self._work = workspace(layout, np.float32)
        self._where = np.zeros(3, np.int64)
        self.step = 0
        self._set_numbers()

    def _set_numbers(self) -> None:
        """The recipe as the kernel takes it."""
        recipe = self.recipe
        choices = recipe.architecture.output, recipe.loss, recipe.optimizer, recipe.penalty
        self._codes = np.array([choice.code for choice in choices], np.int64)
        self._rates = np.array(
            [recipe.learning_rate, recipe.momentum, recipe.rmsprop_decay, recipe.beta1, recipe.beta2, recipe.epsilon,
             recipe.penalty_rate]
        )  # fmt: skip

    def _take_data(self) -> None:
        """Stay at the same place in the epoch, if the data has such a place."""
        self._order = np.arange(len(self._data.t_train))
        if hasattr(self, "_where") and self._where[1] >= len(self._order):
            self._where[:2] = self._where[0] + 1, 0
        self._shuffle()

    def _shuffle(self) -> None:
        shuffle(self._order, self.recipe.seed, int(self._where[0]))

    def _transplant(self, old: Recipe, origins: tuple[Origin, ...]) -> None:
        """Move weights and optimizer memory of kept units into the new architecture."""
        recipe, where, step = self.recipe, self._where.copy(), self.step
        before, after = old.architecture.layout, recipe.architecture.layout
        fresh = initial_parameters(after, recipe.initialization, recipe.gain, recipe.seed)
        parameters = graft(before, self.parameters, after, fresh, origins)
        memories = [graft(before, memory, after, np.zeros_like(fresh), origins) for memory in (self._first, self._second)]
        self._prepare()
        self.parameters[:], (self._first[:], self._second[:]) = parameters, memories
        self._where[:], self.step = where, step

    def _forget(self) -> None:
        """The optimizer starts without memory."""
        self._first[:] = 0
        self._second[:] = 0
        self._where[2] = 0


def _check_fit(architecture: Architecture, data: TrainingData) -> None:
    """Kernels do not look where they read and write: what does not fit would end up elsewhere in memory."""
    features, classes = architecture.sizes[0], architecture.sizes[-1]
    for x, t in ((data.x_train, data.t_train), (data.x_test, data.t_test)):
        if t.size == 0 or x.shape != (features, t.size):
            raise ValueError(
                f"Expected inputs of {features} features by samples, and a target for each of one sample or more; "
                f"got inputs {x.shape} and targets {t.shape}."
            )
        if architecture.output is OutputActivation.SOFTMAX and not ((t >= 0) & (t < classes)).all():
            raise ValueError(f"Expected targets from 0 to {classes - 1}, one number for each class; got {t.min()} to {t.max()}.")
