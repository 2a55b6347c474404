"""What members ask over plain HTTP of the network that their class looks at: one of their own that begins there, and,
where WebSockets are blocked, what a socket would have told, once a second.
"""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Request
from msgspec import Meta
from starlette.responses import Response

from glassbox.classroom import said, told
from glassbox.classroom.member import Member
from glassbox.classroom.orders import obey_member
from glassbox.classroom.refused import Refused
from glassbox.classroom.said import Count, Key
from glassbox.session.questions import NotAnswered
from glassbox.session.registry import NotOpened, Registry
from glassbox.web.classroom.bodies import OfRoom, read
from glassbox.web.classroom.broadcaster import Broadcaster
from glassbox.web.classroom.live_room import LiveRoom
from glassbox.web.classroom.live_rooms import LiveRooms
from glassbox.web.classroom.misses import Misses
from glassbox.web.rate_limit import client_address


class ForkWish(OfRoom, frozen=True):
    """A network of one's own, please."""

    token: Key


class LookWish(OfRoom, frozen=True):
    """What is new, please, to who has this version of the room, and this frame of the network.

    `source`: whose network the page shows, which without a socket it cannot tell otherwise.
    """

    token: Key
    source: told.Source | None = None
    version: Annotated[int, Meta(ge=0)] = 0
    frame: Count = 0


class Seen(msgspec.Struct, frozen=True):
    """An answer to `LookWish`. `whole` and `frame` are bytes as over the socket; None is what has not changed."""

    room: told.Room | None
    me: told.Me | None
    whole: bytes | None
    frame: bytes | None


class NetworkRoutes:
    """The routes of all rooms."""

    def __init__(self, rooms: LiveRooms, misses: Misses, registry: Registry, broadcaster: Broadcaster) -> None:
        self._rooms = rooms
        self._misses = misses
        self._registry = registry
        self._broadcaster = broadcaster

    def router(self) -> APIRouter:
        """The routes under /api."""
        router = APIRouter(prefix="/api/rooms/{code}")
        router.add_api_route("/fork", self.fork, methods=["POST"])
        router.add_api_route("/look", self.look, methods=["POST"], response_model=None)
        return router

    async def fork(self, request: Request, code: str) -> dict[str, str]:
        """The member's own network, which begins where the one stands that all look at; an older one is let go."""
        wish = await read(request, ForkWish)
        live, member = await self._found(request, code, wish.token)
        session = live.room.looked_at
        if session is None:
            raise Refused("network_is_away")
        try:
            name = await self._registry.fork(session, member.owner, client_address(request))
        except NotAnswered:
            raise Refused("network_is_away") from None
        except NotOpened:
            raise Refused("no_place_for_a_network") from None
        if live.room.is_over or live.room.members.get(member.number) is not member:
            self._registry.let_go(name)  # it ended meanwhile, or the member was taken out of it
            raise Refused("no_such_room")
        self._hand_over(live, member, name)
        return {"session": name, "owner": member.owner}

    async def look(self, request: Request, code: str) -> Response:
        """What the member's page lacks, as MessagePack."""
        wish = await read(request, LookWish)
        live, member = await self._found(request, code, wish.token)
        live.polled(member)
        room = live.room
        if wish.source not in (None, member.source) and (wish.source == "shown" or member.session):
            obey_member(room, member, said.LookAt(source=wish.source), member.seen)
            live.tell()
        is_news = room.version != wish.version
        looks = member.source == "shown"
        whole, frame = self._broadcaster.look(room, wish.frame) if looks else (None, None)
        me = room.for_member(member, member.seen) if is_news else None
        seen = Seen(room.for_all() if is_news else None, me, whole, frame)
        return Response(msgspec.msgpack.encode(seen), media_type="application/msgpack")

    def _hand_over(self, live: LiveRoom, member: Member, name: str) -> None:
        before, member.session, member.source = member.session, name, "own"
        if before is not None:
            self._registry.let_go(before)
        if live.room.floor == member.number:
            live.room.changed()
        live.room.changed_member(member)
        live.tell()

    async def _found(self, request: Request, code: str, token: str) -> tuple[LiveRoom, Member]:
        """The room and the member of it; a try of what is not there counts as a miss of this address.

        Raises:
            Refused: there is no such room, or member.
        """
        with self._misses.unless_known(client_address(request)):
            live = await self._rooms.find(code)
            member = live.room.member_of(token)
            if member is None:
                raise Refused("no_such_room")
            return live, member
