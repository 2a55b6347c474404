"""Puts a class's rooms together: their routes and sockets around one list of rooms."""

from fastapi import FastAPI

from glassbox.classroom.limits import Limits
from glassbox.config import Config
from glassbox.web.classroom.check_socket import CheckSockets
from glassbox.web.classroom.live_rooms import LiveRooms
from glassbox.web.classroom.misses import Misses
from glassbox.web.classroom.opening import Opening
from glassbox.web.classroom.refusing import answer_refusals
from glassbox.web.classroom.room_socket import RoomSockets
from glassbox.web.classroom.routes import RoomRoutes

SOCKETS_A_MEMBER = 3  # its page, a newer one that takes its place, and one that has not said yet who it is


class Classroom:
    """All rooms of a server."""

    def __init__(self, config: Config) -> None:
        misses = Misses()
        self._rooms = LiveRooms(Limits(config.most_rooms, config.most_members))
        most = config.most_rooms * config.most_members * SOCKETS_A_MEMBER
        self._sockets = RoomSockets(self._rooms, misses, config.not_reading_after, most)
        self._routes = RoomRoutes(self._rooms, misses, Opening(config))

    def join(self, app: FastAPI) -> None:
        """Add the routes and the sockets; they are to be asked before the socket of unknown addresses."""
        app.include_router(self._routes.router())
        app.include_router(self._sockets.router())
        app.include_router(CheckSockets().router())
        answer_refusals(app)

    def begin(self) -> None:
        """The server runs."""
        self._rooms.begin()

    async def end(self, seconds: float) -> None:
        """Say goodbye to everybody; sockets that take longer than so many seconds are cut."""
        self._rooms.stop()
        await self._sockets.all_gone(seconds)
