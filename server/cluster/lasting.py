"""An executor that outlives what it hands work to: what was lost on the way is sent again, once there is a way.

It knows no library: whatever makes executors may stand behind it.
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from glassbox.cluster.address import NotUsed

LOOK_EVERY = 0.5  # seconds between two looks at the way, as not every loss of it is told
AGAIN_AFTER = 0.1  # seconds, at first …
AT_MOST_AFTER = 5.0  # … and later between two attempts to find a way
MOST_TIMES = 10  # that one piece of work is sent
GIVEN_UP = "This was sent {times} times and never answered: look at the scheduler's log."

logger = logging.getLogger(__name__)


class Way(Protocol):
    """A connection to those who work; it may break."""

    @property
    def is_open(self) -> bool:
        """Whether it can be used."""

    def submit(self, function: Callable[[], Any]) -> Future[Any]:
        """Have it called; if the connection breaks, the future is cancelled, or never done."""

    def workers(self) -> int:
        """How many pieces of work are done at the same time."""

    def close(self) -> None:
        """Let it go."""


@dataclass(eq=False)
class _Work:
    """What was handed in, and the future that its owner holds."""

    function: Callable[[], Any]
    told: Future[Any] = field(default_factory=Future)
    way: Way | None = None  # by which it was sent
    times: int = 0  # that it was sent


class LastingExecutor(Executor):
    """Of `concurrent.futures`; each piece of work is answered once, however often it had to be sent.

    A piece that is being worked on can be cancelled, too: its answer is no longer taken.
    """

    def __init__(self, find_way: Callable[[], Way], gone: str, back: str) -> None:
        """There is to be a way at first: what hinders it is raised.

        Args:
            find_way: opens a way, or raises `OSError` if there is none for now.
            gone, back: what is logged when the way breaks, and when there is one again.
        """
        self._find_way, self._gone, self._back = find_way, gone, back
        self._lock = threading.Lock()
        self._open: dict[_Work, None] = {}  # all that is not answered yet, in its order
        self._is_broken, self._ended = threading.Event(), threading.Event()
        self._way: Way | None = find_way()
        self._workers = self._way.workers()
        threading.Thread(target=self._keep_way, name="cluster", daemon=True).start()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have it worked on; without a way it waits for one."""
        work = _Work(partial(fn, *args, **kwargs))
        with self._lock:
            if self._ended.is_set():
                raise RuntimeError("This executor was shut down; make a new one.")
            self._open[work] = None
        work.told.add_done_callback(partial(self._forget, work))
        self._send(work)
        return work.told

    @property
    def workers(self) -> int:
        """How many pieces are worked on at the same time, as of half a second ago; 0 while there is no way."""
        return self._workers if self._way is not None else 0

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more work, and let the way go with what is still on it."""
        with self._lock:
            self._ended.set()
            way, self._way = self._way, None
        self._is_broken.set()  # so that nobody looks on
        for work in list(self._open):
            work.told.cancel()
        if way is not None:
            way.close()

    def _send(self, work: _Work) -> None:
        """By the way that there is; by none, it goes by the next one."""
        with self._lock:
            way = self._way
            if way is None or way is work.way:
                return
            work.way, work.times = way, work.times + 1
        if work.times > MOST_TIMES:
            _tell(work.told.set_exception, BrokenExecutor(GIVEN_UP.format(times=MOST_TIMES)))
            return
        try:
            sent = way.submit(work.function)
        except (OSError, RuntimeError):
            self._mistrust(way)
            return
        work.told.add_done_callback(partial(_withdraw, sent))
        sent.add_done_callback(partial(self._answer, work, way))

    def _answer(self, work: _Work, way: Way, sent: Future[Any]) -> None:
        if sent.cancelled():
            if not work.told.cancelled():
                self._mistrust(way)
        elif (fault := sent.exception()) is not None:
            _tell(work.told.set_exception, fault)
        else:
            _tell(work.told.set_result, sent.result())

    def _mistrust(self, way: Way) -> None:
        """It has dropped something: whatever else is on it may be lost as well."""
        with self._lock:
            if way is self._way:
                self._is_broken.set()

    def _forget(self, work: _Work, told: Future[Any]) -> None:
        with self._lock:
            self._open.pop(work, None)
        if told.cancelled():
            told.set_running_or_notify_cancel()  # or whoever waits for several futures would wait on for this one

    def _keep_way(self) -> None:
        """In a thread of its own, to the end."""
        while not self._ended.is_set():
            self._is_broken.wait(LOOK_EVERY)
            way = self._way
            if way is None:
                return
            if self._is_broken.is_set() or not way.is_open:
                self._replace(way)
            else:
                self._count(way)

    def _count(self, way: Way) -> None:
        with suppress(OSError, RuntimeError):  # it may break just now
            self._workers = way.workers()

    def _replace(self, broken: Way) -> None:
        with self._lock:
            if self._ended.is_set():
                return
            self._way = None
        logger.warning(self._gone)
        broken.close()
        way = self._find_another()
        if way is None or not self._take(way):
            return
        logger.warning(self._back)
        for work in list(self._open):
            self._send(work)

    def _take(self, way: Way) -> bool:
        """This is the way from now on, unless all has ended meanwhile."""
        self._is_broken.clear()
        self._count(way)
        with self._lock:
            if not self._ended.is_set():
                self._way = way
        if self._way is not way:
            way.close()
        return self._way is way

    def _find_another(self) -> Way | None:
        """As soon as there is one; None at the end."""
        wait = AGAIN_AFTER
        while not self._ended.wait(wait):
            with suppress(OSError, NotUsed):  # its certificates may be mended, too
                return self._find_way()
            wait = min(2 * wait, AT_MOST_AFTER)
        return None


def _tell(how: Callable[[Any], None], answer: Any) -> None:
    with suppress(InvalidStateError):  # its owner has cancelled it
        how(answer)


def _withdraw(sent: Future[Any], told: Future[Any]) -> None:
    if told.cancelled():
        sent.cancel()
