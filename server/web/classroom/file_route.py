"""The class's file, asked for by whoever has a key to the lead."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from glassbox.classroom.keys import digest
from glassbox.classroom.refused import Refused
from glassbox.classroom.room import Room
from glassbox.lessons.shelf import Shelf
from glassbox.session.registry import Registry
from glassbox.web.background import Background
from glassbox.web.classroom.asked_words import worded
from glassbox.web.classroom.bodies import TakeFile, read
from glassbox.web.classroom.class_file import class_file
from glassbox.web.classroom.class_page import class_page
from glassbox.web.classroom.class_table import class_table
from glassbox.web.classroom.live_rooms import LiveRooms
from glassbox.web.classroom.misses import Misses
from glassbox.web.rate_limit import client_address
from glassbox.web.shelved import shelved_in_spoken


class FileRoute:
    """Of all rooms. What it makes is kept nowhere."""

    def __init__(
        self, rooms: LiveRooms, misses: Misses, registry: Registry, background: Background, shelf: Shelf
    ) -> None:
        self._rooms = rooms
        self._misses = misses
        self._registry = registry
        self._background = background
        self._shelf = shelf

    def router(self) -> APIRouter:
        """The route under /api."""
        router = APIRouter(prefix="/api")
        router.add_api_route("/rooms/{code}/file", self.take, methods=["POST"], response_model=None)
        return router

    async def take(self, request: Request, code: str) -> Response:
        """A table, or a page to print."""
        wish = await read(request, TakeFile)
        room = await self._room(client_address(request), code, wish.lead)
        shelved = await shelved_in_spoken(self._shelf, self._background)
        made = await class_file(room, self._registry, wish.names, lambda asked: worded(asked, shelved))
        name = f"class-{room.code}.{'csv' if wish.kind == 'csv' else 'html'}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        kind, write = ("text/csv", class_table) if wish.kind == "csv" else ("text/html", class_page)
        text = await self._background.run(lambda: write(made))
        return Response(text, media_type=f"{kind}; charset=utf-8", headers=headers)

    async def _room(self, client: str, code: str, key: str) -> Room:
        """The room that this key leads; one that is not there is refused in the same way as a wrong key."""
        with self._misses.unless_known(client):
            room = (await self._rooms.find(code)).room
            if not room.lead.knows(digest(key)):
                raise Refused("no_such_room")
            return room
