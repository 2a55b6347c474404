"""Puts a class's rooms together: their routes and sockets around one list of rooms."""

import secrets
from contextlib import suppress

from fastapi import FastAPI

from glassbox.classroom.limits import Limits
from glassbox.classroom.refused import Refused
from glassbox.classroom.room import Room
from glassbox.config import Config
from glassbox.front import Front
from glassbox.labbook.book import LabBook, Owner
from glassbox.labbook.room_record import Holder
from glassbox.labbook.room_shelf import SharedRooms
from glassbox.lessons.shelf import Shelf
from glassbox.session.registry import Registry
from glassbox.web.background import Background
from glassbox.web.classroom.broadcaster import Broadcaster
from glassbox.web.classroom.challenges import Challenges
from glassbox.web.classroom.check_socket import CheckSockets
from glassbox.web.classroom.desk_wall import DeskWall
from glassbox.web.classroom.file_route import FileRoute
from glassbox.web.classroom.keeping import Keeping
from glassbox.web.classroom.live_room import LiveRoom
from glassbox.web.classroom.live_rooms import LiveRooms
from glassbox.web.classroom.misses import Misses
from glassbox.web.classroom.network_routes import NetworkRoutes
from glassbox.web.classroom.onlookers import Onlookers
from glassbox.web.classroom.opening import Opening
from glassbox.web.classroom.refusing import answer_refusals
from glassbox.web.classroom.room_socket import RoomSockets
from glassbox.web.classroom.routes import RoomRoutes
from glassbox.web.experiment_jobs import ExperimentJobs

HOLDER_BYTES = 16
SOCKETS_A_MEMBER = 3  # its page, a newer one that takes its place, and one that has not said yet who it is


class Classroom:
    """All rooms of a server."""

    def __init__(
        self,
        config: Config,
        registry: Registry,
        book: LabBook,
        jobs: ExperimentJobs,
        background: Background,
        shelf: Shelf,
    ) -> None:
        self._registry, self._jobs = registry, jobs
        misses = Misses()
        shared = _shared(book, config.front)
        unshared = book.rooms if book.has_a_place else None
        keeping = Keeping(shared or unshared, may_have_some=book.is_there)
        self._broadcaster = Broadcaster(registry)
        self._wall = DeskWall(registry)
        self._challenges = Challenges(registry, config.most_parameters, self._tell)
        watchers = self._broadcaster, self._wall, Onlookers(registry), self._challenges
        limits = Limits(config.most_rooms, config.most_members)
        self._rooms = LiveRooms(limits, keeping, self._let_go, watchers, shared=shared, brought_back=self._brought_back)
        most = config.most_rooms * config.most_members * SOCKETS_A_MEMBER
        self._sockets = RoomSockets(self._rooms, misses, config.not_reading_after, most)
        self._routes = RoomRoutes(
            self._rooms, misses, Opening(config), book, listens_for_others=config.listens_for_others
        )
        self._network_routes = NetworkRoutes(self._rooms, misses, registry, self._broadcaster)
        self._files = FileRoute(self._rooms, misses, registry, background, shelf)

    def join(self, app: FastAPI) -> None:
        """Add the routes and the sockets; they are to be asked before the socket of unknown addresses."""
        app.include_router(self._routes.router())
        app.include_router(self._network_routes.router())
        app.include_router(self._files.router())
        app.include_router(self._sockets.router())
        app.include_router(CheckSockets().router())
        answer_refusals(app)

    def opened(self, owner: str | None, session: str) -> None:
        """A page has opened a session: that of a member whose own has gone, with the server that was restarted, is its
        own from now on.
        """
        if owner:
            self._rooms.opened(owner, session, self._registry.knows)

    def counts(self) -> dict[str, int]:
        """How many rooms there are, and members of them."""
        return self._rooms.counts()

    def begin(self) -> None:
        """The server runs."""
        self._rooms.begin()
        self._wall.begin()

    async def end(self, seconds: float) -> None:
        """Say goodbye to everybody; sockets that take longer than so many seconds are cut."""
        await self._rooms.stop()
        self._wall.stop()
        self._challenges.close()
        await self._sockets.all_gone(seconds)

    def _brought_back(self, live: LiveRoom) -> None:
        """Members' pages may have opened their networks before the room was there."""
        live.find_networks(self._registry.knows, self._registry.newest_of)

    def _tell(self, room: Room) -> None:
        with suppress(Refused):  # it is over, or at another server by now
            self._rooms.here(room.code).tell()

    async def _let_go(self, owners: set[str]) -> None:
        """Of all that members of a room have at work; what is written down is deleted after it."""
        self._registry.let_go_of(owners)
        await self._jobs.remove_all_of({Owner.of(owner) for owner in owners})


def _shared(book: LabBook, front: Front) -> SharedRooms | None:
    """Where several servers keep their rooms in one book."""
    if front.is_alone or not book.has_a_place:
        return None
    return book.rooms.shared(Holder(secrets.token_hex(HOLDER_BYTES), front.number))
