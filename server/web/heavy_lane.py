"""Heavy questions, in a thread of their own: one of each session, none whose asker has gone, and so many in all."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

from fastapi import Request
from starlette.responses import Response

from glassbox.session.questions import NotAnswered
from glassbox.study.still_wanted import while_wanted
from glassbox.web import words
from glassbox.web.background import Background

MOST = 40  # that wait or are answered: a class that asks at once, and some more
GONE = 499  # as nginx says it; nobody reads it


class AskedTooOften(NotAnswered):
    """It was asked too much, or once more by the same page: a sentence why this one is not answered."""


class HeavyLane:
    """Used on the event loop only; the work is done in its thread."""

    def __init__(self) -> None:
        self._thread = Background(threads=1)
        self._asked: dict[str, asyncio.Task[Response]] = {}  # by session

    async def run(self, session: str, request: Request, work: Callable[[], Response]) -> Response:
        """What `work` returns, in the order of coming.

        Raises:
            AskedTooOften: a newer question of the session came, or too many wait.
        """
        earlier = self._asked.pop(session, None)
        if earlier is not None:
            earlier.cancel()
        if len(self._asked) >= MOST:
            raise AskedTooOften(words.TOO_MANY_QUESTIONS)
        answering = self._asked[session] = asyncio.create_task(self._answer(work))
        leaving = asyncio.create_task(_until_gone(request))
        try:
            await asyncio.wait([answering, leaving], return_when=asyncio.FIRST_COMPLETED)
            if not answering.done():
                return Response(status_code=GONE)
            if answering.cancelled():
                raise AskedTooOften(words.NEWER_QUESTION)
            return answering.result()
        finally:
            leaving.cancel()
            answering.cancel()
            if self._asked.get(session) is answering:
                del self._asked[session]

    def close(self) -> None:
        """Begin nothing more."""
        self._thread.close()

    async def _answer(self, work: Callable[[], Response]) -> Response:
        given_up = threading.Event()
        try:
            return await self._thread.run(lambda: while_wanted(lambda: not given_up.is_set(), work))
        finally:
            given_up.set()


async def _until_gone(request: Request) -> None:
    """The body was read, so what comes next is that the connection has been closed."""
    message: dict[str, Any] = {}
    while message.get("type") != "http.disconnect":
        message = dict(await request.receive())
