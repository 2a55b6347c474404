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
from glassbox.words.sentence import say


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
        label: what it is called. within: the same within a sentence.
        log: whether a logarithmic axis suits it.
        problem: "classification" or "regression" where only such data have it; "" where all have.
        every_epoch: whether the network is to be looked at after every epoch for it.
        of: its value; None where it has none.
    """

    name: str
    label: str
    within: str
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


@dataclass(frozen=True)
class _Called:
    """What a measure is called: alone, and within a sentence."""

    alone: str
    within: str


def _measure(
    name: str,
    called: _Called,
    of: Callable[[Seen], float | None],
    *,
    log: bool = True,
    problem: str = "",
    every_epoch: bool = False,
) -> Measure:
    return Measure(name, called.alone, called.within, "", log, problem, every_epoch, of)


STUDIED = {  # by what looks into the network
    "regions": _Called(say("Linear regions"), say("linear regions")),
    "last_signal": _Called(say("Signal of the last hidden layer"), say("signal of the last hidden layer")),
    "signal_ratio": _Called(say("Signal from layer to layer"), say("signal from layer to layer")),
    "first_gradient": _Called(say("Gradient of the first layer"), say("gradient of the first layer")),
    "gradient_noise": _Called(say("Gradient noise of a batch"), say("gradient noise of a batch")),
    "lambda_max": _Called(say("Largest curvature λ"), say("largest curvature λ")),
}
MEASURES = {
    measure.name: measure
    for measure in (
        _measure(
            "train_loss", _Called(say("Training loss"), say("training loss")), lambda seen: seen.evaluation.train.loss
        ),
        _measure("test_loss", _Called(say("Test loss"), say("test loss")), lambda seen: seen.evaluation.test.loss),
        _measure(
            "train_error", _Called(say("Training error"), say("training error")),
            lambda seen: _error(seen.evaluation.train), log=False, problem="classification",
        ),
        _measure(
            "test_error", _Called(say("Test error"), say("test error")), lambda seen: _error(seen.evaluation.test),
            log=False, problem="classification",
        ),
        _measure(
            "train_mse", _Called(say("Training MSE"), say("training MSE")),
            lambda seen: _square(seen.evaluation.train), problem="regression",
        ),
        _measure(
            "test_mse", _Called(say("Test MSE"), say("test MSE")), lambda seen: _square(seen.evaluation.test),
            problem="regression",
        ),
        _measure(
            "best_test_loss", _Called(say("Lowest test loss on the way"), say("lowest test loss on the way")),
            lambda seen: seen.best_loss, every_epoch=True,
        ),
        _measure(
            "best_epoch", _Called(say("Epoch of the lowest test loss"), say("epoch of the lowest test loss")),
            lambda seen: seen.best_epoch, every_epoch=True,
        ),
        _measure("stopped_epoch", _Called(say("Epochs trained"), say("epochs trained")), lambda seen: seen.epochs),
        *(_measure(name, called, partial(_studied, name)) for name, called in STUDIED.items()),
        _measure(
            "goal_epoch",
            _Called(say("Epoch at which the goal was reached"), say("epoch at which the goal was reached")),
            lambda seen: seen.goal_epoch, every_epoch=True,
        ),
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
