"""Trains the settings of a record from other seeds, to tell what was luck: at most a second of work for each member."""

import time
from collections.abc import Callable
from dataclasses import replace

import msgspec

from glassbox.engine.trainer import Trainer
from glassbox.run.moment import Moment
from glassbox.settings import MOST_SEED
from glassbox.study.challenge.hidden import HiddenPoints
from glassbox.study.challenge.rules import Rules

SEEDS = 10
MOST_SECONDS = 1.0
CHUNK = 200  # mini-batches between two looks at the clock


class Luck:
    """Of a network that nothing was changed of after step 0.

    Attributes:
        tried: how many other seeds have trained as many steps.
        reached: how many of these reach the goal there.
    """

    def __init__(self, rules: Rules, hidden: HiddenPoints, moment: Moment) -> None:
        self.tried = self.reached = 0
        self._rules, self._hidden, self._moment = rules, hidden, moment
        self._trainer: Trainer | None = None
        self._spent = 0.0

    @property
    def is_done(self) -> bool:
        """Whether enough seeds were tried, or the second is over."""
        return self.tried >= SEEDS or self._spent >= MOST_SECONDS

    def work(self, budget: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Train for about so many seconds; a little at least."""
        began = now = clock()
        while not self.is_done and (now < began + budget or now == began):
            self._advance()
            later = clock()
            self._spent += later - now
            now = later

    def _advance(self) -> None:
        trainer = self._trainer = self._trainer or self._next()
        left = self._moment.step - trainer.step
        if left > 0:
            trainer.run(min(left, CHUNK))
            return
        there = msgspec.structs.replace(self._moment, recipe=trainer.recipe, state=trainer.state())
        self.reached += trainer.finite() and self._rules.is_reached(self._hidden.measures(there))
        self.tried += 1
        self._trainer = None

    def _next(self) -> Trainer:
        recipe = self._moment.recipe
        seed = (recipe.seed + 1 + self.tried) % (MOST_SEED + 1)
        return Trainer(replace(recipe, seed=seed), self._moment.data_split.data)
