"""Asks members' networks for tiles about once a second, while a desk or a projector looks at the wall of its room."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable

from glassbox.classroom.room import Room
from glassbox.classroom.wall import wall
from glassbox.protocol.tiles import Tile, WallTile, encode
from glassbox.session.questions import NotAnswered
from glassbox.session.registry import Registry
from glassbox.web.classroom.visitor import Visitor

EVERY = 1.0  # seconds from look to look
SIZE, CLOSE_SIZE = 32, 96  # pixels a side of a tile's picture, and of the one that is looked at closely

logger = logging.getLogger(__name__)


class DeskWall:
    """Of all rooms. For the event loop; `clock` is that of the sessions."""

    def __init__(self, registry: Registry, clock: Callable[[], float] = time.monotonic) -> None:
        self._registry = registry
        self._clock = clock
        self._rooms: dict[Room, set[Visitor]] = {}  # with their desks and projectors
        self._at_rest: dict[str, Tile] = {}  # of sessions that nobody watches: asking would only wake them
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Look from now on."""
        self._task = asyncio.get_running_loop().create_task(self._look_on(), name="walls")

    def stop(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()

    # ---- as a watcher

    def entered(self, room: Room, visitor: Visitor) -> None:
        """Only those who lead and projectors have a wall."""
        if visitor.role != "member":
            self._rooms.setdefault(room, set()).add(visitor)

    def left(self, room: Room, visitor: Visitor) -> None:
        """It may have been the last one that looked."""
        self._rooms.get(room, set()).discard(visitor)

    def changed(self, room: Room) -> None:
        """The next look finds it."""

    def drawn(self, room: Room, visitor: Visitor, frame: int) -> None:
        """Members draw no wall."""

    def ended(self, room: Room) -> None:
        """Nothing of it is kept."""
        self._rooms.pop(room, None)

    # ---- looking

    async def _look_on(self) -> None:
        while True:
            began = self._clock()
            for room in list(self._rooms):
                try:
                    await self.look(room)
                except Exception:
                    logger.exception("A wall could not be shown")
            await asyncio.sleep(max(EVERY - (self._clock() - began), 0.0))

    async def look(self, room: Room) -> None:
        """One look: what each desk that looks sees, encoded once for all of them, and what the projector shows."""
        visitors = self._rooms.get(room, set())
        desks = [each for each in visitors if each.role == "desk"] if room.wall.on else []
        screens = [each for each in visitors if each.role == "projector"] if room.stage.what == "wall" else []
        if not (desks or screens):
            return
        wanted = room.members.keys() if desks else room.stage.tiles
        tiles = await self._tiles(room, wanted)
        shown = wall(tiles, self._clock())
        _put(desks, shown)
        _put(screens, _chosen(shown, room.stage.tiles))

    async def _tiles(self, room: Room, members: Iterable[int]) -> dict[int, Tile]:
        asked = [(number, room.members[number].session) for number in members if number in room.members]
        sessions = [(number, session) for number, session in asked if session is not None]
        found = await asyncio.gather(
            *(self._tile(session, CLOSE_SIZE if number == room.wall.close else SIZE) for number, session in sessions)
        )
        self._at_rest = {name: tile for name, tile in self._at_rest.items() if self._registry.is_aside(name)}
        return {number: tile for (number, _), tile in zip(sessions, found, strict=True) if tile is not None}

    async def _tile(self, session: str, size: int) -> Tile | None:
        """None where there is no such network (any more, or yet)."""
        if session in self._at_rest and self._registry.is_aside(session):
            return self._at_rest[session]
        try:
            tile: Tile = await self._registry.ask(session, "tile", size=size)
        except NotAnswered:
            return None
        if self._registry.is_aside(session):
            self._at_rest[session] = tile
        return tile


def _put(visitors: list[Visitor], shown: list[WallTile]) -> None:
    if visitors:
        encoded = encode(shown)
        for visitor in visitors:
            visitor.slots.put("wall", encoded)


def _chosen(shown: list[WallTile], members: Iterable[int]) -> list[WallTile]:
    """The tiles of these members, in this order; who needs help is nobody's business on a projector."""
    by_member = {each.member: each for each in shown}
    return [_without_needs(by_member[number]) for number in members if number in by_member]


def _without_needs(shown: WallTile) -> WallTile:
    """The same, but for why its member may need help."""
    return WallTile(member=shown.member, needs=(), group=shown.group, untouched=0, tile=shown.tile)
