"""One challenge as it is judged: its rules, its hidden points, and which networks are being trained again.

Plain and synchronous, and for one thread at a time; `web/classroom/challenges.py` owns it.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from glassbox.protocol.challenge import Record
from glassbox.run.moment import Moment
from glassbox.run.steering import Steering
from glassbox.settings import Goal
from glassbox.study.challenge.ground import Ground
from glassbox.study.challenge.hidden import hidden_points
from glassbox.study.challenge.rules import By, Rules
from glassbox.study.challenge.verdict import Trial, candidate

PAUSE = 4.0  # times as long as a member's last trial took, until the next one may begin


_GOALS = {goal.value: goal for goal in Goal}


@dataclass(frozen=True)
class Outcome:
    """What came of a member's trial: a record, or why there is none, as an id."""

    member: int
    record: Record | None
    why_not: str


class Contest:
    """Members are told apart by their numbers."""

    def __init__(
        self, ground: Ground, measure: str, at: float, by: By, locked: Iterable[str], seed: int, most_parameters: int
    ) -> None:
        """`seed`: of the hidden points, which nobody else may know."""
        self._rules = Rules(ground.start, _GOALS[measure], at, by, tuple(locked))
        self._most_parameters = most_parameters
        self._hidden = hidden_points(ground, seed)
        self._trials: deque[tuple[int, Trial]] = deque()  # the next one that has its turn comes first
        self._records: dict[int, Record] = {}
        self._tried: dict[int, Steering] = {}  # how the network came to be that was tried last
        self._spent: dict[int, float] = {}
        self._waits: dict[int, float] = {}  # until when a member's next trial waits
        self._elsewhere: set[int] = set()  # who was last seen with other data

    @property
    def is_busy(self) -> bool:
        """Whether networks are to be trained again."""
        return bool(self._trials)

    @property
    def on_trial(self) -> set[int]:
        """Whose networks are trained again while nothing is known yet of their records, old ones left behind too."""
        return {member for member, trial in self._trials if trial.record is None}

    def look(self, moments: Mapping[int, Moment], clock: Callable[[], float] = time.monotonic) -> set[int]:
        """Score the members' networks; those that may be records are tried from now on.

        Returns:
            Who has gone to other data than the challenge's since the last look: nothing counts there.
        """
        on_trial, now = {member for member, _ in self._trials}, clock()
        for member, moment in moments.items():
            if member not in on_trial and now >= self._waits.get(member, now):
                self._consider(member, moment)
        before, data = self._elsewhere, self._rules.start.dataset
        self._elsewhere = {member for member, moment in moments.items() if moment.settings.dataset != data}
        return self._elsewhere - before

    def _consider(self, member: int, moment: Moment) -> None:
        found = candidate(self._rules, self._hidden, moment, self._records.get(member), self._tried.get(member))
        if found is not None:
            self._tried[member], self._spent[member] = moment.steering.copy(), 0.0
            self._trials.append((member, Trial(self._rules, self._hidden, found, self._most_parameters)))

    def work(self, budget: float, clock: Callable[[], float] = time.monotonic) -> Outcome | None:
        """Give the next trial so many seconds; what has come of it, if it is news."""
        if not self._trials:
            return None
        member, trial = self._trials.popleft()
        began, before = clock(), trial.record
        trial.work(budget, clock)
        now = clock()
        self._spent[member] += now - began
        if trial.is_done:
            self._waits[member] = now + PAUSE * self._spent[member]
        else:
            self._trials.append((member, trial))
        if trial.record is not None:
            self._records[member] = trial.record
        is_news = trial.record != before or bool(trial.why_not)
        return Outcome(member, trial.record, trial.why_not) if is_news else None
