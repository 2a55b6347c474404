"""One page without a screen: opens a session, plays it, acknowledges every frame, changes a setting now and then.

Used by `stream.py` and `drawer.py`. It notes what it sees only between `begin` and `end`.
"""

import asyncio
import json
import time
from urllib.parse import urlsplit

import msgspec
from websockets.asyncio.client import connect

PAUSE = (1.0, 2.0)  # seconds between two changes of the setting
_HOW = {"compression": None, "max_size": None, "open_timeout": 60}  # a busy machine begins slowly


def origin_of(url):
    """Where the pages come from whose WebSocket this is."""
    parts = urlsplit(url)
    return f"{'https' if parts.scheme == 'wss' else 'http'}://{parts.netloc}"


class _Seen(msgspec.Struct):
    """What the viewer reads of a frame; it skips the rest."""

    frame: int
    revision: int
    playing: bool


_read_frame = msgspec.msgpack.Decoder(_Seen).decode


class Viewer:
    """A session over a real WebSocket, and what it measured.

    `rate`: frames per second; `sizes`: bytes of each frame; `waits`: seconds from each sent setting to the first frame
    that carries it; `asked`: how many settings were sent; `session`: its name, for questions over HTTP.
    """

    def __init__(self, url, chance, owner=None, **settings):
        """`owner`: the id of a browser's lab book; without one nothing is kept."""
        self._url, self._chance, self._settings = url, chance, settings
        self._who = {"owner": owner} if owner else {}
        self._noting = False
        self._sent_at = None  # when the setting was sent whose frame is awaited
        self._awaited = None  # its revision, once the server has told it
        self._revision = None  # of the newest frame, and when the first such frame came
        self._revision_since = 0.0
        self.playing, self.session = False, None
        self.sizes, self.waits, self.asked, self.rate = [], [], 0, 0.0

    async def plays(self, watching):
        """Wait for its first picture of a network that trains; `watching`: the task of `watch`."""
        while not self.playing:
            await asyncio.wait([watching], timeout=0.05)
            if watching.done():
                watching.result()

    async def watch(self):
        """Open the session and watch until cancelled."""
        async with connect(self._url, **_HOW, origin=origin_of(self._url)) as self._socket:
            await self.send(type="open", session=None, settings=self._settings, view=None, **self._who)
            changing = asyncio.create_task(self._change())
            try:
                async for message in self._socket:
                    await (self._take_message(message) if isinstance(message, str) else self._take_frame(message))
            finally:
                changing.cancel()

    def begin(self):
        """From here on, note what is seen."""
        self.sizes, self._noting, self._began = [], True, time.perf_counter()

    def end(self):
        """Note no more."""
        self._noting = False
        self.rate = len(self.sizes) / (time.perf_counter() - self._began)

    async def _take_frame(self, message):
        now = time.perf_counter()
        seen = _read_frame(message)
        await self.send(type="ack", frame=seen.frame)
        self.playing = self.playing or seen.playing
        if self._noting:
            self.sizes.append(len(message))
        if seen.revision != self._revision:
            self._revision, self._revision_since = seen.revision, now
        self._settle()

    async def _take_message(self, text):
        message = json.loads(text)
        self.session = message.get("session", self.session)
        if message["type"] == "ready" or (message["type"] == "welcome" and message["ready"]):
            await self.send(type="play")
        if message["type"] in ("refused", "bye"):
            raise RuntimeError(message["text"])
        if message["type"] == "configured":
            self._awaited = message["revision"]
            self._settle()

    def _settle(self):
        """Note the wait once a frame has come that carries the setting, whichever of message and frame came first."""
        if self._awaited is None or self._revision is None or self._revision < self._awaited:
            return
        if self._noting and self._sent_at is not None:
            self.waits.append(self._revision_since - self._sent_at)
        self._sent_at = self._awaited = None

    async def _change(self):
        while True:
            await asyncio.sleep(self._chance.uniform(*PAUSE))
            if self._noting and self._sent_at is None:
                self.asked += 1
                self._sent_at = time.perf_counter()
                await self.send(type="configure", changes={"learning_rate": round(self._chance.uniform(0.01, 0.1), 6)})

    async def send(self, **message):
        """A command, as a page sends it."""
        await self._socket.send(json.dumps(message))
