"""A network while the kernels are still being compiled: settings, which can be changed, and commands that wait."""

from collections.abc import Sequence
from typing import Any

from glassbox.build_id import build_id
from glassbox.protocol import server_messages
from glassbox.protocol.messages import Command, Configure, View
from glassbox.protocol.refusals import Refusal
from glassbox.protocol.server_messages import ServerMessage
from glassbox.run.beginning import FIRST_BRANCH, FIRST_REVISION, FIRST_RUN
from glassbox.run.inbox import MOST_WAITING
from glassbox.run.orders import Resume
from glassbox.run.past.curves import Curves
from glassbox.run.shape import changed_settings
from glassbox.session import words
from glassbox.settings import Settings, difference


class PendingSession:
    """Stands in for the network until it can be built from `settings`; what it cannot obey yet is in `waiting`.

    Attributes:
        first: what the network is to obey before a page sees it.
    """

    first: tuple[Command | Resume, ...] = ()

    def __init__(self, settings: Settings, most_parameters: int, waiting: Sequence[Command | Resume] = ()) -> None:
        self._most_parameters = most_parameters
        self.settings = settings
        self.view = View()
        self.waiting: list[Command | Resume] = [*waiting]

    def welcome(self, session: str, *, resumed: bool, notes: tuple[str, ...]) -> ServerMessage:
        """The first message to a page."""
        return server_messages.Welcome(
            build=build_id(),
            session=session,
            resumed=resumed,
            settings=self._plain_settings(),
            notes=notes,
            playing=False,
            stop=None,
            best=None,
            ready=False,
            history=Curves().plain(FIRST_RUN),
            branches={"run": FIRST_RUN, "number": FIRST_BRANCH, "kept": []},
        )

    def take(self, command: Command) -> ServerMessage | None:
        """Obey what needs no kernels, unless something waits before it; keep the rest. What to tell the page."""
        if isinstance(command, View):
            self.view = command
            return None
        if isinstance(command, Configure) and not self.waiting:
            return self._configure(command)
        if len(self.waiting) >= MOST_WAITING:
            return server_messages.Refused(words.NOT_READY, command.type)
        self.waiting.append(command)
        return None

    def _configure(self, command: Configure) -> ServerMessage:
        try:
            settings = changed_settings(self.settings, command, self._most_parameters)
        except Refusal as refusal:
            return server_messages.Refused(refusal.text, command.type)
        names = difference(self.settings, settings)
        self.settings = settings
        return server_messages.Configured(self._plain_settings(), names, None, FIRST_REVISION)

    def _plain_settings(self) -> dict[str, Any]:
        return self.settings.model_dump(mode="json")
