"""Pages that follow a room's network, without a browser: they put together what they are sent, as the page does."""

import asyncio

import msgspec
import numpy as np

from glassbox.protocol import broadcast
from glassbox.web.classroom.visitor import Visitor
from tests.sentences import english, unpack
from tests.session.front import until

FOLLOWERS_COLUMNS = 7


class Followed:
    """What a page makes of the bytes it gets. Attributes: the last `whole` and `frame`, its `epochs`, `settings` …"""

    def __init__(self):
        self.whole = self.frame = None
        self.wholes, self.frames, self.dropped = [], [], 0
        self.epochs, self.marks, self.settings = [], [], {}

    def take(self, data):
        """As `static/state/classroom/following.js` does."""
        if data[:1] == broadcast.WHOLE:
            self._begin(english(msgspec.msgpack.decode(data[1:])))
        elif data[:1] == broadcast.FRAME:
            self._hear(unpack(data[1:], broadcast.Frame))

    def _begin(self, whole):
        self.whole, self.frame = whole, None
        self.wholes.append(whole["number"])
        self.settings = whole["welcome"]["settings"]
        self.marks = whole["welcome"]["history"]["marks"]
        self.epochs = epochs(whole["points"])

    def _hear(self, frame):
        if not self.whole or frame.whole != self.whole["number"]:
            self.dropped += 1
            return
        self.frame = frame
        self.frames.append(frame.frame)
        assert frame.first <= len(self.epochs), "points are missing"
        self.epochs = self.epochs[: frame.first] + epochs(frame.points)
        self.settings = {**self.whole["welcome"]["settings"], **(frame.changed or {})}
        if frame.marks is not None:
            self.marks = self.marks[: frame.first_mark] + [msgspec.to_builtins(mark) for mark in frame.marks]


def epochs(points):
    """Of packed points."""
    count = len(points) // (8 + 4 * FOLLOWERS_COLUMNS)
    return np.frombuffer(points[: 8 * count], "<f8").tolist()


class Reader(Followed):
    """A visitor of a room whose slots are read here, at once or when the test likes."""

    def __init__(self, visitor=None, reads=True, draws=None):
        super().__init__()
        self.visitor = visitor or Visitor("projector", "large")
        self.draws = draws
        self._task = asyncio.create_task(self._read()) if reads else None

    async def _read(self):
        while (item := await self.visitor.slots.take()) is not None:
            if isinstance(item, bytes):
                self.take(item)
                if self.draws and self.frames and len(self.frames) % 4 == 0:
                    self.draws(self.visitor, self.frames[-1])

    def read(self):
        """From now on."""
        self._task = asyncio.create_task(self._read())

    async def sees(self, fits):
        """The first frame that fits, once there is one."""
        return await until(lambda: self.frame is not None and fits(self.frame) and self.frame)
