"""The socket of a room at /ws/rooms/{code}: a page says who it is, is told what changes, and says what it wants."""

import asyncio
import time
from collections.abc import Callable

from fastapi import APIRouter, WebSocket

from glassbox.classroom import said, told
from glassbox.classroom.refused import Refused
from glassbox.classroom.told import write
from glassbox.web.classroom.live_room import LiveRoom
from glassbox.web.classroom.live_rooms import LiveRooms
from glassbox.web.classroom.misses import Misses
from glassbox.web.classroom.room_reader import RoomReader
from glassbox.web.classroom.slots import Slots
from glassbox.web.classroom.visitor import Visitor
from glassbox.web.heartbeat import Heartbeat
from glassbox.web.rate_limit import client_address
from glassbox.web.socket import until_gone, until_one_ends
from glassbox.web.socket_writer import SocketWriter

ENTER_WITHIN = 15.0  # seconds a new socket has to say who it is
ALIVE_EVERY = 1.0  # seconds between two looks: so a silence lasts twice as long at most
ALIVE = write(told.Alive())


class RoomSockets:
    """The open sockets of all rooms."""

    def __init__(self, rooms: LiveRooms, misses: Misses, patience: float, most: int) -> None:
        self._rooms = rooms
        self._misses = misses
        self._patience = patience
        self._most = most
        self._heartbeat = Heartbeat(ALIVE_EVERY, ALIVE)
        self._open: dict[asyncio.Task[None], SocketWriter] = {}

    def router(self) -> APIRouter:
        """The route; it is to be asked before that of unknown sockets."""
        router = APIRouter()
        router.add_api_websocket_route("/ws/rooms/{code}", self.visit)
        return router

    async def visit(self, websocket: WebSocket, code: str) -> None:
        """Serve one socket to its end."""
        task = asyncio.current_task()
        assert task is not None
        writer = self._open[task] = SocketWriter(websocket, self._patience)
        try:
            await until_gone(self._serve(websocket, writer, code))
        finally:
            del self._open[task]

    async def all_gone(self, seconds: float) -> None:
        """Wait until all sockets have ended; those that take longer are cut."""
        if self._open:
            await asyncio.wait(self._open, timeout=seconds)
        for writer in self._open.values():
            writer.cut()

    async def _serve(self, websocket: WebSocket, writer: SocketWriter, code: str) -> None:
        await writer.accept()
        if len(self._open) > self._most:
            await _end(writer, told.Bye(code="too_many_sockets"))
            return
        reader = RoomReader(websocket, time.monotonic)
        wish = await self._first(reader)
        client = client_address(websocket)
        entered = await self._enter(wish, code, client) if wish else told.Bye(code="never_entered")
        if isinstance(entered, told.Bye):
            await _end(writer, entered)
            return
        live, visitor = entered
        try:
            with self._heartbeat.of(visitor.slots):
                await until_one_ends(_deliver(writer, visitor.slots), _hear(reader, live, visitor))
        finally:
            live.leave(visitor)

    async def _first(self, reader: RoomReader) -> said.Enter | None:
        """Who the page says it is; None if it says something else, or nothing in time."""
        try:
            async with asyncio.timeout(ENTER_WITHIN):
                said_first = await reader.next()
        except TimeoutError:
            return None
        return said_first if isinstance(said_first, said.Enter) else None

    async def _enter(self, wish: said.Enter, code: str, client: str) -> tuple[LiveRoom, Visitor] | told.Bye:
        """The room and who came into it, or why not."""
        try:
            with self._misses.unless_known(client):
                live = await self._rooms.find(code)
                return live, live.admit(wish)
        except Refused as refused:
            return told.Bye(code=refused.id, front=int(refused.values.get("front", 0)))


async def _hear(reader: RoomReader, live: LiveRoom, visitor: Visitor) -> None:
    while True:
        message = await reader.next()
        if isinstance(message, Refused):
            visitor.slots.post(_refusal(message, None))
        elif message is not None and visitor.slots.closed is None:
            _obey(live, visitor, message)


def _obey(live: LiveRoom, visitor: Visitor, message: said.Said) -> None:
    try:
        live.hear(visitor, message)
    except Refused as refused:
        visitor.slots.post(_refusal(refused, told.snake(type(message).__name__)))


def _refusal(refused: Refused, about: str | None) -> str:
    return write(told.Refused(id=refused.id, values=refused.values, about=about))


async def _deliver(writer: SocketWriter, slots: Slots) -> None:
    while (item := await slots.take()) is not None:
        await writer.send(item, _is_closed(slots))
    assert slots.closed is not None
    await _end(writer, told.Bye(code=slots.closed))


def _is_closed(slots: Slots) -> Callable[[], bool]:
    return lambda: slots.closed is not None


async def _end(writer: SocketWriter, bye: told.Bye) -> None:
    await writer.end(bye.code, write(bye))
