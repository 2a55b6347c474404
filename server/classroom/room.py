"""One class's room: who is in it, who leads, what all see. Every change raises its version; nothing here waits."""

from collections.abc import Iterable
from dataclasses import dataclass

from glassbox.classroom import told
from glassbox.classroom.challenge import Challenge
from glassbox.classroom.keys import digest, is_same, new_key
from glassbox.classroom.lead import Lead
from glassbox.classroom.limits import LONGEST_NAME
from glassbox.classroom.member import Member
from glassbox.classroom.names import Name, free_name
from glassbox.classroom.news import News
from glassbox.classroom.refused import Refused


@dataclass(frozen=True)
class Looking:
    """What the lead sees of the wall; `close`: whose network, by number, large."""

    on: bool = False
    close: int | None = None


class Room:
    """A room; times are Unix seconds.

    Attributes:
        shown: the session that the lead shows, which is told to nobody: whoever knows it may steer it.
        challenge: the newest, or None.
        wall: whether the lead looks at the wall, and at which member's network closely.
        left: since when nobody has been in it; None while somebody is.
        news: what is still to be told.
    """

    def __init__(self, code: str, lead: Lead, projector: str, most_members: int, now: float) -> None:
        self.code = code
        self.lead = lead
        self.projector = projector
        self.members: dict[int, Member] = {}
        self.pace = told.Pace()
        self.stage = told.Stage()
        self.free_names = False
        self.shown: str | None = None
        self.floor: int | None = None
        self.challenge: Challenge | None = None
        self.challenges = 0  # how many there have been
        self.wall = Looking()
        self.is_over = False
        self.version = 1
        self.last_number = 0
        self.created = now
        self.left: float | None = now
        self.news = News()
        self._most_members = most_members
        self._by_token: dict[bytes, Member] = {}
        self._desks: set[bytes] = set()  # keys of those who are there

    # ---- coming and going

    def join(self, name: str | None, now: float) -> str:
        """A new member's token.

        Raises:
            Refused: the room is full, or the name cannot be had.
        """
        if len(self.members) >= self._most_members:
            raise Refused("room_is_full", most=self._most_members)
        chosen = free_name(self._names()) if name is None else self._free_text(name)
        token = new_key()
        self.last_number += 1
        self.add(Member(number=self.last_number, name=chosen, token=digest(token), owner=new_key(), seen=now))
        self.changed_count()
        return token

    def add(self, member: Member) -> None:
        """Take a member in, as it is."""
        self.members[member.number] = member
        self._by_token[member.token] = member
        self.last_number = max(self.last_number, member.number)

    def member_of(self, token: str) -> Member | None:
        """Whose token this is."""
        return self._by_token.get(digest(token))

    def is_projector(self, token: str) -> bool:
        """Whether this opens the projector's page."""
        return is_same(digest(self.projector), digest(token))

    def is_with(self, member: Member, is_here: bool, now: float) -> None:
        """A member's page has come, or gone."""
        member.is_here, member.seen = is_here, now
        self.changed_count()
        self._note_left(now)

    def desk_is_with(self, key: bytes, is_here: bool, now: float) -> None:
        """A desk has come, or gone."""
        was_led = self.is_led
        (self._desks.add if is_here else self._desks.discard)(key)
        if self.is_led != was_led:
            self.changed()
        self.news.desk = True
        self._note_left(now)

    def remove(self, number: int) -> Member:
        """A member leaves for good.

        Raises:
            Refused: there is none of this number.
        """
        member = self.member(number)
        del self.members[number], self._by_token[member.token]
        if self.challenge is not None:
            self.challenge.forget(number)
        if self.floor == number:
            self.floor = None
            self.changed()
        self.changed_count()
        return member

    def rename(self, member: Member, name: str | None) -> None:
        """Another name: of one's own choice, or drawn anew.

        Raises:
            Refused: it cannot be had.
        """
        if name is None:
            if member.spins <= 0 or isinstance(member.name, str):
                raise Refused("no_more_spins", most=0)
            member.name = free_name(self._names())
            member.spins -= 1
        else:
            member.name = self._free_text(name, besides=member)
        self.changed_member(member)

    # ---- what is in it

    def member(self, number: int) -> Member:
        """The member of this number.

        Raises:
            Refused: there is none (any more).
        """
        if number not in self.members:
            raise Refused("no_such_member")
        return self.members[number]

    @property
    def is_led(self) -> bool:
        """Whether the desk of whoever leads is there."""
        return self.lead.holder in self._desks

    @property
    def looked_at(self) -> str | None:
        """The session that all look at: of the member that has the floor, or the lead's."""
        return self.shown if self.floor is None else self.members[self.floor].session

    # ---- what has changed

    def changed(self) -> None:
        """What all see has, and they are told at once."""
        self.version += 1
        self.news.room = self.news.desk = True

    def changed_count(self) -> None:
        """How many there are has, or how many answered; the desk sees more of it."""
        self.version += 1
        self.news.count = self.news.desk = True

    def changed_member(self, member: Member) -> None:
        """Something of this member has."""
        self.version += 1
        self.news.members.add(member.number)
        self.news.desk = True

    def take_news(self) -> News:
        """What is to be told now; nothing is from then on."""
        news, self.news = self.news, News()
        return news

    # ---- how it is told

    def for_all(self) -> told.Room:
        """What all may know."""
        floor = self.members.get(self.floor or 0)
        return told.Room(
            version=self.version, code=self.code, members=len(self.members), pace=self.pace,
            free_names=self.free_names, floor=floor.name if floor else None, is_led=self.is_led,
            shown=self.looked_at is not None, question=None, challenge=self._challenge(), stage=self.stage,
        )  # fmt: skip

    def for_member(self, member: Member) -> told.Me:
        """What only this member may know."""
        return told.Me(
            version=self.version, number=member.number, name=member.name, spins=member.spins, source=member.source,
            session=member.session, owner=member.owner, answers=(), resume=None,
            standing=self.challenge.standing(member.number) if self.challenge else None,
        )  # fmt: skip

    def for_desk(self, key: bytes, now: float) -> told.Desk:
        """What a desk with this key knows."""
        return told.Desk(
            version=self.version, counter=self.lead.counter, leads=self.lead.leads(key),
            members=tuple(member.row(False, now) for member in self.members.values()), answers=(),
            hand_over=self.lead.offer(now) if self.lead.leads(key) else None, projector=self.projector,
            limits=told.RoomLimits(members=self._most_members),
            records=self.challenge.rows() if self.challenge else (),
        )  # fmt: skip

    def _challenge(self) -> told.Challenge | None:
        if self.challenge is None:
            return None
        return self.challenge.public({number: member.name for number, member in self.members.items()})

    # ---- names

    def _names(self) -> set[Name]:
        return {member.name for member in self.members.values()}

    def _free_text(self, name: str, besides: Member | None = None) -> str:
        text = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())[:LONGEST_NAME]
        if not self.free_names:
            raise Refused("name_is_drawn")
        if not text:
            raise Refused("name_is_empty")
        if text.casefold() in _texts(each.name for each in self.members.values() if each is not besides):
            raise Refused("name_is_taken")
        return text

    def _note_left(self, now: float) -> None:
        is_empty = not self._desks and not any(member.is_here for member in self.members.values())
        self.left = (self.left or now) if is_empty else None


def _texts(names: Iterable[Name]) -> set[str]:
    return {name.casefold() for name in names if isinstance(name, str)}
