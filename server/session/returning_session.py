"""A network whose host is gone, until it lives at another one: commands wait, and nothing else can be done."""

from dataclasses import replace

from glassbox.protocol import server_messages
from glassbox.protocol.messages import Command, Play, View
from glassbox.protocol.server_messages import ServerMessage
from glassbox.run.inbox import MOST_WAITING
from glassbox.run.orders import LineUp, Resume
from glassbox.session import words
from glassbox.settings import Settings


class ReturningSession:
    """Stands in for the network until it is known where the lab book kept it; attributes as of `PendingSession`."""

    def __init__(self, *, playing: bool, view: View) -> None:
        """`playing`: whether it trained when its host went, and so is to go on training; `view`: what its page sees."""
        self._playing = playing
        self.settings = Settings()
        self.view = view
        self.first: tuple[Command | Resume | LineUp, ...] = ()
        self.waiting: list[Command | Resume] = []

    def take(self, command: Command) -> ServerMessage | None:
        """Keep it for later; what to tell the page."""
        if isinstance(command, View):
            self.view = command
        elif len(self.waiting) >= MOST_WAITING:
            return server_messages.Refused(words.INBOX_FULL, command.type)
        else:
            self.waiting.append(command)
        return None

    def found(self, kept: Resume | LineUp) -> None:
        """This is how it goes on, alone or with those that it was compared with."""
        first = kept.runs[0] if isinstance(kept, LineUp) else kept
        self.settings = first.snapshot.settings
        played = (Play(type="play"),) if self._playing else ()
        self.first = (replace(kept, comes_back=True), *played)
