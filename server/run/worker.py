"""Where a session's network is worked on, a slice at a time, in a thread of the pool: obey, train, take a picture.

Plain and synchronous, and timed by the clock it is given. Whoever has the session's turn calls `work`; the result
says what to send, and when there will be something to do again.
"""

from collections.abc import Callable
from typing import Any

from glassbox.protocol import frames
from glassbox.protocol.messages import Command, View, write
from glassbox.protocol.server_messages import ServerMessage, Slowed
from glassbox.run.answers import LOOKS, answer
from glassbox.run.autosave import Autosave, Record
from glassbox.run.frame import frame_builder
from glassbox.run.frame.new_points import NewPoints
from glassbox.run.inbox import Arrival, Credit, Inbox, Item, Moved, Question
from glassbox.run.lanes import Lanes
from glassbox.run.lateness import Lateness
from glassbox.run.orders import KeepNow, PutAside
from glassbox.run.page_messages import curves, welcome
from glassbox.run.run import Run
from glassbox.run.slice_result import SliceResult
from glassbox.run.undoing import Undoing

PERIOD = 1 / 40  # seconds from frame to frame
LONGEST_GAP = 0.25  # seconds; moments one can come back to are at most so far apart, even when nobody watches
LONG_AGO = float("-inf")
NOBODY = 0
ASIDE = 1 / 32  # of the memory for its past is left to a network that nobody has watched for a while
NEVER_SENT = -1


class Worker:
    """One session's network and what its viewer sees of it."""

    def __init__(self, session: str, run: Run, clock: Callable[[], float], record: Record | None = None) -> None:
        self._session = session
        self._lanes = Lanes(run)
        self._undoing = Undoing(self._lanes, run.timeline_bytes)
        self._clock = clock
        run.touched = clock()
        self._autosave = Autosave(record, clock)
        self.is_aside = False  # nobody has watched for a while
        self._viewer = NOBODY
        self._credit: Credit | None = None
        self._view = View()
        self._result = SliceResult()
        self._next_period = LONG_AGO  # when the next frame period begins
        self._is_shown = False  # whether this period has had its frame
        self._turn_began = LONG_AGO
        self._turn_gap = 0.0  # seconds from turn to turn while steps are owed: how long it waits for the others
        self._shown: tuple[tuple[int, int, int], View] | None = None  # the moment and the view of the last frame
        self._frames = 0
        # the lane and version of the data sent last, and the first frame that had it
        self._data: tuple[tuple[int, int], int] | None = None
        self._points = NewPoints()
        self._evaluated_at = LONG_AGO
        self._lateness = Lateness()
        self._wanted: float | None = None  # when the next turn is, if it plays for somebody who sees it
        self._is_told_slowed = False

    @property
    def _run(self) -> Run:
        """The one in hand."""
        return self._lanes.in_hand

    def work(self, inbox: Inbox, budget: float) -> SliceResult:
        """Obey what waits, train what is due, and take a picture if it is time and someone can look."""
        before = self._lanes.moment
        end = self._begin_turn() + budget
        self._obey_all(inbox, end)
        self._begin_period_if_due()
        self._tell(self._lanes.train(max(end - self._clock(), 0.0), self._clock))
        self._look()
        self._tell(self._autosave.look(self._run, self._lanes.leader))
        self._tell_slowed()
        self._plan(inbox)
        result, self._result = self._result, SliceResult()
        result.is_news = result.is_news or bool(result.messages) or self._lanes.moment != before
        return result

    def leave(self) -> None:
        """It is about to go on elsewhere: what is known of the page stays, but not how much it has read."""
        self._credit = None

    # ---- obeying

    def _obey_all(self, inbox: Inbox, end: float) -> None:
        """At least one command, and as many as there is time for."""
        while inbox:
            self._obey(inbox.popleft())
            if self._clock() >= end:
                break

    def _obey(self, item: Item) -> None:
        self._result.is_news |= not isinstance(item, Question)
        if isinstance(item, Arrival):
            self._admit(item)
        elif isinstance(item, View):
            self._see(item)
        elif isinstance(item, Moved):
            self._credit = item.credit
        elif isinstance(item, PutAside):
            self._put_aside()
        elif isinstance(item, KeepNow):
            self._tell(self._autosave.keep(self._run))
        elif isinstance(item, Question):
            if item.name in LOOKS:  # it may turn out that the numbers blew up, and then the page is told
                self._tell(self._lanes.evaluate(self._clock)[1])
            self._result.answers.append((item, self._answer(item)))
        else:
            self._tell(self._autosave.before(self._run, self._lanes.leader, item))
            self._tell(self._undoing.obey(item))
            self._autosave.after(item)
            if isinstance(item, Command):
                self._run.touched = self._clock()

    def _see(self, view: View) -> None:
        """A page that can be seen again is told what became of the curves meanwhile."""
        returns, self._view = self._view.hidden and not view.hidden, view
        if returns:
            self._tell([curves(self._run)])

    def _answer(self, question: Question) -> Any:
        """A fault in an answer belongs to whoever asked; the run goes on."""
        try:
            return answer(self._run, question.name, question.arguments)
        except Exception as error:
            return error

    def _admit(self, arrival: Arrival) -> None:
        self._viewer, self._credit, self._view = arrival.viewer, arrival.credit, arrival.view
        self._autosave.arrive(arrival.owner)
        self.is_aside, self._shown, self._data = False, None, None
        self._is_told_slowed = False
        self._lanes.limit_past(1.0)
        self._undoing.limit(1.0)
        self._points = NewPoints()
        if not arrival.is_greeted:
            self._tell([welcome(self._run, self._session, resumed=arrival.resumed, notes=arrival.notes)])
        self._tell(self._undoing.introduce())

    def _put_aside(self) -> None:
        self.is_aside, self._credit = True, None
        self._lanes.limit_past(ASIDE)
        self._undoing.limit(ASIDE)

    def _tell(self, messages: list[ServerMessage]) -> None:
        if messages and self._credit is not None:
            self._result.messages += [(self._viewer, write(message)) for message in messages]

    # ---- training

    def _begin_turn(self) -> float:
        now = self._clock()
        self._turn_gap = now - self._turn_began if self._lanes.leader.is_owing else 0.0
        self._turn_began = now
        if self._wanted is None:
            self._lateness.rest()
        else:
            self._lateness.begin_turn(now, self._wanted)
        return now

    def _begin_period_if_due(self) -> None:
        """Periods follow each other evenly; those lost to a busy machine are not caught up with."""
        now = self._clock()
        if now >= self._next_period:
            self._lanes.leader.begin_frame(now)
            planned = self._next_period + PERIOD
            self._next_period = planned if planned > now else now + PERIOD
            self._is_shown = False

    # ---- showing

    def _look(self) -> None:
        """Take this period's picture once it is complete, or its last turn has come; else still keep moments."""
        now = self._clock()
        is_last_turn = now + self._turn_gap >= self._next_period
        is_time = is_last_turn or not self._lanes.leader.is_owing
        if is_time and not self._is_shown and self._is_news() and self._can_show():
            self._show(now)
        elif self._lanes.leader.playing and now - self._evaluated_at >= LONGEST_GAP:
            self._evaluated_at = now
            self._tell(self._lanes.evaluate(self._clock)[1])

    def _is_news(self) -> bool:
        return (self._lanes.moment, self._view) != self._shown

    def _is_watched(self) -> bool:
        return self._credit is not None and not self._credit.is_closed and not self._view.hidden

    def _can_show(self) -> bool:
        return self._is_watched() and self._credit is not None and self._credit.has_credit

    def _show(self, now: float) -> None:
        self._evaluated_at = now
        evaluation, told = self._lanes.evaluate(self._clock)
        self._tell(told)
        with_data, sent = self._is_data_due(), self._credit.sent if self._credit else NEVER_SENT
        points = self._points.of(self._run.history.curves, self._frames, sent)
        frame = frame_builder.build(self._run, evaluation, self._view, self._frames, now, points, with_data=with_data)
        self._result.frame = self._viewer, self._frames, frames.encode(frame)
        self._shown, self._is_shown = (self._lanes.moment, self._view), True
        self._frames += 1

    def _is_data_due(self) -> bool:
        """Data goes along until a frame that had it is on its way: an unsent one may have been replaced."""
        version = self._run.lane, self._run.data_version
        if self._data is None or self._data[0] != version:
            self._data = version, self._frames
            return True
        return self._credit is not None and self._credit.sent < self._data[1]

    def _tell_slowed(self) -> None:
        is_slowed = self._lateness.is_slowed
        if is_slowed != self._is_told_slowed and self._credit is not None:
            self._is_told_slowed = is_slowed
            self._tell([Slowed(is_slowed)])

    # ---- planning

    def _plan(self, inbox: Inbox) -> None:
        result, leader = self._result, self._lanes.leader
        is_watched = self._is_watched()
        is_waiting = is_watched and self._is_news()
        can_show = is_waiting and self._can_show()
        result.playing, result.is_watched = leader.playing, is_watched
        result.is_held_back = is_waiting and not can_show
        result.again = LONG_AGO if inbox or leader.is_owing else self._again(can_show=can_show)
        self._wanted = max(result.again or LONG_AGO, self._clock()) if leader.playing and is_watched else None

    def _again(self, *, can_show: bool) -> float | None:
        """When a picture waits to be made, or there is something to train."""
        if can_show:
            return self._next_period
        leader = self._lanes.leader
        if not leader.playing:
            return None
        return max(self._next_period, self._next_period - PERIOD + leader.seconds_to_next())
