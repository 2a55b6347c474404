"""What can be measured in an experiment: names, labels, and what each needs to know of a training."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from glassbox.data import describe
from glassbox.engine.choices import Normalization, Problem
from glassbox.engine.data_choices import Feature
from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.experiments import words
from glassbox.protocol.refusals import Refusal
from glassbox.run.build import activations
from glassbox.run.shape import features, normalizations
from glassbox.settings import Goal, Settings


@dataclass
class Seen:
    """What is known of a training at one moment.

    Attributes:
        evaluation: losses and scores at this moment.
        epochs: trained so far.
        best_loss, best_epoch: the lowest test loss at the end of an epoch so far, and when that was.
        goal_epoch: when the goal was first reached; None where it was not.
        study: looks into the network, by the name of a measure (`studies.py`).
    """

    evaluation: Evaluation
    epochs: int
    best_loss: float
    best_epoch: int
    goal_epoch: int | None
    study: Callable[[str], float | None]


@dataclass(frozen=True)
class Measure:
    """One of the measures.

    Attributes:
        log: whether a logarithmic axis suits it.
        problem: "classification" or "regression" where only such data have it; "" where all have.
        every_epoch: whether the network is to be looked at after every epoch for it.
        of: its value; None where it has none.
    """

    name: str
    label: str
    unit: str
    log: bool
    problem: str
    every_epoch: bool
    of: Callable[[Seen], float | None]


def _error(metrics: Metrics) -> float | None:
    return None if metrics.accuracy is None else 1 - metrics.accuracy


def _square(metrics: Metrics) -> float | None:
    return None if metrics.rmse is None else metrics.rmse**2


def _studied(name: str, seen: Seen) -> float | None:
    return seen.study(name)


MEASURES = {
    measure.name: measure
    for measure in (
        Measure("train_loss", "Training loss", "", True, "", False, lambda seen: seen.evaluation.train.loss),
        Measure("test_loss", "Test loss", "", True, "", False, lambda seen: seen.evaluation.test.loss),
        Measure(
            "train_error", "Training error", "", False, "classification", False,
            lambda seen: _error(seen.evaluation.train),
        ),
        Measure(
            "test_error", "Test error", "", False, "classification", False, lambda seen: _error(seen.evaluation.test)
        ),
        Measure(
            "train_mse", "Training MSE", "", True, "regression", False, lambda seen: _square(seen.evaluation.train)
        ),
        Measure("test_mse", "Test MSE", "", True, "regression", False, lambda seen: _square(seen.evaluation.test)),
        Measure("best_test_loss", "Lowest test loss on the way", "", True, "", True, lambda seen: seen.best_loss),
        Measure("best_epoch", "Epoch of the lowest test loss", "", True, "", True, lambda seen: seen.best_epoch),
        Measure("stopped_epoch", "Epochs trained", "", True, "", False, lambda seen: seen.epochs),
        *(
            Measure(name, label, "", True, "", False, partial(_studied, name))
            for name, label in (
                ("regions", "Linear regions"),
                ("last_signal", "Signal of the last hidden layer"),
                ("signal_ratio", "Signal from layer to layer"),
                ("first_gradient", "Gradient of the first layer"),
                ("gradient_noise", "Gradient noise of a batch"),
                ("lambda_max", "Largest curvature λ"),
            )
        ),
        Measure("goal_epoch", "Epoch at which the goal was reached", "", True, "", True, lambda seen: seen.goal_epoch),
    )
}  # fmt: skip


def check(names: tuple[str, ...], problem: Problem, settings: Settings) -> None:
    """Raises Refusal: one of these cannot be measured on such data with these settings."""
    for at, name in enumerate(names):
        measure = MEASURES.get(name)
        if measure is None:
            raise Refusal(words.NO_SUCH_MEASURE.format(name=name[:60], names=", ".join(MEASURES)))
        if name in names[:at]:
            raise Refusal(words.MEASURE_TWICE.format(label=measure.label))
        _check_fits(measure, problem, settings)


def _check_fits(measure: Measure, problem: Problem, settings: Settings) -> None:
    of_numbers = problem is Problem.REGRESSION
    if measure.problem == "classification" and of_numbers:
        raise Refusal(words.NOT_OF_NUMBERS.format(label=measure.label))
    if measure.problem == "regression" and not of_numbers:
        raise Refusal(words.NOT_OF_CLASSES.format(label=measure.label))
    if measure.name == "goal_epoch" and settings.goal is Goal.NONE:
        raise Refusal(words.NO_GOAL.format(label=measure.label))
    if measure.name == "regions" and not _has_regions(settings):
        raise Refusal(words.NO_REGIONS.format(label=measure.label))
    if measure.name == "lambda_max" and not _has_curvature(settings):
        raise Refusal(words.NO_CURVATURE.format(label=measure.label))


def _has_regions(settings: Settings) -> bool:
    """Whether the network is made of straight pieces over a line or a plane that can be looked over."""
    is_straight = all(activation.kinks is not None for activation in activations(settings))
    inputs = len(describe(settings.dataset).inputs)
    is_seen = inputs == 2 or (inputs == 1 and features(settings) == (Feature.X1,))
    return is_straight and is_seen and Normalization.LAYER not in normalizations(settings)


def _has_curvature(settings: Settings) -> bool:
    is_plain = all(kind is Normalization.NONE for kind in normalizations(settings))
    return is_plain and not any(activation.straight_through for activation in activations(settings))
