"""The face of every host, whether it is this process or another one: what the front desk asks of it, and is told by it.

What goes in and comes out is plain data: commands, questions and orders in, results of slices out; so a network may
live in another process than its page's socket.
"""

from collections.abc import Callable
from typing import Protocol

from glassbox.labbook.records import RunRecord
from glassbox.run.inbox import Item
from glassbox.run.slice_result import SliceResult
from glassbox.settings import Settings

Record = Callable[[str, RunRecord], None]  # takes the owner's id, in any thread; must neither wait nor fail


class Tenant(Protocol):
    """Whom a host tells of a network, on the event loop's thread."""

    def delivered(self, result: SliceResult) -> None:
        """A slice of work brought this."""

    def failed(self) -> None:
        """A fault ended it, which the log of its host tells."""


class Network(Protocol):
    """A network that lives at a host, as the front desk sees it. For the event loop's thread."""

    @property
    def waiting(self) -> int:
        """How many commands and questions wait to be obeyed there, about."""

    def put(self, item: Item) -> None:
        """Have it obeyed, after what was put in before."""

    def credited(self) -> None:
        """The page that watches has read, or takes nothing more: its mailbox tells more."""

    def hold(self, is_held: bool) -> None:
        """Whether somebody looks into it without having it, so that its training is in a hurry."""

    def end(self) -> None:
        """It is not needed any more: nothing is told of it from here on."""


class Host(Protocol):
    """A place where networks live. For the event loop's thread."""

    @property
    def waiting(self) -> int:
        """Turns that wait for a thread there, about."""

    def record_to(self, record: Record) -> None:
        """From now on, tell `record` how new networks' runs stand."""

    def begin(self, name: str, settings: Settings, tenant: Tenant) -> Network:
        """Build a network, and work on it from now on.

        Args:
            name: of its session.
            tenant: told of all that comes of it.
        """

    def close(self) -> None:
        """Begin nothing more there."""
