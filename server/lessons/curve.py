"""Compares a drawn curve with the one that came, by three features: its trend, its end, and where it is lowest."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from glassbox.lessons import words
from glassbox.words.joined import sentences

LEVEL = 0.1  # of a curve's range: two values that differ by less are about equal
FLAT = 0.05  # of the largest value: a range below this is none
LEAST = 1e-12  # stands for 0 on a logarithmic scale


class Features(NamedTuple):
    """What a curve does.

    Attributes:
        trend: "falls", "rises" or "level", from its first value to its last.
        turns_up: whether it ends clearly above its lowest value, which came before.
        lowest: "early", "middle" or "late": in which third its lowest value lies.
    """

    trend: str
    turns_up: bool
    lowest: str


def features(values: Sequence[float], flat: float) -> Features:
    """Of a curve of evenly spaced values, two of them at least; one whose range is no more than `flat` is level."""
    least, most = min(values), max(values)
    if most - least <= flat:
        return Features("level", turns_up=False, lowest="late")
    change, near = values[-1] - values[0], LEVEL * (most - least)
    trend = "level" if abs(change) <= near else "rises" if change > 0 else "falls"
    at = values.index(least)
    place = at / (len(values) - 1)
    turns_up = values[-1] - least > near and at > 0
    return Features(trend, turns_up, "early" if place < 1 / 3 else "late" if place > 2 / 3 else "middle")


def compare(guess: Sequence[float], truth: Sequence[float], *, is_log: bool) -> tuple[bool, str]:
    """Whether both do the same, and what they do, in sentences; where both turn up, their lowest places count, too.

    Args:
        is_log: whether they were drawn over a logarithmic scale, on which they look otherwise.
    """
    drawn, came = (_seen(values, is_log) for values in (guess, truth))
    told = [words.TREND[drawn.trend, came.trend], words.END[drawn.turns_up, came.turns_up]]
    is_alike = drawn[:2] == came[:2]
    if came.turns_up and drawn.turns_up:
        told.append(words.LOWEST[drawn.lowest, came.lowest])
        is_alike = is_alike and drawn.lowest == came.lowest
    return is_alike, sentences(*told)


def _seen(values: Sequence[float], is_log: bool) -> Features:
    if is_log:
        return features([math.log(max(value, LEAST)) for value in values], math.log1p(FLAT))
    return features(values, FLAT * max(map(abs, values)))
