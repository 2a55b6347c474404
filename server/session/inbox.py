"""What waits to be obeyed by one session, in order: commands of its page, and what the front desk itself asks.

Filled on the event loop, emptied by the worker that has the session's turn; a deque is safe for that.
"""

from collections import deque
from dataclasses import dataclass

from glassbox.protocol.messages import Command, View
from glassbox.run.orders import OpenNetwork, Resume
from glassbox.session.questions import Question
from glassbox.session.viewer import Viewer

MOST_WAITING = 300  # commands; a page that sends more before they are obeyed has the rest refused


@dataclass(frozen=True)
class Arrival:
    """A page came to watch: frames go to it from here on, and a welcome first if it has not got one.

    `owner` is the id of its browser, by which its runs are noted down.
    """

    viewer: Viewer
    view: View
    resumed: bool
    notes: tuple[str, ...]
    owner: str | None = None
    is_greeted: bool = False


@dataclass(frozen=True)
class Doze:
    """Nobody has watched for a while: pause."""


Item = Command | Arrival | Doze | Question | OpenNetwork | Resume
Inbox = deque[Item]
