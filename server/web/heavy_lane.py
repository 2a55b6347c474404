"""Heavy questions, in a thread of their own: one of each session, in fair turns, none whose asker has gone,
and so many in all.
"""

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import Request
from starlette.responses import Response

from glassbox.session.questions import NotAnswered
from glassbox.study.still_wanted import while_wanted
from glassbox.web import words
from glassbox.web.background import Background
from glassbox.web.fair_turns import FairTurns
from glassbox.web.rate_limit import client_address

MOST = 200  # that wait or are answered …
MOST_OF_ADDRESS = 40  # … of one address: a class that asks at once, and some more
GONE = 499  # as nginx says it; nobody reads it

Work = Callable[[], Response]


class AskedTooOften(NotAnswered):
    """It was asked too much, or once more by the same page: a sentence why this one is not answered."""


class HeavyLane:
    """Used on the event loop only; the work is done in its thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._thread = Background(threads=1)
        self._turns = FairTurns(clock)
        self._asked: dict[str, asyncio.Task[Response]] = {}  # by session
        self._addresses: Counter[str] = Counter()  # how many each of them has asked

    async def run(self, session: str, request: Request, prepare: Callable[[], Awaitable[Work]]) -> Response:
        """What the work returns that `prepare` finds once its turn has come: nothing is kept for those that wait.

        Raises:
            AskedTooOften: a newer question of the session came, or too many wait.
        """
        earlier = self._asked.pop(session, None)
        if earlier is not None:
            earlier.cancel()
        address = client_address(request)
        if self._addresses.total() >= MOST or self._addresses[address] >= MOST_OF_ADDRESS:
            raise AskedTooOften(words.TOO_MANY_QUESTIONS)
        answering = self._asked[session] = asyncio.create_task(self._answer(address, session, prepare))
        leaving = asyncio.create_task(_until_gone(request))
        self._addresses[address] += 1
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
            self._addresses -= Counter([address])  # and nothing is left of one that has none
            if self._asked.get(session) is answering:
                del self._asked[session]

    def close(self) -> None:
        """Begin nothing more."""
        self._thread.close()

    async def _answer(self, address: str, session: str, prepare: Callable[[], Awaitable[Work]]) -> Response:
        given_up = threading.Event()
        async with self._turns.turn(address, session):
            work = await prepare()
            try:
                return await self._thread.run(lambda: while_wanted(lambda: not given_up.is_set(), work))
            finally:
                given_up.set()


async def _until_gone(request: Request) -> None:
    """The body was read, so what comes next is that the connection has been closed."""
    message: dict[str, Any] = {}
    while message.get("type") != "http.disconnect":
        message = dict(await request.receive())
