"""Uvicorn's WebSocket protocol with ways to get rid of clients that do not read or cannot spell.

Its `close` waits until everything written has been taken, which a client that never reads never does. So each socket
gets `state.abort`, which cuts the connection at once. And a frame and its acknowledgement, of which there are thousands
a second, take a short way: `state.write_now` writes without a task that waits, and `state.take_short` hands texts over
as they come in, without one that is woken. `socket_writer.py` and `socket_reader.py` use them.
"""

from asyncio import BaseTransport, Transport
from collections.abc import Callable
from typing import cast

from uvicorn._types import ASGISendEvent
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import InvalidState
from websockets.frames import Frame

NOT_TEXT = 1007  # the close code for text that is not UTF-8
SHORT = 64  # bytes
MOST_AT_ONCE = 8  # short texts of one read that are handed over at once: who sends more has to wait like the others

Takes = Callable[[str], bool]  # whether it has taken a text; if not, the application receives it as usual


class AbortableWebSocket(WebSocketsSansIOProtocol):
    """One WebSocket connection."""

    def connection_made(self, transport: BaseTransport) -> None:
        """Give the application ways to cut this connection and to ask about it."""
        super().connection_made(transport)
        self._takes: Takes = _takes_nothing
        self._at_once = MOST_AT_ONCE
        ways = {"abort": cast(Transport, transport).abort, "write_now": self._write_now, "take_short": self._take_short}
        self.app_state = {**self.app_state, **ways}

    def data_received(self, data: bytes) -> None:
        """Of each read, a few short texts may be handed over at once."""
        self._at_once = MOST_AT_ONCE
        super().data_received(data)

    def keepalive_timeout(self) -> None:
        """Nothing came back for a ping: an orderly close would wait for it, too."""
        super().keepalive_timeout()
        self.transport.abort()

    def handle_cont(self, event: Frame) -> None:
        """Of a message in parts, empty ones are not kept: they would count nothing, and could go on forever."""
        if event.data or event.fin:
            super().handle_cont(event)

    async def send(self, message: ASGISendEvent) -> None:
        """A handshake answered with a refusal is complete; uvicorn would log an error for each."""
        await super().send(message)
        if message["type"] == "websocket.http.response.body" and self.close_sent:
            self.handshake_complete = True

    def send_receive_event_to_app(self) -> None:
        """A text that is not UTF-8 ends the connection, as the standard wants, but without a traceback in the log."""
        if self.curr_msg_data_type == "text" and not _is_utf8(b"".join(self.frames)):
            self.frames = []
            self.conn.fail(NOT_TEXT, "expected text in UTF-8")
            self.handle_parser_exception()
            return
        if self._is_short() and self._takes(self.frames[0].decode()):
            self._at_once -= 1
            self.frames = []
            return
        super().send_receive_event_to_app()

    def _is_short(self) -> bool:
        is_alone = self.curr_msg_data_type == "text" and len(self.frames) == 1 and len(self.frames[0]) <= SHORT
        return is_alone and self._at_once > 0 and not self.close_sent

    def _take_short(self, takes: Takes) -> None:
        """From now on ask this about short texts first."""
        self._takes = takes

    def _write_now(self, item: str | bytes) -> bool:
        """Write a text or a frame, if that needs no waiting. Whether it was written."""
        if self.disconnected or self.close_sent or not (self.handshake_complete and self.writable.is_set()):
            return False
        try:
            if isinstance(item, bytes):
                self.conn.send_binary(item)
            else:
                self.conn.send_text(item.encode())
        except InvalidState:
            return False
        self.transport.write(b"".join(self.conn.data_to_send()))
        return True


def _takes_nothing(text: str) -> bool:
    return False


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
