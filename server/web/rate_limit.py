"""Counts what each client uploads: so much in a row, then so much a second; more is refused before it is read."""

import time
from collections import OrderedDict
from collections.abc import Callable

from fastapi import Request
from starlette.exceptions import HTTPException

from glassbox.web.bucket import TokenBucket

MOST_CLIENTS = (
    1000  # remembered; who has not come for longest is forgotten first, and may come as if for the first time
)
TOO_MANY_REQUESTS = 429


class RateLimit:
    """For the routes that it stands before, as a dependency of theirs: one bucket for each client's address."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._buckets: OrderedDict[str, TokenBucket] = OrderedDict()

    async def __call__(self, request: Request) -> None:
        """Let the request pass.

        Raises:
            HTTPException: too many came before it.
        """
        if not self._bucket(request.client.host if request.client else "").take():
            raise HTTPException(TOO_MANY_REQUESTS, headers={"Retry-After": str(max(1, round(1 / self._rate)))})

    def _bucket(self, client: str) -> TokenBucket:
        if client not in self._buckets:
            self._buckets[client] = TokenBucket(self._rate, self._burst, self._clock)
        self._buckets.move_to_end(client)
        if len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
        return self._buckets[client]
