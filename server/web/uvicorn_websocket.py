"""Uvicorn's WebSocket protocol with ways to get rid of clients that do not read or cannot spell.

Its `close` waits until everything written has been taken, which a client that never reads never does. So each socket
gets `state.abort`, which cuts the connection at once, and `state.has_room`, which tells whether a message would go out
without waiting; `socket_writer.py` uses both.
"""

from asyncio import BaseTransport, Transport
from typing import cast

from uvicorn._types import ASGISendEvent
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame

NOT_TEXT = 1007  # the close code for text that is not UTF-8


class AbortableWebSocket(WebSocketsSansIOProtocol):
    """One WebSocket connection."""

    def connection_made(self, transport: BaseTransport) -> None:
        """Give the application ways to cut this connection and to ask about it."""
        super().connection_made(transport)
        ways = {"abort": cast(Transport, transport).abort, "has_room": self.writable.is_set}
        self.app_state = {**self.app_state, **ways}

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
        super().send_receive_event_to_app()


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
