"""What waits to be obeyed by one run, in order: commands of its page, and what the front desk itself asks.

Filled on the event loop, emptied by the worker that has the session's turn; a deque is safe for that.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from glassbox.protocol.messages import Command, View
from glassbox.run.orders import KeepNow, LineUp, OpenNetwork, PauseUnwatched, PutAside, Resume

MOST_WAITING = 300  # commands; a page that sends more before they are obeyed has the rest refused
MOST_FRAMES_IN_FLIGHT = 2  # frames made for a page that it has not acknowledged yet


class Credit(Protocol):
    """What a run may know of the page that watches: an answer just outdated does no harm, so any thread may ask."""

    @property
    def has_credit(self) -> bool:
        """Whether it can take another frame."""

    @property
    def is_closed(self) -> bool:
        """Whether it takes nothing any more."""

    @property
    def sent(self) -> int:
        """The number of the last frame that is on its way to it; −1 before the first."""

    @property
    def acknowledged(self) -> int:
        """The number of the last frame that it has drawn; −1 before the first."""


@dataclass(frozen=True)
class Arrival:
    """A page came to watch: frames go to it from here on, and a welcome first if it has not got one.

    Attributes:
        viewer: its number among the pages that have watched this run.
        owner: the id of its browser, by which its runs are noted down.
    """

    viewer: int
    credit: Credit
    view: View
    resumed: bool
    notes: tuple[str, ...]
    owner: str | None = None
    is_greeted: bool = False


@dataclass(frozen=True, eq=False)
class Moved:
    """The run lives elsewhere than before; the page that watches it, if there is one, has read this much there."""

    credit: Credit | None


@dataclass(frozen=True, eq=False)
class Question:
    """What is wanted of a run, by its name in `run.answers`, and how; all of it plain data."""

    name: str
    arguments: Mapping[str, Any]


Item = Command | Arrival | Moved | PauseUnwatched | PutAside | KeepNow | Question | OpenNetwork | Resume | LineUp
Inbox = deque[Item]
