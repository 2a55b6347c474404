"""Points that were drawn by hand, as observations to train on, or the sentence that says why not."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from glassbox.engine.arrays import Bools, Doubles, Integers
from glassbox.engine.choices import Problem
from glassbox.engine.dataset import EDGE, Description, Observations, as_columns, problem_with
from glassbox.engine.generators import X1, X2, Y
from glassbox.tables import words
from glassbox.tables.limits import FEWEST_DRAWN, LARGEST_DRAWN_TARGET, MOST_CLASSES, MOST_ROWS
from glassbox.tables.refused import Refused

MOST_NUMBER = 100_000  # of a point; numbering anew from 0 is always possible


def drawn(
    points: Sequence[Sequence[float]],
    problem: Problem,
    classes: int,
    numbers: Sequence[int] | None = None,
    inputs: int = 2,
    like: Description | None = None,
) -> Observations:
    """The observations of points (x₁, x₂, target) in the plane, their target a class index or a value.

    Args:
        classes: how many there are, also of those not drawn yet; 0 for regression.
        numbers: a number for each point that stays its own while others are drawn and erased: so it stays a training
            or a test point, and keeps its noise. None: their places in the list.
        inputs: 2; or 1 for the points of a curve, values over x₁, whose x₂ does not count.
        like: of the data that the drawing began with: what they are about keeps its names as far as it fits.

    Raises:
        Refused: a point or the number of points or classes is out of bounds; the sentence names the first such point.
    """
    _check_classes(problem, classes)
    if inputs == 1 and classes:
        raise Refused(words.CURVE_OF_CLASSES)
    values = _values(points)
    _check_each(np.any(~np.isfinite(values), axis=1), words.NOT_FINITE)
    _check_each(np.any(np.abs(values[:, :2]) > EDGE, axis=1), words.OUTSIDE_PLANE, edge=EDGE)
    _check_targets(values[:, 2], classes)
    about = _about(problem, classes, inputs, like, len(values))
    return Observations(
        as_columns(values[:, :inputs]), values[:, 2].astype(np.float32), about, _rows(numbers, len(values))
    )


def _about(problem: Problem, classes: int, inputs: int, like: Description | None, count: int) -> Description:
    axes, target, names = (X1, X2)[:inputs], Y, tuple[str, ...]()
    if like is not None:
        axes = like.inputs if len(like.inputs) == inputs else axes
        target = like.target if bool(like.classes) == bool(classes) else target
        names = _class_names(like.class_names, classes)
    return Description(problem, classes, axes, target, names, available=count)


def _class_names(names: tuple[str, ...], classes: int) -> tuple[str, ...]:
    """As there were, and numbers for further ones; none where there were none."""
    further = (words.FURTHER_CLASS.format(number=number) for number in range(len(names) + 1, classes + 1))
    return (*names[:classes], *further) if names else ()


def _check_classes(problem: Problem, classes: int) -> None:
    if not 0 <= classes <= MOST_CLASSES or classes == 1 or problem_with(classes) is not problem:
        expected = words.CLASSES_OF[problem].format(most=MOST_CLASSES)
        raise Refused(words.WRONG_CLASSES.format(count=classes, expected=expected))


def _values(points: Sequence[Sequence[float]]) -> Doubles:
    if len(points) < FEWEST_DRAWN:
        raise Refused(words.TOO_FEW_POINTS.format(count=len(points), fewest=FEWEST_DRAWN))
    if len(points) > MOST_ROWS:
        raise Refused(words.TOO_MANY_POINTS.format(count=len(points), most=MOST_ROWS))
    try:
        values = np.asarray(points, np.float64)
    except (TypeError, ValueError, OverflowError):
        raise Refused(words.NOT_POINTS) from None
    if values.shape != (len(points), 3):
        raise Refused(words.NOT_POINTS)
    return values


def _check_targets(targets: Doubles, classes: int) -> None:
    if classes:
        wrong = (targets != np.round(targets)) | (targets < 0) | (targets >= classes)
        _check_each(wrong, words.NOT_A_CLASS, targets, most=classes - 1)
    else:
        _check_each(np.abs(targets) > LARGEST_DRAWN_TARGET, words.TARGET_TOO_LARGE, targets, most=LARGEST_DRAWN_TARGET)


def _check_each(wrong: Bools, sentence: str, values: Doubles | None = None, **limits: Any) -> None:
    """Refuse the first point that is wrong."""
    if wrong.any():
        first = int(wrong.argmax())
        value = 0.0 if values is None else float(values[first])
        raise Refused(sentence.format(number=first + 1, value=value, **limits))


def _rows(numbers: Sequence[int] | None, count: int) -> Integers:
    if numbers is None:
        return np.arange(count)
    within = all(0 <= number <= MOST_NUMBER for number in numbers)
    if not within or len(set(numbers)) != len(numbers) or len(numbers) != count:
        raise Refused(words.WRONG_NUMBERS.format(most=MOST_NUMBER))
    return np.array(numbers, np.int64)
