"""The event loop's pause while many wait: it is had, unless there was no rest since the last one."""

import pytest

from glassbox.hosts.pause import LONG, MOST_WORK, Pause


class Thread:
    """One whose time passes as it is told to."""

    def __init__(self):
        self.now = self.worked = 0.0
        self.pauses = []

    def sleep(self, seconds):
        self.pauses.append(seconds)
        self.now += seconds

    def work(self, seconds):
        self.now += seconds
        self.worked += seconds


@pytest.fixture
def thread():
    return Thread()


@pytest.fixture
def pause(thread):
    return Pause(lambda: thread.now, lambda: thread.worked, thread.sleep)


def test_a_thread_with_little_to_do_pauses_each_time(thread, pause):
    for _ in range(5):
        thread.work(LONG * MOST_WORK / 2)
        pause()
    assert thread.pauses == [LONG] * 5


def test_a_thread_that_does_nothing_but_work_does_not_pause(thread, pause):
    pause()
    for _ in range(5):
        thread.work(10 * LONG)
        pause()
    assert thread.pauses == [LONG]


def test_once_it_has_less_to_do_it_pauses_again(thread, pause):
    pause()
    thread.work(1.0)
    pause()
    thread.now += 1.0
    pause()
    assert len(thread.pauses) == 2


def test_those_in_a_hurry_wait_no_longer_than_one_picture_of_forty_a_second():
    assert LONG < 1 / 40 / 4
