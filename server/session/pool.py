"""The threads that train, shared by all sessions: first in, first out, so that each gets its turn."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

LONGEST_SLICE = 0.008  # seconds a session may train before the next one has its turn …
SHORTEST_SLICE = 0.001  # … down to this when many wait,
ROUND = 0.025  # so that about once in so many seconds each has had a turn

Brought = TypeVar("Brought")


class Pool:
    """Runs sessions' work in threads, and tells each piece how long it may take."""

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="training")
        self._queued = 0

    async def run(self, work: Callable[[float], Brought]) -> Brought:
        """What `work` returns; it is given the seconds it may take."""
        self._queued += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._executor, self._timed, work)
        finally:
            self._queued -= 1

    def close(self) -> None:
        """Begin nothing more; what runs comes to its end by itself."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _timed(self, work: Callable[[float], Brought]) -> Brought:
        fair = ROUND * self._threads / max(self._queued, 1)
        return work(min(max(fair, SHORTEST_SLICE), LONGEST_SLICE))
