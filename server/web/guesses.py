"""Slows down whoever asks for names of networks and links that are not there: so many at once, then fewer and fewer.

Only answers about what is not there wait; a class behind one address, whose own names are right, notices nothing.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable

from glassbox.protocol.refusals import Refusal
from glassbox.web.rate_limit import Buckets

AT_ONCE = 200  # a class's pages may all come back to a server that was started anew
A_SECOND = 5.0
LONGEST = 10.0  # seconds that an answer waits


class NotThere(Refusal):
    """There is nothing (any more) by the name that was asked for."""


class Guesses:
    """How often each address has asked for what is not there.

    Args:
        sleep: waits so many seconds.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._sleep = sleep
        self._buckets = Buckets(A_SECOND, AT_ONCE, clock)

    async def wrong(self, client: str) -> None:
        """One more from this address; it returns when that may be answered."""
        wait = self._buckets.of(client).owe(LONGEST)
        if wait > 0:
            await self._sleep(wait)
