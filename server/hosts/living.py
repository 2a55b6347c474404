"""One network that lives in this process: it is worked on in turns in a pool of threads, and sleeps in between."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeVar

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


Brought = TypeVar("Brought")

logger = logging.getLogger(__name__)


class Living:
    """A network and its turns, each of which ends with the next or with a rest. Used on the event loop; only what
    `build` makes works in the pool. Every frame passes here: calls in place of a task that waits are half as dear.
    """

    def __init__(self, build: Callable[[], Works], pool: Pool, clock: Callable[[], float], tenant: Tenant) -> None:
        """`clock`: the network's own, by which `build` makes it."""
        self._pool = pool
        self._clock = clock
        self._tenant = tenant
        self._account = Account()  # its time in the pool
        self._inbox: Inbox = Inbox()
        self._credit: Credit | None = None  # of the page that watches
        self._is_held = False
        self._is_new = True  # until its first turn is over
        self._is_over = False  # nothing is told of it any more
        self._rest: SliceResult | None = None  # the turn that it rests after; None: one is under way
        self._timer: asyncio.TimerHandle | None = None  # ends the rest
        self._leaving: asyncio.Future[Packed] | None = None
        pool.put(lambda _: build(), self._account, self._guarded(self._built), is_new=True)

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
        self._wake()

    def credited(self) -> None:
        """The page that watches has read: if a picture waits for that, it is made now."""
        if self._rest is not None and self._rest.is_held_back:
            self._wake()

    def hold(self, is_held: bool) -> None:
        """Whether somebody looks into it without having it, so that its training is in a hurry."""
        self._is_held = is_held

    def end(self) -> None:
        """Nothing is told of it from here on."""
        self._is_over = True
        self._end_rest()
        if self._leaving is not None and not self._leaving.done():
            self._leaving.set_exception(HostIsGone())

    async def leave(self) -> Packed:
        """The network as it is once all was obeyed that was put in; it lives here no more.

        Raises:
            HostIsGone: it ended meanwhile.
        """
        if self._is_over:
            raise HostIsGone
        self._leaving = asyncio.get_running_loop().create_future()
        self._wake()
        return await self._leaving

    # ---- turns

    def _built(self, works: Works) -> None:
        self._works = works
        self._work = partial(works.work, self._inbox)
        self._turn_ended = self._guarded(self._worked)
        self._take_turn(is_watched=True)

    def _take_turn(self, *, is_watched: bool) -> None:
        if self._leaving is None or self._inbox or self._is_new:
            self._pool.put(
                self._work, self._account, self._turn_ended, is_new=self._is_new, is_watched=is_watched or self._is_held
            )
        else:
            self._pool.put(lambda _: self._works.leave(), self._account, self._left)

    def _worked(self, result: SliceResult) -> None:
        self._is_new = False
        self._tenant.delivered(result)
        if self._is_over:
            return
        self._rest = result
        seconds = self._seconds_to_rest(result)
        if seconds is None or seconds > 0:
            if seconds is not None:
                self._timer = asyncio.get_running_loop().call_later(seconds, self._wake)
        else:
            self._wake()

    def _seconds_to_rest(self, result: SliceResult) -> float | None:
        """Until there is something to do, by the result or because something came meanwhile; None: until woken."""
        has_credit = self._credit is not None and self._credit.has_credit
        if self._inbox or self._leaving is not None or (result.is_held_back and has_credit):
            return 0.0
        return None if result.again is None else result.again - self._clock()

    def _wake(self) -> None:
        """If it rests, it does so no longer."""
        if self._rest is not None:
            is_watched = self._rest.is_watched or bool(self._inbox)
            self._end_rest()
            self._take_turn(is_watched=is_watched)

    def _end_rest(self) -> None:
        self._rest = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _left(self, packed: bytes, fault: Exception | None) -> None:
        if self._is_over or self._leaving is None:
            return
        if fault is not None:
            logger.error("A network could not be packed to go on elsewhere", exc_info=fault)
            self.end()
            self._tenant.lost()
        elif not self._leaving.done():
            self._leaving.set_result(Packed(packed, self._clock()))
        self._is_over = True

    # ---- faults

    def _guarded(self, go_on: Callable[[Brought], None]) -> Callable[[Brought, Exception | None], None]:
        """A fault ends this network, but no other."""

        def done(brought: Brought, fault: Exception | None) -> None:
            if self._is_over:
                return
            try:
                if fault is not None:
                    raise fault
                go_on(brought)
            except Exception:
                logger.exception("A session ended because of a fault")
                self.end()
                self._tenant.failed()

        return done
