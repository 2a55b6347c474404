"""The front's end of a line: a host in another process, as the front desk sees it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from itertools import count
from typing import Any, Protocol

from glassbox.hosts import wire
from glassbox.hosts.host import HostIsGone, Packed, Record, Tenant
from glassbox.hosts.wire import LONGEST_SILENCE, TICK
from glassbox.run.inbox import Arrival, Credit, Item, Moved, Question
from glassbox.run.slice_result import SliceResult
from glassbox.settings import Settings

GIVEN_UP_AFTER = 10.0  # seconds in which a host says nothing, not even that: its machine or the network is gone

logger = logging.getLogger(__name__)


class Line(Protocol):
    """What carries bundles to a host and back."""

    def tell(self, bundle: bytes) -> Awaitable[None]:
        """Have the host do something. Raises `OSError` if the line was cut."""

    def fetch(self) -> Awaitable[bytes]:
        """What came of it since the last time, when it is to be heard. Raises `OSError` if the line was cut."""

    def close(self) -> None:
        """Let it go."""


class Elsewhere:
    """A host in another process. For the event loop's thread.

    Attributes:
        is_gone: whether the line was cut: nothing lives there any more.
        is_leaving: whether the host is about to end, so that its networks are to move.
    """

    def __init__(
        self,
        line: Line,
        changed: Callable[["Elsewhere"], None] = lambda _: None,
        patience: float = GIVEN_UP_AFTER,
    ) -> None:
        """
        Args:
            changed: told, once each, when the host is about to end, and when it is gone.
            patience: seconds of silence after which it is gone.
        """
        self._line = line
        self._changed = changed
        self._patience = patience
        self._record: Record | None = None
        self._numbers = count()
        self._networks: dict[int, _Remote] = {}
        self._orders: list[wire.Order] = []
        self._are_there_orders = asyncio.Event()
        self._waiting = 0
        self.is_gone = self.is_leaving = False
        loop = asyncio.get_running_loop()
        self._tasks = [loop.create_task(self._guarded(work)) for work in (self._tell, self._fetch)]

    @property
    def waiting(self) -> int:
        """Turns that waited for a thread there, when it was last heard of."""
        return self._waiting

    @property
    def processes(self) -> int:
        """Itself."""
        return 1

    @property
    def networks(self) -> int:
        """How many live there."""
        return len(self._networks)

    def record_to(self, record: Record) -> None:
        """From now on, tell `record` how runs stand."""
        self._record = record

    def begin(self, name: str, start: Settings | Packed, tenant: Tenant) -> "_Remote":
        """Have a network built, or taken in."""
        network = _Remote(next(self._numbers), self, tenant)
        self._networks[network.number] = network
        self.order(wire.Begin(network.number, name, start))
        return network

    def close(self) -> None:
        """End all that lives there."""
        self.is_gone = True
        for task in self._tasks:
            task.cancel()
        self._line.close()

    def order(self, order: wire.Order) -> None:
        """It goes there with the next bundle."""
        self._orders.append(order)
        self._are_there_orders.set()

    def forget(self, number: int) -> None:
        """Nothing of this network matters any more."""
        self._networks.pop(number, None)

    async def _guarded(self, work: Callable[[], Awaitable[None]]) -> None:
        """Whatever cuts the line, it is cut."""
        try:
            await work()
        except OSError as reason:
            self._lose(f"its line was cut ({reason})")
        except Exception:
            logger.exception("A host is given up, as it sent what cannot be read")
            self._lose("it cannot be understood")

    async def _tell(self) -> None:
        while True:
            if not self._orders:
                self._are_there_orders.clear()
                timer = asyncio.get_running_loop().call_later(LONGEST_SILENCE, self._are_there_orders.set)
                await self._are_there_orders.wait()
                timer.cancel()
            orders, self._orders = self._orders, []
            await self._line.tell(wire.write(orders))
            await asyncio.sleep(TICK)

    async def _fetch(self) -> None:
        while True:
            async with asyncio.timeout(self._patience):  # which ends in an OSError, as a cut line does
                bundle = await self._line.fetch()
            for news in wire.read(bundle):
                self._hear(news)

    def _hear(self, news: wire.News) -> None:
        if isinstance(news, wire.Busy):
            self._waiting = news.waiting
            if news.is_leaving and not self.is_leaving:
                self.is_leaving = True
                self._changed(self)
        elif isinstance(news, wire.Noted):
            if self._record is not None:
                self._record(news.name, news.owner, news.record)
        elif news.number in self._networks:
            self._networks[news.number].hear(news)

    def _lose(self, reason: str) -> None:
        if self.is_gone:
            return
        logger.warning("A host of networks is gone: %s", reason)
        self.close()
        lost, self._networks = list(self._networks.values()), {}
        self._changed(self)
        for network in lost:
            network.lose()


class _Remote:
    """A network that lives there."""

    def __init__(self, number: int, host: Elsewhere, tenant: Tenant) -> None:
        self.number = number
        self._host = host
        self._tenant = tenant
        self._credit: Credit | None = None
        self._told: tuple[int, int, bool] | None = None  # how the page's mailbox stood when that was last told
        self._questions: dict[int, Question] = {}
        self._asked = count()
        self._waiting = 0
        self._leaving: asyncio.Future[Packed] | None = None

    @property
    def waiting(self) -> int:
        """How many items waited when it was last heard of, and those that were put in since."""
        return self._waiting

    def put(self, item: Item) -> None:
        """Have it obeyed, after what was put in before."""
        self._waiting += 1
        self._host.order(self._order(item))
        if isinstance(item, Arrival | Moved):
            self.credited()

    def credited(self) -> None:
        """The page that watches has read, or takes nothing more."""
        page = self._credit
        if page is None:
            return
        stands = page.acknowledged, page.sent, page.is_closed
        if stands != self._told:
            self._told = stands
            self._host.order(wire.Read(self.number, *stands))

    def hold(self, is_held: bool) -> None:
        """Whether its training is in a hurry though no page of its own watches."""
        self._host.order(wire.Hold(self.number, is_held))

    def end(self) -> None:
        """Nothing is told of it from here on."""
        self._give_up()
        self._host.forget(self.number)
        self._host.order(wire.End(self.number))

    async def leave(self) -> Packed:
        """The network as it is once all was obeyed that was put in; it lives there no more.

        Raises:
            HostIsGone: it cannot be had; its tenant is told.
        """
        if self._host.is_gone:
            raise HostIsGone
        self._leaving = asyncio.get_running_loop().create_future()
        self._host.order(wire.Leave(self.number))
        return await self._leaving

    def hear(self, news: Any) -> None:
        """What its host tells."""
        if isinstance(news, wire.Shown):
            self._waiting = news.waiting
            self._tenant.delivered(SliceResult(frame=news.frame, playing=news.playing, is_news=True))
            return
        if isinstance(news, wire.Delivered):
            result, self._waiting = news.result, news.waiting
            result.answers += [(self._questions.pop(at), wire.read_answer(data)) for at, data in news.answers]
            self._tenant.delivered(result)
            return
        self._host.forget(self.number)
        if isinstance(news, wire.Left):
            if self._leaving is not None and not self._leaving.done():  # whoever waited may have gone
                self._leaving.set_result(news.packed)
        elif isinstance(news, wire.Failed):
            self._give_up()
            self._tenant.failed()
        else:
            self.lose()

    def lose(self) -> None:
        """It is gone."""
        self._give_up()
        self._tenant.lost()

    def _give_up(self) -> None:
        if self._leaving is not None and not self._leaving.done():
            self._leaving.set_exception(HostIsGone())

    def _order(self, item: Item) -> wire.Order:
        if isinstance(item, Question):
            number = next(self._asked)
            self._questions[number] = item
            return wire.Ask(self.number, number, item.name, item.arguments)
        if isinstance(item, Arrival | Moved):
            self._credit, self._told = item.credit, None
            if item.credit is not None:
                item = replace(item, credit=wire.Page())
        return wire.Put(self.number, item)
