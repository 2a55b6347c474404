"""Shows each room's pages the network that its lead shows, or that of the member who has the floor."""

from dataclasses import dataclass, field
from itertools import count

from glassbox.classroom.room import Room
from glassbox.session.registry import Registry
from glassbox.web.classroom.cast import Cast
from glassbox.web.classroom.follower import Follower
from glassbox.web.classroom.visitor import Visitor


@dataclass(eq=False)
class _Audience:
    """Of one room; a cast as long as it is shown a network."""

    followers: dict[Visitor, Follower] = field(default_factory=dict)
    cast: Cast | None = None
    numbers: "count[int]" = field(default_factory=lambda: count(1))


class Broadcaster:
    """A watcher of all rooms; for one event loop."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._audiences: dict[Room, _Audience] = {}

    def entered(self, room: Room, visitor: Visitor) -> None:
        """A page has come; desks have the network itself, onlookers look at another."""
        if visitor.role in ("desk", "onlooker"):
            return
        audience = self._audience(room)
        audience.followers[visitor] = Follower(visitor)
        if audience.cast:
            audience.cast.wake()

    def left(self, room: Room, visitor: Visitor) -> None:
        """It has gone."""
        audience = self._audiences.get(room)  # none once the room is over: nothing is kept of it
        if audience is None:
            return
        audience.followers.pop(visitor, None)
        if audience.cast:
            audience.cast.wake()

    def changed(self, room: Room) -> None:
        """Another network may be shown, or a member looks at another one."""
        audience, session = self._audience(room), room.looked_at
        _forget_what_others_knew(audience)
        if audience.cast and audience.cast.session == session:
            for follower in audience.followers.values():
                follower.forget_if_away()
            audience.cast.wake()
            return
        self._end_cast(audience)
        audience.followers = {visitor: Follower(visitor) for visitor in audience.followers}
        if session is not None:
            audience.cast = Cast(self._registry, session, lambda: audience.followers.values(), audience.numbers)
            audience.cast.begin()

    def drawn(self, room: Room, visitor: Visitor, frame: int) -> None:
        """A page has drawn a picture."""
        audience = self._audiences.get(room)
        follower = audience.followers.get(visitor) if audience else None
        if follower:
            follower.drawn(frame)

    def ended(self, room: Room) -> None:
        """The room is over."""
        audience = self._audiences.pop(room, None)
        if audience:
            self._end_cast(audience)

    def look(self, room: Room, frame: int) -> tuple[bytes | None, bytes | None]:
        """The whole and the frame that a page lacks which asks now and then, and has this frame."""
        audience = self._audiences.get(room)
        return audience.cast.poll(frame) if audience and audience.cast else (None, None)

    def _audience(self, room: Room) -> _Audience:
        return self._audiences.setdefault(room, _Audience())

    def _end_cast(self, audience: _Audience) -> None:
        if audience.cast:
            audience.cast.end()
            audience.cast = None


def _forget_what_others_knew(audience: _Audience) -> None:
    """A page that shows its member's own network has let go what it knew of the shared one."""
    for visitor, follower in audience.followers.items():
        if not follower.looks:
            audience.followers[visitor] = Follower(visitor)
