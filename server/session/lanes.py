"""Runs side by side, for comparing: forks of one run, with the same data, seed and order of mini-batches, trained in step.

One lane is in hand: it is what the page shows and what its commands act on. The others follow it step for step. What
decides the data and the seed is shared by all; everything else is each lane's own.
"""

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from server.engine.trainer import Evaluation
from server.protocol import letters
from server.protocol.letters import Letter
from server.protocol.messages import Command, Fork, RemoveLane, Rewind, TakeLane
from server.protocol.refusals import Refusal
from server.session import words
from server.session.adoption import Adopt, TakeUp
from server.session.driver import Clock
from server.session.history import FIRST_LANE
from server.session.inbox import Doze
from server.session.run import Run
from server.settings import Effect, Settings, difference, effect_of

MOST_LANES = 4
CURVE_POINTS = 200  # of each lane, in the chart of all
OF_ALL = frozenset(name for name in Settings.model_fields if effect_of(name) is Effect.DATA) | {"seed"}


class Lanes:
    """All lanes of a session; there is always one.

    Attributes:
        in_hand: the run that the page shows.
    """

    def __init__(self, run: Run) -> None:
        self._lanes: dict[int, Run] = {FIRST_LANE: run}
        self._changes = 0
        self._forks = 0
        self.in_hand = run
        self._obey: dict[type[Any], Callable[[Any], list[Letter]]] = {
            Fork: self._fork,
            TakeLane: self._take,
            RemoveLane: self._remove,
            Rewind: self._refuse_to_rewind,
            TakeUp: self._take_up,
        }
        self._introduce()

    @property
    def moment(self) -> tuple[int, int, int]:
        """Differs whenever there is something new to be seen."""
        return self.in_hand.lane, self.in_hand.moment, self._changes

    # ---- commands

    def obey(self, command: Command | Doze | Adopt | TakeUp) -> list[Letter]:
        """Carry a command out, for the lanes or for the run in hand; what to tell the page."""
        own = self._obey.get(type(command))
        if own is None or (isinstance(command, Rewind | TakeUp) and len(self._lanes) == 1):
            return self._obey_in_hand(command)
        try:
            told = own(command)
        except Refusal as refusal:
            assert not isinstance(command, Doze | Adopt | TakeUp)
            return [letters.refused(refusal.text, command.type)]
        self._changes += 1
        self._introduce()
        return told

    def _fork(self, _: Fork) -> list[Letter]:
        """The new lane is in hand: a copy of the one that was."""
        if len(self._lanes) >= MOST_LANES:
            raise Refusal(words.MOST_LANES_REACHED.format(most=MOST_LANES))
        number = min(set(range(FIRST_LANE, MOST_LANES + 1)) - set(self._lanes))
        self._forks += 1
        told, run = self.in_hand.fork(number, self.in_hand.number + self._forks)
        self._lanes = dict(sorted({**self._lanes, number: run}.items()))
        return [*told, *self._hand_over(run)]

    def _take(self, command: TakeLane) -> list[Letter]:
        run = self._find(command.lane)
        if run.trainer.step != self.in_hand.trainer.step:
            raise Refusal(words.LANE_BEHIND.format(lane=command.lane, step=run.trainer.step))
        return self._hand_over(run)

    def _remove(self, command: RemoveLane) -> list[Letter]:
        run = self._find(command.lane)
        if len(self._lanes) == 1:
            raise Refusal(words.LAST_LANE)
        del self._lanes[command.lane]
        return self._hand_over(self._successor()) if run is self.in_hand else []

    def _refuse_to_rewind(self, _: Rewind) -> list[Letter]:
        raise Refusal(words.NO_REWIND_IN_LANES)

    def _take_up(self, command: TakeUp) -> list[Letter]:
        """A run that goes on where it was has no others beside it, at its step and on its data: comparing ends."""
        number = self.in_hand.number
        told = self.in_hand.obey(command)
        if self.in_hand.number == number:  # it was refused
            return told
        self._lanes = {self.in_hand.lane: self.in_hand}
        return [*told, letters.refused(words.LANES_CLOSED, None)]

    def _find(self, number: int) -> Run:
        if number not in self._lanes:
            raise Refusal(words.NOT_A_LANE.format(lane=number, lanes=", ".join(map(str, self._lanes))))
        return self._lanes[number]

    def _successor(self) -> Run:
        """The first lane that is in step, or that has come farthest."""
        return max(self._lanes.values(), key=lambda run: run.trainer.step)

    def _hand_over(self, run: Run) -> list[Letter]:
        run.take_over_from(self.in_hand)
        self.in_hand = run
        return [run.introduction()]

    def _introduce(self) -> None:
        """Each lane knows its fellows, for questions about all of them."""
        for run in self._lanes.values():
            run.meet(tuple(self._lanes.values()))

    def _obey_in_hand(self, command: Command | Doze | Adopt | TakeUp) -> list[Letter]:
        number, settings = self.in_hand.number, self.in_hand.settings
        told = self.in_hand.obey(command)
        if len(self._lanes) > 1:
            told += self._share(settings)
            if self.in_hand.number != number:
                for run in self._others():
                    run.begin_anew()
        return told

    def _share(self, before: Settings) -> list[Letter]:
        """What is changed for all is changed in the other lanes too; one that cannot follow is left out."""
        settings, told = self.in_hand.settings, list[Letter]()
        changes = {name: getattr(settings, name) for name in difference(before, settings) if name in OF_ALL}
        for run in self._others() if changes else []:
            try:
                run.change(changes)
            except (Refusal, ValidationError):
                del self._lanes[run.lane]
                told.append(letters.refused(words.LANE_LEFT_OUT.format(lane=run.lane), None))
        if told:
            self._introduce()
        return told

    # ---- training

    def train(self, budget: float, clock: Clock) -> list[Letter]:
        """Train what the run in hand owes, for about `budget` seconds, and the others along with it."""
        followers = self._followers()
        if not followers or not self.in_hand.is_owing:
            return self.in_hand.train(budget, clock)
        share = budget / (1 + len(followers))
        most = min(run.steps_in(share) for run in (self.in_hand, *followers))
        told = self.in_hand.train(share, clock, most)
        for run in followers:
            run.follow(self.in_hand.trainer.step, clock)
        return told

    def evaluate(self, clock: Clock) -> tuple[Evaluation, list[Letter]]:
        """Of the run in hand; the others get their points of the curves at the same step."""
        followers = self._followers()
        evaluation, told = self.in_hand.evaluate()
        for run in followers:
            run.follow(self.in_hand.trainer.step, clock)
            run.evaluate()
        return evaluation, told

    def _others(self) -> list[Run]:
        return [run for run in self._lanes.values() if run is not self.in_hand]

    def _followers(self) -> list[Run]:
        """Those that are in step; one whose numbers were no longer finite stays where it was."""
        return [run for run in self._others() if run.trainer.step == self.in_hand.trainer.step]


def difference_text(run: Run) -> str:
    """What a lane has otherwise than the first, in words; "" for the first itself, and where it is the same."""
    first = run.fellows[0].settings
    names = [name for name in difference(first, run.settings) if name != "speed"]
    return words.change_text(run.settings, names)


def take_curves(run: Run) -> list[dict[str, Any]]:
    """The losses of all lanes, JSON-ready, with few points. Called where the runs are worked on."""
    return [{"lane": each.lane, **each.history.outline(CURVE_POINTS)} for each in run.fellows]
