"""What an experiment has brought so far: its points, each with what its seeds gave, from the rows of its trainings.

It counts revisions, so that whoever asked before is told only what is new since.
"""

import math
from collections.abc import Iterable

from glassbox.experiments.answers import Number, Point
from glassbox.experiments.plan import Place, Plan
from glassbox.experiments.trials import TrialResult

LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9


class Tally:
    """Of one experiment.

    Attributes:
        results: of the trainings that have ended, by number.
        revision: grows with everything that can be told.
    """

    def __init__(self, plan: Plan, first_revision: int = 1) -> None:
        self._plan = plan
        self.results: dict[int, TrialResult] = {}
        self.revision = first_revision
        self._changed: dict[Place, int] = dict.fromkeys(plan.points, first_revision)
        self._points: dict[Place, Point] = {}

    def add(self, results: Iterable[TrialResult]) -> list[TrialResult]:
        """Those of the results that are new: each training counts once. What is none of its trainings does not."""
        new = [result for result in results if self._is_new(result)]
        if new:
            self.touch()
        for result in new:
            self.results[result.number] = result
            for place in self._plan.points_of(result.number):
                self._changed[place] = self.revision
                self._points.pop(place, None)
        return new

    def touch(self) -> None:
        """Something beside the points has changed."""
        self.revision += 1

    @property
    def diverged(self) -> int:
        """How many of the trainings have diverged."""
        return sum(result.state == "diverged" for result in self.results.values())

    def points(self, since: int = 0) -> list[Point]:
        """Those that have changed since a revision."""
        return [self.point(place) for place, revision in self._changed.items() if revision > since]

    def point(self, place: Place) -> Point:
        """As far as it is."""
        if place not in self._points:
            self._points[place] = self._summed_up(place)
        return self._points[place]

    def _is_new(self, result: TrialResult) -> bool:
        return result.number not in self.results and 0 <= result.number < self._plan.total

    def _summed_up(self, place: Place) -> Point:
        plan, moment = self._plan, self._plan.moment_of(place)
        numbers = plan.trials_of(place)
        ended = [self.results.get(number) for number in numbers]
        there = [result for result in ended if result is not None]
        names = plan.experiment.measures
        values = {name: [_told(result, name, moment) for result in ended] for name in names}
        known = {name: sorted(_sortable(_told(result, name, moment)) for result in there) for name in names}
        return Point(
            at=place,
            parameters=plan.parameters_of(place),
            trials=list(numbers),
            done=len(there),
            diverged=sum(result.state == "diverged" for result in there),
            values=values,
            median={name: quantile(known[name], MIDDLE) for name in names},
            low={name: quantile(known[name], LOW) for name in names},
            high={name: quantile(known[name], HIGH) for name in names},
        )


def quantile(ordered: list[float], share: float) -> Number:
    """The smallest of the values that at least this share of them do not exceed (NumPy's "inverted_cdf"); None where
    that is infinite, or there is none.
    """
    if not ordered:
        return None
    found = ordered[max(math.ceil(share * len(ordered) - 1e-9), 1) - 1]
    return found if math.isfinite(found) else None


def _told(result: TrialResult | None, name: str, moment: int) -> Number:
    told = result.told.get(name) if result else None
    return told[moment] if told and moment < len(told) else None


def _sortable(value: Number) -> float:
    return math.inf if value is None else value
