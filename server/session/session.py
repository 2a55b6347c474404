"""One live session: a network owned by one task, worked on in slices in the pool, and watched by one page at a time."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from glassbox.protocol import server_messages
from glassbox.protocol.messages import Acknowledge, Command, Open, View, write
from glassbox.protocol.server_messages import ServerMessage
from glassbox.run.inbox import MOST_WAITING, Arrival, Inbox, Item, Question
from glassbox.run.orders import LineUp, OpenNetwork, PauseUnwatched, PutAside, Resume
from glassbox.run.slice_result import SliceResult
from glassbox.session import words
from glassbox.session.audience import Audience
from glassbox.session.fair_queue import Account
from glassbox.session.mailbox import Mailbox
from glassbox.session.pending_session import PendingSession
from glassbox.session.pool import Pool
from glassbox.session.questions import FOR_ALL, Asked, NoSuchSession, TooEarly
from glassbox.session.viewer import Viewer
from glassbox.settings import Settings

Work = Callable[[Inbox, float], SliceResult]
Build = Callable[[str, Settings], Work]  # of a session's name and settings

logger = logging.getLogger(__name__)


class Session:
    """A network and whoever watches it. Used on the event loop; only what `build` builds works in the pool."""

    def __init__(
        self,
        name: str,
        pending: PendingSession,
        pool: Pool,
        build: Build,
        clock: Callable[[], float],
        client: str = "",
    ) -> None:
        self.name = name
        self.client = client  # the address that it was opened from
        self.is_used = False  # whether anything was done in it but looking
        self.watcher: Viewer | None = None
        self.playing = False
        self._pending: PendingSession | None = pending  # until the kernels are ready
        self._pool = pool
        self._account = Account()  # its time in the pool
        self._build = build
        self._clock = clock
        self._inbox: Inbox = Inbox()
        self._asked = Asked()
        self._woken = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._is_held_back = False
        self._is_flooded = False
        self._is_aside = False  # nobody has watched for a while
        self._unwatched_since = clock()
        self._visits = 0  # pages that have watched
        self.frames = 0  # handed to pages so far …
        self.shown_at = clock()  # … and when the last one was
        self.owner: str | None = None  # the id of the browser that watches, or watched last
        self.audience = Audience(clock)  # who looks into it without having it

    # ---- pages come and go

    def admit(self, message: Open, *, resumed: bool, notes: list[str]) -> Viewer:
        """A page comes to watch; who watched before has been told to go."""
        self._dismiss("taken_over", words.TAKEN_OVER)
        self._is_aside = False
        self._visits += 1
        viewer = self.watcher = Viewer(self.name, self._visits, Mailbox(self._clock))
        self.owner = message.owner or self.owner
        is_greeted = self._pending is not None
        view, mailbox = message.view or View(), viewer.mailbox
        arrival = Arrival(viewer.number, mailbox, view, resumed, tuple(notes), self.owner, is_greeted)
        if self._pending is None:
            self._put(arrival)
        else:
            self._pending.view = arrival.view
            self.post(self._pending.welcome(self.name, resumed=resumed, notes=arrival.notes))
        return viewer

    def leave(self, viewer: Viewer) -> None:
        """A page has gone; it may have been replaced already."""
        if viewer is self.watcher:
            self._dismiss("left", "")

    def seconds_unwatched(self) -> float:
        """For how long nobody has watched."""
        if self.watcher or not self.audience.is_empty:
            return 0.0
        return self._clock() - max(self._unwatched_since, self.audience.left_at)

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

    def post(self, message: ServerMessage) -> None:
        """Send a message to whoever watches."""
        if self.watcher is not None:
            self.watcher.mailbox.post(write(message))

    def control(self, viewer: Viewer, command: Command) -> None:
        """Pass on what a page wants, if it is the one that watches."""
        if isinstance(command, Acknowledge):
            viewer.mailbox.acknowledge(command.frame)
            if self._is_held_back:
                self._woken.set()
        elif viewer is self.watcher:
            self._take(command)

    def put_in(self, order: OpenNetwork | Resume | LineUp) -> None:
        """Begin a new run of a network from outside, or resume one that was left.

        Raises:
            TooEarly: there is no network to put it in the place of yet, or too much waits to be obeyed.
        """
        if self._pending is not None:
            raise TooEarly(words.ASKED_TOO_EARLY)
        if len(self._inbox) >= MOST_WAITING:
            raise TooEarly(words.ASKED_TOO_MUCH)
        self.is_used = True
        self._put(order)

    def put_aside(self) -> bool:
        """Nobody has watched for a while: pause, and keep less. Whether that is news."""
        if self.playing:
            self._put(PauseUnwatched())
        if self._is_aside or self._pending is not None:
            return False
        self._is_aside = True
        self._put(PutAside())
        return True

    @property
    def is_aside(self) -> bool:
        """Whether nobody has watched for a while: it rests as it is until somebody comes."""
        return self._is_aside

    async def ask(self, name: str, **arguments: Any) -> Any:
        """What the run answers to the question `name` (see `run.answers`), between two slices of training: a copy.

        Raises:
            TooEarly: there is no network yet, or many others ask. NoSuchSession: the session ended meanwhile.
        """
        if self._pending is not None:
            raise TooEarly(words.ASKED_TOO_EARLY)
        if self._asked.is_full and name not in FOR_ALL:
            raise TooEarly(words.ASKED_TOO_MUCH)
        question = Question(name, arguments)
        answer = self._asked.expect(question)
        self._put(question)
        return await answer

    def _take(self, command: Command) -> None:
        self.is_used = self.is_used or not isinstance(command, View)
        if self._pending is not None:
            answer = self._pending.take(command)
            if answer is not None:
                self.post(answer)
        elif len(self._inbox) < MOST_WAITING:
            self._is_flooded = False
            self._put(command)
        elif not self._is_flooded:  # one sentence for each flood
            self._is_flooded = True
            self.post(server_messages.Refused(words.INBOX_FULL, None))

    def _put(self, item: Item) -> None:
        self._inbox.append(item)
        self._pool.hurry(self._account)
        self._woken.set()
        if not isinstance(item, Arrival | Question | View):
            self.audience.command()

    # ---- life

    def begin(self, on_fault: Callable[["Session"], None]) -> None:
        """The kernels are ready: build the network, obey what has waited, and live."""
        pending, self._pending = self._pending, None
        assert pending is not None
        if self.watcher is not None:
            number, mailbox = self.watcher.number, self.watcher.mailbox
            self._inbox.append(Arrival(number, mailbox, pending.view, False, (), self.owner, is_greeted=True))
        self._inbox.extend(pending.waiting)
        self.post(server_messages.Ready())
        self._task = asyncio.create_task(
            self._live_guarded(pending.settings, on_fault), name=f"session {self.name[:4]}…"
        )

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
        build = self._pool.run(lambda _: self._build(self.name, settings), self._account, is_new=True)
        work = partial(await build, self._inbox)
        is_new, is_watched = True, True  # until its first picture is made
        while True:
            result = await self._pool.run(work, self._account, is_new=is_new, is_watched=is_watched)
            self._deliver(result)
            is_new = False
            await self._until_work(result)
            is_watched = result.is_watched or bool(self._inbox) or not self.audience.is_empty

    def _deliver(self, result: SliceResult) -> None:
        """Messages and a frame for a page that has gone meanwhile are dropped."""
        self.playing = result.playing
        for question, answer in result.answers:
            self._asked.settle(question, answer)
        self.audience.work()
        if self.watcher is None:
            return
        here, mailbox = self.watcher.number, self.watcher.mailbox
        for viewer, text in result.messages:
            if viewer == here:
                mailbox.post(text)
        if result.frame is not None:
            viewer, number, frame = result.frame
            if viewer == here:
                mailbox.show(number, frame)
                self.frames += 1
                self.shown_at = self._clock()

    async def _until_work(self, result: SliceResult) -> None:
        """Sleep until there is something to do, by the result or because something came meanwhile."""
        has_credit = self.watcher is not None and self.watcher.mailbox.has_credit
        if self._inbox or (result.is_held_back and has_credit):
            return
        seconds = None if result.again is None else result.again - self._clock()
        if seconds is None or seconds > 0:
            self._is_held_back = result.is_held_back
            await self._sleep(seconds)
            self._is_held_back = False

    async def _sleep(self, seconds: float | None) -> None:
        """For so long at most; None: until woken. Every frame may pass here:
        this is half as dear as `asyncio.timeout`.
        """
        self._woken.clear()
        timer = None if seconds is None else asyncio.get_running_loop().call_later(seconds, self._woken.set)
        await self._woken.wait()
        if timer is not None:
            timer.cancel()
