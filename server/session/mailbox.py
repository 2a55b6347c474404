"""What waits to be sent to one viewer: messages in order, and at most one frame, the newest.

Credit keeps the picture young: the page acknowledges each frame once drawn, and with two unacknowledged ones
under way no further frame is made. What the network's buffers would otherwise hold is seconds old.

What comes in goes out at once where the socket takes it; whoever takes from the box is woken only where it does not.
"""

import asyncio
from collections import deque
from collections.abc import Callable

from glassbox.run.inbox import MOST_FRAMES_IN_FLIGHT
from glassbox.session import words

WriteNow = Callable[[str | bytes], bool]  # writes a text or a frame if that needs no waiting; whether it has

MOST_MESSAGES = 500  # a viewer with so many unread messages does not read


class Mailbox:
    """A box between a session and one socket. Messages are texts, frames are bytes; messages go first."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._messages: deque[str] = deque()
        self._frame: tuple[int, bytes] | None = None
        self._in_flight: deque[int] = deque()
        self._last_read = clock()
        self._filled = asyncio.Event()
        self._write_now: WriteNow | None = None
        self.closed: tuple[str, str] | None = None
        self.sent = -1  # the number of the last frame that was taken
        self.acknowledged = -1  # … and of the last one that the viewer has drawn
        self.taken = 0  # messages and frames so far

    @property
    def is_closed(self) -> bool:
        """Whether nothing more will be sent."""
        return self.closed is not None

    @property
    def has_credit(self) -> bool:
        """Whether the viewer can take another frame."""
        waiting = 1 if self._frame else 0
        return self.closed is None and len(self._in_flight) + waiting < MOST_FRAMES_IN_FLIGHT

    def seconds_unread(self) -> float:
        """For how long the viewer has owed an acknowledgement; 0 if it owes none."""
        return self._clock() - self._last_read if self._in_flight else 0.0

    def post(self, message: str) -> None:
        """Add a message; a viewer who does not read its messages is let go."""
        if self.closed:
            return
        if len(self._messages) >= MOST_MESSAGES:
            self.close("not_reading", words.MESSAGES_UNREAD)
            return
        self._messages.append(message)
        self._let_out()

    def show(self, number: int, frame: bytes) -> None:
        """Put the newest frame in place of an unsent one."""
        if not self.closed:
            self._frame = (number, frame)
            self._let_out()

    def acknowledge(self, number: int) -> None:
        """The viewer has drawn this frame, and so needs none of the earlier ones."""
        self.acknowledged = max(self.acknowledged, number)
        while self._in_flight and self._in_flight[0] <= number:
            self._in_flight.popleft()
            self._last_read = self._clock()

    def begin_anew(self) -> None:
        """The network begins anew, and its frames are counted from 0 again."""
        self._frame = None
        self._in_flight.clear()
        self.sent = self.acknowledged = -1

    def close(self, code: str, text: str) -> None:
        """Nothing more will be sent, and why; what waits is dropped except messages."""
        if self.closed is None:
            self.closed = (code, text)
            self._frame = None
        self._filled.set()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is there to be taken, not even the end."""
        return not (self._messages or self._frame or self.closed)

    async def take(self, write_now: WriteNow | None = None) -> str | bytes | None:
        """The next thing to send, waiting for one; None once the box is closed and empty of messages.

        Args:
            write_now: tried first while this waits, and with what is there already. What it writes is not returned.
        """
        self._write_now = write_now
        self._let_out()
        while self.is_empty:
            self._filled.clear()
            await self._filled.wait()
        self._write_now = None  # what comes from here on goes out after this
        item = self._next()
        if item is not None:
            self._count_next()
        return item

    def _let_out(self) -> None:
        while self._write_now is not None and (item := self._next()) is not None and self._write_now(item):
            self._count_next()
        if not self.is_empty:
            self._filled.set()

    def _next(self) -> str | bytes | None:
        """What goes out next; it stays until it is counted."""
        if self._messages:
            return self._messages[0]
        return self._frame[1] if self._frame else None

    def _count_next(self) -> None:
        """It has gone out."""
        self.taken += 1
        if self._messages:
            self._messages.popleft()
        elif self._frame:
            if not self._in_flight:
                self._last_read = self._clock()
            self._in_flight.append(self._frame[0])
            self.sent = self._frame[0]
            self._frame = None
