"""The reading half of a socket: texts become commands; what is wrong becomes a refusal, one sentence each."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from fastapi import WebSocket

from glassbox.config import Config
from glassbox.protocol import messages, server_messages
from glassbox.protocol.messages import Acknowledge, Command, Open
from glassbox.protocol.refusals import Refusal
from glassbox.session import words
from glassbox.web.rate_limit import LimitedLog, TokenBucket
from glassbox.web.socket_writer import Gone

Takes = Callable[[str], bool]  # whether it has taken a text; if not, it is received as usual

LONGEST_ACKNOWLEDGEMENT = 64  # characters; a longer message is not looked into before it has been counted

logger = logging.getLogger(__name__)


class SocketReader:
    """Reads one socket's messages, and keeps floods away from the session."""

    def __init__(self, websocket: WebSocket, config: Config, clock: Callable[[], float]) -> None:
        self._websocket = websocket
        self._take_short: Callable[[Takes], None] = getattr(websocket.state, "take_short", _takes_none)
        self._longest = config.longest_message
        self._rate = config.most_messages_a_second
        self._bucket = TokenBucket(config.most_messages_a_second, config.largest_burst, clock)
        self._in_flood = False
        self._log = LimitedLog(logger, clock)

    async def opening(self, answer: Callable[[str], Awaitable[None]]) -> Open:
        """The first command, which must be `open`; whatever else comes is refused."""
        while True:
            read = await self._next()
            if isinstance(read, Open):
                return read
            if read is not None:
                await answer(self._refuse(read if isinstance(read, Refusal) else Refusal(words.OPEN_FIRST)))

    async def read_all(
        self, obey: Callable[[Command], None], acknowledge: Callable[[int], None], answer: Callable[[str], None]
    ) -> None:
        """Hand on every command after the first, until the page is gone; frames that it has drawn, by their numbers."""

        def take(text: str) -> bool:
            frame = messages.acknowledged_in(text)
            if frame is not None:
                acknowledge(frame)
            return frame is not None

        self._take_short(take)
        while True:
            read = await self._next()
            if isinstance(read, Open):
                read = Refusal(words.ALREADY_OPEN, about="open")
            if isinstance(read, Refusal):
                answer(self._refuse(read))
            elif isinstance(read, Acknowledge):
                acknowledge(read.frame)
            elif read is not None:
                obey(read)

    async def _next(self) -> Command | Refusal | None:
        """What the next message asks; None if it drowned in a flood that has been complained about already."""
        message = await self._websocket.receive()
        if message["type"] == "websocket.disconnect":
            raise Gone
        # Messages that have arrived already are received without a pause: let the other sockets have theirs.
        await asyncio.sleep(0)
        text = message.get("text")
        if text is not None and _is_acknowledgement(text):
            return self._read(text)
        if not self._bucket.take():
            return self._too_fast()
        self._in_flood = self._in_flood and not self._bucket.is_half_full()
        return Refusal(words.BYTES_NOT_TEXT) if text is None else self._read(text)

    def _read(self, text: str) -> Command | Refusal:
        try:
            return messages.read(text, self._longest)
        except Refusal as refusal:
            return refusal

    def _too_fast(self) -> Refusal | None:
        if self._in_flood:
            return None
        self._in_flood = True
        return Refusal(words.TOO_FAST.format(rate=self._rate))

    def _refuse(self, refusal: Refusal) -> str:
        self._log.note(f"Refused a message: {refusal.text}")  # of whom is written nowhere, as /privacy says
        return messages.write(server_messages.Refused(refusal.text, refusal.about))


def _takes_none(takes: Takes) -> None:
    """Some servers hand all texts to the application in one way."""


def _is_acknowledgement(text: str) -> bool:
    """Acknowledgements pace the frames, so they are not counted; a malformed one is refused like any message."""
    return len(text) <= LONGEST_ACKNOWLEDGEMENT and '"ack"' in text
