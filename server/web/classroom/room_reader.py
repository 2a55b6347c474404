"""The reading half of a room's socket: texts become messages, what is wrong a refusal; floods are kept away."""

import asyncio
from collections.abc import Callable

from fastapi import WebSocket

from glassbox.classroom import said
from glassbox.classroom.refused import Refused
from glassbox.web.rate_limit import TokenBucket
from glassbox.web.socket_writer import Gone

LONGEST = 16 * 1024  # characters of a message
A_SECOND = 60.0  # messages of one page
AT_ONCE = 120


class RoomReader:
    """Reads one socket's messages."""

    def __init__(self, websocket: WebSocket, clock: Callable[[], float]) -> None:
        self._websocket = websocket
        self._bucket = TokenBucket(A_SECOND, AT_ONCE, clock)
        self._in_flood = False

    async def next(self) -> said.Message | Refused | None:
        """What the next message says; None if it drowned in a flood that has been complained about already.

        Raises:
            Gone: the page has left.
        """
        message = await self._websocket.receive()
        if message["type"] == "websocket.disconnect":
            raise Gone
        await asyncio.sleep(0)  # messages that have arrived already come without a pause: let others have their turn
        if not self._bucket.take():
            return self._too_fast()
        self._in_flood = self._in_flood and not self._bucket.is_half_full()
        return _read(message.get("text"))

    def _too_fast(self) -> Refused | None:
        if self._in_flood:
            return None
        self._in_flood = True
        return Refused("too_fast", rate=round(A_SECOND))


def _read(text: str | None) -> said.Message | Refused:
    if text is None or len(text) > LONGEST:
        return Refused("not_understood")
    try:
        return said.read(text)
    except Refused as refused:
        return refused
