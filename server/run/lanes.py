"""Runs side by side, for comparing: forks of one run, with the same data, seed and order of mini-batches,
trained in step.

One lane is in hand: it is what the page shows and what its commands act on. One lane leads, and the others follow it
step for step: the one in hand leads, but when it stops by itself, at a criterion or because its numbers blow up,
another goes on in its place. A lane that has stopped rests until the network in hand is played at its step, or all
begin anew; those that are ahead of the leader wait for it. What decides the data and the seed is shared by all;
everything else is each lane's own.
"""

from collections.abc import Callable, Collection
from typing import Any

from pydantic import ValidationError

from glassbox.engine.evaluation import Evaluation
from glassbox.protocol import server_messages
from glassbox.protocol.messages import (
    Command,
    Fork,
    Pause,
    Play,
    RemoveLane,
    Rewind,
    SetUp,
    Step,
    SwitchBranch,
    TakeLane,
)
from glassbox.protocol.refusals import Refusal
from glassbox.protocol.server_messages import ServerMessage
from glassbox.run import words
from glassbox.run.beginning import FIRST_LANE
from glassbox.run.commands import obey
from glassbox.run.driver import Clock
from glassbox.run.fork import fork
from glassbox.run.kept_run import KeptLanes, come_back, keep, made_again
from glassbox.run.orders import MOST_LANES, NEW_BORN, OF_ALL, LineUp, OpenNetwork, PauseUnwatched, Resume
from glassbox.run.pace import UNLIMITED
from glassbox.run.page_messages import introduction
from glassbox.run.run import Run
from glassbox.run.setting_up import plan_of
from glassbox.run.shape import check_size
from glassbox.settings import Settings, difference
from glassbox.words.joined import listed

STOPS = frozenset({"stop_epochs", "stop_loss", "stop_accuracy", "patience"})


class Lanes:
    """All lanes of a session; there is always one.

    Attributes:
        lanes: the runs by their numbers.
        in_hand: the run that the page shows.
        leader: the run whose steps the others follow.
    """

    def __init__(self, run: Run) -> None:
        self.lanes: dict[int, Run] = {FIRST_LANE: run}
        self._changes = 0
        self._forks = 0
        self._resting: set[int] = set()  # those that have stopped by themselves
        self.in_hand = self.leader = run
        self._obey: dict[type[Any], Callable[[Any], list[ServerMessage]]] = {
            Fork: self._fork,
            TakeLane: self._take,
            RemoveLane: self._remove,
            SetUp: self._set_up,
            Rewind: self._refuse_to_rewind,
            SwitchBranch: self._refuse_to_rewind,
            Resume: self._resume,
            OpenNetwork: self._resume,
            LineUp: self._line_up,
        }
        self._introduce()

    @property
    def moment(self) -> tuple[int, int, int]:
        """Differs whenever there is something new to be seen."""
        in_hand = self.in_hand
        newest = in_hand.moment if len(self.lanes) == 1 else sum(run.moment for run in self.lanes.values())
        return in_hand.lane, newest, self._changes

    # ---- as they were

    @property
    def stamp(self) -> tuple[tuple[int, ...], ...]:
        """Differs after whatever was changed but by training."""
        runs = self.lanes.values()
        return tuple((run.lane, run.number, run.revision, run.history.branches.number) for run in runs)

    def keep(self) -> tuple[list[ServerMessage], KeptLanes]:
        """What to tell if the numbers of the one in hand turn out to have blown up; and all as they are."""
        found = {lane: keep(run) for lane, run in self.lanes.items()}
        kept = tuple(each for _, each in found.values())
        told = found[self.in_hand.lane][0]
        return told, KeptLanes(kept, self.in_hand.lane, self.leader.lane, frozenset(self._resting))

    def come_back(self, kept: KeptLanes) -> list[ServerMessage]:
        """All are what was kept; what trained until now trains on from there, at the same speed."""
        before, playing = self.in_hand, self.leader.playing
        number = 1 + max(*(run.number for run in self.lanes.values()), *(each.number for each in kept.runs))
        self.lanes = {each.lane: self.lanes.get(each.lane) or made_again(each, before) for each in kept.runs}
        for each in kept.runs:
            self.lanes[each.lane].speed_up_to(before)
            come_back(self.lanes[each.lane], each, number)
        self.in_hand, self.leader = self.lanes[kept.in_hand], self.lanes[kept.leader]
        self._resting = set(kept.resting)
        self._changes += 1
        self._introduce()
        if playing:
            self._play_on()
        return [introduction(self.in_hand)]

    def _play_on(self) -> None:
        if self.leader.lane in self._resting:
            self._wake()
        self.leader.play()

    # ---- commands

    def obey(self, command: Command | PauseUnwatched | OpenNetwork | Resume | LineUp) -> list[ServerMessage]:
        """Carry a command out, for the lanes or for the run in hand; what to tell the page."""
        own = self._obey.get(type(command))
        if own is None or (not isinstance(command, LineUp) and self._is_of_one(command)):
            assert not isinstance(command, LineUp)
            return self._obey_in_hand(command)
        try:
            told = own(command)
        except Refusal as refusal:
            assert not isinstance(command, PauseUnwatched | OpenNetwork | Resume)
            return [server_messages.Refused(refusal.text, command.type)]
        self._changes += 1
        self._introduce()
        if len(self.lanes) == 1:
            self._resting.clear()
        return told

    def _is_of_one(self, command: Command | PauseUnwatched | OpenNetwork | Resume) -> bool:
        """Whether the run in hand obeys it as if there were no lanes: there is one only, or all begin where it does."""
        if isinstance(command, OpenNetwork) and command.age == NEW_BORN:
            return True
        return len(self.lanes) == 1 and isinstance(command, Rewind | SwitchBranch | Resume | OpenNetwork)

    def _fork(self, _: Fork) -> list[ServerMessage]:
        """The new lane is in hand: a copy of the one that was."""
        if len(self.lanes) >= MOST_LANES:
            raise Refusal(words.MOST_LANES_REACHED.format(most=MOST_LANES))
        number = min(set(range(FIRST_LANE, MOST_LANES + 1)) - set(self.lanes))
        self._forks += 1
        told, run = fork(self.in_hand, number, self.in_hand.number + self._forks)
        self.lanes = dict(sorted({**self.lanes, number: run}.items()))
        self._resting |= {number} if self.in_hand.lane in self._resting else set()
        return [*told, *self._hand_over(run)]

    def _take(self, command: TakeLane) -> list[ServerMessage]:
        return self._hand_over(self.find(command.lane))

    def _remove(self, command: RemoveLane) -> list[ServerMessage]:
        run = self.find(command.lane)
        if len(self.lanes) == 1:
            raise Refusal(words.LAST_LANE)
        del self.lanes[command.lane]
        self._resting.discard(command.lane)
        told = self._hand_over(self._successor()) if run is self.in_hand else []
        if run is self.leader:
            self._pass_on(run.playing)
        return told

    def _refuse_to_rewind(self, _: Rewind | SwitchBranch) -> list[ServerMessage]:
        raise Refusal(words.NO_REWIND_IN_LANES)

    def _resume(self, command: Resume | OpenNetwork) -> list[ServerMessage]:
        """A run that goes on where it was has no others beside it, at its step and on its data: comparing ends."""
        number = self.in_hand.number
        told = obey(self.in_hand, command)
        if self.in_hand.number == number:  # it was refused
            return told
        self.lanes = {self.in_hand.lane: self.in_hand}
        self.leader = self.in_hand
        return [*told, server_messages.Refused(words.LANES_CLOSED, None)]

    def _line_up(self, order: LineUp) -> list[ServerMessage]:
        """The runs are all the lanes there are: the one furthest behind is in hand, and those ahead wait for it."""
        like = self.in_hand
        for each in order.runs:
            check_size(each.snapshot.moment.settings, like.most_parameters)
        like.rest()
        self.leader.rest()
        number = 1 + max(run.number for run in self.lanes.values())
        lanes = [like.lane, *sorted(set(range(FIRST_LANE, MOST_LANES + 1)) - {like.lane})]
        found = [self._resumed(each, lane, number) for each, lane in zip(order.runs, lanes, strict=False)]
        self.lanes = {run.lane: run for run in sorted(found, key=lambda run: run.lane)}
        self._resting = {run.lane for run in found if run.has_ended}
        going = [run for run in found if run.lane not in self._resting] or found
        self.in_hand = self.leader = min(going, key=lambda run: run.trainer.step)
        return [introduction(self.in_hand)]

    def _set_up(self, command: SetUp) -> list[ServerMessage]:
        """One network from its beginning, and the other beside it if there is to be one; the first is in hand."""
        run = self.in_hand
        plan = plan_of(command, run.most_parameters)  # nothing is refused from here on
        self.leader.rest()
        self.lanes, self.leader = {run.lane: run}, run
        self._resting.clear()
        for each in (plan.network, *plan.by_hand):
            obey(run, each)
        if plan.beside:
            self._fork(Fork(type="fork"))
            obey(self.in_hand, plan.beside)
            self._hand_over(run)
        return [introduction(run)]

    def _resumed(self, order: Resume, lane: int, number: int) -> Run:
        """A run in its lane, as it was left."""
        like, settings = self.in_hand, order.snapshot.moment.settings
        is_here = lane == like.lane
        run = like if is_here else Run(settings, like.most_parameters, like.draw_seed, like.timeline_bytes, lane)
        obey(run, order)
        run.number, run.data_version = number, like.data_version
        return run

    def find(self, number: int) -> Run:
        """The run of the lane with this number.

        Raises:
            Refusal: there is none.
        """
        if number not in self.lanes:
            raise Refusal(words.NOT_A_LANE.format(lane=number, lanes=listed(map(str, self.lanes))))
        return self.lanes[number]

    def _successor(self) -> Run:
        """The first lane of those that have come farthest."""
        return max(self.lanes.values(), key=lambda run: run.trainer.step)

    def _hand_over(self, run: Run) -> list[ServerMessage]:
        """It is shown from now on; it leads too if it is in step with the one that did, which otherwise still does."""
        before, self.in_hand = self.in_hand, run
        if before is self.leader and run in self._in_step():
            self._lead(run, before.playing)
        self._introduce()
        run.speed_up_to(before)
        return [introduction(run)]

    def _lead(self, run: Run, playing: bool) -> None:
        before, self.leader = self.leader, run
        if run is not before:
            run.speed_up_to(before)
            before.rest()
            run.lead(playing)

    def _pass_on(self, playing: bool) -> None:
        """Someone else leads who has not stopped, the one furthest behind; nobody trains if there is no one."""
        going = [run for run in self.lanes.values() if run.lane not in self._resting]
        if going:
            self._lead(min(going, key=lambda run: (run.trainer.step, run is not self.in_hand)), playing)
        else:
            self.leader = self.in_hand

    def _wake(self) -> None:
        """The one in hand leads, and whoever stands where it does trains along again."""
        self._lead(self.in_hand, self.leader.playing)
        for run in self.lanes.values():
            if run.trainer.step == self.in_hand.trainer.step:
                self._resting.discard(run.lane)
                run.forget_stop()

    def limit_past(self, share: float) -> None:
        """Keep the past of all lanes within this share of the memory that it may take."""
        for run in self.lanes.values():
            history = run.history
            history.limit(int(share * run.timeline_bytes / len(self.lanes)))
            if share < 1:  # the way it has come, too, is told by fewer moments
                history.trajectory.rebuild(history.moments)

    def _introduce(self) -> None:
        """Each lane knows its fellows, for questions about all of them."""
        for run in self.lanes.values():
            run.meet(tuple(self.lanes.values()))

    def _obey_in_hand(self, command: Command | PauseUnwatched | OpenNetwork | Resume) -> list[ServerMessage]:
        if len(self.lanes) == 1:
            return obey(self.in_hand, command)
        if isinstance(command, Pause | PauseUnwatched) and self.leader is not self.in_hand:
            obey(self.leader, command)
            return [self.in_hand.state()]
        if isinstance(command, Play | Step | OpenNetwork):
            self._wake()
        number, settings = self.in_hand.number, self.in_hand.settings
        told = obey(self.in_hand, command) + self._share(settings)
        if self.in_hand.number != number:
            self._begin_anew()
        self.leader.speed_up_to(self.in_hand)
        return told

    def _begin_anew(self) -> None:
        """From the initial weights, because the one in hand does."""
        for run in self._others():
            run.begin_anew()
            run.moment += 1
        self._resting.clear()
        self._lead(self.in_hand, self.leader.playing)

    def _share(self, before: Settings) -> list[ServerMessage]:
        """What is changed for all is changed in the other lanes too; one that cannot follow is left out."""
        settings, changed = self.in_hand.settings, difference(before, self.in_hand.settings)
        told: list[ServerMessage] = [*self._warn_of_own_stops(changed)]
        changes = {name: getattr(settings, name) for name in changed if name in OF_ALL}
        for run in self._others() if changes else []:
            try:
                others = run.settings.changed(changes)
                check_size(others, run.most_parameters)
                run.become(others)
            except (Refusal, ValidationError):
                del self.lanes[run.lane]
                self._resting.discard(run.lane)
                told.append(server_messages.Refused(words.LANE_LEFT_OUT.format(lane=run.lane), None))
        if told:
            self._introduce()
            if self.leader.lane not in self.lanes:
                self._pass_on(self.leader.playing)
        return told

    def _warn_of_own_stops(self, changed: Collection[str]) -> list[ServerMessage]:
        """A stop is each lane's own; whoever sets one while comparing is told that the others run on."""
        if len(self.lanes) == 1 or STOPS.isdisjoint(changed):
            return []
        return [server_messages.Note(words.STOP_IS_OF_ONE_LANE.format(lane=self.in_hand.lane))]

    # ---- training

    def train(self, budget: float, clock: Clock) -> list[ServerMessage]:
        """Train what the leader owes, for about `budget` seconds, and the others along with it."""
        leader, playing = self.leader, self.leader.playing
        if len(self.lanes) == 1 or not leader.is_owing:
            return leader.train(budget, clock)
        together = self._in_step()
        share = budget / len(together)
        most = min(self._steps_alone(), *(run.steps_in(share) for run in together))
        told = leader.train(share, clock, most)
        for run in together:
            run.follow(leader.trainer.step, clock, may_stop=playing)
        return self._settle(leader, told, playing)

    def evaluate(self, clock: Clock) -> tuple[Evaluation, list[ServerMessage]]:
        """Of the run in hand; the others get their points of the curves at the same step."""
        leader, playing = self.leader, self.leader.playing
        if len(self.lanes) == 1:
            return leader.evaluate()
        together = self._in_step()
        told = leader.evaluate()[1]
        for run in together:
            run.follow(leader.trainer.step, clock, may_stop=playing)
            run.evaluate()
        told = self._settle(leader, told, playing)
        return self.in_hand.evaluate()[0], told

    def _settle(self, leader: Run, told: list[ServerMessage], playing: bool) -> list[ServerMessage]:
        """Who has stopped by itself rests from now on, and the others go on; what to tell the page,
        of the leader's messages too.
        """
        if len(self.lanes) == 1:
            return told
        own = told if leader is self.in_hand else []
        stopped = [run for run in self.lanes.values() if run.has_ended and run.lane not in self._resting]
        if not stopped:
            return own
        self._resting |= {run.lane for run in stopped}
        if leader in stopped:
            self._pass_on(playing)
        notes = [
            server_messages.Note(words.LANE_STOPPED.format(lane=run.lane, text=run.stop_text))
            for run in stopped
            if run is not self.in_hand
        ]
        kept = [message for message in own if not isinstance(message, server_messages.State)]
        return [*kept, *notes, self.in_hand.state()]

    def _others(self) -> list[Run]:
        return [run for run in self.lanes.values() if run is not self.in_hand]

    def _in_step(self) -> list[Run]:
        """Those that train together: the leader, and who stands where it does and has not stopped."""
        step = self.leader.trainer.step
        return [
            run
            for run in self.lanes.values()
            if run is self.leader or (run.trainer.step == step and run.lane not in self._resting)
        ]

    def _steps_alone(self) -> int:
        """How far the leader goes until it is in step with the next one that waits for it."""
        steps = (
            run.trainer.step - self.leader.trainer.step for run in self.lanes.values() if run.lane not in self._resting
        )
        return min((ahead for ahead in steps if ahead > 0), default=UNLIMITED)
