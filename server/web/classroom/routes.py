"""What pages ask of rooms over plain HTTP: to open one, to join one, to take its lead."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from fastapi import APIRouter, Request

from glassbox.classroom.refused import Refused
from glassbox.labbook.book import LabBook, LabBookUnavailable, NotTaken, Owner
from glassbox.web.classroom.bodies import GiveAnswer, Join, Keep, OpenRoom, Resume, TakeLead, read
from glassbox.web.classroom.live_room import LiveRoom
from glassbox.web.classroom.live_rooms import LiveRooms
from glassbox.web.classroom.misses import Misses
from glassbox.web.classroom.opening import Opening
from glassbox.web.rate_limit import client_address
from glassbox.web.this_machine import is_here

KEPT_WITHIN = 3.0  # seconds
MISSES = {"no_such_room", "wrong_resume_word", "hand_over_is_over", "wrong_room_key"}


class RoomRoutes:
    """The routes of all rooms."""

    def __init__(
        self, rooms: LiveRooms, misses: Misses, opening: Opening, book: LabBook, *, listens_for_others: bool
    ) -> None:
        self._listens_for_others = listens_for_others
        self._rooms = rooms
        self._misses = misses
        self._opening = opening
        self._book = book

    def router(self) -> APIRouter:
        """The routes under /api."""
        router = APIRouter(prefix="/api")
        router.add_api_route("/class", self.read_class, methods=["GET"])
        router.add_api_route("/rooms", self.open, methods=["POST"], status_code=201)
        router.add_api_route("/rooms/{code}/join", self.join, methods=["POST"], status_code=201)
        router.add_api_route("/rooms/{code}/resume", self.resume, methods=["POST"])
        router.add_api_route("/rooms/{code}/answer", self.answer, methods=["POST"])
        router.add_api_route("/rooms/{code}/keep", self.keep, methods=["POST"])
        router.add_api_route("/rooms/{code}/lead", self.take_lead, methods=["POST"])
        return router

    async def read_class(self, request: Request) -> dict[str, Any]:
        """Whether this browser may open a room, and by which addresses others reach this server."""
        address = request.app.state.for_class
        return {
            "opens": self._opening.way(request),
            "addresses": [address] if address else [],
            "is_reachable": bool(address) or not is_here(request),
            "listens_for_others": self._listens_for_others,
            "wifi": False,
        }

    async def open(self, request: Request) -> dict[str, str]:
        """A new room: its code, the key that leads it, and the projector's."""
        wish = await read(request, OpenRoom)
        with self._guarded(request):
            self._opening.check(request, wish.key)
            live, key = await self._rooms.open()
        await _kept(live)
        return {"code": live.room.code, "lead": key, "projector": live.room.projector}

    async def join(self, request: Request, code: str) -> dict[str, str]:
        """A new member's token."""
        wish = await read(request, Join)
        live = await self._rooms.find_by_both(code, wish.further) or await self._find_guarded(request, code)
        token = live.room.join(wish.name, time.time())
        live.tell()
        await _kept(live)
        return {"token": token}

    async def resume(self, request: Request, code: str) -> dict[str, str]:
        """A member's new token, on another device."""
        wish = await read(request, Resume)
        with self._guarded(request), _alike("wrong_resume_word"):
            live = await self._find(request, code)
            token = live.move(wish.name, wish.word)
        await _kept(live)
        return {"token": token}

    async def answer(self, request: Request, code: str) -> dict[str, str]:
        """A member's answer, where its page has no socket; answered once it is on the disk."""
        wish = await read(request, GiveAnswer)
        with self._misses.unless_known(client_address(request)):
            live = await self._rooms.find(code)
            member = live.member_of(wish.token)
        live.room.answer(member, wish.said())
        live.tell()
        await live.kept()
        return {"id": wish.id}

    async def take_lead(self, request: Request, code: str) -> dict[str, str]:
        """A second key to the lead, which leads from now on."""
        wish = await read(request, TakeLead)
        with self._guarded(request), _alike("hand_over_is_over"):
            live = await self._find(request, code)
            key = live.room.lead.take(wish.secret, time.time())
        live.room.changed()
        live.tell()
        await _kept(live)
        return {"lead": key}

    async def keep(self, request: Request, code: str) -> dict[str, str]:
        """A copy of the member's run in the lab book of its browser; the key of the copy."""
        wish = await read(request, Keep)
        with self._misses.unless_known(client_address(request)):
            member = (await self._rooms.find(code)).member_of(wish.token)
        try:
            key = await self._book.copy_newest(Owner.of(member.owner), Owner.of(wish.owner))
        except NotTaken:
            raise Refused("not_understood") from None
        except LabBookUnavailable:
            raise Refused("cannot_keep_now") from None
        if key is None:
            raise Refused("nothing_to_keep")
        return {"key": key}

    async def _find_guarded(self, request: Request, code: str) -> LiveRoom:
        """The room, by its code alone: who missed too often, or is taken for somebody who did, is refused."""
        with self._guarded(request):
            return await self._find(request, code)

    async def _find(self, request: Request, code: str) -> LiveRoom:
        """To be asked for inside `_guarded`: while this is looked up, others of the same address may miss too often."""
        try:
            return await self._rooms.find(code)
        finally:
            self._misses.check(client_address(request))

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


async def _kept(live: LiveRoom) -> None:
    """Wait for the disk, but not long: without one a class goes on all the same. Raises as `LiveRoom.kept`."""
    with suppress(TimeoutError):
        async with asyncio.timeout(KEPT_WITHIN):
            await live.kept()


@contextmanager
def _alike(id: str) -> Iterator[None]:  # noqa: A002 - as on the wire
    """Inside, a room that is not there is refused like a secret that is none, so that nobody learns which it was."""
    try:
        yield
    except Refused as refused:
        raise refused if refused.id == "elsewhere" else Refused(id) from None
