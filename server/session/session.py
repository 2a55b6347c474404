"""One live session: a network owned by one task, worked on in slices in the pool, and watched by one page at a time."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from glassbox.protocol import server_messages
from glassbox.protocol.messages import Acknowledge, Command, Open, View, write
from glassbox.protocol.server_messages import ServerMessage
from glassbox.run.orders import OpenNetwork, Resume
from glassbox.session import words
from glassbox.session.alarm import Alarm
from glassbox.session.inbox import MOST_WAITING, Arrival, Doze, Inbox, Item
from glassbox.session.mailbox import Mailbox
from glassbox.session.pending_session import PendingSession
from glassbox.session.pool import Pool
from glassbox.session.questions import Asked, NoSuchSession, Question, TooEarly
from glassbox.session.viewer import Viewer
from glassbox.settings import Settings

if TYPE_CHECKING:  # not at run time: they bring Numba along, which is slow to import
    from glassbox.run.worker import Report, Worker

Build = Callable[[str, Settings], "Worker"]

logger = logging.getLogger(__name__)


class Session:
    """A network and whoever watches it. Used on the event loop; only `workbench.work` runs in the pool."""

    def __init__(self, name: str, draft: PendingSession, pool: Pool, build: Build, clock: Callable[[], float]) -> None:
        self.name = name
        self.watcher: Viewer | None = None
        self.playing = False
        self._draft: PendingSession | None = draft  # until the kernels are ready
        self._pool = pool
        self._build = build
        self._clock = clock
        self._inbox: Inbox = Inbox()
        self._asked = Asked()
        self._alarm = Alarm()
        self._task: asyncio.Task[None] | None = None
        self._is_held_back = False
        self._is_flooded = False
        self._unwatched_since = clock()
        self.owner: str | None = None  # the id of the browser that watches, or watched last

    # ---- pages come and go

    def admit(self, message: Open, *, resumed: bool, notes: list[str]) -> Viewer:
        """A page comes to watch; who watched before has been told to go."""
        self._dismiss("taken_over", words.TAKEN_OVER)
        viewer = self.watcher = Viewer(self.name, Mailbox(self._clock))
        self.owner = message.owner or self.owner
        is_greeted = self._draft is not None
        arrival = Arrival(viewer, message.view or View(), resumed, tuple(notes), self.owner, is_greeted)
        if self._draft is None:
            self._put(arrival)
        else:
            self._draft.view = arrival.view
            self.post(self._draft.welcome(self.name, resumed=resumed, notes=arrival.notes))
        return viewer

    def leave(self, viewer: Viewer) -> None:
        """A page has gone; it may have been replaced already."""
        if viewer is self.watcher:
            self._dismiss("left", "")

    def seconds_unwatched(self) -> float:
        """For how long nobody has watched."""
        return 0.0 if self.watcher else self._clock() - self._unwatched_since

    def let_go_if_not_reading(self, patience: float) -> None:
        """The network waits for a page that does not acknowledge what it gets, but nothing more is made for it."""
        if self.watcher and self.watcher.mailbox.seconds_unread() >= patience:
            self._dismiss("not_reading", words.NOT_READING.format(seconds=patience))

    def _dismiss(self, code: str, text: str) -> None:
        if self.watcher is not None:
            self.watcher.mailbox.close(code, text)
            self.watcher = None
            self._unwatched_since = self._clock()

    # ---- messages

    def post(self, letter: ServerMessage) -> None:
        """Send a letter to whoever watches."""
        if self.watcher is not None:
            self.watcher.mailbox.post(write(letter))

    def control(self, viewer: Viewer, command: Command) -> None:
        """Pass on what a page wants, if it is the one that watches."""
        if isinstance(command, Acknowledge):
            viewer.mailbox.acknowledge(command.frame)
            if self._is_held_back:
                self._alarm.ring()
        elif viewer is self.watcher:
            self._take(command)

    def adopt(self, adopt: OpenNetwork | Resume) -> None:
        """Begin a new run of a network from outside, or take up one that was left.

        Raises:
            TooEarly: there is no network to put it in the place of yet, or too much waits to be obeyed.
        """
        if self._draft is not None:
            raise TooEarly(words.ASKED_TOO_EARLY)
        if len(self._inbox) >= MOST_WAITING:
            raise TooEarly(words.ASKED_TOO_MUCH)
        self._put(adopt)

    def doze(self) -> None:
        """Nobody has watched for a while: pause."""
        if self.playing:
            self._put(Doze())

    async def ask(self, name: str, **arguments: Any) -> Any:
        """What the run answers to the question `name` (see `run.answers`), between two slices of training: a copy.

        Raises:
            TooEarly: there is no network yet, or many others ask. NoSuchSession: the session ended meanwhile.
        """
        if self._draft is not None:
            raise TooEarly(words.ASKED_TOO_EARLY)
        if self._asked.is_full:
            raise TooEarly(words.ASKED_TOO_MUCH)
        question = Question(name, arguments)
        answer = self._asked.expect(question)
        self._put(question)
        return await answer

    def _take(self, command: Command) -> None:
        if self._draft is not None:
            answer = self._draft.take(command)
            if answer is not None:
                self.post(answer)
        elif len(self._inbox) < MOST_WAITING:
            self._is_flooded = False
            self._put(command)
        elif not self._is_flooded:  # one sentence for each flood
            self._is_flooded = True
            self.post(server_messages.refused(words.INBOX_FULL, None))

    def _put(self, item: Item) -> None:
        self._inbox.append(item)
        self._alarm.ring()

    # ---- life

    def begin(self, on_fault: Callable[["Session"], None]) -> None:
        """The kernels are ready: build the network, obey what has waited, and live."""
        draft, self._draft = self._draft, None
        assert draft is not None
        if self.watcher is not None:
            arrival = Arrival(self.watcher, draft.view, resumed=False, notes=(), owner=self.owner, is_greeted=True)
            self._inbox.append(arrival)
        self._inbox.extend(draft.waiting)
        self.post(server_messages.ready())
        self._task = asyncio.create_task(self._live_guarded(draft.settings, on_fault), name=f"session {self.name[:4]}…")

    def close(self, code: str, text: str) -> None:
        """End the session, and tell whoever watches why."""
        self._dismiss(code, text)
        self._asked.give_up(NoSuchSession(words.SESSION_ENDED))
        if self._task is not None:
            self._task.cancel()

    async def _live_guarded(self, settings: Settings, on_fault: Callable[["Session"], None]) -> None:
        """A fault ends this session, but no other."""
        try:
            await self._live(settings)
        except Exception:
            logger.exception("A session ended because of a fault")
            self._dismiss("crashed", words.CRASHED)
            self._asked.give_up(NoSuchSession(words.CRASHED))
            on_fault(self)

    async def _live(self, settings: Settings) -> None:
        workbench = await self._pool.run(lambda _: self._build(self.name, settings))
        work = partial(workbench.work, self._inbox)
        while True:
            report = await self._pool.run(work)
            self._deliver(report)
            await self._until_work(report)

    def _deliver(self, report: "Report") -> None:
        self.playing = report.playing
        for question, answer in report.answers:
            self._asked.settle(question, answer)
        for viewer, text in report.letters:
            viewer.mailbox.post(text)
        if report.frame is not None:
            viewer, number, frame = report.frame
            viewer.mailbox.show(number, frame)

    async def _until_work(self, report: "Report") -> None:
        """Sleep until there is something to do, by the report or because something came meanwhile."""
        has_credit = self.watcher is not None and self.watcher.mailbox.has_credit
        if self._inbox or (report.is_held_back and has_credit):
            return
        seconds = None if report.again is None else report.again - self._clock()
        if seconds is None or seconds > 0:
            self._is_held_back = report.is_held_back
            await self._alarm.sleep(seconds)
            self._is_held_back = False
