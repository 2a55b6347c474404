"""The executor that outlives its ways: nothing is lost, nothing is answered twice, and what is cancelled stays so.

A way is stood in for by one that a test opens, breaks and answers by hand.
"""

from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from threading import Semaphore

import pytest

from glassbox.cluster.lasting import MOST_TIMES, LastingExecutor

PATIENCE = 20.0  # seconds at most for another thread


class ByHand:
    """A way on which work lies until a test does it."""

    def __init__(self):
        self.is_open, self.is_closed, self.sent = True, False, []

    def submit(self, function):
        if not self.is_open:
            raise OSError("it is broken")
        self.sent.append((function, Future()))
        return self.sent[-1][1]

    def workers(self):
        return 2

    def close(self):
        self.is_open, self.is_closed = False, True

    def do(self, at):
        function, future = self.sent[at]
        try:
            future.set_result(function())
        except ValueError as fault:
            future.set_exception(fault)

    def breaks(self):
        self.is_open = False
        for _, future in self.sent:
            future.cancel()


class Ways:
    """All ways there were; there is another one when a test says so."""

    def __init__(self):
        self.all, self._next = [], Semaphore(1)

    def __call__(self):
        if not self._next.acquire(timeout=0.01):
            raise OSError("there is none for now")
        self.all.append(ByHand())
        return self.all[-1]

    def opens(self):
        self._next.release()


@pytest.fixture
def ways():
    return Ways()


@pytest.fixture
def executor(ways):
    with LastingExecutor(ways, "gone", "back") as executor:
        yield executor


def test_work_is_answered(executor, ways):
    futures = [executor.submit(pow, base, 2) for base in (2, 3)]
    ways.all[0].do(1)
    ways.all[0].do(0)
    assert [future.result(PATIENCE) for future in futures] == [4, 9]
    assert executor.workers == 2


def test_a_fault_is_told(executor, ways):
    future = executor.submit(int, "none")
    ways.all[0].do(0)
    with pytest.raises(ValueError, match="none"):
        future.result(PATIENCE)


def test_what_was_lost_is_done_on_the_next_way_and_what_was_done_is_not(executor, ways):
    futures = [executor.submit(pow, base, 2) for base in (2, 3, 4)]
    ways.all[0].do(1)
    ways.all[0].breaks()
    assert [future.done() for future in futures] == [False, True, False]
    ways.opens()
    _until(lambda: len(ways.all) == 2 and len(ways.all[1].sent) == 2)
    assert ways.all[0].is_closed
    ways.all[1].do(0)
    ways.all[1].do(1)
    assert [future.result(PATIENCE) for future in futures] == [4, 9, 16]


def test_what_comes_in_without_a_way_waits_for_one(executor, ways):
    first = executor.submit(pow, 2, 2)
    ways.all[0].breaks()
    _until(lambda: ways.all[0].is_closed)
    later = executor.submit(pow, 3, 2)
    assert executor.workers == 0
    ways.opens()
    _until(lambda: len(ways.all) == 2 and len(ways.all[1].sent) == 2)
    ways.all[1].do(0)
    ways.all[1].do(1)
    assert (first.result(PATIENCE), later.result(PATIENCE)) == (4, 9)


def test_a_way_found_broken_at_the_next_work_is_replaced(executor, ways):
    ways.all[0].is_open = False
    future = executor.submit(pow, 2, 2)
    ways.opens()
    _until(lambda: len(ways.all) == 2 and ways.all[1].sent)
    ways.all[1].do(0)
    assert future.result(PATIENCE) == 4


def test_it_breaks_twice(executor, ways):
    future = executor.submit(pow, 2, 2)
    for number in (1, 2):
        ways.all[-1].breaks()
        ways.opens()
        _until(lambda number=number: len(ways.all) == number + 1 and ways.all[number].sent)
    ways.all[-1].do(0)
    assert future.result(PATIENCE) == 4


def test_what_is_lost_without_a_word_is_done_on_the_next_way(executor, ways):
    future = executor.submit(pow, 2, 2)
    ways.all[0].is_open = False  # nobody tells that
    ways.opens()
    _until(lambda: len(ways.all) == 2 and ways.all[1].sent)
    ways.all[1].do(0)
    assert future.result(PATIENCE) == 4


def test_what_is_dropped_again_and_again_is_given_up_in_a_sentence(executor, ways):
    future = executor.submit(pow, 2, 2)
    for number in range(1, MOST_TIMES + 1):
        ways.all[-1].sent[0][1].cancel()
        ways.opens()
        _until(lambda number=number: future.done() or (len(ways.all) == number + 1 and ways.all[-1].sent))
    with pytest.raises(BrokenExecutor, match="sent 10 times"):
        future.result(PATIENCE)


def test_what_is_cancelled_is_taken_back_and_whoever_waits_is_told(executor, ways):
    future = executor.submit(pow, 2, 2)
    assert future.cancel()
    assert ways.all[0].sent[0][1].cancelled()
    assert wait([future], PATIENCE, FIRST_COMPLETED).done == {future}
    with pytest.raises(CancelledError):
        future.result(0)


def test_what_is_cancelled_while_there_is_no_way_is_not_sent(executor, ways):
    futures = [executor.submit(pow, base, 2) for base in (2, 3)]
    ways.all[0].breaks()
    _until(lambda: ways.all[0].is_closed)
    futures[0].cancel()
    ways.opens()
    _until(lambda: len(ways.all) == 2 and ways.all[1].sent)
    ways.all[1].do(0)
    assert futures[1].result(PATIENCE) == 9 and len(ways.all[1].sent) == 1


def test_an_answer_to_what_was_cancelled_is_not_taken(executor, ways):
    future = executor.submit(pow, 2, 2)
    _, sent = ways.all[0].sent[0]
    sent.set_running_or_notify_cancel()  # a worker is at it, so that it cannot be taken back
    future.cancel()
    sent.set_result(4)
    assert future.cancelled()


def test_after_its_end_nothing_comes_in_and_nobody_waits(executor, ways):
    future = executor.submit(pow, 2, 2)
    ways.all[0].breaks()
    executor.shutdown()
    assert wait([future], PATIENCE).done == {future}
    with pytest.raises(RuntimeError, match="shut down"):
        executor.submit(pow, 2, 2)


def test_the_first_way_is_to_be_there(ways):
    ways()
    with pytest.raises(OSError, match="none for now"):
        LastingExecutor(ways, "gone", "back")


def _until(condition):
    """Wait for another thread."""
    waiting = Semaphore(0)
    for _ in range(int(PATIENCE / 0.01)):
        if condition():
            return
        waiting.acquire(timeout=0.01)
    pytest.fail("it did not come about")
