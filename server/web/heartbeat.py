"""Signs of life: one timer for all sockets gives one to each that was sent nothing of late."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from glassbox.protocol import server_messages
from glassbox.protocol.messages import write

EVERY = 0.25  # seconds; so a silence lasts twice as long at most: static/state/pulse.js tells one of three times that
ALIVE = write(server_messages.Alive())
NOT_LOOKED_AT = -1


class Box(Protocol):
    """What waits for one socket, such as a mailbox. `taken` is how much of it was sent so far."""

    taken: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""

    def post(self, message: str) -> None:
        """Add a message."""


class Heartbeat:
    """Looks at the boxes of all who are there, while anybody is. For one event loop.

    Args:
        every: seconds between two looks.
        sign: of life.
    """

    def __init__(self, every: float = EVERY, sign: str = ALIVE) -> None:
        self._every = every
        self._sign = sign
        self._taken: dict[Box, int] = {}  # how much each had brought at the last look
        self._timer: asyncio.TimerHandle | None = None

    @contextmanager
    def of(self, mailbox: Box) -> Iterator[None]:
        """Inside, whoever has this mailbox is given signs of life."""
        self._taken[mailbox] = NOT_LOOKED_AT
        if self._timer is None:
            self._wait()
        try:
            yield
        finally:
            del self._taken[mailbox]

    def beat(self) -> None:
        """One sign for each that has brought nothing since the last time; none where something waits to be sent,
        so that they never pile up.
        """
        for mailbox, taken in self._taken.items():
            if taken == mailbox.taken and mailbox.is_empty:
                mailbox.post(self._sign)
            self._taken[mailbox] = mailbox.taken

    def _wait(self) -> None:
        self._timer = asyncio.get_running_loop().call_later(self._every, self._go_on)

    def _go_on(self) -> None:
        self._timer = None
        if self._taken:
            self._wait()
            self.beat()
