"""One live session: a network that lives at a host, watched by one page at a time."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from glassbox.hosts.host import Host, Network
from glassbox.protocol import server_messages
from glassbox.protocol.messages import Command, Open, View, write
from glassbox.protocol.server_messages import ServerMessage
from glassbox.run.inbox import MOST_WAITING, Arrival, Item, Question
from glassbox.run.orders import KeepNow, LineUp, OpenNetwork, PauseUnwatched, PutAside, Resume
from glassbox.run.slice_result import SliceResult
from glassbox.session import words
from glassbox.session.audience import Audience, Listener
from glassbox.session.mailbox import Mailbox
from glassbox.session.pending_session import PendingSession
from glassbox.session.questions import FOR_ALL, Asked, NoSuchSession, NotAnswered, TooEarly
from glassbox.session.returning_session import ReturningSession
from glassbox.session.viewer import Viewer


class Session:
    """A network, wherever it lives, and whoever watches it. Used on the event loop only."""

    def __init__(
        self,
        name: str,
        pending: PendingSession,
        clock: Callable[[], float],
        client: str = "",
        on_fault: Callable[["Session"], None] = lambda _: None,
        on_loss: Callable[["Session"], None] = lambda _: None,
    ) -> None:
        """
        Args:
            on_fault: told when the network has ended by a fault.
            on_loss: told when its host is gone; the session waits for `come_back` then.
        """
        self.name = name
        self.client = client  # the address that it was opened from
        self.is_used = False  # whether anything was done in it but looking
        self.watcher: Viewer | None = None
        self.playing = False
        self._pending: PendingSession | ReturningSession | None = pending  # until there is a network
        self._network: Network | None = None  # from then on
        self._on_fault, self._on_loss = on_fault, on_loss
        self._clock = clock
        self._asked = Asked()
        self._is_flooded = False
        self._is_aside = False  # nobody has watched for a while
        self._unwatched_since = clock()
        self._visits = 0  # pages that have watched
        self._view = View()  # what the page looks at
        self.frames = 0  # handed to pages so far …
        self.shown_at = clock()  # … and when the last one was
        self.owner: str | None = None  # the id of the browser that watches, or watched last
        # The owner's id and the key of the last record, with those of all lanes, as any thread tells.
        self.kept: tuple[str, tuple[str, ...]] = "", ()
        self.audience = Audience(clock)  # who looks into it without having it

    # ---- pages come and go

    def admit(self, message: Open, *, resumed: bool, notes: list[str]) -> Viewer:
        """A page comes to watch; who watched before has been told to go."""
        self._dismiss("taken_over", words.TAKEN_OVER)
        self._is_aside = False
        self._visits += 1
        viewer = self.watcher = Viewer(self.name, self._visits, Mailbox(self._clock))
        self.owner = message.owner or self.owner
        is_greeted = isinstance(self._pending, PendingSession)
        view, mailbox = message.view or View(), viewer.mailbox
        self._view = view
        arrival = Arrival(viewer.number, mailbox, view, resumed, tuple(notes), self.owner, is_greeted)
        if self._pending is None:
            self._put(arrival)
        else:
            self._pending.view = arrival.view
            if isinstance(self._pending, PendingSession):
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
            if self._network is not None:
                self._network.credited()
            self.watcher = None
            self._unwatched_since = self._clock()

    # ---- messages

    def post(self, message: ServerMessage) -> None:
        """Send a message to whoever watches."""
        if self.watcher is not None:
            self.watcher.mailbox.post(write(message))

    def control(self, viewer: Viewer, command: Command) -> None:
        """Pass on what a page wants, if it is the one that watches."""
        if viewer is self.watcher:
            self._take(command)

    def acknowledge(self, viewer: Viewer, frame: int) -> None:
        """A page has drawn this frame."""
        viewer.mailbox.acknowledge(frame)
        if self._network is not None:
            self._network.credited()

    def put_in(self, order: OpenNetwork | Resume | LineUp) -> None:
        """Begin a new run of a network from outside, or resume one that was left.

        Raises:
            TooEarly: there is no network to put it in the place of yet, or too much waits to be obeyed.
        """
        if self._pending is not None:
            raise self._too_early()
        if self._living.waiting >= MOST_WAITING:
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

    async def keep(self) -> None:
        """Have its run told to the lab book as it stands."""
        if self._network is not None:
            self._put(KeepNow())
            with suppress(NotAnswered):
                await self.ask("presence")

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
            raise self._too_early()
        if self._asked.is_full and name not in FOR_ALL:
            raise TooEarly(words.ASKED_TOO_MUCH)
        question = Question(name, arguments)
        answer = self._asked.expect(question)
        self._put(question)
        return await answer

    def _take(self, command: Command) -> None:
        if isinstance(command, View):
            self._view = command
        else:
            self.is_used = True
        if self._pending is not None:
            answer = self._pending.take(command)
            if answer is not None:
                self.post(answer)
        elif self._living.waiting < MOST_WAITING:
            self._is_flooded = self._is_flooded and self._living.waiting > MOST_WAITING // 2
            self._put(command)
        elif not self._is_flooded:  # one sentence for each flood
            self._is_flooded = True
            self.post(server_messages.Refused(words.INBOX_FULL, None))

    def _put(self, item: Item) -> None:
        self._living.put(item)
        if not isinstance(item, Arrival | Question | View):
            self.audience.command()

    def _too_early(self) -> TooEarly:
        is_returning = isinstance(self._pending, ReturningSession)
        return TooEarly(words.ASKED_WHILE_RETURNING if is_returning else words.ASKED_TOO_EARLY)

    @property
    def _living(self) -> Network:
        assert self._network is not None, "it is pending"
        return self._network

    # ---- those who look into it without having it

    def attend(self, listener: Listener) -> None:
        """Somebody for whom it is held looks into it from now on."""
        self.audience.join(listener)
        self._hold()

    def leave_alone(self, listener: Listener) -> None:
        """Somebody who attended, or looked on, looks no more."""
        self.audience.leave(listener)
        self._hold()

    def _hold(self) -> None:
        if self._network is not None:
            self._network.hold(not self.audience.is_empty)

    # ---- life

    def begin(self, host: Host) -> None:
        """Build the network at this host, obey what has waited, and live."""
        pending, self._pending = self._pending, None
        assert pending is not None
        network = self._network = host.begin(self.name, pending.settings, self)
        self._hold()
        is_greeted = isinstance(pending, PendingSession)
        for item in pending.first:
            network.put(item)
        if self.watcher is not None:
            notes = () if is_greeted else (words.HOST_GONE,)
            number, mailbox = self.watcher.number, self.watcher.mailbox
            network.put(Arrival(number, mailbox, pending.view, not is_greeted, notes, self.owner, is_greeted))
        for item in pending.waiting:
            network.put(item)
        if is_greeted:
            self.post(server_messages.Ready())

    def come_back(self, kept: Resume | LineUp, host: Host) -> None:
        """After its host was lost, go on at another one from where it was kept."""
        assert isinstance(self._pending, ReturningSession)
        self._pending.found(kept)
        self.begin(host)

    def close(self, code: str, text: str) -> None:
        """End the session, and tell whoever watches why."""
        self._dismiss(code, text)
        self._asked.give_up(NoSuchSession(words.SESSION_ENDED))
        if self._network is not None:
            self._network.end()

    # ---- what the host tells

    def delivered(self, result: SliceResult) -> None:
        """Messages and a frame for a page that has gone meanwhile are dropped."""
        self.playing = result.playing
        for question, answer in result.answers:
            self._asked.settle(question, answer)
        if result.is_news:
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

    def failed(self) -> None:
        """A fault ended the network; the log of its host says more."""
        self._dismiss("crashed", words.CRASHED)
        self._asked.give_up(NoSuchSession(words.CRASHED))
        self._on_fault(self)

    def lost(self) -> None:
        """The host is gone, and the network with it; the page stays, and what it wants waits."""
        self._network, self._pending = None, ReturningSession(playing=self.playing, view=self._view)
        if self.watcher is not None:
            self.watcher.mailbox.begin_anew()
        self._is_aside = False
        self._asked.give_up(TooEarly(words.ASKED_WHILE_RETURNING))
        self._on_loss(self)
