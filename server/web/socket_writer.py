"""The sending half of a socket: what the mailbox holds goes out; who does not take it is let go."""

import asyncio
import time
from collections.abc import Callable

from fastapi import WebSocket, WebSocketDisconnect

from glassbox.protocol import server_messages
from glassbox.protocol.messages import write
from glassbox.session.mailbox import Mailbox, WriteNow

LOOK_UP_EVERY = 1.0  # seconds; a sender that cannot send looks so often whether it is still wanted
FAREWELL = 2.0  # seconds a page has to take the last message and close its end

CLOSE_CODES = {
    "taken_over": 4001,
    "not_reading": 4002,
    "forgotten": 4003,
    "server_stops": 4004,
    "too_many_sessions": 4005,
    "never_opened": 4006,
}
OTHER_CLOSE_CODE = 4000


class Gone(Exception):
    """The other end has left, or was let go."""


class SocketWriter:
    """Sends on one socket. Whoever uses it sees to it that only one task sends at a time."""

    def __init__(self, websocket: WebSocket, patience: float) -> None:
        self._websocket = websocket
        self._patience = patience
        self._abort: Callable[[], None] = getattr(websocket.state, "abort", _nothing)
        self._write_now: WriteNow = getattr(websocket.state, "write_now", _not_now)

    async def accept(self) -> None:
        """Let the page in."""
        try:
            await self._websocket.accept()
        except (WebSocketDisconnect, RuntimeError):
            raise Gone from None

    async def deliver(self, mailbox: Mailbox) -> None:
        """Send everything, messages and frames, until the mailbox is closed; then say why."""
        while (item := await mailbox.take(self._write_now)) is not None:
            await self.send(item, lambda: mailbox.closed is not None)
        assert mailbox.closed is not None
        await self.say_goodbye(*mailbox.closed)

    async def send(self, item: str | bytes, is_over: Callable[[], bool] = lambda: False) -> None:
        """Send one text or frame.

        A page that never reads fills the network's buffers, and then no send would ever return: after some patience
        the connection is cut, or soon if meanwhile there is nothing left to wait for (`is_over`).
        """
        if self._write_now(item):  # nearly always
            return
        deadline = time.monotonic() + self._patience
        while not await self._is_sent(item, deadline):
            if is_over() or time.monotonic() >= deadline:
                self.cut()
                raise Gone

    async def say_goodbye(self, code: str, text: str) -> None:
        """Say why it is over, and end it."""
        await self.end(code, write(server_messages.Bye(code, text)))

    async def end(self, code: str, farewell: str) -> None:
        """The last message, then an orderly close; cut soon after, in case nobody reads it."""
        asyncio.get_running_loop().call_later(FAREWELL, self._abort)
        await self.send(farewell)
        try:
            await self._websocket.close(CLOSE_CODES.get(code, OTHER_CLOSE_CODE), code)
        except WebSocketDisconnect:
            raise Gone from None

    def cut(self) -> None:
        """End the connection at once, whatever is still under way."""
        self._abort()

    async def _is_sent(self, item: str | bytes, deadline: float) -> bool:
        """Whether it went out before the deadline, or before one should look up again."""
        try:
            async with asyncio.timeout(min(LOOK_UP_EVERY, deadline - time.monotonic())):
                await self._send(item)
        except TimeoutError:
            return False  # and nothing of it was written: the server waits for room first
        return True

    async def _send(self, item: str | bytes) -> None:
        kind = "text" if isinstance(item, str) else "bytes"
        try:
            await self._websocket.send({"type": "websocket.send", kind: item})
        except WebSocketDisconnect:
            raise Gone from None


def _nothing() -> None:
    """Some servers give no way to cut a connection …"""


def _not_now(item: str | bytes) -> bool:
    """… nor to write without waiting."""
    return False
