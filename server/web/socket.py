"""The live socket at /ws: one task reads commands, one sends what the mailbox holds, until either side has enough."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from fastapi import APIRouter, WebSocket
from starlette.responses import PlainTextResponse

from glassbox.config import Config
from glassbox.protocol.messages import Command, Open
from glassbox.session.registry import NotOpened, Registry, Viewer
from glassbox.web import words
from glassbox.web.heartbeat import Heartbeat
from glassbox.web.rate_limit import client_address
from glassbox.web.socket_reader import SocketReader
from glassbox.web.socket_writer import Gone, SocketWriter
from glassbox.web.taking_up import TakingUp
from glassbox.words.current import word

Opened = Callable[[str | None, str], None]  # an owner's id, if the page told one, and the name of the session

OPEN_WITHIN = 30.0  # seconds a new socket has for its first proper message


class LiveSockets:
    """The open sockets, so that the server can end after they have said goodbye."""

    def __init__(
        self,
        registry: Registry,
        config: Config,
        taking_up: TakingUp,
        opened: Opened = lambda owner, session: None,
    ) -> None:
        """`opened` is told of every page that comes in."""
        self._registry = registry
        self._config = config
        self._taking_up = taking_up
        self._opened = opened
        self._heartbeat = Heartbeat()
        self._visits: dict[asyncio.Task[None], _Visit] = {}

    def router(self) -> APIRouter:
        """The routes of the socket, and of those that do not exist."""
        router = APIRouter()
        router.add_api_websocket_route("/ws", self.visit)
        router.add_api_websocket_route("/{path:path}", _no_such_socket)
        return router

    async def visit(self, websocket: WebSocket) -> None:
        """Serve one socket to its end."""
        task = asyncio.current_task()
        assert task is not None
        visit = self._visits[task] = _Visit(
            websocket, self._registry, self._config, self._taking_up, self._heartbeat, self._opened
        )
        is_full = len(self._visits) > self._config.most_sessions * self._config.most_sockets_a_session
        try:
            await until_gone(visit.turn_away() if is_full else visit.run())
        finally:
            del self._visits[task]

    async def all_gone(self, seconds: float) -> None:
        """Wait until all sockets have ended; those that take longer than so many seconds are cut."""
        if self._visits:
            await asyncio.wait(self._visits, timeout=seconds)
        for visit in self._visits.values():
            visit.cut()


class _Visit:
    """One page's connection, from its first message to its last."""

    def __init__(
        self,
        websocket: WebSocket,
        registry: Registry,
        config: Config,
        taking_up: TakingUp,
        heartbeat: Heartbeat,
        opened: Opened,
    ) -> None:
        self._opened = opened
        self._websocket = websocket
        self._registry = registry
        self._taking_up = taking_up
        self._heartbeat = heartbeat
        self._writer = SocketWriter(websocket, config.not_reading_after)
        self._reader = SocketReader(websocket, config, time.monotonic)

    async def run(self) -> None:
        """Let the page in, open its network, and carry messages both ways."""
        await self._writer.accept()
        first = await self._first_command()
        if first is None:
            return
        try:
            viewer = self._registry.open(first, await self._taking_up.find(first), client_address(self._websocket))
            self._opened(first.owner, viewer.session)
        except NotOpened as refusal:
            await self._writer.say_goodbye(refusal.code, refusal.text)
            return
        try:
            with self._heartbeat.of(viewer.mailbox):
                await until_one_ends(self._writer.deliver(viewer.mailbox), self._obey(viewer))
        finally:
            self._registry.leave(viewer)

    async def turn_away(self) -> None:
        """There are too many already."""
        await self._writer.accept()
        await self._writer.say_goodbye("too_many_sessions", words.TOO_MANY_SOCKETS)

    def cut(self) -> None:
        """End the connection at once."""
        self._writer.cut()

    async def _first_command(self) -> Open | None:
        """The page's `open`; None if it does not come in time."""
        try:
            async with asyncio.timeout(OPEN_WITHIN):
                return await self._reader.opening(self._writer.send)
        except TimeoutError:
            await self._writer.say_goodbye("never_opened", words.NEVER_OPENED.format(seconds=OPEN_WITHIN))
            return None

    async def _obey(self, viewer: Viewer) -> None:
        def obey(command: Command) -> None:
            self._registry.control(viewer, command)

        def acknowledge(frame: int) -> None:
            self._registry.acknowledge(viewer, frame)

        await self._reader.read_all(obey, acknowledge, viewer.mailbox.post)


async def until_one_ends(*halves: Coroutine[Any, Any, None]) -> None:
    """Run both directions; when one has ended, the other one has no purpose."""
    tasks = [asyncio.create_task(until_gone(half)) for half in halves]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
    for task in tasks:
        if not task.cancelled():
            task.result()  # a fault of ours is not to be lost


async def until_gone(half: Coroutine[Any, Any, None]) -> None:
    with suppress(Gone):
        await half


async def _no_such_socket(websocket: WebSocket) -> None:
    await websocket.send_denial_response(PlainTextResponse(word(words.NO_SUCH_SOCKET), 404))
