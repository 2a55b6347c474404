"""Lets whoever leads look into one member's network, live, without disturbing it: it may rest, and is not woken."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import count

from glassbox.classroom import told
from glassbox.classroom.member import Member
from glassbox.classroom.room import Room
from glassbox.session.questions import NoSuchSession
from glassbox.session.registry import Registry
from glassbox.web.classroom.cast import Cast
from glassbox.web.classroom.follower import Follower
from glassbox.web.classroom.visitor import Visitor


class _Look:
    """At the network of one member, for all windows that look at it; from the first of them to the last."""

    def __init__(self, registry: Registry, room: Room, number: int, numbers: Iterator[int]) -> None:
        self.session: str | None = None
        self.followers: dict[Visitor, Follower] = {}
        self._registry = registry
        self._room = room
        self._number = number
        self._numbers = numbers
        self._cast: Cast | None = None
        self._told = ""
        self._was_aside = False

    def come(self, visitor: Visitor) -> None:
        """A further window."""
        self.followers[visitor] = Follower(visitor)
        self.see()
        visitor.slots.put("member", self._told)
        if self._cast:
            self._cast.wake()

    def see(self) -> None:
        """Whatever has changed of the member, or of which network is its own."""
        member = self._room.members.get(self._number)
        if member is None:  # its windows are sent away
            return
        if member.session != self.session:
            self._look_at(member.session)
        self._tell(member)

    def end(self) -> None:
        """The last window has gone."""
        if self._cast:
            self._cast.end()
            self._cast = None
        if self.session is not None:
            self._registry.leave_alone(self.session, self._heard)
            self.session = None

    def _look_at(self, session: str | None) -> None:
        self.end()
        self.session = session
        self.followers = {visitor: Follower(visitor) for visitor in self.followers}
        if session is None:
            return
        with suppress(NoSuchSession):  # its page opens another one, which is told
            self._registry.look_on(session, self._heard)
            self._cast = Cast(self._registry, session, self.followers.values, self._numbers, holds=False)
            self._cast.begin()

    def _heard(self, commanded: bool) -> None:
        """It works, or is put aside: only whether it rests matters here."""
        if self.session is not None and self._registry.is_aside(self.session) != self._was_aside:
            self.see()

    def _tell(self, member: Member) -> None:
        network = self._network()
        self._was_aside = network == "rests"
        text = told.write(
            told.Member(
                number=member.number, name=member.name, here=member.is_here, source=member.source, network=network
            )
        )
        if text != self._told:
            self._told = text
            for visitor in self.followers:
                visitor.slots.put("member", text)

    def _network(self) -> told.Network:
        if self.session is None or not self._registry.knows(self.session):
            return "none"
        return "rests" if self._registry.is_aside(self.session) else "awake"


class Onlookers:
    """A watcher of all rooms; for one event loop."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._looks: dict[Room, dict[int, _Look]] = {}
        self._numbers = count(1)  # of all that is shown
        registry.tell_when_gone(self._gone)

    def entered(self, room: Room, visitor: Visitor) -> None:
        """A window has come that looks at a member, or a member has."""
        if visitor.role == "onlooker":
            looks, number = self._looks.setdefault(room, {}), visitor.looks_at
            if number not in looks:
                looks[number] = _Look(self._registry, room, number, self._numbers)
            looks[number].come(visitor)
        else:
            self.changed(room)

    def left(self, room: Room, visitor: Visitor) -> None:
        """With the last window that looked at a member, all of it ends."""
        looks = self._looks.get(room, {})
        look = looks.get(visitor.looks_at)
        if look is None or look.followers.pop(visitor, None) is None:
            self.changed(room)
        elif not look.followers:
            look.end()
            del looks[visitor.looks_at]
            if not looks:
                del self._looks[room]

    def changed(self, room: Room) -> None:
        """A member may have another network, another name, or look at another one."""
        for look in self._looks.get(room, {}).values():
            look.see()

    def drawn(self, room: Room, visitor: Visitor, frame: int) -> None:
        """A window has drawn a picture."""
        look = self._looks.get(room, {}).get(visitor.looks_at)
        follower = look.followers.get(visitor) if look else None
        if follower:
            follower.drawn(frame)

    def ended(self, room: Room) -> None:
        """Nothing of it is kept."""
        for look in self._looks.pop(room, {}).values():
            look.end()

    def _gone(self, session: str) -> None:
        """A session rests, or is no more."""
        for looks in self._looks.values():
            for look in looks.values():
                if look.session == session:
                    look.see()
