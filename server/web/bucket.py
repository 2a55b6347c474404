"""A token bucket: how many events in a row, and how many a second in the long run. For messages and log lines."""

from collections.abc import Callable


class TokenBucket:
    """Holds up to `burst` tokens and gains `rate` a second; each event takes one."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float]) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._level = burst
        self._filled_at = clock()

    def take(self) -> bool:
        """Whether there was a token for this event."""
        self._fill()
        if self._level < 1:
            return False
        self._level -= 1
        return True

    def is_half_full(self) -> bool:
        """Whether the last flood has subsided."""
        self._fill()
        return 2 * self._level >= self._burst

    def _fill(self) -> None:
        now = self._clock()
        self._level = min(self._burst, self._level + self._rate * (now - self._filled_at))
        self._filled_at = now
