"""The socket at /ws/check: says back what it hears, so that a phone can time there and back before class."""

import asyncio
from contextlib import suppress

from fastapi import APIRouter, WebSocket
from starlette.websockets import WebSocketDisconnect

LONGEST = 32  # characters of what is said back
PATIENCE = 15.0  # seconds without a word
MOST_WORDS = 900  # of one device: a quarter of an hour
MOST_DEVICES = 400  # at the same time


class CheckSockets:
    """The open ones, which are counted, and known by nothing."""

    def __init__(self, patience: float = PATIENCE, most: int = MOST_DEVICES) -> None:
        self._patience = patience
        self._most = most
        self._open = 0

    def router(self) -> APIRouter:
        """The route; it is to be asked before that of unknown sockets."""
        router = APIRouter()
        router.add_api_websocket_route("/ws/check", self.visit)
        return router

    async def visit(self, websocket: WebSocket) -> None:
        """Serve one device, until it goes or has had enough."""
        await websocket.accept()
        self._open += 1
        try:
            if self._open <= self._most:
                with suppress(TimeoutError):
                    await self._echo(websocket)
            await websocket.close()
        except (WebSocketDisconnect, RuntimeError):
            pass  # it has gone
        finally:
            self._open -= 1

    async def _echo(self, websocket: WebSocket) -> None:
        for _ in range(MOST_WORDS):
            async with asyncio.timeout(self._patience):
                message = await websocket.receive()
            if message["type"] == "websocket.disconnect":
                raise WebSocketDisconnect
            await websocket.send_text((message.get("text") or "")[:LONGEST])
