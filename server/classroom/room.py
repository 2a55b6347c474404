"""One class's room: who is in it, who leads, what all see. Every change raises its version; nothing here waits."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from glassbox.classroom import said, told
from glassbox.classroom.asking import Asking, check_asked
from glassbox.classroom.challenge import Challenge
from glassbox.classroom.codes import further_signs
from glassbox.classroom.drawn_names import drawn_name
from glassbox.classroom.keys import digest, is_same, new_key
from glassbox.classroom.lead import Lead
from glassbox.classroom.limits import COMES_WITHIN, LONGEST_NAME, MOST_QUESTIONS, MOST_SPINS
from glassbox.classroom.member import Member
from glassbox.classroom.names import Name, free_name
from glassbox.classroom.news import News, Unkept
from glassbox.classroom.refused import Refused
from glassbox.classroom.resume import Resumes

VERSIONS_A_SECOND = 1000  # more than there are changes


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
        questions: all that were asked, by their number.
        departed: whose rows of the lab book a member's were that has left, until the room ends.
        news: what is still to be told. unkept: what is still to be written down.
    """

    def __init__(self, code: str, lead: Lead, projector: str, most_members: int, now: float) -> None:
        self.code = code
        self.lead = lead
        self.projector = projector
        self.further = further_signs(projector)
        self.members: dict[int, Member] = {}
        self.pace = told.Pace()
        self.stage = told.Stage()
        self.free_names = False
        self.shown: str | None = None
        self.floor: int | None = None
        self.challenge: Challenge | None = None
        self.challenges = 0  # how many there have been
        self.wall = Looking()
        self.questions: dict[int, Asking] = {}
        self.resumes = Resumes()
        self.departed: dict[int, str] = {}
        self.is_over = False
        self.version = int(now * VERSIONS_A_SECOND)  # so that it goes on growing after a restart, whatever was kept
        self.last_number = 0
        self.created = now
        self.left: float | None = now
        self.news = News()
        self.unkept = Unkept(room=True)
        self._most_members = most_members
        self._by_token: dict[bytes, Member] = {}
        self._by_owner: dict[str, Member] = {}
        self._desks: set[bytes] = set()  # keys of those who are there

    # ---- coming and going

    def join(self, name: str | None, now: float) -> str:
        """A new member's token.

        Raises:
            Refused: the room is full, or the name cannot be had.
        """
        if len(self.members) >= self._most_members and not self._let_go_of_ghosts(now):
            raise Refused("room_is_full", most=self._most_members)
        chosen = free_name(self._names()) if name is None else self._free_text(name)
        token = new_key()
        self.last_number += 1
        self.add(
            Member(number=self.last_number, name=chosen, token=digest(token), owner=new_key(), seen=now, has_come=False)
        )
        self.unkept.members.add(self.last_number)
        self.changed_count()
        return token

    def add(self, member: Member) -> None:
        """Take a member in, as it is."""
        self.members[member.number] = member
        self._by_token[member.token] = member
        self._by_owner[member.owner] = member
        self.last_number = max(self.last_number, member.number)

    def member_of(self, token: str) -> Member | None:
        """Whose token this is."""
        return self._by_token.get(digest(token))

    def named(self, name: Name) -> Member | None:
        """The member of this name."""
        return next((member for member in self.members.values() if member.name == name), None)

    def move(self, name: Name, word: str, now: float) -> str:
        """A new token for the member of this name, for the word that it was told; the old one is good no more.

        Raises:
            Refused: name and word do not belong together, or no more.
        """
        member = self.named(name)
        if member is None and isinstance(name, str) and (drawn := drawn_name(name)):
            member = self.named(drawn)  # as a page in another language shows it
        if member is None or not self.resumes.take(member.number, word, now):
            raise Refused("wrong_resume_word")
        token = new_key()
        del self._by_token[member.token]
        member.token = digest(token)
        self._by_token[member.token] = member
        self.changed_member(member)
        return token

    def is_projector(self, token: str) -> bool:
        """Whether this opens the projector's page."""
        return is_same(digest(self.projector), digest(token))

    def is_with(self, member: Member, is_here: bool, now: float) -> None:
        """A member's page has come, or gone."""
        member.is_here, member.seen, member.has_come = is_here, now, True
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
        del self.members[number], self._by_token[member.token], self._by_owner[member.owner]
        self.departed[number] = member.owner
        for question in self.questions.values():
            question.forget(number)
            self.unkept.answers.update((question.number, each, number) for each in question.given)
        self.unkept.members.add(number)
        self.unkept.room = True
        if self.challenge is not None:
            self.challenge.forget(number)
        if self.floor == number:
            self.floor = None
            self.changed()
        self.changed_count()
        return member

    def _let_go_of_ghosts(self, now: float) -> bool:
        """A full room makes room: those who were let in and never came are gone. Whether there were any."""
        ghosts = [
            each.number for each in self.members.values() if not each.has_come and now - each.seen >= COMES_WITHIN
        ]
        for number in ghosts:
            self.remove(number)
        return bool(ghosts)

    def rename(self, member: Member, name: str | None) -> None:
        """Another name: of one's own choice, or drawn anew.

        Raises:
            Refused: it cannot be had.
        """
        if name is None:
            if member.spins <= 0:
                raise Refused("no_more_spins", most=MOST_SPINS)
            member.name = free_name(self._names())
            member.spins -= 1
        else:
            member.name = self._free_text(name, besides=member)
        self.changed_member(member)

    def works_in(self, member: Member, session: str) -> None:
        """A member's own network is that of this session from now on."""
        member.session = session
        if self.floor == member.number:
            self.changed()
        self.changed_member(member)

    # ---- what is in it

    def member_by_owner(self, owner: str) -> Member | None:
        """The member whose rows of the lab book are this owner's."""
        return self._by_owner.get(owner)

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

    # ---- questions

    @property
    def asking(self) -> Asking | None:
        """The question in hand."""
        last = self.questions.get(len(self.questions))
        return None if last is None or last.is_done else last

    @property
    def question(self) -> Asking:
        """The question in hand.

        Raises:
            Refused: there is none.
        """
        if self.asking is None:
            raise Refused("no_question")
        return self.asking

    def ask(self, asked: said.Asked) -> None:
        """A question to all, in place of the one in hand.

        Raises:
            Refused: it cannot be asked, or there were too many.
        """
        if len(self.questions) >= MOST_QUESTIONS:
            raise Refused("too_many_questions", most=MOST_QUESTIONS)
        new = Asking(len(self.questions) + 1, check_asked(asked))
        if self.asking:
            self.asking.is_done = True
        self.questions[new.number] = new
        self.changed()

    def answer(self, member: Member, answer: said.Answer) -> None:
        """A member's answer; one that came before changes nothing.

        Raises:
            Refused: it does not count.
        """
        question = self.questions.get(answer.question) or self.question
        if question.take(member.number, answer):
            self.unkept.answers.add((question.number, answer.round, member.number))
            self.changed_count()
            self.news.members.add(member.number)

    # ---- what has changed

    def changed(self) -> None:
        """What all see has, and they are told at once."""
        self.version += 1
        self.unkept.room = True
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
        self.unkept.members.add(member.number)

    def changed_trials(self, members: Iterable[int]) -> None:
        """Whether these members' networks are on trial has; only they are told."""
        self.version += 1
        self.news.members.update(members)

    def take_unkept(self) -> Unkept:
        """What is to be written down now; nothing is from then on."""
        unkept, self.unkept = self.unkept, Unkept()
        return unkept

    def take_news(self) -> News:
        """What is to be told now; nothing is from then on."""
        news, self.news = self.news, News()
        return news

    # ---- how it is told

    def for_all(self) -> told.Room:
        """What all may know."""
        floor, members = self.members.get(self.floor or 0), self.members.values()
        return told.Room(
            version=self.version, code=self.code, members=len(members), here=sum(each.is_here for each in members),
            pace=self.pace, free_names=self.free_names, floor=floor.name if floor else None, is_led=self.is_led,
            shown=self.looked_at is not None, question=self.asking.for_all() if self.asking else None,
            challenge=self._challenge(), stage=self._stage(), further=self.further,
        )  # fmt: skip

    def for_member(self, member: Member, now: float) -> told.Me:
        """What only this member may know."""
        return told.Me(
            version=self.version, number=member.number, name=member.name, spins=member.spins, source=member.source,
            session=member.session, owner=member.owner, answers=self.asking.of(member.number) if self.asking else (),
            standing=self.challenge.standing(member.number) if self.challenge else None,
            on_trial=self.challenge is not None and self.challenge.is_on_trial(member.number),
            resume=self.resumes.told(member.number, now),
        )  # fmt: skip

    def for_desk(self, key: bytes, now: float) -> told.Desk:
        """What a desk with this key knows."""
        answers = self.asking.rows() if self.asking else ()
        answered = {row.member for row in answers}
        return told.Desk(
            version=self.version, counter=self.lead.counter, leads=self.lead.leads(key),
            members=tuple(each.row(each.number in answered, now) for each in self.members.values()), answers=answers,
            hand_over=self.lead.offer(now) if self.lead.leads(key) else None, projector=self.projector,
            look=self.lead.look_token(key), limits=told.RoomLimits(members=self._most_members),
            records=self.challenge.rows() if self.challenge else (),
        )  # fmt: skip

    def owners(self) -> set[str]:
        """Whose rows of the lab book are the room's."""
        return {member.owner for member in self.members.values()} | set(self.departed.values())

    def _stage(self) -> told.Stage:
        """Names are not left on the projector once whoever showed them has gone."""
        return self.stage if self.is_led else msgspec.structs.replace(self.stage, names=False)

    def _challenge(self) -> told.Challenge | None:
        if self.challenge is None:
            return None
        public = self.challenge.public({number: member.name for number, member in self.members.items()})
        return public if self.is_led else msgspec.structs.replace(public, top=None)

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
        was, self.left = self.left, (self.left or now) if is_empty else None
        self.unkept.room = self.unkept.room or (was is None) != (self.left is None)


def _texts(names: Iterable[Name]) -> set[str]:
    return {name.casefold() for name in names if isinstance(name, str)}
