"""Trains one network: the engine's face to sessions and notebooks. Plain and synchronous; each owner has its own.

trainer = Trainer(recipe, data)
trainer.run(100)
print(trainer.evaluate().test.loss)
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from glassbox.engine import penalties, scoring, training
from glassbox.engine._jit import SameTypes
from glassbox.engine.arrays import Bools, Floats, Integers
from glassbox.engine.choices import Problem, Schedule
from glassbox.engine.counter_rng import shuffle
from glassbox.engine.dropout import dropped_units
from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.engine.kernel_args import Batches, Counter, FrozenParameters, State
from glassbox.engine.network import Architecture, Origin, fresh_statistics, graft, graft_statistics, initial_parameters
from glassbox.engine.recipe import Recipe
from glassbox.engine.schedules import step_factor
from glassbox.engine.training_data import TrainingData
from glassbox.engine.workspace import TILE, Workspace, aligned, workspace


class Trainer:
    """A network in training.

    Attributes:
        recipe: how it is trained; replaced by `adapt`.
    """

    def __init__(self, recipe: Recipe, data: TrainingData) -> None:
        _check_fit(recipe.architecture, data)
        self.recipe = recipe
        self._data = data
        self._work: Workspace
        self._held = _nothing_held()
        self._prepare(self._tile())
        self._take_data()
        self.reset()

    @property
    def parameters(self) -> Floats:
        """float32, flat, as `recipe.architecture.layout` says; may be read between calls."""
        return self._state.parameters

    @property
    def statistics(self) -> Floats:
        """Running means and variances for batch normalization, float32 [2, units of all layers]."""
        return self._state.statistics

    @property
    def gradients(self) -> Floats:
        """The last step's mean gradients as it used them: clipped, with the penalty's if that is smooth; 0 before."""
        return self._work.gradients

    @property
    def held(self) -> FrozenParameters:
        """What does not move: a copy."""
        held = self._held
        return FrozenParameters(held.at.copy(), held.values.copy(), held.units.copy(), held.statistics.copy())

    @property
    def step(self) -> int:
        """Mini-batches trained so far."""
        return self._step

    @property
    def epoch(self) -> int:
        """Whole epochs trained so far."""
        return self._epoch

    @property
    def progress(self) -> float:
        """The share of the running epoch that is done, from 0 to just under 1."""
        return self._done / self._samples

    @property
    def steps_per_epoch(self) -> int:
        """Mini-batches in a whole epoch."""
        return -(-self._samples // self.recipe.batch_size)

    @property
    def steps_to_epoch_end(self) -> int:
        """Mini-batches left in the running epoch."""
        return -(-(self._samples - self._done) // self.recipe.batch_size)

    @property
    def learning_rate(self) -> float:
        """Of the next step, as the schedule has it."""
        recipe, done, samples = self.recipe, self._done, self._samples
        if recipe.schedule is Schedule.CONSTANT:
            return recipe.learning_rate
        count = min(recipe.batch_size, samples - done)
        factor = step_factor(
            recipe.schedule.code, self.epoch, done, count, samples, recipe.schedule_epochs, recipe.schedule_factor
        )
        return float(recipe.learning_rate * factor)

    def run(self, steps: int) -> None:
        """Train so many mini-batches. The result does not depend on how steps are divided among calls."""
        self._train(steps, self._plan, self._hyper, self._batches, self._held, self._state, self._work)
        self._read_counters()

    def reset(self) -> None:
        """Back to the initial weights, step 0, and the same order of samples as the first time."""
        recipe = self.recipe
        layout = recipe.architecture.layout
        self.parameters[:] = _fresh(recipe)
        self.statistics[:] = fresh_statistics(layout, np.float32)
        self._state.where[:] = 0
        self._read_counters()
        self._forget()
        self._hold_on()

    def adapt(
        self, recipe: Recipe, data: TrainingData | None = None, origins: tuple[Origin, ...] | None = None
    ) -> None:
        """Go on with another recipe or other data from the weights as they are.

        Args:
            origins: where each layer's units come from, if the architecture's sizes changed. New weights are drawn as
                the recipe's initialization says. What was held is then let go.
        Raises:
            ValueError: the sizes changed and no origins are given, or the data do not fit; nothing is changed.
        """
        old = self.recipe
        before, after = old.architecture, recipe.architecture
        if origins is None and before.sizes != after.sizes:
            raise ValueError("Expected origins of the new layers' units, because the sizes of the layers changed.")
        _check_fit(recipe.architecture, data or self._data)
        if origins is None and before.layout != after.layout:
            origins = tuple(Origin(layer, np.arange(units)) for layer, units in enumerate(after.sizes))
        self.recipe = recipe
        self._data = data or self._data
        self._set_numbers()
        if origins is not None:
            self._transplant(old, origins)
        elif self._work.targets.size < self._tile():
            self._work = workspace(after.layout, np.float32, self._tile())
        if recipe.optimizer is not old.optimizer:
            self._forget()
        self._take_data()

    def __getstate__(self) -> dict[str, Any]:
        """What pickling keeps: all but the kernels' scratch memory and what follows from the rest."""
        return {
            "recipe": self.recipe, "data": self._data, "held": self._held, "state": self._state,
            "gradients": self.gradients, "tile": len(self._work.targets),
        }  # fmt: skip

    def __setstate__(self, kept: Mapping[str, Any]) -> None:
        self.recipe, self._data, self._held = kept["recipe"], kept["data"], kept["held"]
        self._prepare(kept["tile"])
        self.gradients[:] = kept["gradients"]
        self._take_data()
        self.restore(kept["state"])

    def set_weight(self, layer: int, unit: int, source: int, value: float) -> None:
        """The weight into `unit` of `layer` from `source` of the layer before."""
        self.recipe.architecture.layout.matrix(self.parameters, layer)[unit, source] = value
        self._keep_held()

    def set_bias(self, layer: int, unit: int, value: float) -> None:
        """The bias of `unit` of `layer`."""
        self.parameters[self.recipe.architecture.layout.bias(layer)][unit] = value
        self._keep_held()

    def hold(self, at: Integers, values: Floats | None = None) -> None:
        """From now on these parameters, and only these, do not move; nor do statistics of units whose bias is held.

        Args:
            at: their places in the flat vector.
            values: what they are held at; None: as they are.
        Raises:
            IndexError, ValueError: there are no such parameters, or not as many values; nothing is changed.
        """
        chosen = self.parameters[at] if values is None else np.broadcast_to(values, np.shape(at))
        places = np.array(at, np.int64)
        units = self._normalized_units(places)
        self.parameters[places] = chosen
        self._held = FrozenParameters(
            places, np.array(chosen, np.float32), units, np.take(self.statistics, units, axis=1)
        )

    def dropped(self, layer: int) -> Bools:
        """Which units of a hidden layer dropout silenced in the last step, for its first sample: bool [units]."""
        recipe, sizes = self.recipe, self.recipe.architecture.sizes
        rate = recipe.dropout[layer - 1] if recipe.dropout and self.step > 0 else 0.0
        return np.asarray(dropped_units(rate, recipe.seed, self.step - 1, sum(sizes[:layer]), sizes[layer]))

    def state(self) -> State:
        """This moment, to come back to by `restore` while recipe and data stay as they are: a copy."""
        return self._state.copy()

    def restore(self, state: State) -> None:
        """Come back to a moment: from there, training goes on as it did then."""
        for part, then in zip(self._state, state, strict=True):
            part[:] = then
        self._shuffle()

    def take_weights(self, state: State) -> None:
        """The weights of an earlier moment, while steps and epochs count on; the optimizer starts without memory."""
        self.parameters[:] = state.parameters
        self.statistics[:] = state.statistics
        self._forget()

    def finite(self) -> bool:
        """Whether all parameters and running statistics are ordinary numbers."""
        return bool(self._are_finite(self._state.parameters, self._state.statistics))

    def evaluate(self) -> Evaluation:
        """Losses and scores on each part of the data, at this moment; nothing is dropped or jittered."""
        data = self._data
        train, test, cost = self._evaluate(data.x_train, data.t_train, data.x_test, data.t_test)
        return Evaluation(train, test, cost, self._validate())

    def _evaluate(
        self, x_train: Floats, t_train: Floats, x_test: Floats, t_test: Floats
    ) -> tuple[Metrics, Metrics, float]:
        recipe, state = self.recipe, self._state
        train, test, cost = self._score(
            self._plan, recipe.huber_delta, self._power, recipe.penalty_rate, x_train, t_train, x_test, t_test,
            state.parameters, state.statistics, self._work,
        )  # fmt: skip
        return self._measures(train, t_train), self._measures(test, t_test), cost

    def _validate(self) -> Metrics | None:
        """Measures on what is set aside for validation, if anything is: the kernel's other part is then one sample."""
        x, t = self._data.x_validation, self._data.t_validation
        return None if x is None or t is None else self._evaluate(x, t, x[:, :1].copy(), t[:1])[0]

    def _measures(self, score: tuple[float, int, float], t: Floats) -> Metrics:
        loss, right, squares = score
        if self.recipe.problem is not Problem.REGRESSION:
            return Metrics(loss=loss, accuracy=right / len(t), rmse=None, r2=None)
        variance = float(np.var(t, dtype=np.float64))
        rmse = self._data.unit * float(np.sqrt(squares))
        return Metrics(loss=loss, accuracy=None, rmse=rmse, r2=1 - squares / variance if variance > 0 else None)

    def _prepare(self, tile: int) -> None:
        """Memory for the recipe's architecture, and so many samples at once."""
        layout = self.recipe.architecture.layout
        parameters, first, second = (aligned(layout.size, np.float32) for _ in range(3))
        self._state = State(
            parameters, first, second, fresh_statistics(layout, np.float32), np.zeros(len(Counter), np.int64)
        )
        self._work = workspace(layout, np.float32, tile)
        self._set_numbers()

    def _tile(self) -> int:
        """How many samples go through the network together."""
        if not self.recipe.architecture.looks_at_batches:
            return TILE
        return max(TILE, -(-min(self.recipe.batch_size, len(self._data.t_train)) // TILE) * TILE)

    def _set_numbers(self) -> None:
        """The recipe as the kernel takes it."""
        recipe = self.recipe
        self._plan, self._hyper = recipe.plan(), recipe.hyperparameters()
        self._power = penalties.power_of(recipe.penalty.code, recipe.penalty_power)

    def _take_data(self) -> None:
        """Stay at the same place in the epoch, if the data has such a place."""
        data, where = self._data, self._state.where
        self._train, self._score = SameTypes(training.train), SameTypes(scoring.evaluate)
        self._are_finite = SameTypes(training.are_finite)
        self._samples = len(data.t_train)
        self._order = np.arange(self._samples)
        self._batches = Batches(data.x_train, data.t_train, self._order, self.recipe.batch_size, self.recipe.seed)
        if where[Counter.DONE] >= self._samples:
            where[Counter.EPOCH] += 1
            where[Counter.DONE] = 0
        self._shuffle()

    def _read_counters(self) -> None:
        """Where the run is, as plain numbers: they are asked for many times between two calls of a kernel."""
        told: list[int] = self._state.where.tolist()
        self._epoch, self._done, _, self._step = told

    def _shuffle(self) -> None:
        self._read_counters()
        shuffle(self._order, self.recipe.seed, self.epoch)

    def _transplant(self, old: Recipe, origins: tuple[Origin, ...]) -> None:
        """Move weights, optimizer memory and statistics of kept units into the new architecture."""
        recipe, left = self.recipe, self._state
        before, after = old.architecture.layout, recipe.architecture.layout
        fresh = _fresh(recipe)
        self._prepare(self._tile())
        self.parameters[:] = graft(before, left.parameters, after, fresh, origins)
        self._state.first[:] = graft(before, left.first, after, np.zeros_like(fresh), origins)
        self._state.second[:] = graft(before, left.second, after, np.zeros_like(fresh), origins)
        self.statistics[:] = graft_statistics(before, left.statistics, after, self.statistics, origins)
        self._state.where[:] = left.where
        self.hold(np.empty(0, np.int64))

    def _forget(self) -> None:
        """The optimizer starts without memory."""
        self._state.first[:] = 0
        self._state.second[:] = 0
        self._state.where[Counter.UPDATES] = 0

    def _normalized_units(self, held: Integers) -> Integers:
        """Of batch normalization, the units whose bias is among these places: their columns of the statistics."""
        layout = self.recipe.architecture.layout
        if not (layout.normalized and held.size):
            return np.empty(0, np.int64)
        columns = [np.arange(sum(layout.sizes[:layer]), sum(layout.sizes[: layer + 1])) for layer in layout.normalized]
        biases = [np.arange(layout.size)[layout.bias(layer)] for layer in layout.normalized]
        return np.concatenate(columns)[np.isin(np.concatenate(biases), held)]

    def _hold_on(self) -> None:
        held = self._held
        self.parameters[held.at] = held.values
        self.statistics[:, held.units] = held.statistics

    def _keep_held(self) -> None:
        """A held parameter that is set by hand is held at what it was set to."""
        self._held.values[:] = self.parameters[self._held.at]


def _nothing_held() -> FrozenParameters:
    none = np.empty(0, np.int64)
    return FrozenParameters(none, np.empty(0, np.float32), none, np.empty((2, 0), np.float32))


def _fresh(recipe: Recipe) -> Floats:
    """The weights a network of this recipe begins with."""
    layout = recipe.architecture.layout
    return initial_parameters(layout, recipe.initialization, recipe.gain, recipe.seed, recipe.hidden_bias)


def _check_fit(architecture: Architecture, data: TrainingData) -> None:
    """Kernels do not look where they read and write: what does not fit would end up elsewhere in memory."""
    features, outputs = architecture.sizes[0], architecture.sizes[-1]
    for x, t in data.parts:
        if t.size == 0 or x.shape != (features, t.size):
            raise ValueError(
                f"Expected inputs of {features} features by samples, and a target for each of one sample or more; "
                f"got inputs {x.shape} and targets {t.shape}."
            )
        if outputs > 1 and not ((t >= 0) & (t < outputs)).all():
            raise ValueError(
                f"Expected targets from 0 to {outputs - 1}, one number for each class; got {t.min()} to {t.max()}."
            )
