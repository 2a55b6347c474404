"""What an experiment shows: criteria that a curve of medians meets or not, and sentences that are computed from it.

A curve is a list of medians along the first axis; None is infinite (more than half of its trainings diverged).
"""

import math
from collections.abc import Callable, Sequence

from glassbox.experiments import words
from glassbox.experiments.answers import Number
from glassbox.experiments.measures import MEASURES
from glassbox.experiments.plan import Place, Plan
from glassbox.experiments.tally import Tally

U_RATIO = 1.2  # both ends of a U are at least so many times the lowest, which lies inside
PEAK_RATIO = 1.3  # a second descent has a peak at least so many times a lower point on each side
EFFECT_RATIO = 1.2  # less than this between the largest and the smallest is no effect

Curve = Sequence[Number]


def is_u(curve: Curve) -> bool:
    """Both ends at least 1.2 × the lowest, which lies inside."""
    values = _values(curve)
    if len(values) < 3:
        return False
    lowest = min(values)
    return values.index(lowest) not in (0, len(values) - 1) and min(values[0], values[-1]) >= U_RATIO * lowest


def is_double_descent(curve: Curve) -> bool:
    """Somewhere a peak at least 1.3 × a lower point on each side of it."""
    values = _values(curve)
    return any(
        values[at] >= PEAK_RATIO * max(min(values[:at]), min(values[at + 1 :])) for at in range(1, len(values) - 1)
    )


def falls(curve: Curve) -> bool:
    """The end is lower than the beginning by 1.2, and nothing on the way is above what came before it by as much."""
    values = _values(curve)
    lows = [min(values[: at + 1]) for at in range(len(values))]
    steady = all(value <= U_RATIO * low for value, low in zip(values, lows, strict=True))
    return len(values) > 1 and steady and values[0] >= EFFECT_RATIO * values[-1]


def rises(curve: Curve) -> bool:
    """It falls, seen from its end."""
    return falls(list(reversed(curve)))


def has_no_effect(curve: Curve) -> bool:
    """Between the largest and the smallest there is less than a fifth."""
    values = _values(curve)
    return len(values) > 1 and max(values) < EFFECT_RATIO * min(values)


def best_at(curve: Curve) -> int | None:
    """Where it is lowest."""
    values = _values(curve)
    return values.index(min(values)) if values else None


VERDICTS: dict[str, Callable[[Curve], bool]] = {
    "u": is_u,
    "double_descent": is_double_descent,
    "falls": falls,
    "rises": rises,
    "no_effect": has_no_effect,
}


def _values(curve: Curve) -> list[float]:
    """None at all where nothing is finite."""
    values = [math.inf if value is None else value for value in curve]
    return values if any(map(math.isfinite, values)) else []


# ---- sentences


def sentences(plan: Plan, tally: Tally) -> list[str]:
    """What the medians show so far, of the measure that is about unseen data, for each value of the second axis."""
    if not plan.shape or plan.shape[0] < 2:
        return []
    name = watched(plan.experiment.measures)
    return [told for other in _others(plan) if (told := _told(plan, tally, name, other))]


def watched(names: Sequence[str]) -> str:
    """The measure that sentences are about: of the test data, if there is one."""
    return next((name for name in names if name.startswith(("test", "best_test"))), names[0])


def curve_of(plan: Plan, tally: Tally, name: str, other: int | None) -> list[tuple[int, Number]]:
    """The medians along the first axis where anything has ended, each with its place there."""
    points = [(at, tally.point(_place(at, other))) for at in range(plan.shape[0])]
    return [(at, point.median[name]) for at, point in points if point.done]


def _others(plan: Plan) -> list[int | None]:
    return list(range(plan.shape[1])) if len(plan.shape) > 1 else [None]


def _place(at: int, other: int | None) -> Place:
    return (at,) if other is None else (at, other)


def _told(plan: Plan, tally: Tally, name: str, other: int | None) -> str:
    found = curve_of(plan, tally, name, other)
    curve = [value for _, value in found]
    best = best_at(curve)
    if len(found) < 3 or best is None:
        return ""
    kind = next((verdict for verdict, is_so in VERDICTS.items() if is_so(curve)), "other")
    ends = {"first": found[0][0], "best": found[best][0], "last": found[-1][0]}
    texts = {key: _written(plan, 0, at, other) for key, at in ends.items()}
    facts = {
        "measure": MEASURES[name].label,
        "axis": plan.kinds[0].label,
        "value": _number(curve[best]),
        "first_value": _number(curve[0]),
        "last_value": _number(curve[-1]),
    }
    said = words.SHOWN[kind].format(**facts, **texts)
    if other is None:
        return said
    return words.WITH.format(axis=plan.kinds[1].label, value=_written(plan, 1, other, 0), said=said)


def _written(plan: Plan, axis: int, at: int, other: int | None) -> str:
    place = [0] * len(plan.shape)
    place[axis] = at
    if other is not None and len(place) > 1:
        place[1 - axis] = other
    return plan.kinds[axis].text(plan.settings_of(tuple(place)), plan.values[axis][at])


def _number(value: Number) -> str:
    return words.INFINITE if value is None else f"{value:.3g}"


def caveats(plan: Plan, tally: Tally) -> list[str]:
    """What it does not show, or not yet."""
    told = []
    done, total, diverged = len(tally.results), plan.total, tally.diverged
    if diverged:
        told.append(words.SOME_DIVERGED.format(diverged=diverged, done=done))
    if 0 < done < total:
        told.append(words.NOT_ALL.format(done=done, total=total))
    if plan.experiment.seeds < 4 and done:
        told.append(words.FEW_SEEDS)
    return told
