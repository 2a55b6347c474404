"""What waits to be sent to one socket of a room: a slot for each kind of news, which the newest takes.

So a slow page never makes others wait, nor piles anything up. Answers to what it said itself come in order, and before.
"""

import asyncio
from collections import deque

MOST_ANSWERS = 300  # a page with so many unread does not read


class Slots:
    """For one event loop. `closed` is the code and text of the last message, once nothing more is to be sent."""

    def __init__(self) -> None:
        self._answers: deque[str] = deque()
        self._slots: dict[str, str | bytes] = {}
        self._filled = asyncio.Event()
        self.closed: str | None = None
        self.taken = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not self._answers and not self._slots

    def put(self, kind: str, item: str | bytes) -> None:
        """The newest of its kind; an unsent older one is gone, but keeps its turn."""
        if self.closed is None:
            self._slots[kind] = item
            self._filled.set()

    def waits(self, kind: str) -> bool:
        """Whether one of this kind has not been sent yet."""
        return kind in self._slots

    def post(self, message: str) -> None:
        """An answer to this page alone; one that does not read is let go."""
        if self.closed is None:
            self._answers.append(message)
            self._filled.set()
            if len(self._answers) > MOST_ANSWERS:
                self.close("not_reading")

    def close(self, code: str) -> None:
        """Nothing more, but for answers that wait; the first reason counts."""
        if self.closed is None:
            self.closed = code
            self._slots.clear()
            self._filled.set()

    async def take(self) -> str | bytes | None:
        """What is to be sent next; None once all is sent and the slots are closed."""
        while self.is_empty and self.closed is None:
            self._filled.clear()
            await self._filled.wait()
        self.taken += 1
        if self._answers:
            return self._answers.popleft()
        return self._slots.pop(next(iter(self._slots))) if self._slots else None
