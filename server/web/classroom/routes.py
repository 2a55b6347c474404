"""What pages ask of rooms over plain HTTP: to open one, to join one, to take its lead."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import APIRouter, Request

from glassbox.classroom.refused import Refused
from glassbox.web.classroom.bodies import Join, OpenRoom, TakeLead, read
from glassbox.web.classroom.live_rooms import LiveRooms
from glassbox.web.classroom.misses import Misses
from glassbox.web.classroom.opening import Opening, is_here
from glassbox.web.rate_limit import client_address

MISSES = {"no_such_room", "wrong_resume_word", "hand_over_is_over", "wrong_room_key"}


class RoomRoutes:
    """The routes of all rooms."""

    def __init__(self, rooms: LiveRooms, misses: Misses, opening: Opening) -> None:
        self._rooms = rooms
        self._misses = misses
        self._opening = opening

    def router(self) -> APIRouter:
        """The routes under /api."""
        router = APIRouter(prefix="/api")
        router.add_api_route("/class", self.read_class, methods=["GET"])
        router.add_api_route("/rooms", self.open, methods=["POST"], status_code=201)
        router.add_api_route("/rooms/{code}/join", self.join, methods=["POST"], status_code=201)
        router.add_api_route("/rooms/{code}/lead", self.take_lead, methods=["POST"])
        return router

    async def read_class(self, request: Request) -> dict[str, Any]:
        """Whether this browser may open a room, and by which addresses others reach this server."""
        address = request.app.state.for_class
        return {
            "opens": self._opening.way(request),
            "addresses": [address] if address else [],
            "is_reachable": bool(address) or not is_here(request),
            "wifi": False,
        }

    async def open(self, request: Request) -> dict[str, str]:
        """A new room: its code, the key that leads it, and the projector's."""
        wish = await read(request, OpenRoom)
        with self._guarded(request):
            self._opening.check(request, wish.key)
            live, key = self._rooms.open()
        return {"code": live.room.code, "lead": key, "projector": live.room.projector}

    async def join(self, request: Request, code: str) -> dict[str, str]:
        """A new member's token."""
        wish = await read(request, Join)
        with self._guarded(request):
            live = self._rooms.find(code)
        token = live.room.join(wish.name, time.time())
        live.tell()
        return {"token": token}

    async def take_lead(self, request: Request, code: str) -> dict[str, str]:
        """A second key to the lead, which leads from now on."""
        wish = await read(request, TakeLead)
        with self._guarded(request), _alike("hand_over_is_over"):
            live = self._rooms.find(code)
            key = live.room.lead.take(wish.secret, time.time())
        live.room.changed()
        live.tell()
        return {"lead": key}

    @contextmanager
    def _guarded(self, request: Request) -> Iterator[None]:
        """Inside, a try of what is not there counts as a miss of this address."""
        client = client_address(request)
        self._misses.check(client)
        try:
            yield
        except Refused as refused:
            if refused.id in MISSES:
                self._misses.miss(client)
            raise


@contextmanager
def _alike(id: str) -> Iterator[None]:  # noqa: A002 - as on the wire
    """Inside, a room that is not there is refused like a secret that is none, so that nobody learns which it was."""
    try:
        yield
    except Refused:
        raise Refused(id) from None
