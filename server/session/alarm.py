"""Lets one task sleep until a time has passed or something happened, for the session's loop."""

import asyncio


class Alarm:
    """A sleep that can be cut short. Only one task may sleep at a time."""

    def __init__(self) -> None:
        self._sleeper: asyncio.Future[None] | None = None

    async def sleep(self, seconds: float | None) -> None:
        """Sleep for so long at most; None: until woken."""
        loop = asyncio.get_running_loop()
        self._sleeper = loop.create_future()
        timer = None if seconds is None else loop.call_later(seconds, self.ring)
        try:
            await self._sleeper
        finally:
            self._sleeper = None
            if timer is not None:
                timer.cancel()

    def ring(self) -> None:
        """Wake the sleeper, if there is one."""
        if self._sleeper is not None and not self._sleeper.done():
            self._sleeper.set_result(None)
