"""Decides whether a live network of a challenge is a record: it is scored on hidden points, and has to be repeatable.

Plain and synchronous: whoever owns a `Trial` calls `work` again and again, below live training.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from glassbox.engine.evaluation import Metrics
from glassbox.protocol.challenge import Record
from glassbox.run.moment import Moment
from glassbox.run.steering import Steering
from glassbox.study.challenge.hidden import HiddenPoints
from glassbox.study.challenge.luck import Luck
from glassbox.study.challenge.replay import Replay, is_untouched
from glassbox.study.challenge.rules import Rules

BETTER = 0.005  # share by which a loss must be lower than one's own record to be tried again
MOST_SECONDS = 20.0  # of training again; who has trained longer has no record


@dataclass(frozen=True, eq=False)
class Candidate:
    """A live network that may be a record, and how well it does on the hidden points."""

    moment: Moment
    measures: Metrics


def candidate(
    rules: Rules, hidden: HiddenPoints, moment: Moment, record: Record | None, tried: Steering | None
) -> Candidate | None:
    """The network of this moment, if it reaches the goal and could better its member's record.

    Args:
        tried: how the network came to be that was tried last.
    """
    if rules.broken(moment.settings):
        return None
    measures = hidden.measures(moment)
    if not rules.is_reached(measures) or not _is_better(rules, moment, measures, record, tried):
        return None
    return Candidate(moment, measures)


def _is_better(rules: Rules, moment: Moment, measures: Metrics, record: Record | None, tried: Steering | None) -> bool:
    """What failed is not tried again until it was steered otherwise, nor an epoch that only training again tells."""
    is_same = tried is not None and _are_same(tried, moment.steering)
    if record is None or rules.by == "epochs":
        return not is_same
    if rules.by == "parameters":
        return moment.state.parameters.size < record.value
    return measures.loss < record.value * (1 - BETTER)


def _are_same(one: Steering, other: Steering) -> bool:
    return one.beginning == other.beginning and one.orders == other.orders


class Trial:
    """Of one candidate.

    Attributes:
        record: what it has won; None while that is not known, and where it has won nothing.
        why_not: why it is no record, as an id; "" while nothing speaks against it.
    """

    def __init__(self, rules: Rules, hidden: HiddenPoints, chosen: Candidate, most_parameters: int) -> None:
        self.record: Record | None = None
        self.why_not = ""
        self._rules, self._hidden, self._chosen = rules, hidden, chosen
        self._reached_at: int | None = None  # the first epoch at whose end the goal was reached
        self._spent = 0.0
        self._luck: Luck | None = None
        beginning, steering = chosen.moment.steering.beginning, chosen.moment.steering
        if beginning is None:
            self.why_not = "record_of_unknown_beginning"
            return
        self._replay = Replay(beginning, most_parameters, self._look)
        if not self._replay.come_to(steering, chosen.moment.step):
            self.why_not = "record_not_repeated"

    @property
    def is_done(self) -> bool:
        """Whether it is decided."""
        return bool(self.why_not) or (self.record is not None and (self._luck is None or self._luck.is_done))

    def work(self, budget: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Go on for about so many seconds."""
        began = clock()
        if self._luck is not None:
            self._try_luck(self._luck, budget, clock)
        elif not self.is_done:
            self._repeat(budget, clock)
        self._spent += clock() - began

    def _repeat(self, budget: float, clock: Callable[[], float]) -> None:
        self._replay.work(budget, clock)
        if self.why_not:
            return
        if self._replay.is_done:
            self._compare()
        elif self._spent >= MOST_SECONDS:
            self.why_not = "record_trained_too_long"

    def _look(self, moment: Moment) -> None:
        """The rules hold all the way, and the first epoch at which the goal is reached is counted here."""
        if self._rules.broken(moment.settings):
            self.why_not = self.why_not or "record_broke_a_lock"
        elif self._is_judged(moment) and self._rules.is_reached(self._hidden.measures(moment)):
            self._reached_at = moment.epoch

    def _is_judged(self, moment: Moment) -> bool:
        """At the end of every epoch until it is reached, where the epochs are what counts."""
        return self._rules.by == "epochs" and self._reached_at is None and moment.epochs == moment.epoch

    def _compare(self) -> None:
        moment = self._chosen.moment
        if self._replay.parameters != moment.state.parameters.tobytes():
            self.why_not = "record_not_repeated"
            return
        self.record = self._won()
        if is_untouched(moment.steering):
            self._luck = Luck(self._rules, self._hidden, moment)

    def _won(self) -> Record:
        moment, loss = self._chosen.moment, self._chosen.measures.loss
        size = moment.state.parameters.size
        epochs = moment.epochs if self._reached_at is None else float(self._reached_at)
        value = {"parameters": float(size), "epochs": epochs, "loss": loss}[self._rules.by]
        return Record(value, size, epochs, loss)

    def _try_luck(self, luck: Luck, budget: float, clock: Callable[[], float]) -> None:
        luck.work(budget, clock)
        if luck.is_done and self.record is not None:
            self.record = self.record.with_luck(luck.reached, luck.tried)
