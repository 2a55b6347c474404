"""The front desk itself: all live sessions by name. The web room opens, controls and leaves them here.

Its face is narrow and takes plain messages, so that sessions may one day live elsewhere than in this process. It can
be imported without Numba, which takes a while: sessions are pending until `ready` says that the kernels are compiled.
"""

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable, Collection
from typing import Any, NamedTuple

from glassbox.config import Config
from glassbox.hosts.here import Here
from glassbox.hosts.host import Host
from glassbox.labbook.records import RunRecord
from glassbox.protocol import server_messages
from glassbox.protocol.messages import Command, Configure, Open, SetUp
from glassbox.protocol.refusals import Refusal
from glassbox.protocol.server_messages import ServerMessage
from glassbox.run.orders import LineUp, OpenNetwork, Resume
from glassbox.run.snapshot import Snapshot
from glassbox.session import words
from glassbox.session.aliases import Aliases
from glassbox.session.audience import Listener
from glassbox.session.memory import give_back
from glassbox.session.opening import go_on, read_settings
from glassbox.session.own_data_store import OwnDataStore
from glassbox.session.pending_session import PendingSession
from glassbox.session.places import Places
from glassbox.session.questions import NoSuchSession
from glassbox.session.session import Session
from glassbox.session.viewer import Viewer

FindKept = Callable[[str, tuple[str, ...]], Awaitable[Resume | LineUp | None]]

SWEEP_EVERY = 1.0  # seconds
GIVE_BACK_EVERY = 20.0  # seconds, where there may be something to give back …
GIVE_BACK_AFTER = 2.0  # … so many after a session was let go or put aside: its last slice has ended by then
NAME_BYTES = 16  # 128 bits cannot be guessed

__all__ = ["NotOpened", "Registry", "Viewer"]


class Load(NamedTuple):
    """How busy the server is: networks, those that somebody watches and those that train, how many it takes, pictures
    handed to pages since the start, the seconds that the last one of a watched network which trains is old at most,
    turns that wait for a thread, and processes beside this one that carry networks.
    """

    sessions: int
    watched: int
    playing: int
    most: int
    frames: int
    oldest_frame: float
    waiting: int
    hosts: int


class NotOpened(Exception):
    """No session could be opened: a code for the page, and one sentence."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.text = text


class Registry:
    """All sessions of this server. Everything but `__init__` is for the event loop's thread."""

    def __init__(self, config: Config, clock: Callable[[], float] = time.monotonic, host: Host | None = None) -> None:
        """`host`: where networks live; without one, in this process."""
        self._config = config
        self._clock = clock
        self._host: Host = host or Here(config, clock)
        self._places = Places(config.most_sessions, config.pause_after)
        self.own_data_store = OwnDataStore(config.most_own_bytes)
        self._sessions: dict[str, Session] = {}
        self._aliases = Aliases()
        self._when_gone: list[Callable[[str], None]] = []
        self._let_go_at: float | None = None  # a session's memory, for the first time since some was given back …
        self._gave_back_at = clock()  # … which was then
        self._warming: ServerMessage | None = None
        self._is_ready = False
        self._is_closed = False
        self._find_kept: FindKept | None = None
        self._returning: set[asyncio.Task[None]] = set()
        self._frames_of_gone = 0  # of sessions that are no more

    def record_to(self, record: Callable[[str, RunRecord], None]) -> None:
        """From now on, tell `record` how new sessions' runs stand. It is called in any thread;
        it must neither wait nor fail.
        """

        def note(name: str, owner: str, told: RunRecord) -> None:
            session = self._sessions.get(name)  # a slice that was under way may tell of one that was let go
            if session is not None:
                session.kept = owner, told.lanes or (told.key,)
            record(owner, told)

        self._host.record_to(note)

    def bring_back_by(self, find: FindKept) -> None:
        """From now on, ask `find` how a network goes on whose host is gone: it is given an owner's id and the key of
        the last record that it was told of, or those of all lanes.
        """
        self._find_kept = find

    def tell_when_gone(self, listener: Callable[[str], None]) -> None:
        """From now on, tell `listener` the name of every session that has ended or that nobody has watched for a while:
        what is kept for its page is not needed any more.
        """
        self._when_gone.append(listener)

    def open(self, message: Open, taken_up: Resume | None = None, client: str = "") -> Viewer:
        """A page's place at the session it names, or at a new one.

        Args:
            taken_up: how a run of a session that is gone goes on in the new one.
            client: the address that the page comes from.

        Raises:
            NotOpened: there are too many sessions, or the server stops.
        """
        if self._is_closed:
            raise NotOpened("server_stops", words.SERVER_STOPS)
        known = self._sessions.get(message.session or "")
        viewer = known.admit(message, resumed=True, notes=[]) if known else self._open_new(message, taken_up, client)
        if self._warming is not None and not self._is_ready:
            self._sessions[viewer.session].post(self._warming)
        return viewer

    def control(self, viewer: Viewer, command: Command) -> None:
        """Obey a page's command."""
        session = self._sessions.get(viewer.session)
        if isinstance(command, Configure):
            command = command.model_copy(update={"changes": self.own_data_store.given(command.changes)})
        elif isinstance(command, SetUp):
            command = command.model_copy(update={"settings": self.own_data_store.given(command.settings)})
        if session is not None:
            session.control(viewer, command)

    def acknowledge(self, viewer: Viewer, frame: int) -> None:
        """A page has drawn this frame."""
        session = self._sessions.get(viewer.session)
        if session is not None:
            session.acknowledge(viewer, frame)

    def leave(self, viewer: Viewer) -> None:
        """The page has gone; its session stays for it to come back."""
        session = self._sessions.get(viewer.session)
        if session is not None:
            session.leave(viewer)

    async def ask(self, session: str, name: str, **arguments: Any) -> Any:
        """What the run of this session answers to the question `name` (see `run.answers`): plain data goes,
        a copy comes.

        Raises:
            NoSuchSession, TooEarly: there is no such run, or not yet.
        """
        return await self._found(self._aliases.session(session)).ask(name, **arguments)

    async def snapshot(self, session: str) -> Snapshot:
        """The run of this session as it is at this moment, frozen; raises as `ask`."""
        snapshot: Snapshot = await self.ask(session, "snapshot")
        return snapshot

    def knows(self, name: str) -> bool:
        """Whether there is a session of that name (still)."""
        return name in self._sessions

    def is_aside(self, name: str) -> bool:
        """Whether the session of that name rests because nobody has watched it for a while; a question wakes it."""
        return name in self._sessions and self._sessions[name].is_aside

    def owner(self, name: str) -> str:
        """The id of the browser that watches the session `name`, or watched it last.

        Raises:
            NoSuchSession: there is no such session.
            Refusal: its page told no id.
        """
        owner = self._found(name).owner
        if owner is None:
            raise Refusal(words.NO_OWNER)
        return owner

    def newest_of(self, owner: str) -> str | None:
        """The newest session of this owner; None if there is none."""
        return next((each.name for each in reversed(self._sessions.values()) if each.owner == owner), None)

    def put_in(self, name: str, order: OpenNetwork | Resume | LineUp) -> None:
        """Begin a new run of a network from outside in the session `name`, or resume one that was left.

        Raises:
            NoSuchSession, TooEarly: there is no such run, or not yet.
        """
        self._found(name).put_in(order)

    # ---- for those who look into a network without having it

    def alias(self, name: str) -> str:
        """Another name for this session, by which one can ask about it and nothing else; raises NoSuchSession."""
        return self._aliases.of(self._found(name).name)

    def attend(self, name: str, listener: Listener) -> None:
        """Hold this session for whoever looks into it: it is neither paused nor let go, nor makes room for others, and
        `listener` is told whenever it was worked on, or is to obey a command, until `leave_alone`.

        Raises:
            NoSuchSession: there is no such session.
        """
        self._found(name).attend(listener)

    def look_on(self, name: str, listener: Listener) -> None:
        """As `attend`, but the session is not held: it rests, and is let go, as if nobody looked."""
        self._found(name).audience.look_on(listener)

    def leave_alone(self, name: str, listener: Listener) -> None:
        """Whoever attended, or looked on, looks no more; the session may have ended."""
        if name in self._sessions:
            self._sessions[name].leave_alone(listener)

    def let_go(self, name: str) -> None:
        """End a session that is not needed any more, if it has not ended."""
        if name in self._sessions:
            self._forget(self._sessions[name])

    def let_go_of(self, owners: Collection[str]) -> None:
        """Let go of all sessions of these owners."""
        for session in list(self._sessions.values()):
            if session.owner in owners:
                self._forget(session)

    async def fork(self, name: str, owner: str, client: str = "") -> str:
        """A new session that goes on from where this one stands, to the byte; its page is still to come.

        Args:
            name: of a session, or its alias.
            owner: the id by which its runs are noted down.
            client: the address that its page comes from.

        Raises:
            NoSuchSession, TooEarly: there is no such run, or not yet. NotOpened: as `open`.
        """
        snapshot = await self.snapshot(name)
        viewer = self.open(Open(type="open", owner=owner), Resume(snapshot), client)
        self.leave(viewer)
        return viewer.session

    def _found(self, name: str) -> Session:
        if name not in self._sessions:
            raise NoSuchSession(words.NO_SUCH_SESSION)
        return self._sessions[name]

    def warming(self, done: int, total: int, what: str) -> None:
        """How far the kernels are compiled."""
        self._warming = server_messages.Warming(done, total, what)
        for session in self._sessions.values():
            session.post(self._warming)

    def ready(self) -> None:
        """The kernels are compiled: from here on, sessions live."""
        self._is_ready = True
        for session in self._sessions.values():
            session.begin(self._host)

    def counts(self) -> dict[str, int]:
        """How busy the server is."""
        sessions = self._sessions.values()
        return {
            "sessions": len(sessions),
            "watched": sum(session.watcher is not None for session in sessions),
            "playing": sum(session.playing for session in sessions),
            "most_sessions": self._config.most_sessions,
        }

    def load(self) -> Load:
        """The same, and how well it keeps up."""
        sessions, now = self._sessions.values(), self._clock()
        ages = [now - each.shown_at for each in sessions if each.playing and each.watcher is not None]
        counts = self.counts()
        return Load(
            sessions=counts["sessions"], watched=counts["watched"], playing=counts["playing"],
            most=counts["most_sessions"], frames=self._frames_of_gone + sum(each.frames for each in sessions),
            oldest_frame=max(ages, default=0.0), waiting=self._host.waiting, hosts=self._host.processes,
        )  # fmt: skip

    async def sweep(self) -> None:
        """Pause and let go of what nobody watches, for as long as the server runs."""
        while True:
            await asyncio.sleep(SWEEP_EVERY)
            self.tidy()

    def tidy(self) -> None:
        """Sweep once."""
        for session in list(self._sessions.values()):
            session.let_go_if_not_reading(self._config.not_reading_after)
            unwatched = session.seconds_unwatched()
            if unwatched >= self._config.forget_after and session.watcher is None:
                self._forget(session)
            elif unwatched >= self._config.pause_after and session.watcher is None:
                self._put_aside(session)
        self._give_back_if_time()

    def _put_aside(self, session: Session) -> None:
        if session.put_aside():
            self._tell_gone(session)

    def _tell_gone(self, session: Session) -> None:
        self._let_go_at = self._clock() if self._let_go_at is None else self._let_go_at
        for name in filter(None, (session.name, self._aliases.known(session.name))):
            for listener in self._when_gone:
                listener(name)

    def _give_back_if_time(self) -> None:
        now = self._clock()
        if self._let_go_at is None or now < self._let_go_at + GIVE_BACK_AFTER:
            return
        if now >= self._gave_back_at + GIVE_BACK_EVERY:
            self._let_go_at, self._gave_back_at = None, now
            give_back()

    async def keep(self, within: float) -> None:
        """Have all that train told to the lab book as they stand, as far as that can be done in so many seconds."""
        playing = [session for session in self._sessions.values() if session.playing]
        if playing:
            await asyncio.wait([asyncio.ensure_future(session.keep()) for session in playing], timeout=within)

    async def close(self) -> None:
        """End all sessions."""
        self._is_closed = True
        for session in list(self._sessions.values()):
            session.close("server_stops", words.SERVER_STOPS)
        self._sessions.clear()
        self._host.close()

    def _open_new(self, message: Open, taken_up: Resume | None, client: str) -> Viewer:
        self._find_place(client)
        given, most = self.own_data_store.given(message.settings), self._config.most_parameters
        if taken_up is not None:
            settings, notes, waiting = go_on(given, taken_up)
        else:
            (settings, notes), waiting = read_settings(given, most, came_back=message.session is not None), []
        pending = PendingSession(settings, most, waiting)
        name = secrets.token_urlsafe(NAME_BYTES)
        session = Session(name, pending, self._clock, client, self._forget, self._lost)
        session.is_used = taken_up is not None
        self._sessions[session.name] = session
        if self._is_ready:
            session.begin(self._host)
        return session.admit(message, resumed=False, notes=notes)

    def _lost(self, session: Session) -> None:
        """Its host is gone; its page does not notice more than that it goes back a little."""
        task = asyncio.get_running_loop().create_task(self._bring_back(session))
        self._returning.add(task)
        task.add_done_callback(self._returning.discard)

    async def _bring_back(self, session: Session) -> None:
        owner, keys = session.kept
        kept = await self._find_kept(owner, keys) if self._find_kept and keys else None
        if not self.knows(session.name):
            return
        if kept is None:
            session.close("host_gone", words.LOST_WITH_HOST)
            self._forget(session)
        else:
            session.come_back(kept, self._host)

    def _find_place(self, client: str) -> None:
        """If there is none, let go of a network that nobody watches.

        Raises:
            NotOpened: there is none to be let go of.
        """
        taken = self._sessions.values()
        if self._places.is_free(taken, client):
            return
        next_to_go = self._places.next_to_go(taken)
        if next_to_go is None:
            text = words.TOO_MANY_SESSIONS if len(taken) >= self._places.most else words.TOO_MANY_FROM_ADDRESS
            raise NotOpened("too_many_sessions", text.format(most=self._places.most))
        self._forget(next_to_go)

    def _forget(self, session: Session) -> None:
        if self._sessions.pop(session.name, None):
            self._frames_of_gone += session.frames
        session.close("forgotten", words.FORGOTTEN)
        self._tell_gone(session)
        self._aliases.drop(session.name)
