"""Keeps NumPy's linear algebra to one thread for a while: how a sum is divided among several shows in its last digits,
and where every core has a trial of its own, more threads only stand in each other's way.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from threadpoolctl import ThreadpoolController

_turn = threading.RLock()  # the limit is the process's: whoever comes second must not lift it for the first


@contextmanager
def one_thread() -> Iterator[None]:
    """Inside, the same numbers make the same bytes on any number of cores."""
    with _turn, _libraries().limit(limits=1, user_api="blas"):
        yield


def one_thread_from_now_on() -> None:
    """In a process that trains on one core beside others."""
    _libraries().limit(limits=1, user_api="blas")


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
