"""Runs an experiment's trainings over an executor, in bundles that are worth the way.

Plain and synchronous: whoever owns one asks it to go on. A bundle that was lost with its worker is trained again; one
that is lost again and again ends the experiment, for something in it kills workers.
"""

from collections import deque
from collections.abc import Collection, Iterable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future

from glassbox.experiments.bundle import train_all
from glassbox.experiments.executors import at_once
from glassbox.experiments.plan import Plan
from glassbox.experiments.trials import TrialResult

LEAST = 0.5  # seconds that a bundle takes, by estimate
MOST_ATTEMPTS = 3
LEARNING = 0.3  # how much of what a bundle has shown counts for the next estimate

Bundle = tuple[int, ...]
Promise = Future[tuple[list[TrialResult], float]]


class Lost(Exception):
    """A bundle was lost several times."""


class Runner:
    """Of one experiment.

    Attributes:
        executor: where it trains.
        in_flight: what is being trained, or waits for it in the executor.
    """

    def __init__(self, plan: Plan, executor: Executor, workers: int, done: Collection[int] = ()) -> None:
        self._plan = plan
        self.executor = executor
        self._workers = workers
        self._waiting: deque[int] = deque(number for number in plan.in_order() if number not in done)
        self._lost: deque[Bundle] = deque()
        self._attempts: dict[Bundle, int] = {}
        self.in_flight: dict[Promise, Bundle] = {}
        self._slowness = 1.0  # how much longer trainings take than estimated

    @property
    def workers(self) -> int:
        """How many bundles are trained at once."""
        return at_once(self.executor, self._workers)

    @property
    def is_done(self) -> bool:
        """Whether everything has been trained."""
        return not (self._waiting or self._lost or self.in_flight)

    @property
    def seconds_left(self) -> float:
        """Until it is done, with all workers to itself."""
        numbers = [*self._waiting, *(number for bundle in self._bundles for number in bundle)]
        return sum(map(self._plan.seconds_of, numbers)) * self._slowness / self.workers

    def fill(self) -> list[Promise]:
        """Give every worker something to do, as long as there is anything; what is new in flight."""
        begun: list[Promise] = []
        while len(self.in_flight) < self.workers and (bundle := self._next_bundle()):
            promise = self.executor.submit(train_all, [self._plan.trial(number) for number in bundle])
            self.in_flight[promise] = bundle
            begun.append(promise)
        return begun

    def take(self) -> list[TrialResult]:
        """The results that have come.

        Raises:
            Lost: a bundle was lost too often.
            Exception: a training failed.
        """
        results: list[TrialResult] = []
        for promise in [promise for promise in self.in_flight if promise.done()]:
            results += self._settle(promise, self.in_flight.pop(promise))
        return results

    def _settle(self, promise: Promise, bundle: Bundle) -> list[TrialResult]:
        try:
            results, seconds = promise.result()
        except (BrokenExecutor, CancelledError):
            self._lose(bundle)
            return []
        self._learn(bundle, seconds)
        return results

    def _lose(self, bundle: Bundle) -> None:
        self._attempts[bundle] = self._attempts.get(bundle, 0) + 1
        if self._attempts[bundle] >= MOST_ATTEMPTS:
            raise Lost
        self._lost.append(bundle)

    def _learn(self, bundle: Bundle, seconds: float) -> None:
        expected = sum(map(self._plan.seconds_of, bundle))
        self._slowness += LEARNING * (seconds / expected - self._slowness)

    def _next_bundle(self) -> Bundle:
        if self._lost:
            return self._lost.popleft()
        numbers, seconds = [], 0.0
        while self._waiting and seconds * self._slowness < LEAST:
            numbers.append(self._waiting.popleft())
            seconds += self._plan.seconds_of(numbers[-1])
        return tuple(numbers)

    @property
    def _bundles(self) -> Iterable[Bundle]:
        return [*self._lost, *self.in_flight.values()]
