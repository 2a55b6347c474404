"""Work that takes a while and must not disturb training: done in a few threads that give way to all others."""

import asyncio
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

THREADS = 2  # so that a short answer need not wait for a long one
NICENESS = 10

Result = TypeVar("Result")


class Background:
    """A small pool of polite threads."""

    def __init__(self, threads: int = THREADS) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="background", initializer=_give_way)

    async def run(self, work: Callable[[], Result]) -> Result:
        """What `work` returns or raises; it speaks the language that is spoken here."""
        spoken = copy_context()
        return await asyncio.get_running_loop().run_in_executor(self._threads, lambda: spoken.run(work))

    def close(self) -> None:
        """Begin nothing more."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _give_way() -> None:
    """Linux ranks single threads; elsewhere this would rank the whole process, so there it is left alone."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
