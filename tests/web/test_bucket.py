"""Floods: of messages, and of lines in the log."""

import logging

from glassbox.web.bucket import TokenBucket
from glassbox.web.quiet_log import LINES_IN_A_ROW, LimitedLog


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_a_burst_passes_and_more_does_not():
    bucket = TokenBucket(rate=10, burst=3, clock=Clock())
    assert [bucket.take() for _ in range(5)] == [True, True, True, False, False]


def test_it_fills_with_time_up_to_the_burst():
    clock = Clock()
    bucket = TokenBucket(rate=10, burst=4, clock=clock)
    while bucket.take():
        pass
    clock.now = 0.1
    assert not bucket.is_half_full()
    assert bucket.take() and not bucket.take()
    clock.now = 100
    assert bucket.is_half_full()
    assert sum(bucket.take() for _ in range(10)) == 4


def test_a_flood_of_lines_becomes_a_few_and_a_count(caplog):
    clock = Clock()
    log = LimitedLog(logging.getLogger("flood"), clock)
    for number in range(1000):
        log.note(f"line {number}")
    clock.now = 60
    log.note("later")
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == LINES_IN_A_ROW + 1
    assert lines[-1] == f"later ({1000 - LINES_IN_A_ROW} more such lines were left out)"
