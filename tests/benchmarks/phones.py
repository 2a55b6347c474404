"""A class without screens: phones that join a room and follow, the teacher's desk, and forks, over real WebSockets.

Used by `classroom.py`. What is seen is noted only between `begin` and `end`.
"""

import asyncio
import json
import time
from contextlib import suppress
from urllib.parse import urlsplit

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from glassbox.protocol import broadcast
from tests.benchmarks.viewer import Viewer, origin_of
from tests.sentences import unpack

HOW = {"compression": None, "max_size": None, "open_timeout": 60}
HEADERS = 90  # bytes of a message on the air beside its own: WebSocket, TCP, IP, the frame of the network
DRAWN_EVERY = 4  # frames


async def post(url, what, body):
    """The JSON that the server answers to a request over a connection of its own."""
    where, text = urlsplit(url), json.dumps(body)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    head = f"POST /api/rooms{what} HTTP/1.1\r\nHost: {where.netloc}\r\nContent-Type: application/json\r\n"
    writer.write(f"{head}Content-Length: {len(text)}\r\nConnection: close\r\n\r\n{text}".encode())
    answer = await reader.read()
    writer.close()
    status, _, rest = answer.partition(b"\r\n")
    if b" 2" not in status:
        raise RuntimeError(f"{what}: {answer.decode()}")
    return json.loads(rest.partition(b"\r\n\r\n")[2])


class Teacher(Viewer):
    """Plays the network that all look at. `sent`: when each learning rate was set."""

    def __init__(self, url, chance, **settings):
        super().__init__(url, chance, **settings)
        self.sent = {}

    async def send(self, **message):
        rate = message.get("changes", {}).get("learning_rate")
        if rate is not None:
            self.sent[rate] = time.perf_counter()
        await super().send(**message)


class Fork(Viewer):
    """A member's own network."""

    def __init__(self, url, chance, session):
        super().__init__(url, chance)
        self._name = session

    async def send(self, **message):
        if message["type"] == "open":
            message["session"] = self._name
        await super().send(**message)


class Desk:
    """The lead of a room. Attributes: `code`; `walls`, when tiles came, and of which members."""

    def __init__(self, url):
        self._url, self._counter = url, None
        self.walls = []

    async def open(self):
        """A new room, led from here."""
        opened = await post(self._url, "", {})
        self.code, self._key = opened["code"], opened["lead"]
        self._socket = await connect(room_socket(self._url, self.code), **HOW, origin=origin_of(self._url))
        await self._socket.send(json.dumps({"type": "enter", "role": "desk", "token": self._key}))
        self._reading = asyncio.create_task(self._read())
        while self._counter is None:
            await asyncio.sleep(0.01)

    async def order(self, kind, **fields):
        """As the lead."""
        await self._socket.send(json.dumps({"type": kind, "counter": self._counter, **fields}))

    async def close(self):
        """The room ends."""
        await self.order("end")
        with suppress(ConnectionClosed):
            await self._reading

    async def _read(self):
        async for item in self._socket:
            if isinstance(item, bytes):
                self.walls.append((time.perf_counter(), item))
                continue
            message = json.loads(item)
            if message["type"] == "desk":
                self._counter = message["counter"]
            elif message["type"] == "refused":
                print(f"The desk was refused: {message}")


class Phone:
    """A member. `joined`: seconds until it showed the network; `rate`: pictures a second; `bits`: of them, headers
    included; `waits`: seconds from the teacher's slider to the picture; `answered`: when an answer was acknowledged.
    """

    def __init__(self, url, code, teacher):
        self._url, self._code, self._teacher = url, code, teacher
        self._noting, self._count, self._rate_seen = False, 0, None
        self.token = self.joined = self.question = None
        self.waits, self.answered, self.size, self.rate = [], {}, 0, 0.0
        self.frames = self.bytes = 0

    async def join(self):
        """Become a member, and follow until cancelled."""
        began = time.perf_counter()
        self.token = (await post(self._url, f"/{self._code}/join", {}))["token"]
        async with connect(room_socket(self._url, self._code), **HOW, origin=origin_of(self._url)) as self._socket:
            await self.say("enter", role="member", token=self.token)
            with suppress(ConnectionClosed):  # the room has ended
                async for item in self._socket:
                    self.joined = self.joined or (item[:1] == broadcast.FRAME and time.perf_counter() - began)
                    await self._take(item)

    async def _take(self, item):
        if isinstance(item, str):
            self._hear(item)
        elif item[:1] == broadcast.FRAME:
            await self._see(item)
        elif self._noting:
            self.bytes += len(item) + HEADERS

    async def say(self, kind, **fields):
        """A message of this page."""
        await self._socket.send(json.dumps({"type": kind, **fields}))

    def begin(self):
        """From here on, note what is seen."""
        self.frames = self.bytes = 0
        self.waits, self._noting, self._began = [], True, time.perf_counter()

    def end(self):
        """Note no more."""
        self._noting = False
        seconds = time.perf_counter() - self._began
        self.rate, self.bits = self.frames / seconds, self.bytes * 8 / seconds

    def _hear(self, text):
        if self._noting:
            self.bytes += len(text) + HEADERS
        message = json.loads(text)
        if message["type"] == "answered":
            self.answered.setdefault(message["id"], time.perf_counter())
        elif message["type"] == "room":
            self.question = message["question"]
        elif message["type"] == "bye" and message["code"] != "ended":
            raise RuntimeError(f"A phone was sent away: {message['code']}")

    async def _see(self, item):
        now, frame = time.perf_counter(), unpack(item[1:], broadcast.Frame)
        self.size = len(item)
        if self._noting:
            self.frames += 1
            self.bytes += len(item) + HEADERS
            self._note(now, (frame.changed or {}).get("learning_rate"))
        self._count += 1
        if self._count % DRAWN_EVERY == 0:
            await self.say("drawn", frame=frame.frame)

    def _note(self, now, rate):
        if rate != self._rate_seen and rate in self._teacher.sent:
            self.waits.append(now - self._teacher.sent[rate])
        self._rate_seen = rate


async def deaf(url, code):
    """A member's socket that is never read."""
    token = (await post(url, f"/{code}/join", {}))["token"]
    socket = await connect(room_socket(url, code), **HOW, max_queue=1, origin=origin_of(url))
    await socket.send(json.dumps({"type": "enter", "role": "member", "token": token}))
    return socket


def room_socket(url, code):
    """Where pages enter."""
    return f"{url.replace('http', 'ws', 1)}/ws/rooms/{code}"
