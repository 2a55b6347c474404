"""Objects that live in the processes of a cluster, by Dask's actors, and the lines to them: bytes go there and back.

It knows nothing of what they do. One object lives in each process that was started for it (`live_in`), for each front
that asks; a front holds a line to each, straight to the process, and hears within half a second when one has gone.
"""

import asyncio
import pickle
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Protocol

from distributed import Client

from glassbox.cluster import words
from glassbox.cluster.address import Address, NotUsed
from glassbox.cluster.on_dask import AGAIN_AFTER, PATIENCE, a_worker, security_of, version_of

LOOK_EVERY = 0.25  # seconds between two looks at who is there


class Served(Protocol):
    """What lives there."""

    def tell(self, bundle: bytes) -> Awaitable[None]:
        """Take this in."""

    def fetch(self) -> Awaitable[bytes]:
        """What came of it."""

    def close(self) -> None:
        """Nobody asks any more."""


class Shell:
    """Holds one object where it lives; made by Dask in a thread, so that the object is made by its first message."""

    def __init__(self, make: bytes) -> None:
        self._make = make
        self._served: Served | None = None

    async def tell(self, bundle: bytes) -> None:
        """As the object does."""
        await self._it().tell(bundle)

    async def fetch(self) -> bytes:
        """As the object does."""
        return await self._it().fetch()

    async def close(self) -> None:
        """As the object does."""
        self._it().close()

    def _it(self) -> Served:
        if self._served is None:
            self._served = pickle.loads(self._make)()
        return self._served


class ActorLine:
    """The way to one object."""

    def __init__(self, actor: Any) -> None:
        self._actor = actor
        self._cut: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def tell(self, bundle: bytes) -> None:
        """Have it take this in; raises `OSError` if the line was cut."""
        await self._unless_cut(lambda: self._actor.tell(bundle))

    async def fetch(self) -> bytes:
        """What came of it; raises `OSError` if the line was cut."""
        fetched: bytes = await self._unless_cut(lambda: self._actor.fetch())
        return fetched

    def cut(self) -> None:
        """Its process is gone."""
        if not self._cut.done():
            self._cut.set_result(None)

    def close(self) -> None:
        """Nothing more is asked of it."""
        if not self._cut.done():
            with suppress(Exception):  # if it cannot be told, it will notice
                self._actor.close()
        self.cut()

    async def _unless_cut(self, ask: Callable[[], Awaitable[Any]]) -> Any:
        """A call to a process that has gone may never return."""
        answer = asyncio.ensure_future(_answered(ask))
        answer.add_done_callback(_looked_at)
        try:
            await asyncio.wait((answer, self._cut), return_when=asyncio.FIRST_COMPLETED)
        finally:
            answer.cancel()
        if not answer.done():
            raise OSError(words.LINE_CUT)
        return answer.result()


def _looked_at(answer: asyncio.Future[Any]) -> None:
    """What comes when nobody waits any more is no news."""
    if not answer.cancelled():
        answer.exception()


async def _answered(ask: Callable[[], Awaitable[Any]]) -> Any:
    try:
        return await ask()
    except RuntimeError:  # so the library says that the process is lost
        raise OSError(words.LINE_CUT) from None


class Lines:
    """Lines to all processes of this version that there are, whenever some come or go."""

    def __init__(
        self, address: Address, version: str, make: Callable[[], Served], came: Callable[[ActorLine], None]
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
        self._lines: dict[str, ActorLine] = {}
        self._client: Client | None = None

    async def keep(self) -> None:
        """Look who is there, for ever; where no scheduler answers, all are gone until one does."""
        while True:
            with suppress(OSError, asyncio.TimeoutError, NotUsed):
                await self._look_on()
            self._lose_all()
            await asyncio.sleep(AGAIN_AFTER)

    async def close(self) -> None:
        """Let all go."""
        for line in self._lines.values():
            line.close()
        await asyncio.sleep(0)  # so that they are told
        self._lines.clear()
        if self._client is not None:
            client, self._client = self._client, None
            with suppress(Exception):
                await client.close(timeout=1)

    async def _look_on(self) -> None:
        self._client = client = await Client(
            self._address.text, security=security_of(self._address), timeout=PATIENCE, set_as_default=False,
            direct_to_workers=True, asynchronous=True,
        )  # fmt: skip
        while str(client.status) == "running":
            there = await self._there(client)
            for address in self._lines.keys() - there:
                self._lines.pop(address).cut()
            for address in there - self._lines.keys():
                await self._open(client, address)
            await asyncio.sleep(LOOK_EVERY)

    async def _there(self, client: Client) -> set[str]:
        workers = (await client.scheduler.identity(n_workers=-1))["workers"]
        return {address for address, worker in workers.items() if self._resource in worker["resources"]}

    async def _open(self, client: Client, address: str) -> None:
        made = client.submit(
            Shell, self._make, actor=True, pure=False, workers=[address], allow_other_workers=False,
            resources={self._resource: 1},
        )  # fmt: skip
        with client.as_current():  # an actor asks by the client by which it was found
            async with asyncio.timeout(PATIENCE):
                actor = await made
        line = self._lines[address] = ActorLine(actor)
        self._came(line)

    def _lose_all(self) -> None:
        for line in self._lines.values():
            line.cut()
        self._lines.clear()


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
        async with a_worker(address, resource(version)) as worker:
            tell("ready")
            finished = asyncio.ensure_future(worker.finished())
            await asyncio.wait((finished, end), return_when=asyncio.FIRST_COMPLETED)
