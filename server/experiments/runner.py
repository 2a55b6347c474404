"""Runs an experiment's trainings over an executor, in bundles that are worth the way.

Plain and synchronous: whoever owns one asks it to go on. Each worker has a bundle, and the next one waits for it, so
that none waits for us; the last ones are smaller, so that all end together. A bundle that was lost with its worker is
trained again; one that is lost again and again ends the experiment, for something in it kills workers.
"""

from collections import Counter, deque
from collections.abc import Collection, Iterable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future

from glassbox.experiments.bundle import train_all
from glassbox.experiments.executors import at_once
from glassbox.experiments.pace import Pace
from glassbox.experiments.plan import Plan
from glassbox.experiments.trials import TrialResult

LEAST, LAST = 0.5, 0.1  # seconds that a bundle takes, by estimate; and one of the last
AHEAD = 2  # bundles for each worker: the one that it is at, and the next
MOST_ATTEMPTS = 3

Bundle = tuple[int, ...]
Promise = Future[tuple[list[TrialResult], list[float]]]


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
        self._waiting_at = Counter(map(plan.index_of, self._waiting))  # how many wait, of each place
        self._pace = Pace(plan)

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
        sent = sum(self._seconds_of(number) for bundle in self._bundles for number in bundle)
        return (self._seconds_waiting + sent) / self.workers

    def fill(self) -> list[Promise]:
        """Give every worker something to do, as long as there is anything; what is new in flight."""
        begun: list[Promise] = []
        while self._has_room() and (bundle := self._next_bundle()):
            promise = self.executor.submit(train_all, [self._plan.trial(number) for number in bundle])
            self.in_flight[promise] = bundle
            begun.append(promise)
        return begun

    def withdraw(self) -> None:
        """What no worker has begun is not wanted any more."""
        for promise in list(self.in_flight):
            if promise.cancel():
                bundle = self.in_flight.pop(promise)
                self._waiting.extendleft(reversed(bundle))
                self._waiting_at.update(map(self._plan.index_of, bundle))

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
        self._pace.learn(bundle, seconds)
        return results

    def _lose(self, bundle: Bundle) -> None:
        self._attempts[bundle] = self._attempts.get(bundle, 0) + 1
        if self._attempts[bundle] >= MOST_ATTEMPTS:
            raise Lost
        self._lost.append(bundle)

    def _has_room(self) -> bool:
        """A training that fills a bundle alone is not sent ahead: a pause would have to wait for it."""
        is_long = bool(self._waiting) and self._seconds_of(self._waiting[0]) >= LEAST
        return len(self.in_flight) < self.workers * (1 if is_long else AHEAD)

    def _next_bundle(self) -> Bundle:
        if self._lost:
            return self._lost.popleft()
        wanted = min(LEAST, max(LAST, self._seconds_waiting / (AHEAD * self.workers)))
        numbers, seconds = [], 0.0
        while self._waiting and seconds < wanted:
            numbers.append(self._waiting.popleft())
            seconds += self._seconds_of(numbers[-1])
        self._waiting_at.subtract(map(self._plan.index_of, numbers))
        return tuple(numbers)

    @property
    def _seconds_waiting(self) -> float:
        return sum(count * self._pace.seconds_at(index) for index, count in self._waiting_at.items())

    @property
    def _bundles(self) -> Iterable[Bundle]:
        return [*self._lost, *self.in_flight.values()]

    def _seconds_of(self, number: int) -> float:
        return self._pace.seconds_at(self._plan.index_of(number))
