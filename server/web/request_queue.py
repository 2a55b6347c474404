"""Lets requests in few at a time when a class comes in at once: live sockets are served between them."""

import asyncio
from collections import deque

from starlette.types import ASGIApp, Receive, Scope, Send

AT_ONCE = 2  # in a round: with fewer a class is in later, with more the others' pictures come less often


class RequestQueue:
    """ASGI middleware: few requests or handshakes begin in each round of the event loop, in the order of their coming.

    All that arrive together would else be answered in one long round, and the frames of others would wait for it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._begun = 0  # in this round

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on when its turn has come."""
        if scope["type"] in ("http", "websocket"):
            await self._turn()
        await self._app(scope, receive, send)

    async def _turn(self) -> None:
        loop = asyncio.get_running_loop()
        if self._begun == 0:
            loop.call_soon(self._begin_round, loop)
        if self._begun < AT_ONCE:
            self._begun += 1
            return
        turn = loop.create_future()
        self._waiting.append(turn)
        await turn

    def _begin_round(self, loop: asyncio.AbstractEventLoop) -> None:
        self._begun = 0
        while self._waiting and self._begun < AT_ONCE:
            turn = self._waiting.popleft()
            if not turn.done():  # else whoever waited has given up
                turn.set_result(None)
                self._begun += 1
        if self._begun:
            loop.call_soon(self._begin_round, loop)
