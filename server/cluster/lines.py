"""Objects that live in the processes of a cluster, and the lines to them: bytes go there and back.

It knows nothing of what they do. One object lives in each process that was started for it (`live_in`), for each front
that asks; a front holds a line to each, and hears at once when one has gone. Dask's scheduler tells who is there. A
line is a connection of Dask's own to the worker, with its port, its greeting and its certificates, on which both sides
say what they have when they have it. A call of an actor, which asks and answers, takes four times as much.
"""

import asyncio
import logging
import pickle
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Protocol

from distributed import rpc
from distributed.comm import Comm, connect

from glassbox.cluster.address import Address
from glassbox.cluster.on_dask import AGAIN_AFTER, a_worker, security_of, version_of

LOOK_EVERY = 0.5  # seconds between two looks at who is there
REACHED_WITHIN = 3.0  # seconds, or it is tried again at the next look
_OPEN = "open a line"  # what a worker is asked for

logger = logging.getLogger(__name__)


class Served(Protocol):
    """What lives there."""

    def tell(self, bundle: bytes) -> Awaitable[None]:
        """Take this in."""

    def fetch(self) -> Awaitable[bytes]:
        """What came of it, as soon as that is to be sent."""

    def close(self) -> None:
        """Nobody asks any more."""


async def _serve(comm: Comm, make: bytes) -> None:
    """One line, where the object lives: until the front is gone, or the object will have it no longer."""
    served: Served = pickle.loads(make)()
    sending = asyncio.ensure_future(_send(served, comm))
    try:
        while True:
            await served.tell(await comm.read())
    except OSError:
        pass
    except Exception:
        logger.exception("A front is given up, as it said what cannot be understood")
    finally:
        sending.cancel()
        served.close()
        comm.abort()


async def _send(served: Served, comm: Comm) -> None:
    try:
        while True:
            await comm.write(await served.fetch())
    except OSError:
        pass
    except Exception:
        logger.exception("A front is given up, as it cannot be told what is for it")
    finally:
        comm.abort()


class DirectLine:
    """The way to one object."""

    def __init__(self, comm: Comm) -> None:
        self._comm = comm

    async def tell(self, bundle: bytes) -> None:
        """Have it take this in; raises `OSError` if the line was cut."""
        await self._comm.write(bundle)

    async def fetch(self) -> bytes:
        """What came of it; raises `OSError` if the line was cut."""
        fetched: bytes = await self._comm.read()
        return fetched

    def close(self) -> None:
        """Nothing more is asked of it, or its process is gone."""
        self._comm.abort()


class Lines:
    """Lines to all processes of this version that there are, whenever some come or go."""

    def __init__(
        self, address: Address, version: str, make: Callable[[], Served], came: Callable[[DirectLine], None]
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
        self._lines: dict[str, DirectLine] = {}
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
            there = {address for address, worker in workers.items() if self._resource in worker["resources"]}
            for address in self._lines.keys() - there:
                self._lines.pop(address).close()
            for address in there - self._lines.keys():
                with suppress(OSError, asyncio.TimeoutError):
                    await self._open(address)
            await asyncio.sleep(LOOK_EVERY)

    async def _open(self, address: str) -> None:
        comm = await connect(address, timeout=REACHED_WITHIN, **self._how)
        await comm.write({"op": _OPEN, "make": self._make, "reply": False})
        line = self._lines[address] = DirectLine(comm)
        self._came(line)


def resource(version: str) -> str:
    """By which the scheduler knows processes in which objects of this version may live."""
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
    while not end.done():
        tell("waiting")
        await version_of(address)  # whatever it is: each front uses the processes of its own
        worker = a_worker(address, resource(version))
        worker.handlers[_OPEN] = _serve
        async with worker:
            tell("ready")
            finished = asyncio.ensure_future(worker.finished())
            await asyncio.wait((finished, end), return_when=asyncio.FIRST_COMPLETED)
