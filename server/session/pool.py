"""The threads that train, shared by all sessions: first in, first out, so that each gets its turn.

A class that comes in at once does not stop those who are in already: newcomers and the others take turns.
"""

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, TypeVar

LONGEST_SLICE = 0.008  # seconds a session may train before the next one has its turn …
SHORTEST_SLICE = 0.00025  # … down to this when many wait,
ROUND = 0.025  # so that about once in so many seconds each has had a turn

Brought = TypeVar("Brought")
Work = Callable[[float], Any]
Promise = asyncio.Future[Any]


class Pool:
    """Runs sessions' work in threads, and tells each piece how long it may take.

    Leaner than the standard library's, for every frame passes here: what is done goes back to the event loop in
    batches, so that the busier the pool is the less often it wakes the loop.
    """

    def __init__(self, threads: int) -> None:
        self._size = threads
        self._threads: list[threading.Thread] = []
        self._calls: SimpleQueue[bool] = SimpleQueue()  # one for each piece that waits; False to end a thread
        self._waiting: deque[tuple[Work, Promise]] = deque()
        self._newcomers: deque[tuple[Work, Promise]] = deque()
        self._are_newcomers_next = False
        self._done: deque[tuple[Promise, Any, Exception | None]] = deque()
        self._queued = 0

    def run(self, work: Callable[[float], Brought], *, is_new: bool = False) -> "asyncio.Future[Brought]":
        """What `work` returns; it is given the seconds it may take. `is_new`: it is a newcomer's."""
        loop = asyncio.get_running_loop()
        if not self._threads:
            self._start(loop)
        promise = loop.create_future()
        self._queued += 1
        (self._newcomers if is_new else self._waiting).append((work, promise))
        self._calls.put(True)
        return promise

    def close(self) -> None:
        """Begin nothing more; what runs comes to its end by itself."""
        for _ in self._threads:
            self._calls.put(False)

    def _start(self, loop: asyncio.AbstractEventLoop) -> None:
        for number in range(self._size):
            thread = threading.Thread(target=self._serve, args=(loop,), name=f"training-{number}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, loop: asyncio.AbstractEventLoop) -> None:
        """In a thread: one piece after the other."""
        with suppress(RuntimeError):  # the loop was closed meanwhile
            while self._calls.get():
                self._done.append(self._carry_out(*self._next()))
                if len(self._done) == 1:  # otherwise the loop has been called already
                    loop.call_soon_threadsafe(self._hand_over)

    def _next(self) -> tuple[Work, Promise]:
        """A newcomer's piece and another in turn, as long as there are both; whoever calls knows that one waits."""
        while True:
            self._are_newcomers_next = not self._are_newcomers_next
            with suppress(IndexError):  # none of this kind
                return (self._newcomers if self._are_newcomers_next else self._waiting).popleft()

    def _carry_out(self, work: Work, promise: Promise) -> tuple[Promise, Any, Exception | None]:
        taking_turns = self._queued - max(len(self._newcomers) - len(self._waiting), 0)
        fair = ROUND * self._size / max(taking_turns, 1)
        try:
            return promise, work(min(max(fair, SHORTEST_SLICE), LONGEST_SLICE)), None
        except Exception as fault:
            return promise, None, fault

    def _hand_over(self) -> None:
        while self._done:
            promise, brought, fault = self._done.popleft()
            self._queued -= 1
            if promise.cancelled():
                continue
            if fault is None:
                promise.set_result(brought)
            else:
                promise.set_exception(fault)
