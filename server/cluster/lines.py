"""Objects that live in the processes of a cluster, and the lines to them: bytes go there and back.

It knows nothing of what they do. One object lives in each process that was started for it (`live_in`), for each front
that asks; a front holds a line to each, and hears at once when one has gone. Dask's scheduler tells who is there, and
at which port. A line is a connection with the cluster's certificates on both sides, as Dask's own are: who has none is
refused before a byte is read. Both sides say on it what they have when they have it. A call of an actor, which asks
and answers, takes twenty times as much, and a message by Dask's connections five times.
"""

import asyncio
import logging
import pickle
from asyncio import StreamReader, StreamWriter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Protocol
from urllib.parse import urlsplit

from distributed import rpc
from distributed.utils import get_ip

from glassbox.cluster.address import Address
from glassbox.cluster.on_dask import AGAIN_AFTER, a_worker, security_of, version_of

LOOK_EVERY = 0.5  # seconds between two looks at who is there
REACHED_WITHIN = 3.0  # seconds, or it is tried again at the next look
READ_AHEAD = 2**20  # bytes
FAREWELL = 1.0  # seconds in which what was told last is there
LENGTH = 8  # bytes before each bundle that tell its length

logger = logging.getLogger(__name__)


class Line:
    """One end of a connection on which bundles go both ways."""

    def __init__(self, reader: StreamReader, writer: StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def tell(self, bundle: bytes) -> None:
        """Have the other end take this in; raises `OSError` if the line was cut."""
        self._writer.write(len(bundle).to_bytes(LENGTH, "big") + bundle)
        await self._writer.drain()

    async def fetch(self) -> bytes:
        """What the other end says next; raises `OSError` if the line was cut."""
        try:
            return await self._reader.readexactly(int.from_bytes(await self._reader.readexactly(LENGTH), "big"))
        except asyncio.IncompleteReadError:
            raise ConnectionResetError("the other end is gone") from None

    def close(self) -> None:
        """Cut it."""
        self._writer.transport.abort()

    async def end(self) -> None:
        """Cut it once what was told is on its way."""
        self._writer.close()
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(FAREWELL):
                await self._writer.wait_closed()
        self.close()


class Served(Protocol):
    """What lives there."""

    def tell(self, bundle: bytes) -> Awaitable[None]:
        """Take this in."""

    def fetch(self) -> Awaitable[bytes]:
        """What came of it, as soon as that is to be sent."""

    def close(self) -> None:
        """Nobody asks any more."""


class _Guests:
    """The objects that live in this process, each for the front at the other end of its line."""

    def __init__(self) -> None:
        self._lines: set[Line] = set()

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        """A front came: until it is gone, or the object will have it no longer."""
        line = Line(reader, writer)
        self._lines.add(line)
        try:
            with suppress(OSError):
                served: Served = pickle.loads(await line.fetch())()
                sending = asyncio.ensure_future(_carry(served.fetch, line.tell, line))
                await _carry(line.fetch, served.tell, line)
                sending.cancel()
                served.close()
        finally:
            self._lines.discard(line)
            line.close()

    async def leave(self) -> None:
        """End all lines."""
        await asyncio.gather(*(line.end() for line in self._lines))


async def _carry(take: Callable[[], Awaitable[bytes]], give: Callable[[bytes], Awaitable[None]], line: Line) -> None:
    """One way, until the line is cut."""
    try:
        while True:
            await give(await take())
    except OSError:
        pass  # it is
    except Exception:
        logger.exception("A front is given up, as one end cannot understand the other")
    finally:
        line.close()


class Lines:
    """Lines to all processes of this version that there are, whenever some come or go."""

    def __init__(
        self, address: Address, version: str, make: Callable[[], Served], came: Callable[[Line], None]
    ) -> None:
        """
        Args:
            make: makes the object, there; a function by its name, with plain arguments.
            came: told of each new line.
        """
        self._address = address
        self._resource = resource(version)
        self._make = pickle.dumps(make)
        self._came = came
        self._lines: dict[str, Line] = {}
        self._how = security_of(address).get_connection_args("client")

    async def keep(self) -> None:
        """Look who is there, for ever; where no scheduler answers, all are gone until one does."""
        while True:
            with suppress(OSError, asyncio.TimeoutError):
                async with rpc(self._address.text, connection_args=self._how) as scheduler:
                    await self._look_on(scheduler)
            self.close()
            await asyncio.sleep(AGAIN_AFTER)

    def close(self) -> None:
        """Let all go."""
        for line in self._lines.values():
            line.close()
        self._lines.clear()

    async def _look_on(self, scheduler: Any) -> None:
        while True:
            workers = (await scheduler.identity(n_workers=-1))["workers"]
            there = {
                address: int(worker["resources"][self._resource])
                for address, worker in workers.items()
                if self._resource in worker["resources"]
            }
            for address in self._lines.keys() - there.keys():
                self._lines.pop(address).close()
            for address in there.keys() - self._lines.keys():
                with suppress(OSError, asyncio.TimeoutError):
                    await self._open(address, there[address])
            await asyncio.sleep(LOOK_EVERY)

    async def _open(self, address: str, port: int) -> None:
        async with asyncio.timeout(REACHED_WITHIN):
            host, how = urlsplit(address).hostname, self._how["ssl_context"]
            line = Line(*await asyncio.open_connection(host, port, ssl=how, limit=READ_AHEAD))
            await line.tell(self._make)
        self._lines[address] = line
        self._came(line)


def resource(version: str) -> str:
    """By which the scheduler knows processes in which objects of this version may live: as much of it as is the number
    of the port at which lines to there begin.
    """
    return f"networks {version}"


async def live_in(
    address: Address, version: str, tell: Callable[[str], None], until: Callable[[], Awaitable[None]]
) -> None:
    """Let objects live in this process, and come back to the scheduler whenever it was gone.

    Args:
        tell: told "waiting" before a scheduler is looked for, and "ready" once there is one.
        until: returns when the process is to end.
    Raises:
        NotUsed: the certificates do not fit.
    """
    end = asyncio.ensure_future(until())
    how = security_of(address).get_listen_args("worker")["ssl_context"]
    while not end.done():
        tell("waiting")
        await version_of(address)  # whatever it is: each front uses the processes of its own
        guests = _Guests()
        server = await asyncio.start_server(guests.serve, get_ip(address.host), 0, ssl=how, limit=READ_AHEAD)
        port = server.sockets[0].getsockname()[1]
        async with a_worker(address, resource(version), port) as worker:
            tell("ready")
            finished = asyncio.ensure_future(worker.finished())
            await asyncio.wait((finished, end), return_when=asyncio.FIRST_COMPLETED)
        server.close()
        await guests.leave()
