"""Trains the same settings from many seeds, to tell what is luck: losses as a band, who succeeded, where they agree.

Plain and synchronous: whoever owns `Trials` calls `work` again and again, and sends the report to whoever asked.
"""

import base64
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from glassbox.engine import surface
from glassbox.engine.arrays import Doubles
from glassbox.engine.choices import Problem
from glassbox.engine.evaluation import Metrics
from glassbox.engine.surface import logits
from glassbox.engine.trainer import Trainer
from glassbox.run.build import given
from glassbox.run.frame.predictions import predicted_class
from glassbox.run.goal import GoalJudge
from glassbox.run.snapshot import Snapshot
from glassbox.settings import MOST_SEED
from glassbox.study.answers.of_training import ClassesMap, NumbersMap, SeedsAnswer, SeedsBands, SeedsCurve
from glassbox.study.numbers import finite
from glassbox.study.questions import SeedsQuestion
from glassbox.study.sliced import Sliced

MOST_POINTS = 61  # of each curve
MAP_SIZE = 48
CURVE_POINTS = 121
COARSER = 2  # a seed's own picture has so many points a side fewer than the maps of all
QUANTILES = (0.1, 0.5, 0.9)
LARGEST = 1e30  # a loss beyond it counts as infinite


class Trials(Sliced):
    """One after the other, a network from each seed. Memory does not grow with the epochs."""

    def __init__(self, snapshot: Snapshot, asked: SeedsQuestion) -> None:
        self._snapshot, self._asked = snapshot, asked
        self._moments = np.unique(np.linspace(0, asked.epochs, min(asked.epochs + 1, MOST_POINTS)).round().astype(int))
        self._losses = np.full(
            (2, asked.seeds, len(self._moments)), np.inf
        )  # of training and test; infinite if it diverged
        self._scores: list[float | None] = []  # of the seeds that are done; None: it diverged, or R² has no value
        self._diverged = 0
        self._pictures: list[str | None] = []  # of the seeds that are done: what each answers, in small
        self._reached: list[int | None] = []  # of the seeds that are done: the epoch at which it reached the goal
        self._judge = GoalJudge()
        self._agreement = agreement_of(snapshot)
        self._trainer: Trainer | None = None
        self._moment = 0

    @property
    def is_done(self) -> bool:
        """Whether all seeds are trained."""
        return len(self._scores) == self._asked.seeds

    def _advance(self) -> None:
        """One epoch further, or to the next seed."""
        trainer = self._trainer = self._trainer or self._next_trainer()
        self._judge.judge(self._snapshot.settings, trainer.epoch, trainer.parameters.size, trainer.evaluate)
        if trainer.epoch < self._moments[self._moment]:
            trainer.run(trainer.steps_per_epoch)
            return
        evaluation, seed = trainer.evaluate(), len(self._scores)
        losses = evaluation.train.loss, evaluation.test.loss
        if not (trainer.finite() and max(losses) < LARGEST):
            self._diverged += 1
            self._pictures.append(None)
            self._finish(None)
            return
        self._losses[:, seed, self._moment] = losses
        self._moment += 1
        if self._moment == len(self._moments):
            self._pictures.append(self._agreement.add(trainer))
            self._finish(_score(evaluation.test))

    def _next_trainer(self) -> Trainer:
        recipe = self._snapshot.recipe
        seed = (recipe.seed + len(self._scores)) % (MOST_SEED + 1)
        return Trainer(replace(recipe, seed=seed), self._snapshot.data_split.data)

    def _finish(self, score: float | None) -> None:
        self._scores.append(score)
        self._reached.append(self._judge.check.reached.epoch if self._judge.check.reached else None)
        self._trainer, self._moment, self._judge = None, 0, GoalJudge()

    def report(self) -> SeedsAnswer:
        """What is known so far."""
        asked, done = self._asked, len(self._scores)
        running = self._trainer.epoch / asked.epochs if self._trainer else 0.0
        return SeedsAnswer(
            state="running",
            seeds=asked.seeds,
            epochs=asked.epochs,
            target=asked.target,
            first=self._snapshot.recipe.seed,
            done=done,
            progress=(done + running) / asked.seeds,
            problem=self._snapshot.recipe.problem.value,
            classes=self._snapshot.data_split.points.classes,
            scores=self._scores.copy(),
            succeeded=sum(score is not None and score >= asked.target for score in self._scores),
            diverged=self._diverged,
            reached=self._reached.copy(),
            pictures=self._pictures.copy(),
            settings=self._snapshot.settings.model_dump(mode="json"),
            x=self._moments.tolist(),
            bands=SeedsBands(*(_bands(losses[:done]) for losses in self._losses)) if done else None,
            maps=self._agreement.report(),
        )


def _score(test: Metrics) -> float | None:
    """Accuracy, or the share of the variance that is explained; None where all targets are alike."""
    return finite(test.accuracy if test.accuracy is not None else test.r2)


def _bands(losses: Doubles) -> list[list[float | None]]:
    """The quantiles at each moment: an actual loss each, so that one infinite loss does not spoil the others."""
    found = np.quantile(losses, QUANTILES, axis=0, method="inverted_cdf")
    return [[finite(value) for value in row] for row in found.tolist()]


class Nothing:
    """Of data with more than two inputs there is no picture to lay over another."""

    def add(self, trainer: Trainer) -> None:
        """Nothing to add, and no picture of it."""

    def report(self) -> None:
        """No maps."""


class Votes:
    """Which class each network gives to each point of the plane."""

    def __init__(self, inputs: NDArray[np.float32], classes: int) -> None:
        self._inputs = inputs
        self._votes = np.zeros((classes, inputs.shape[1]), np.int64)

    def add(self, trainer: Trainer) -> str:
        """Count one more network; returns its own picture."""
        chosen = predicted_class(
            logits(trainer.recipe.architecture, trainer.parameters, self._inputs, trainer.statistics)
        )
        self._votes[chosen, np.arange(chosen.size)] += 1
        return _text(_coarser(chosen))

    def report(self) -> ClassesMap | None:
        """The class that most choose, by how many; and which share chooses another. None before the first network."""
        count = int(self._votes[:, 0].sum())
        if not count:
            return None
        share = self._votes.max(axis=0) / count
        most = float(1 - share.min())
        mean = 2 * self._votes[1] / count - 1 if len(self._votes) == 2 else share
        winners = _text(self._votes.argmax(axis=0)) if len(self._votes) > 2 else None
        return ClassesMap(
            size=MAP_SIZE,
            scale=1.0,
            mean=_signed(mean, 1.0),
            winners=winners,
            disagreement=_text((1 - share) / max(most, 1e-12) * 255),
            most=most,
        )


class PredictionMoments:
    """The mean and the standard deviation of the networks' predictions, over the plane or along one input."""

    def __init__(self, inputs: NDArray[np.float32], scale: float, is_curve: bool) -> None:
        self._inputs, self._scale, self._is_curve = inputs, scale, is_curve
        self._count = 0
        self._mean = np.zeros(inputs.shape[1])
        self._squares = np.zeros(inputs.shape[1])

    def add(self, trainer: Trainer) -> str:
        """Take in one more network, by Welford's way, which does not lose digits; returns its own picture."""
        told = logits(trainer.recipe.architecture, trainer.parameters, self._inputs, trainer.statistics)[0]
        # Between the points a network may run away to infinity, which a mean does not survive.
        sums = np.nan_to_num(told.astype(np.float64), posinf=LARGEST, neginf=-LARGEST)
        self._count += 1
        missed = sums - self._mean
        self._mean += missed / self._count
        self._squares += missed * (sums - self._mean)
        return _signed(sums[::COARSER] if self._is_curve else _coarser(sums), self._scale)

    def report(self) -> NumbersMap | SeedsCurve | None:
        """None before the first network."""
        if not self._count:
            return None
        spread = np.sqrt(self._squares / self._count)
        if self._is_curve:
            return SeedsCurve(self._scale, self._mean.tolist(), spread.tolist())
        most = float(spread.max())
        return NumbersMap(
            size=MAP_SIZE,
            scale=self._scale,
            mean=_signed(self._mean, self._scale),
            winners=None,
            disagreement=_text(spread / max(most, 1e-12) * 255),
            most=most,
        )


def agreement_of(snapshot: Snapshot) -> Votes | PredictionMoments | Nothing:
    """What gathers the networks' pictures, as the data allow."""
    settings, points = snapshot.settings, snapshot.data_split.points
    inputs = snapshot.data_split.about.inputs
    if len(inputs) > 2:
        return Nothing()
    is_curve = len(inputs) == 1 and points.problem is Problem.REGRESSION
    if is_curve:
        along = np.zeros((CURVE_POINTS, 2), np.float32)
        along[:, 0] = np.linspace(inputs[0].least, inputs[0].most, CURVE_POINTS)
        return PredictionMoments(given(settings, along), snapshot.data_split.target_scale, is_curve)
    plane = given(settings, surface.grid(MAP_SIZE))
    return (
        Votes(plane, points.classes)
        if points.classes
        else PredictionMoments(plane, snapshot.data_split.target_scale, is_curve)
    )


def _coarser(values: NDArray[Any]) -> NDArray[Any]:
    """Fewer points of a map, row by row as they were."""
    return values.reshape(MAP_SIZE, MAP_SIZE)[::COARSER, ::COARSER].ravel()


def _signed(values: Doubles, scale: float) -> str:
    """As the bytes of a map, where 128 is zero."""
    return _text(128 + 127 * np.clip(values / scale, -1, 1))


def _text(values: Doubles | NDArray[np.int64]) -> str:
    return base64.b64encode(np.rint(values).astype(np.uint8).tobytes()).decode()
