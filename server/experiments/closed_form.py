"""Trials that are solved at once instead of trained: polynomials, and the output layer over units as they were drawn.

Plain data in, plain data out, as in `train.py`. Both ask for a number, by the squared error.
"""

import hashlib
from collections.abc import Callable
from math import isfinite
from typing import NamedTuple

import numpy as np

from glassbox.engine.arrays import Doubles, Floats
from glassbox.engine.flow import flow
from glassbox.engine.last_layer import LastLayer, solve_last_layer, with_last_layer
from glassbox.engine.least_squares import mean_square
from glassbox.engine.polynomials import fit_polynomial
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData
from glassbox.experiments.drawn import drawn
from glassbox.experiments.trials import Trial, TrialResult, this_machine
from glassbox.run.build import recipe
from glassbox.run.packed_numbers import to_bytes
from glassbox.settings import Settings


class Solved(NamedTuple):
    """What was fitted, as float32 [parameters], and the mean of (y − t)² over the points of each part."""

    parameters: Floats
    train_mse: float
    test_mse: float


def solve(trial: Trial) -> TrialResult:
    """The solution of a trial, and what was to be measured of it."""
    solved = SOLVERS[trial.kind](Settings.model_validate(trial.settings), trial.degree)
    mean = {"train": solved.train_mse, "test": solved.test_mse}
    known = {f"{part}_mse": value for part, value in mean.items()}
    known |= {f"{part}_loss": value / 2 for part, value in mean.items()}
    is_sound = all(map(isfinite, mean.values())) and bool(np.isfinite(solved.parameters).all())
    return TrialResult(
        number=trial.number,
        state="done" if is_sound else "diverged",
        parameters=solved.parameters.size,
        epochs=0,
        told={name: [known[name] if is_sound else None] for name in trial.measures},
        digest=hashlib.sha256(to_bytes(solved.parameters)).hexdigest(),
        machine=this_machine(),
    )


def solved_layer(trainer: Trainer, data: TrainingData) -> LastLayer:
    """The output layer that fits the training points best, over the hidden units as they are."""
    return solve_last_layer(trainer.recipe, trainer.state(), data.x_train, data.t_train)


def with_solved_layer(trainer: Trainer, data: TrainingData) -> Floats:
    """The network's parameters with it."""
    return with_last_layer(trainer.recipe, trainer.parameters, solved_layer(trainer, data))


def _polynomial(settings: Settings, degree: int) -> Solved:
    """Of the first input alone."""
    split = drawn(settings)
    x, t = (column.astype(np.float64) for column in (split.points.x[:, 0], split.points.target))
    known, tests = split.training, len(split.data.t_test)
    fit = fit_polynomial(x[:known], t[:known], x[-tests:], t[-tests:], degree)
    return Solved(fit.coefficients.astype(np.float32), fit.train_mse, fit.test_mse)


def _random_features(settings: Settings, degree: int) -> Solved:
    """In float64: near the peak the weights are so large that float32 would lose their sums."""
    split = drawn(settings)
    made, data = recipe(settings, split.points), split.data
    trainer = Trainer(made, data)
    last = solved_layer(trainer, data)

    def missed(x: Floats, t: Floats) -> Doubles:
        outputs = flow(made.architecture, trainer.parameters, trainer.statistics, x)[-2].outputs
        return np.asarray(outputs.T.astype(np.float64) @ last.weights + last.bias - t)

    means = (mean_square(missed(x, t)) for x, t in ((data.x_train, data.t_train), (data.x_test, data.t_test)))
    return Solved(with_solved_layer(trainer, data), *means)


SOLVERS: dict[str, Callable[[Settings, int], Solved]] = {
    "polynomial": _polynomial,
    "random_features": _random_features,
}
