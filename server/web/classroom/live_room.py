"""A room with its sockets: hears what pages say, and tells each what has changed, encoded once for all."""

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence

from glassbox.classroom import said, told
from glassbox.classroom.keys import digest
from glassbox.classroom.member import Member
from glassbox.classroom.names import Name
from glassbox.classroom.orders import obey_lead, obey_member
from glassbox.classroom.refused import Refused
from glassbox.classroom.room import Room
from glassbox.classroom.told import write
from glassbox.web.classroom.keeping import Keeping
from glassbox.web.classroom.throttle import Throttle
from glassbox.web.classroom.visitor import Visitor
from glassbox.web.classroom.watcher import Watcher

COUNT_EVERY = 1.0  # seconds between two that tell members no more than how many there are
DESK_EVERY = 0.25
LEFT_ALONE_AFTER = 60.0  # seconds without anybody
POLLED_FOR = 5.0  # seconds for which a member without a socket that asked is there
MOST_SCREENS = 8  # projectors, and as many onlookers; a further one takes the place of the oldest


class LiveRoom:
    """One room; for one event loop. `ended` is called once its time is over."""

    def __init__(
        self,
        room: Room,
        watchers: Sequence[Watcher],
        keeping: Keeping,
        when_over: Callable[["LiveRoom"], None],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.room = room
        self.members: dict[int, Visitor] = {}
        self.desks: dict[bytes, Visitor] = {}
        self.projectors: dict[Visitor, None] = {}  # the oldest first
        self.onlookers: dict[Visitor, None] = {}  # likewise
        self._polled: dict[int, asyncio.TimerHandle] = {}  # members without a socket, until they count as gone
        self._watchers = watchers
        self._keeping = keeping
        self._when_over = when_over
        self._clock = clock
        self._is_away = False
        self._telling = Throttle(self._tell_room, COUNT_EVERY)
        self._telling_desks = Throttle(self._tell_desks, DESK_EVERY)

    def visitors(self) -> Iterator[Visitor]:
        """All who are there."""
        yield from self.members.values()
        yield from self.desks.values()
        yield from self.projectors
        yield from self.onlookers

    def is_left_alone(self) -> bool:
        """Whether nobody has been here for a while."""
        left = self.room.left
        is_empty = not self._polled and next(self.visitors(), None) is None
        return is_empty and left is not None and self._clock() - left >= LEFT_ALONE_AFTER

    # ---- coming and going

    def admit(self, wish: said.Enter) -> Visitor:
        """Let a page in, in place of an older one with the same token.

        Raises:
            Refused: its token opens nothing here.
        """
        visitor = self._visitor(wish)
        self._put(visitor)
        visitor.slots.put("room", write(self.room.for_all()))
        self._tell_about_itself(visitor)
        for watcher in self._watchers:
            watcher.entered(self.room, visitor)
        self.tell()
        return visitor

    def leave(self, visitor: Visitor) -> None:
        """A page has gone."""
        now = self._clock()
        if visitor.member and self.members.get(visitor.member.number) is visitor:
            del self.members[visitor.member.number]
            self.room.is_with(visitor.member, False, now)
        elif self.desks.get(visitor.key) is visitor:
            del self.desks[visitor.key]
            self.room.desk_is_with(visitor.key, False, now)
        self.projectors.pop(visitor, None)
        self.onlookers.pop(visitor, None)
        for watcher in self._watchers:
            watcher.left(self.room, visitor)
        self.tell()

    def polled(self, member: Member) -> None:
        """A member's page has asked how things stand, since it has no socket: it is there for a while."""
        self._polls_no_more(member.number)
        timer = asyncio.get_running_loop().call_later(POLLED_FOR, self._has_gone, member)
        self._polled[member.number] = timer
        member.seen = self._clock()
        if not member.is_here:
            self._is_there(member, True)

    def _has_gone(self, member: Member) -> None:
        self._polls_no_more(member.number)
        if member.number in self.room.members and member.number not in self.members:
            self._is_there(member, False)

    def _is_there(self, member: Member, is_here: bool) -> None:
        self.room.is_with(member, is_here, self._clock())
        self.room.news.members.add(member.number)
        self.tell()

    def _polls_no_more(self, member: int) -> None:
        if member in self._polled:
            self._polled.pop(member).cancel()

    def move(self, name: Name, word: str) -> str:
        """A member's new token, on another device; the old one is told, and of a word that was tried too often, too.

        Raises:
            Refused: name and word do not belong together, or no more.
        """
        now, member = self._clock(), self.room.named(name)
        had_word = member is not None and self.room.resumes.told(member.number, now) is not None
        try:
            token = self.room.move(name, word, now)
        except Refused:
            if member and had_word and self.room.resumes.told(member.number, now) is None:
                self._tell_of_lock(member.number)
            raise
        visitor = self.members.get(self.member_of(token).number)
        if visitor:
            visitor.slots.close("moved")
        self.tell()
        return token

    def _tell_of_lock(self, member: int) -> None:
        self.room.news.members.add(member)
        if member in self.members:
            refused = told.Refused(id="resume_word_locked", values={}, about="resume_word")
            self.members[member].slots.post(write(refused))
        self.tell()

    def close(self, code: str) -> None:
        """Everybody is sent away."""
        self._telling.stop()
        self._telling_desks.stop()
        for number in list(self._polled):
            self._polls_no_more(number)
        for visitor in self.visitors():
            visitor.slots.close(code)
        for watcher in self._watchers:
            watcher.ended(self.room)

    def find_networks(self, is_known: Callable[[str], bool], newest_of: Callable[[str], str | None]) -> None:
        """Where a member's own network has gone, its newest one is that, as `LiveRooms.opened` has it.

        Args:
            is_known: whether there is a session of this name.
            newest_of: the newest session of this owner.
        """
        for member in self.room.members.values():
            if member.session is not None and not is_known(member.session):
                session = newest_of(member.owner)
                if session is not None:
                    self.room.works_in(member, session)
        self.tell()

    def move_away(self) -> None:
        """The room goes on at another server, and not here: nothing of it is written here any more."""
        self._is_away = True
        self.close("elsewhere")

    def member_of(self, token: str) -> Member:
        """Whose token this is.

        Raises:
            Refused: nobody's.
        """
        member = self.room.member_of(token)
        if member is None:
            raise Refused("no_such_room")
        return member

    # ---- hearing

    def hear(self, visitor: Visitor, message: said.Said) -> None:
        """Do what a page says.

        Raises:
            Refused: it may not say it, or it cannot be.
        """
        if isinstance(message, said.Drawn):  # which many say several times a second
            for watcher in self._watchers:
                watcher.drawn(self.room, visitor, message.frame)
            return
        now = self._clock()
        if visitor.role == "desk":
            obey_lead(self.room, visitor.key, message, now)
        elif visitor.member is not None:
            obey_member(self.room, visitor.member, message, now)
        else:
            raise Refused("only_the_lead")
        if isinstance(message, said.Answer):
            self._acknowledge(visitor, message.id)
        if self.room.is_over:
            self._when_over(self)
        self.tell()

    async def kept(self) -> None:
        """Wait until all that has changed so far is on the disk.

        Raises:
            Refused: the room is another server's now.
        """
        if self._is_away:
            raise Refused("elsewhere", front=0)
        await self._keeping.kept(self.room)

    def _acknowledge(self, visitor: Visitor, answer: str) -> None:
        """Once it is on the disk; not at all, where the room is another server's by then: it is said again there."""
        text = write(told.Answered(id=answer))

        def post(kept: "asyncio.Future[None]") -> None:
            if not kept.cancelled() and kept.exception() is None:
                visitor.slots.post(text)

        self._keeping.kept(self.room).add_done_callback(post)

    # ---- telling

    def tell(self) -> None:
        """Whatever has changed, to all whom it concerns."""
        if self.room.is_over or self._is_away:
            return
        self._keeping.note(self.room)
        self._send_away_removed()
        self._send_away_onlookers()
        news = self.room.take_news()
        if news.room:
            self._telling.now()
            self._telling_desks.now()
        if news.room or news.members:
            for watcher in self._watchers:
                watcher.changed(self.room)
        if news.count:
            self._telling.ask()
        if news.desk:
            self._telling_desks.ask()
        for number in news.members:
            if number in self.members:
                self._tell_about_itself(self.members[number])

    def _tell_room(self) -> None:
        text = write(self.room.for_all())
        for visitor in self.visitors():
            visitor.slots.put("room", text)

    def _tell_desks(self) -> None:
        for visitor in self.desks.values():
            self._tell_about_itself(visitor)

    def _tell_about_itself(self, visitor: Visitor) -> None:
        if visitor.member:
            visitor.slots.put("me", write(self.room.for_member(visitor.member, self._clock())))
        elif visitor.role == "desk":
            visitor.slots.put("desk", write(self.room.for_desk(visitor.key, self._clock())))

    # ---- who it is

    def _visitor(self, wish: said.Enter) -> Visitor:
        room, key = self.room, digest(wish.token)
        if wish.role == "member":
            return Visitor("member", wish.size, member=self.member_of(wish.token))
        if wish.role == "desk" and room.lead.knows(key):
            return Visitor("desk", wish.size, key=key)
        if wish.role == "projector" and room.is_projector(wish.token):
            return Visitor("projector", wish.size)
        if wish.role == "onlooker" and (led_by := room.lead.looks_with(wish.token)):
            visitor = Visitor("onlooker", wish.size, key=led_by, looks_at=wish.member or 0)
            self._check_onlooker(visitor)
            return visitor
        raise Refused("no_such_room")

    def _put(self, visitor: Visitor) -> None:
        now = self._clock()
        if visitor.member:
            self._take_over(self.members.get(visitor.member.number))
            self.members[visitor.member.number] = visitor
            self.room.is_with(visitor.member, True, now)
        elif visitor.role == "desk":
            self._take_over(self.desks.get(visitor.key))
            self.desks[visitor.key] = visitor
            self.room.desk_is_with(visitor.key, True, now)
        else:
            screens = self.projectors if visitor.role == "projector" else self.onlookers
            if len(screens) >= MOST_SCREENS:
                oldest = next(iter(screens))
                del screens[oldest]
                self._take_over(oldest)
            screens[visitor] = None

    def _check_onlooker(self, visitor: Visitor) -> None:
        """Only who leads may look, and only at members.

        Raises:
            Refused: it may not, or may no more.
        """
        if not self.room.lead.leads(visitor.key):
            raise Refused("not_leading")
        self.room.member(visitor.looks_at)

    def _take_over(self, older: Visitor | None) -> None:
        if older:
            older.slots.close("taken_over")

    def _send_away_removed(self) -> None:
        for number in self.members.keys() - self.room.members.keys():
            self.members.pop(number).slots.close("left")

    def _send_away_onlookers(self) -> None:
        for visitor in list(self.onlookers):
            try:
                self._check_onlooker(visitor)
            except Refused as refused:
                del self.onlookers[visitor]
                visitor.slots.close(refused.id)
