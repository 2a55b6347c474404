"""What an experiment has shown, as the facts that a lesson's conditions are about."""

from collections.abc import Iterator
from itertools import groupby
from math import isfinite

from glassbox.experiments.findings import FoundPoint
from glassbox.experiments.plan import Plan
from glassbox.experiments.tally import Tally
from glassbox.experiments.verdicts import CRITERIA, lowest, peak
from glassbox.lessons.facts import DONE, Facts, Value

FEWEST = 3  # points of a curve that a verdict is about


def experiment_facts(plan: Plan, tally: Tally, *, is_done: bool) -> Facts:
    """A verdict on each measure, by the medians along the first axis; of several curves, only what holds of each."""
    return {DONE: float(is_done), **(dict(_verdicts(plan, tally)) if is_done else {})}


def _verdicts(plan: Plan, tally: Tally) -> Iterator[tuple[str, Value]]:
    points = [tally.point(place) for place in plan.points]
    found = [FoundPoint(each.at, each.done, each.diverged, each.median, each.high) for each in points if each.done]
    found.sort(key=lambda point: (point.at[1:], point.at[:1]))
    lines = [list(line) for _, line in groupby(found, key=lambda point: point.at[1:])]
    for measure in plan.experiment.measures:
        curves = [[point.height(measure) for point in line] for line in lines]
        if not curves or any(len(curve) < FEWEST for curve in curves):
            continue
        for verdict, holds in CRITERIA.items():
            yield f"{verdict}.{measure}", float(all(map(holds, curves)))
        if len(curves) == 1:
            yield from _places(plan, lines[0], curves[0], measure)


def _places(plan: Plan, line: list[FoundPoint], curve: list[float], measure: str) -> Iterator[tuple[str, Value]]:
    """Where on the first axis it is lowest, and where its peak is."""
    values = [plan.values[0][point.at[0]] for point in line]
    top = peak(curve)
    for name, at in (("lowest", lowest(curve)[0]), ("peak", top)):
        if at is not None and isinstance(values[at], int | float) and isfinite(curve[at]):
            yield f"{name}.{measure}", float(values[at])
