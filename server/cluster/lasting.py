"""An executor that outlives what it hands work to: what was lost on the way is sent again, once there is a way.

It knows no library: whatever makes executors may stand behind it.
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

AGAIN_AFTER = 0.1  # seconds, at first …
AT_MOST_AFTER = 5.0  # … and later between two attempts to find a way

logger = logging.getLogger(__name__)


class Way(Protocol):
    """A connection to those who work; it may break."""

    @property
    def is_open(self) -> bool:
        """Whether it can be used."""

    def submit(self, function: Callable[[], Any]) -> Future[Any]:
        """Have it called; the future is cancelled if the connection breaks."""

    def workers(self) -> int:
        """How many pieces of work are done at the same time."""

    def close(self) -> None:
        """Let it go."""


@dataclass(eq=False)
class _Work:
    """What was handed in, and the future that its owner holds."""

    function: Callable[[], Any]
    told: Future[Any] = field(default_factory=Future)


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
        self._lost: list[_Work] = []
        self._ended = threading.Event()
        self._way: Way | None = find_way()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have it worked on; without a way it waits for one."""
        if self._ended.is_set():
            raise RuntimeError("This executor was shut down; make a new one.")
        work = _Work(partial(fn, *args, **kwargs))
        work.told.add_done_callback(_notice_cancelling)
        self._send(work)
        return work.told

    def workers(self) -> int:
        """How many pieces are worked on at the same time; 0 while there is no way."""
        way = self._way
        try:
            return way.workers() if way is not None and way.is_open else 0
        except (OSError, RuntimeError):  # it broke just now
            return 0

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more work, and let the way go with what is still on it."""
        self._ended.set()
        with self._lock:
            way, self._way = self._way, None
            lost, self._lost = self._lost, []
        for work in lost:
            work.told.cancel()
        if way is not None:
            way.close()

    def _send(self, work: _Work) -> None:
        with self._lock:
            way = self._way
            if way is None and not self._ended.is_set():
                self._lost.append(work)
                return
        if way is None:
            work.told.cancel()
            return
        try:
            sent = way.submit(work.function) if way.is_open else None
        except (OSError, RuntimeError):
            sent = None
        if sent is None:
            self._send_elsewhere(work, way)
            return
        work.told.add_done_callback(partial(_withdraw, sent))
        sent.add_done_callback(partial(self._answer, work, way))

    def _answer(self, work: _Work, way: Way, sent: Future[Any]) -> None:
        if sent.cancelled():
            if not work.told.cancelled():
                self._send_elsewhere(work, way)
            return
        with suppress(InvalidStateError):  # cancelled just now
            if (fault := sent.exception()) is not None:
                work.told.set_exception(fault)
            else:
                work.told.set_result(sent.result())

    def _send_elsewhere(self, work: _Work, broken: Way) -> None:
        """Whoever notices first that the way is broken has another one looked for."""
        with self._lock:
            is_first = self._way is broken
            if is_first:
                self._way = None
        if is_first:
            threading.Thread(target=self._find_another, args=(broken,), name="cluster", daemon=True).start()
        self._send(work)

    def _find_another(self, broken: Way) -> None:
        logger.warning(self._gone)
        broken.close()
        wait = AGAIN_AFTER
        while not self._ended.wait(wait):
            with suppress(OSError):
                self._take(self._find_way())
                return
            wait = min(2 * wait, AT_MOST_AFTER)

    def _take(self, way: Way) -> None:
        """This is the way from now on."""
        with self._lock:
            has_ended = self._ended.is_set()
            if not has_ended:
                self._way = way
            lost, self._lost = self._lost, []
        if has_ended:
            way.close()
            return
        logger.warning(self._back)
        for work in lost:
            if not work.told.cancelled():
                self._send(work)


def _notice_cancelling(told: Future[Any]) -> None:
    """Whoever waits for several futures would wait on for one that is cancelled, unless it is told so."""
    if told.cancelled():
        told.set_running_or_notify_cancel()


def _withdraw(sent: Future[Any], told: Future[Any]) -> None:
    if told.cancelled():
        sent.cancel()
