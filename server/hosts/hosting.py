"""The host's end of a line: what a front in another process orders is done here, and what comes of it is fetched."""

import asyncio
import time
from collections import deque
from contextlib import suppress
from weakref import WeakSet

from glassbox.config import Config
from glassbox.hosts import wire
from glassbox.hosts.here import Clock, Here
from glassbox.hosts.host import HostIsGone
from glassbox.hosts.living import Living
from glassbox.hosts.wire import LONGEST_SILENCE, TICK
from glassbox.labbook.records import RunRecord
from glassbox.run.inbox import Arrival, Moved, Question
from glassbox.run.slice_result import SliceResult

FORGOTTEN_AFTER = 10.0  # seconds after which a front that says nothing has gone
DRAIN_WITHIN = 5.0  # seconds in which all networks have left a process that is about to end …
LOOK_EVERY = 0.02  # … looked at as often


class Hosting:
    """The networks of one front in this process. For its event loop's thread."""

    def __init__(self, config: Config, clock: Clock = time.monotonic) -> None:
        """It is of the loop that runs then."""
        self._loop = asyncio.get_running_loop()
        self._host = Here(config, clock)
        self._host.record_to(self._note)
        self._guests: dict[int, Guest] = {}
        self._news: deque[wire.News] = deque()
        self._are_there_news = asyncio.Event()
        self._fetched_at = float("-inf")
        self._is_leaving = self._is_closed = False
        self._forgetting = self._loop.call_later(FORGOTTEN_AFTER, self.close)

    def leave(self) -> None:
        """This process is about to end: the front is to let its networks move."""
        self._is_leaving = True
        self.tell_news(wire.Busy(self._host.waiting, True))

    @property
    def is_empty(self) -> bool:
        """Whether no network lives here, and the front knows all of those that did."""
        return not (self._guests or self._news)

    async def tell(self, bundle: bytes) -> None:
        """Do what the front orders; raises `OSError` once it was forgotten."""
        self._check()
        self._forgetting.cancel()
        self._forgetting = self._loop.call_later(FORGOTTEN_AFTER, self.close)
        for order in wire.read(bundle):
            self._obey(order)

    async def fetch(self) -> bytes:
        """What came of it since the last time, as soon as there is something, but not too often; at last that there is
        nothing. Raises `OSError` once the front was forgotten.
        """
        if not (self._news or self._is_closed):
            self._are_there_news.clear()
            timer = self._loop.call_later(LONGEST_SILENCE, self._are_there_news.set)
            await self._are_there_news.wait()
            timer.cancel()
        await asyncio.sleep(self._fetched_at + TICK - self._loop.time())
        self._fetched_at = self._loop.time()
        self._check()
        news = [wire.Busy(self._host.waiting, self._is_leaving), *self._news]
        self._news.clear()
        return wire.write(news)

    def close(self) -> None:
        """The front has gone: its networks live on where the lab book has them. If it was only slow, it is told so."""
        self._is_closed = True
        self._forgetting.cancel()
        self._are_there_news.set()
        for guest in self._guests.values():
            guest.living.end()
        self._guests.clear()
        self._news.clear()
        self._host.close()

    def _check(self) -> None:
        if self._is_closed:
            raise OSError("this front was forgotten, as it said nothing")

    def tell_news(self, news: wire.News) -> None:
        """The front is to fetch this."""
        if not self._is_closed:
            self._news.append(news)
            self._are_there_news.set()

    def forget(self, number: int) -> None:
        """The network lives here no more."""
        self._guests.pop(number, None)

    def _note(self, name: str, owner: str, record: RunRecord) -> None:
        """In any thread."""
        if record.checkpoint is not None:
            record.checkpoint.packed()  # here rather than on the loop
        self._loop.call_soon_threadsafe(self.tell_news, wire.Noted(name, owner, record))

    def _obey(self, order: wire.Order) -> None:
        if isinstance(order, wire.Begin):
            guest = self._guests[order.number] = Guest(order.number, self)
            guest.living = self._host.begin(order.name, order.start, guest)
        elif order.number in self._guests:  # it may have ended by a fault that the front is still to hear of
            self._guests[order.number].obey(order)


class Guest:
    """One network, how much its page has read, and what the front knows of it."""

    living: Living  # as soon as it has begun

    def __init__(self, number: int, hosting: Hosting) -> None:
        self._number = number
        self._hosting = hosting
        self._page = wire.Page()
        self._told: tuple[int, bool] | None = None  # how many items wait, and whether it plays; None: not any more
        self._asked: dict[Question, int] = {}
        self._packing: asyncio.Task[None] | None = None

    def obey(self, order: wire.Order) -> None:
        """What the front orders of it."""
        match order:
            case wire.Read():
                self._page.read(order)
                self.living.credited()
            case wire.Put():
                if isinstance(order.item, Arrival | Moved) and isinstance(order.item.credit, wire.Page):
                    self._page = order.item.credit
                self.living.put(order.item)
                self._told = None
            case wire.Ask():
                question = Question(order.name, order.arguments)
                self._asked[question] = order.question
                self.living.put(question)
                self._told = None
            case wire.Hold():
                self.living.hold(order.is_held)
            case wire.Leave():
                self._packing = asyncio.get_running_loop().create_task(self._leave())
            case wire.End():
                self.living.end()
                self._hosting.forget(self._number)

    def delivered(self, result: SliceResult) -> None:
        """A slice of work brought this. Where it is nothing, nothing is told: that is one slice of four."""
        stands = waiting, playing = self.living.waiting, result.playing
        if result.frame is not None:
            self._page.show(result.frame[1])
            if result.is_news and not (result.messages or result.answers):
                self._hosting.tell_news(wire.Shown(self._number, waiting, result.frame, playing))
                self._told = stands
                return
        if result.frame or result.messages or result.answers or result.is_news or stands != self._told:
            answers = [(self._asked.pop(question), wire.pack_answer(answer)) for question, answer in result.answers]
            result.answers.clear()
            self._hosting.tell_news(wire.Delivered(self._number, waiting, answers, result))
            self._told = stands

    def failed(self) -> None:
        """A fault ended it."""
        self._hosting.tell_news(wire.Failed(self._number))
        self._hosting.forget(self._number)

    def lost(self) -> None:
        """It cannot be packed."""
        self._hosting.tell_news(wire.Lost(self._number))
        self._hosting.forget(self._number)

    async def _leave(self) -> None:
        try:
            packed = await self.living.leave()
        except HostIsGone:
            return  # which was told
        self._hosting.tell_news(wire.Left(self._number, packed))
        self._hosting.forget(self._number)


_all: WeakSet[Hosting] = WeakSet()  # of this process


def hosting(threads: int, most_parameters: int, timeline_bytes: int) -> Hosting:
    """Makes a host's end where it is to live, of the front's limits; whoever carries it there need not know what it
    is.
    """
    made = Hosting(Config(threads=threads, most_parameters=most_parameters, timeline_bytes=timeline_bytes))
    _all.add(made)
    return made


async def drain() -> None:
    """This process is about to end: let all networks move elsewhere, which takes them a few slices each."""
    for each in _all:
        each.leave()
    with suppress(TimeoutError):
        async with asyncio.timeout(DRAIN_WITHIN):
            while not all(each.is_empty for each in _all):
                await asyncio.sleep(LOOK_EVERY)
            await asyncio.sleep(LOOK_EVERY)  # the last one is on its way
