"""Lets the event loop's thread pause while networks wait for their turns, so that what comes in meanwhile is taken up
together.

Each acknowledgement of a page would wake the event loop for itself, and each time the thread that trains would have to
hand the interpreter over and find its caches cold: at a hundred networks that is a fourth of all work. Network cards do
the same with their interrupts (interrupt coalescing).
"""

import time
from collections.abc import Callable

LONG = 0.003  # seconds: nobody sees them, where each picture waits ten times as long for the others
MOST_WORK = 0.5  # of its time that the event loop may have had work; beyond that it gathers enough by itself


class Pause:
    """Of one event loop. Called by it, over and over while there is much to do."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        spent: Callable[[], float] = time.thread_time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """`spent`: the processor time of the calling thread, in seconds."""
        self._clock, self._spent, self._sleep = clock, spent, sleep
        self._ended = self._spent_then = float("-inf")  # when the last pause did

    def __call__(self) -> None:
        """Pause, unless the event loop had its hands full since the last time."""
        worked, passed = self._spent() - self._spent_then, self._clock() - self._ended
        if worked <= MOST_WORK * (passed + LONG):
            self._sleep(LONG)
        self._ended, self._spent_then = self._clock(), self._spent()
