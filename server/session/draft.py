"""A network while the kernels are still being compiled: settings, which can be changed, and commands that wait."""

from pydantic import ValidationError

from server.protocol import letters
from server.protocol.letters import Letter
from server.protocol.messages import Command, Configure, View
from server.protocol.refusals import Refusal, sentence
from server.session import words
from server.session.history import History
from server.session.inbox import MOST_WAITING
from server.session.shape import check_size
from server.settings import Settings, difference

FIRST_RUN = 1
FIRST_REVISION = 0
FIRST_BRANCH = 1


def changed_settings(settings: Settings, command: Configure, most_parameters: int) -> Settings:
    """The settings after a `configure`.

    Raises:
        Refusal: a setting is wrong, or the network would be too large.
    """
    try:
        changed = settings.changed(command.changes)
    except ValidationError as error:
        raise Refusal(sentence(error), command.type) from None
    check_size(changed, most_parameters)
    return changed


class Draft:
    """Stands in for the network until it can be built from `settings`; what it cannot obey yet is in `waiting`."""

    def __init__(self, settings: Settings, most_parameters: int) -> None:
        self._most_parameters = most_parameters
        self.settings = settings
        self.view = View()
        self.waiting: list[Command] = []

    def welcome(self, session: str, *, resumed: bool, notes: tuple[str, ...]) -> Letter:
        """The first letter to a page."""
        return letters.welcome(
            session=session,
            resumed=resumed,
            settings=self._plain_settings(),
            notes=list(notes),
            playing=False,
            stop=None,
            best=None,
            ready=False,
            history=History().plain(FIRST_RUN),
            branches={"run": FIRST_RUN, "number": FIRST_BRANCH, "kept": []},
        )

    def take(self, command: Command) -> Letter | None:
        """Obey what needs no kernels, unless something waits before it; keep the rest. What to tell the page."""
        if isinstance(command, View):
            self.view = command
            return None
        if isinstance(command, Configure) and not self.waiting:
            return self._configure(command)
        if len(self.waiting) >= MOST_WAITING:
            return letters.refused(words.NOT_READY, command.type)
        self.waiting.append(command)
        return None

    def _configure(self, command: Configure) -> Letter:
        try:
            settings = changed_settings(self.settings, command, self._most_parameters)
        except Refusal as refusal:
            return letters.refused(refusal.text, command.type)
        names = difference(self.settings, settings)
        self.settings = settings
        return letters.configured(self._plain_settings(), list(names), None, FIRST_REVISION)

    def _plain_settings(self) -> Letter:
        return self.settings.model_dump(mode="json")
