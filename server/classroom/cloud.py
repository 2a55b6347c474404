"""What many answers to one question look like together: counted, in order, or as curves one over the other."""

from collections.abc import Sequence
from itertools import pairwise

from glassbox.classroom import said, told

MOST_CURVES = 60  # told of all that were drawn
POINTS = 24  # of each of them
DIGITS = 3


def cloud_of(asked: said.Asked, values: Sequence[told.Value]) -> told.Cloud:
    """The cloud of a round's answers, without names."""
    if asked.kind == "choice":
        chosen = list(values)
        return told.Cloud(counts=tuple(map(chosen.count, range(len(asked.options)))))
    if asked.kind == "number":
        return told.Cloud(values=tuple(sorted(float(value) for value in values if not isinstance(value, tuple))))
    curves = [value for value in values if isinstance(value, tuple)]
    return told.Cloud(curves=tuple(resampled(curve) for curve in evenly(curves)))


def evenly(curves: Sequence[tuple[float, ...]]) -> list[tuple[float, ...]]:
    """At most `MOST_CURVES` of them, from all over the row."""
    count = min(len(curves), MOST_CURVES)
    return [curves[at * len(curves) // count] for at in range(count)]


def resampled(curve: tuple[float, ...]) -> tuple[float, ...]:
    """The same line by `POINTS` points, from the left to the right."""
    steps = [at * (len(curve) - 1) / (POINTS - 1) for at in range(POINTS)]
    lines = list(pairwise(curve))
    places = [(min(int(step), len(lines) - 1), step) for step in steps]
    return tuple(round(lines[at][0] + (step - at) * (lines[at][1] - lines[at][0]), DIGITS) for at, step in places)
