"""The kinds of trial that are solved at once instead of trained, and what each of them asks of an experiment."""

from collections.abc import Iterable

from glassbox.data import describe
from glassbox.engine.choices import Loss, Penalty, Problem
from glassbox.experiments import words
from glassbox.protocol.refusals import Refusal
from glassbox.settings import Settings

TRAINING, POLYNOMIAL, RANDOM_FEATURES = "training", "polynomial", "random_features"
DEGREE = "degree"  # axes
EPOCHS = "epochs"  # moments of one training: such an axis does not multiply trainings
MEASURED = {"train_mse", "test_mse", "train_loss", "test_loss"}


def check(kind: str, axes: Iterable[str], measures: Iterable[str], base: Settings) -> None:
    """Raises Refusal: such an experiment cannot be of this kind, with one sentence why."""
    names = set(axes)
    if (kind == POLYNOMIAL) != (DEGREE in names):
        raise Refusal(words.DEGREE_WITHOUT_POLYNOMIAL if DEGREE in names else words.POLYNOMIAL_WITHOUT_DEGREE)
    if kind == TRAINING:
        return
    if EPOCHS in names or not set(measures) <= MEASURED:
        raise Refusal(words.NOT_TRAINED.format(names=", ".join(sorted(MEASURED))))
    about = describe(base.dataset)
    if about.problem is not Problem.REGRESSION:
        raise Refusal(words.SOLVED_NUMBERS_ONLY)
    if kind == POLYNOMIAL and len(about.inputs) != 1:
        raise Refusal(words.POLYNOMIAL_OF_ONE_INPUT)
    if kind == RANDOM_FEATURES and not _is_solvable(base):
        raise Refusal(words.NO_CLOSED_FORM)


def _is_solvable(base: Settings) -> bool:
    return bool(base.hidden) and base.loss is Loss.SQUARED_ERROR and base.penalty in (Penalty.NONE, Penalty.L2)
