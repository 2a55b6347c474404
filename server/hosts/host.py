"""The face of every host, whether it is this process or another one: what the front desk asks of it, and is told by it.

What goes in and comes out is plain data: commands, questions and orders in, results of slices out; so a network may
live in another process than its page's socket, and move.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from glassbox.labbook.records import RunRecord
from glassbox.run.inbox import Item
from glassbox.run.slice_result import SliceResult
from glassbox.settings import Settings

# Takes a session's name, its owner's id, and how a run stands; in any thread; must neither wait nor fail.
Record = Callable[[str, str, RunRecord], None]


@dataclass(frozen=True)
class Packed:
    """A network that has left its host, with all it has.

    Attributes:
        worker: pickled, by the same version of Glassbox.
        at: what the clock of its host said then, in seconds.
    """

    worker: bytes
    at: float


class HostIsGone(Exception):
    """A network cannot be fetched any more: its host is gone, or has lost it."""


class Tenant(Protocol):
    """Whom a host tells of a network, on the event loop's thread."""

    def delivered(self, result: SliceResult) -> None:
        """A slice of work brought this."""

    def failed(self) -> None:
        """A fault ended it, which the log of its host tells."""

    def lost(self) -> None:
        """Its host is gone, and it with it."""


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

    async def leave(self) -> Packed:
        """The network as it is once all was obeyed that was put in; it lives there no more.

        Raises:
            HostIsGone: it cannot be had; its tenant is told.
        """


class Host(Protocol):
    """A place where networks live. For the event loop's thread."""

    @property
    def waiting(self) -> int:
        """Turns that wait for a thread there, about."""

    @property
    def processes(self) -> int:
        """How many there are beside this one."""

    def record_to(self, record: Record) -> None:
        """From now on, tell `record` how new networks' runs stand."""

    def begin(self, name: str, start: Settings | Packed, tenant: Tenant) -> Network:
        """Build a network of settings, or take one in that has left another host, and work on it from now on.

        Args:
            name: of its session.
            tenant: told of all that comes of it.
        """

    def close(self) -> None:
        """Begin nothing more there."""
