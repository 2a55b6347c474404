"""Limits what strangers can cause: uploads of each client, messages of each socket, lines in the log.

So much may come in a row, then so much a second; more is refused before it is read.
"""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection

# Clients remembered; who has not come for longest is forgotten first, and may come as if for the first time.
MOST_CLIENTS = 1000
TOO_MANY_REQUESTS = 429
LINES_A_SECOND = 0.1
LINES_IN_A_ROW = 5


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

    def owe(self, longest: float) -> float:
        """Take a token, also one that is still to come: in how many seconds it will be there, `longest` at most."""
        self._fill()
        self._level = max(self._level - 1, -self._rate * longest)
        return max(0.0, -self._level / self._rate)

    def has_one(self) -> bool:
        """Whether there is a token to take."""
        self._fill()
        return self._level >= 1

    def is_full(self) -> bool:
        """Whether none was taken of late."""
        self._fill()
        return self._level >= self._burst

    def is_half_full(self) -> bool:
        """Whether the last flood has subsided."""
        self._fill()
        return 2 * self._level >= self._burst

    def _fill(self) -> None:
        now = self._clock()
        self._level = min(self._burst, self._level + self._rate * (now - self._filled_at))
        self._filled_at = now


class Buckets:
    """One bucket for each client, by its address."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float]) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._buckets: OrderedDict[str, TokenBucket] = OrderedDict()

    def of(self, client: str) -> TokenBucket:
        """The client's, full at its first coming."""
        if client not in self._buckets:
            self._buckets[client] = TokenBucket(self._rate, self._burst, self._clock)
        self._buckets.move_to_end(client)
        if len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
        return self._buckets[client]


def client_address(connection: HTTPConnection) -> str:
    """Where a request or a socket comes from; "" where that is not known."""
    return connection.client.host if connection.client else ""


class RateLimit:
    """For the routes that it stands before, as a dependency of theirs."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._buckets = Buckets(rate, burst, clock)

    async def __call__(self, request: Request) -> None:
        """Let the request pass.

        Raises:
            HTTPException: too many came before it.
        """
        if not self._buckets.of(client_address(request)).take():
            raise HTTPException(TOO_MANY_REQUESTS, headers={"Retry-After": str(max(1, round(1 / self._rate)))})


class LimitedLog:
    """Writes warnings to `logger`, at most a few in a row; later lines tell how many were left out."""

    def __init__(self, logger: logging.Logger, clock: Callable[[], float]) -> None:
        self._logger = logger
        self._bucket = TokenBucket(LINES_A_SECOND, LINES_IN_A_ROW, clock)
        self._left_out = 0

    def note(self, line: str) -> None:
        """Log the line, unless there were too many of late."""
        if not self._bucket.take():
            self._left_out += 1
            return
        more = f" ({self._left_out} more such lines were left out)" if self._left_out else ""
        self._left_out = 0
        self._logger.warning("%s%s", line, more)
