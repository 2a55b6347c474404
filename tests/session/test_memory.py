"""Memory goes back to the system: what is free, and what only circles held."""

import sys
import weakref

import numpy as np
import psutil
import pytest

from glassbox.session import memory


class Circle:
    def __init__(self):
        self.itself = self


def test_garbage_in_circles_is_found():
    gone = weakref.ref(Circle())
    memory.give_back()
    assert gone() is None


@pytest.mark.skipif(memory._of_glibc("malloc_trim") is None, reason="another C library keeps what it likes")
def test_what_small_arrays_took_goes_back():
    process = psutil.Process()
    memory.give_back()
    before = process.memory_info().rss
    arrays = [np.ones(8000) for _ in range(2000)]  # 64 kB each, below what has pages of its own
    assert process.memory_info().rss - before > 100e6
    kept = arrays[-1]  # the last one holds the heap's end, so nothing goes back by itself
    del arrays
    memory.give_back()
    assert process.memory_info().rss - before < 30e6 and kept.size


def test_another_system_is_left_alone(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    memory._of_glibc.cache_clear()
    memory.be_frugal()
    memory.give_back()
    assert memory._of_glibc("mallopt") is None
    memory._of_glibc.cache_clear()
