"""One network that lives in this process: it is worked on in turns in a pool of threads, and sleeps in between."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import Protocol

from glassbox.hosts.fair_queue import Account
from glassbox.hosts.host import HostIsGone, Packed, Tenant
from glassbox.hosts.pool import Pool
from glassbox.run.inbox import Arrival, Credit, Inbox, Item, Moved
from glassbox.run.orders import PutAside
from glassbox.run.slice_result import SliceResult


class Works(Protocol):
    """Where a network is worked on: the slices of `run.packed_worker`."""

    def work(self, inbox: Inbox, budget: float) -> SliceResult:
        """Obey, train and take a picture, for so many seconds."""

    def leave(self) -> bytes:
        """All of it, to go on in another process."""


logger = logging.getLogger(__name__)


class Living:
    """A network and its turns. Used on the event loop; only what `build` makes works in the pool."""

    def __init__(
        self, name: str, build: Callable[[], Works], pool: Pool, clock: Callable[[], float], tenant: Tenant
    ) -> None:
        """`clock`: the network's own, by which `build` makes it."""
        self._build = build
        self._pool = pool
        self._clock = clock
        self._tenant = tenant
        self._account = Account()  # its time in the pool
        self._inbox: Inbox = Inbox()
        self._woken = asyncio.Event()
        self._credit: Credit | None = None  # of the page that watches
        self._is_held = False
        self._is_held_back = False
        self._leaving: asyncio.Future[Packed] | None = None
        self._task = asyncio.create_task(self._live_guarded(), name=f"network {name[:4]}…")

    @property
    def waiting(self) -> int:
        """How many commands and questions wait to be obeyed."""
        return len(self._inbox)

    def put(self, item: Item) -> None:
        """Have it obeyed, after what was put in before."""
        if isinstance(item, Arrival | Moved):
            self._credit = item.credit
        elif isinstance(item, PutAside):
            self._credit = None
        self._inbox.append(item)
        self._pool.hurry(self._account)
        self._woken.set()

    def credited(self) -> None:
        """The page that watches has read: if a picture waits for that, it is made now."""
        if self._is_held_back:
            self._woken.set()

    def hold(self, is_held: bool) -> None:
        """Whether somebody looks into it without having it, so that its training is in a hurry."""
        self._is_held = is_held

    def end(self) -> None:
        """Nothing is told of it from here on."""
        self._task.cancel()

    async def leave(self) -> Packed:
        """The network as it is once all was obeyed that was put in; it lives here no more.

        Raises:
            HostIsGone: it ended meanwhile.
        """
        if self._task.done():
            raise HostIsGone
        self._leaving = asyncio.get_running_loop().create_future()
        self._woken.set()
        return await self._leaving

    async def _live_guarded(self) -> None:
        """A fault ends this network, but no other."""
        try:
            await self._live()
        except Exception:
            logger.exception("A session ended because of a fault")
            self._tenant.failed()
        finally:
            if self._leaving is not None and not self._leaving.done():
                self._leaving.set_exception(HostIsGone())

    async def _live(self) -> None:
        works = await self._pool.run(lambda _: self._build(), self._account, is_new=True)
        work = partial(works.work, self._inbox)
        is_new, is_watched = True, True  # until its first picture is made
        while self._leaving is None or self._inbox or is_new:
            result = await self._pool.run(work, self._account, is_new=is_new, is_watched=is_watched)
            self._tenant.delivered(result)
            is_new = False
            await self._until_work(result)
            is_watched = result.is_watched or bool(self._inbox) or self._is_held
        try:
            packed = await self._pool.run(lambda _: works.leave(), self._account)
        except Exception:
            logger.exception("A network could not be packed to go on elsewhere")
            self._tenant.lost()
            return
        if not self._leaving.done():
            self._leaving.set_result(Packed(packed, self._clock()))

    async def _until_work(self, result: SliceResult) -> None:
        """Sleep until there is something to do, by the result or because something came meanwhile."""
        has_credit = self._credit is not None and self._credit.has_credit
        if self._inbox or self._leaving is not None or (result.is_held_back and has_credit):
            return
        seconds = None if result.again is None else result.again - self._clock()
        if seconds is None or seconds > 0:
            self._is_held_back = result.is_held_back
            await self._sleep(seconds)
            self._is_held_back = False

    async def _sleep(self, seconds: float | None) -> None:
        """For so long at most; None: until woken. Every frame may pass here:
        this is half as dear as `asyncio.timeout`.
        """
        self._woken.clear()
        timer = None if seconds is None else asyncio.get_running_loop().call_later(seconds, self._woken.set)
        await self._woken.wait()
        if timer is not None:
            timer.cancel()
