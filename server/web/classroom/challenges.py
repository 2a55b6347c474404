"""Scores the challenges of all rooms: looks at the members' live networks, and trains anew what may be a record.

Both are done in a thread of their own, which gives way to live training. Nobody submits anything.
"""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from glassbox.classroom import told
from glassbox.classroom.challenge import Challenge
from glassbox.classroom.room import Room
from glassbox.data import Own, is_made
from glassbox.run.orders import OpenNetwork
from glassbox.session.questions import NotAnswered
from glassbox.session.registry import Registry
from glassbox.settings import MOST_SEED, Settings
from glassbox.study.challenge.ground import LEAST_ROWS, Ground, ground_of, why_not
from glassbox.tables.byte_lru import unguessable
from glassbox.web.background import Background
from glassbox.web.classroom import words
from glassbox.web.classroom.visitor import Visitor

if TYPE_CHECKING:  # not at run time: it brings Numba along
    from glassbox.study.challenge.contest import Contest, Outcome

EVERY = 2.0  # seconds from look to look
SLICE = 0.1  # seconds of training anew, then others have their turn
# of what is told of why there is none
VALUES: dict[str, dict[str, int | float | str]] = {"challenge_needs_more_rows": {"least": LEAST_ROWS}}

logger = logging.getLogger(__name__)


class Challenges:
    """For the event loop. `tell`: tells a room's pages what has changed in it."""

    def __init__(
        self,
        registry: Registry,
        most_parameters: int,
        tell: Callable[[Room], None],
        draw_seed: Callable[[], int] = lambda: secrets.randbelow(MOST_SEED),
    ) -> None:
        self._registry = registry
        self._most_parameters = most_parameters
        self._tell = tell
        self._draw_seed = draw_seed
        self._thread = Background(threads=1)
        self._visitors: dict[Room, set[Visitor]] = {}
        self._running: dict[Room, tuple[Challenge, asyncio.Task[None]]] = {}

    def close(self) -> None:
        """Nothing is scored any more."""
        for _, task in self._running.values():
            task.cancel()
        self._thread.close()

    # ---- as a watcher

    def entered(self, room: Room, visitor: Visitor) -> None:
        """Whoever is refused is told so on its own page."""
        self._visitors.setdefault(room, set()).add(visitor)

    def left(self, room: Room, visitor: Visitor) -> None:
        """Its network goes on being scored."""
        self._visitors.get(room, set()).discard(visitor)

    def changed(self, room: Room) -> None:
        """There may be another challenge, or none."""
        running = self._running.get(room)
        if running is not None and (running[0] is not room.challenge or room.challenge.phase == "closed"):
            running[1].cancel()
            del self._running[room]
        if room not in self._running and room.challenge is not None and room.challenge.phase == "open":
            holding = asyncio.get_running_loop().create_task(self._hold(room, room.challenge), name="challenge")
            self._running[room] = room.challenge, holding

    def drawn(self, room: Room, visitor: Visitor, frame: int) -> None:
        """Pictures are not what counts."""

    def ended(self, room: Room) -> None:
        """Nothing of it is kept."""
        self._visitors.pop(room, None)
        if room in self._running:
            self._running.pop(room)[1].cancel()

    # ---- scoring

    async def _hold(self, room: Room, challenge: Challenge) -> None:
        """A fault ends nothing: it is tried again."""
        contest: Contest | None = None
        while room.challenge is challenge:
            began = time.monotonic()
            try:
                contest = contest or await self._begin(room, challenge)
                if contest is not None:
                    await self._look(room, challenge, contest)
                    await self._work(room, challenge, contest, began + EVERY)
            except Exception:
                logger.exception("A challenge could not be scored")
                await asyncio.sleep(EVERY)

    async def _begin(self, room: Room, challenge: Challenge) -> "Contest | None":
        """None where there can be none, and the lead was told why."""
        moment = await self._moment(room.shown)
        why = _why_not(moment.settings, challenge) if moment else "no_network_shown"
        if why:
            self._refuse(room, why)
            return None
        seed, name, most = self._draw_seed(), unguessable(), self._most_parameters
        ground = await self._thread.run(lambda: ground_of(moment.settings, seed, name))
        contest = await self._thread.run(lambda: _contest(ground, challenge, seed, most))
        if ground.held is not None and not self._begins_anew(room.shown, ground.start):
            self._refuse(room, "no_network_shown")
            return None
        return contest

    def _begins_anew(self, shown: str | None, start: Settings) -> bool:
        """From here on, whoever takes the shown network gets data that never had the rows that are held back.

        Whether it is there still.
        """
        assert isinstance(start.dataset, Own)
        self._registry.own_data_store.come_back(start.dataset)
        try:
            self._registry.put_in(shown or "", OpenNetwork(start, words.BEGUN_ANEW))
        except NotAnswered:
            return False
        return True

    def _refuse(self, room: Room, id: str) -> None:  # noqa: A002 - as on the wire
        room.challenge = None
        room.changed()
        self._say(room, id, lambda visitor: visitor.role == "desk")
        self._running.pop(room)  # this task, which ends by itself
        self._tell(room)

    async def _look(self, room: Room, challenge: Challenge, contest: "Contest") -> None:
        sessions = [(number, member.session) for number, member in room.members.items() if member.session]
        found = await asyncio.gather(*(self._moment(session) for _, session in sessions))
        moments = {number: moment for (number, _), moment in zip(sessions, found, strict=True) if moment is not None}
        elsewhere = await self._thread.run(lambda: contest.look(moments))
        owners = [room.members[number] for number in elsewhere if number in room.members]
        self._say(room, "network_on_other_data", lambda visitor: visitor.member in owners)

    async def _work(self, room: Room, challenge: Challenge, contest: "Contest", end: float) -> None:
        """Train anew until the next look is due; a little also where the look itself took as long."""
        while contest.is_busy:
            outcome = await self._thread.run(lambda: contest.work(SLICE))
            if outcome is not None and room.challenge is challenge:
                self._apply(room, challenge, outcome)
            if time.monotonic() >= end:
                break
        self._tell_trials(room, challenge, contest.on_trial)
        await asyncio.sleep(max(end - time.monotonic(), 0.0))

    def _tell_trials(self, room: Room, challenge: Challenge, on_trial: set[int]) -> None:
        """Whoever waits longer than from look to look is told so; most trials end before anybody could read it."""
        changed = challenge.on_trial ^ on_trial
        if changed and room.challenge is challenge:
            challenge.on_trial = on_trial
            room.changed_trials(changed)
            self._tell(room)

    def _apply(self, room: Room, challenge: Challenge, outcome: "Outcome") -> None:
        if outcome.member not in room.members:
            return
        self._tell_trials(room, challenge, challenge.on_trial - {outcome.member})
        if outcome.why_not:
            self._say(room, outcome.why_not, lambda each: each.member is room.members[outcome.member])
        elif outcome.record is not None and challenge.note(outcome.member, outcome.record):
            room.changed_count()
            room.unkept.room = True
            room.news.members.update(row.member for row in challenge.rows())
            self._tell(room)

    async def _moment(self, session: str | None) -> Any:
        """Of a live network; None where it has ended, has not begun, or rests because nobody watches."""
        if session is None or self._registry.is_aside(session):
            return None
        try:
            return await self._registry.ask(session, "moment")
        except NotAnswered:
            return None

    def _say(self, room: Room, id: str, to: Callable[[Visitor], bool]) -> None:  # noqa: A002
        text = told.write(told.Refused(id=id, values=VALUES.get(id, {}), about="challenge"))
        for visitor in filter(to, self._visitors.get(room, set())):
            visitor.slots.post(text)


def _why_not(start: Settings, challenge: Challenge) -> str:
    """Why there can be none, as an id; "" where there can."""
    is_asked = not is_made(start.dataset) and not challenge.begins_anew
    return why_not(start) or ("challenge_begins_anew" if is_asked else "")


def _contest(ground: Ground, challenge: Challenge, seed: int, most_parameters: int) -> "Contest":
    """Imported when first needed: Numba must not keep the server from starting."""
    from glassbox.study.challenge.contest import Contest

    goal = challenge.goal
    return Contest(ground, goal.measure, goal.at, challenge.by, challenge.locked, seed, most_parameters)
