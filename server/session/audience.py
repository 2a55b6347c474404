"""Who looks into a session without having it: they are told when there may be news. It is held for those who attend;
those who only look on are as if they were not there."""

from collections.abc import Callable

Listener = Callable[[bool], None]  # whether a command is about to be obeyed


class Audience:
    """Of one session. Used on the event loop only.

    Attributes:
        left_at: when the last one left, by the session's clock.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._listeners: list[Listener] = []
        self._onlookers: list[Listener] = []
        self.left_at = float("-inf")

    @property
    def is_empty(self) -> bool:
        """Whether it is held for nobody."""
        return not self._listeners

    def join(self, listener: Listener) -> None:
        """Somebody attends from now on."""
        self._listeners.append(listener)

    def look_on(self, listener: Listener) -> None:
        """Somebody is told from now on, for whom nothing is held."""
        self._onlookers.append(listener)

    def leave(self, listener: Listener) -> None:
        """Somebody looks no more."""
        if listener in self._onlookers:
            self._onlookers.remove(listener)
        elif listener in self._listeners:
            self._listeners.remove(listener)
            self.left_at = self._clock()

    def command(self) -> None:
        """The session's page, or the server, wants something of it: what is asked from here on comes after that."""
        self._tell(commanded=True)

    def work(self) -> None:
        """The session was worked on."""
        self._tell(commanded=False)

    def _tell(self, *, commanded: bool) -> None:
        for listener in (*self._listeners, *self._onlookers):
            listener(commanded)
