"""Does something soon, but not too often: once in so many seconds at most, and never misses the last asking."""

import asyncio
from collections.abc import Callable


class Throttle:
    """For one event loop; `act` is called on it."""

    def __init__(self, act: Callable[[], None], seconds: float) -> None:
        self._act = act
        self._seconds = seconds
        self._last = float("-inf")
        self._timer: asyncio.TimerHandle | None = None

    def ask(self) -> None:
        """As soon as it may be; a second asking meanwhile adds nothing."""
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(max(loop.time(), self._last + self._seconds), self._go)

    def stop(self) -> None:
        """Not any more, unless asked anew."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def now(self) -> None:
        """At once, whatever was asked for."""
        self.stop()
        self._go()

    def _go(self) -> None:
        self._timer = None
        self._last = asyncio.get_running_loop().time()
        self._act()
