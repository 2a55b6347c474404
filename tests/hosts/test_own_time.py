"""A thread's own time: what it works counts, what it looks for garbage does not, nor what others do."""

import gc
import threading

import pytest

from glassbox.hosts import own_time as module
from glassbox.hosts.own_time import own_time
from glassbox.hosts.pool import Pool
from tests.run.tools import Clock


@pytest.fixture
def clock(monkeypatch):
    """The processor's clock, which the test moves; nothing looks for garbage meanwhile but the test."""
    clock = Clock()
    monkeypatch.setattr(module.time, "thread_time", clock)
    gc.disable()
    yield clock
    gc.enable()


def test_work_counts_and_looking_for_garbage_does_not(clock):
    before = own_time()
    clock.advance(2.0)

    def collect(phase, _):
        clock.advance(10.0 if phase == "stop" else 0.0)

    gc.callbacks.insert(0, collect)  # as if it took so long
    try:
        gc.collect()
    finally:
        gc.callbacks.remove(collect)
    clock.advance(1.0)
    assert own_time() - before == pytest.approx(3.0)


def test_another_thread_s_garbage_is_not_taken_off(clock):
    before = own_time()

    def elsewhere():
        module._note("start", {})
        clock.advance(5.0)
        module._note("stop", {})

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert own_time() - before == pytest.approx(5.0)  # on this clock, which all threads share


def test_the_pool_shares_it():
    assert Pool(1)._spent is own_time
