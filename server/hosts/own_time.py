"""The processor time that a thread has spent on its own work: not on looking for garbage, which falls on whoever comes
to be there, takes as long as twenty frames, and is everybody's.
"""

import gc
import threading
import time
from collections.abc import Mapping
from typing import Any


class _Collecting(threading.local):
    """Of each thread, in seconds."""

    began = 0.0
    total = 0.0


_collecting = _Collecting()


def own_time() -> float:
    """Seconds of the calling thread."""
    return time.thread_time() - _collecting.total


def _note(phase: str, _: Mapping[str, Any]) -> None:
    if phase == "start":
        _collecting.began = time.thread_time()
    else:
        _collecting.total += time.thread_time() - _collecting.began


gc.callbacks.append(_note)
