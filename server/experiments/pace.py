"""How fast an experiment's trainings go: by estimate at first, then by what those at the same place have taken."""

from collections.abc import Iterable

from glassbox.experiments.plan import Plan

FORGETTING = 0.7  # how much what was seen before counts beside what has just been seen


class Pace:
    """Of one experiment, over workers that may be slower than the machine of the estimates, or busy with others."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._taken = self._expected = 0.0  # of late, in all
        self._seen: dict[int, float] = {}  # seconds of a training, by the index of its place

    def seconds_at(self, index: int) -> float:
        """How long a training at one of the plan's places takes."""
        return self._seen[index] if index in self._seen else self._plan.seconds_at(index) * self._slowness

    def learn(self, numbers: Iterable[int], seconds: Iterable[float]) -> None:
        """These have just taken so long, each."""
        before = self._taken, self._expected
        self._taken, self._expected = (FORGETTING * each for each in before)
        for number, taken in zip(numbers, seconds, strict=True):
            index = self._plan.index_of(number)
            self._taken += taken
            self._expected += self._plan.seconds_at(index)
            self._seen[index] = FORGETTING * self._seen.get(index, taken) + (1 - FORGETTING) * taken

    @property
    def _slowness(self) -> float:
        """How much longer trainings take than estimated."""
        return self._taken / self._expected if self._expected else 1.0
