"""A room as plain bytes for the database, and back: what outlives the server. Whose page is open does not.

A newer version goes on with the rooms of an older one, and the other way round while one is rolled in: what is added
here has a default.
"""

import msgspec

from glassbox.classroom import said, told
from glassbox.classroom.asking import Asking, Given
from glassbox.classroom.challenge import Challenge
from glassbox.classroom.lead import Lead
from glassbox.classroom.member import Member
from glassbox.classroom.names import Name
from glassbox.classroom.room import Room
from glassbox.labbook.room_record import RoomRecord
from glassbox.protocol.challenge import Record


class KeptQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A question without its answers."""

    number: int
    asked: said.Asked
    round: int
    phase: told.Phase
    truth: told.Value | None
    is_done: bool
    shown: tuple[int, ...]


class KeptChallenge(msgspec.Struct, frozen=True, kw_only=True):
    """A challenge with its records, by the members' numbers. The hidden points are not kept: it is not scored on."""

    number: int
    goal: told.Goal
    by: told.By
    locked: tuple[str, ...]
    shows_top: bool
    records: dict[int, Record]


class KeptRoom(msgspec.Struct, frozen=True, kw_only=True):
    """A room without its members; the keys of the lead by their SHA-256."""

    version: int
    created: float
    left: float | None
    keys: tuple[bytes, ...]
    holder: bytes
    counter: int
    projector: str
    last_number: int
    pace: told.Pace
    stage: told.Stage
    free_names: bool
    floor: int | None
    questions: tuple[KeptQuestion, ...]
    challenges: int
    challenge: KeptChallenge | None


class KeptMember(msgspec.Struct, frozen=True, kw_only=True):
    """A member; the token by its SHA-256."""

    name: Name
    token: bytes
    owner: str
    seen: float
    spins: int
    source: told.Source
    session: str | None


class KeptAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer."""

    id: str
    value: told.Value


def room_state(room: Room) -> bytes:
    """The room, without its members."""
    questions = tuple(
        KeptQuestion(
            number=each.number, asked=each.asked, round=each.round, phase=each.phase, truth=each.truth,
            is_done=each.is_done, shown=tuple(each.shown),
        )
        for each in room.questions.values()
    )  # fmt: skip
    kept = KeptRoom(
        version=room.version, created=room.created, left=room.left, keys=tuple(room.lead.keys), holder=room.lead.holder,
        counter=room.lead.counter, projector=room.projector, last_number=room.last_number, pace=room.pace,
        stage=room.stage, free_names=room.free_names, floor=room.floor, questions=questions,
        challenges=room.challenges, challenge=_kept_challenge(room.challenge),
    )  # fmt: skip
    return msgspec.msgpack.encode(kept)


def member_state(member: Member) -> bytes:
    """A member."""
    return msgspec.msgpack.encode(
        KeptMember(
            name=member.name, token=member.token, owner=member.owner, seen=member.seen, spins=member.spins,
            source=member.source, session=member.session,
        )
    )  # fmt: skip


def answer_state(given: Given) -> bytes:
    """An answer."""
    return msgspec.msgpack.encode(KeptAnswer(id=given.id, value=given.value))


def restored(record: RoomRecord, most_members: int, now: float) -> Room:
    """The room that was kept; nobody is in it yet.

    Args:
        now: Unix time.

    Raises:
        msgspec.DecodeError: it is damaged, or of another version of the server.
    """
    kept = msgspec.msgpack.decode(record.state, type=KeptRoom)
    room = Room(record.code, Lead(list(kept.keys), kept.holder, kept.counter), kept.projector, most_members, now)
    room.version = max(kept.version + 1, room.version)  # what was only counted after the last writing is older
    room.created, room.last_number = kept.created, kept.last_number
    room.left = record.updated if kept.left is None else kept.left
    room.pace, room.stage, room.free_names = kept.pace, kept.stage, kept.free_names
    for number, state in record.members.items():
        room.add(_member(number, msgspec.msgpack.decode(state, type=KeptMember)))
    room.floor = kept.floor if kept.floor in room.members else None
    room.questions = {each.number: _question(each) for each in kept.questions}
    for (_, question, of_round, member), state in record.answers.items():
        if question in room.questions and member in room.members:
            answer = msgspec.msgpack.decode(state, type=KeptAnswer)
            room.questions[question].given[of_round][member] = Given(answer.id, answer.value)
    room.challenges, room.challenge = kept.challenges, _challenge(kept.challenge)
    room.take_unkept()
    return room


def _member(number: int, kept: KeptMember) -> Member:
    return Member(
        number=number, name=kept.name, token=kept.token, owner=kept.owner, seen=kept.seen, spins=kept.spins,
        source=kept.source, session=kept.session,
    )  # fmt: skip


def _question(kept: KeptQuestion) -> Asking:
    return Asking(
        kept.number, kept.asked, kept.round, kept.phase, kept.truth, kept.is_done, set(kept.shown)
    )  # fmt: skip


def _kept_challenge(challenge: Challenge | None) -> KeptChallenge | None:
    if challenge is None:
        return None
    return KeptChallenge(
        number=challenge.number, goal=challenge.goal, by=challenge.by, locked=challenge.locked,
        shows_top=challenge.shows_top, records=dict(challenge.records),
    )  # fmt: skip


def _challenge(kept: KeptChallenge | None) -> Challenge | None:
    """Closed: what comes now would be measured on other hidden points than what has come."""
    if kept is None:
        return None
    challenge = Challenge(kept.number, kept.goal, kept.by, kept.locked)
    for member, record in kept.records.items():
        challenge.note(member, record)
    challenge.phase, challenge.shows_top = "closed", kept.shows_top
    return challenge
