"""What a room does at each message of the lead's and of a member's, by the message's kind."""

from collections.abc import Callable
from typing import Any

from glassbox.classroom import said, told
from glassbox.classroom.challenge import ALWAYS_LOCKED, MEASURES, Challenge
from glassbox.classroom.limits import MOST_CHALLENGES
from glassbox.classroom.member import Member
from glassbox.classroom.pace import read_pace
from glassbox.classroom.refused import Refused
from glassbox.classroom.room import Looking, Room


def obey_lead(room: Room, key: bytes, message: said.Said, now: float) -> None:
    """What the lead says, if this key leads.

    Raises:
        Refused: it does not, or what it says cannot be.
    """
    if isinstance(message, said.TakeBack):
        room.lead.take_back(key)
        room.changed()
        return
    if not isinstance(message, said.OfLead):
        raise Refused("only_members")
    room.lead.check(key, message.counter)
    LEAD[type(message)](room, message, now)


def obey_member(room: Room, member: Member, message: said.Said, now: float) -> None:
    """What a member says.

    Raises:
        Refused: it is the lead's to say, or cannot be.
    """
    if not isinstance(message, said.OfMember):
        raise Refused("only_the_lead")
    member.seen = now
    MEMBER[type(message)](room, member, message, now)


# ---- the lead's


def _show(room: Room, message: said.Show, now: float) -> None:
    room.shown = message.session
    room.changed()


def _pace(room: Room, message: said.Pace, now: float) -> None:
    room.pace = read_pace(message)
    room.changed()


def _free_names(room: Room, message: said.FreeNames, now: float) -> None:
    room.free_names = message.on
    room.changed()


def _stage(room: Room, message: said.Stage, now: float) -> None:
    tiles = tuple(number for number in message.tiles if number in room.members)
    room.stage = told.Stage(what=message.what, names=message.names, tiles=tiles)
    room.changed()


def _floor(room: Room, message: said.Floor, now: float) -> None:
    if message.member is not None and room.member(message.member).session is None:
        raise Refused("no_network_of_its_own")
    room.floor = message.member
    room.changed()


def _ask(room: Room, message: said.Ask, now: float) -> None:
    room.ask(message.question)


def _lock(room: Room, message: said.Lock, now: float) -> None:
    room.question.lock()
    room.changed()


def _reveal(room: Room, message: said.Reveal, now: float) -> None:
    room.question.reveal(message.truth)
    room.changed()


def _again(room: Room, message: said.Again, now: float) -> None:
    room.question.again()
    room.changed()


def _done(room: Room, message: said.Done, now: float) -> None:
    room.question.is_done = True
    room.changed()


def _wall(room: Room, message: said.Wall, now: float) -> None:
    room.wall = Looking(message.on, message.close)


def _challenge(room: Room, message: said.Challenge, now: float) -> None:
    if message.goal.measure not in MEASURES:
        raise Refused("no_such_measure")
    if room.shown is None:
        raise Refused("no_network_shown")
    if room.challenges >= MOST_CHALLENGES:
        raise Refused("too_many_challenges", most=MOST_CHALLENGES)
    room.challenges += 1
    locked = dict.fromkeys((*ALWAYS_LOCKED, *message.locked))
    room.challenge = Challenge(room.challenges, message.goal, message.by, locked, begins_anew=message.begins_anew)
    _changed_challenge(room)


def _close_challenge(room: Room, message: said.CloseChallenge, now: float) -> None:
    _open_challenge(room).phase = "closed"
    room.changed()


def _show_top(room: Room, message: said.ShowTop, now: float) -> None:
    _open_challenge(room).shows_top = message.on
    room.changed()


def _open_challenge(room: Room) -> Challenge:
    if room.challenge is None:
        raise Refused("no_challenge")
    return room.challenge


def _changed_challenge(room: Room) -> None:
    """All are told, and each member that its standing is another."""
    room.changed()
    room.news.members.update(room.members)


def _hand_over(room: Room, message: said.HandOver, now: float) -> None:
    room.lead.hand_over(now)
    room.news.desk = True


def _remove(room: Room, message: said.Remove, now: float) -> None:
    room.remove(message.member)


def _end(room: Room, message: said.End, now: float) -> None:
    room.is_over = True


LEAD: dict[type[said.Said], Callable[[Room, Any, float], None]] = {
    said.Show: _show,
    said.Pace: _pace,
    said.FreeNames: _free_names,
    said.Ask: _ask,
    said.Lock: _lock,
    said.Reveal: _reveal,
    said.Again: _again,
    said.Done: _done,
    said.Stage: _stage,
    said.Floor: _floor,
    said.Wall: _wall,
    said.Challenge: _challenge,
    said.CloseChallenge: _close_challenge,
    said.ShowTop: _show_top,
    said.HandOver: _hand_over,
    said.Remove: _remove,
    said.End: _end,
}

# ---- a member's


def _look_at(room: Room, member: Member, message: said.LookAt, now: float) -> None:
    if message.source == "own" and member.session is None:
        raise Refused("no_network_of_its_own")
    member.source = message.source
    room.changed_member(member)


def _rename(room: Room, member: Member, message: said.Rename, now: float) -> None:
    room.rename(member, message.name)
    if room.floor == member.number:
        room.changed()


def _drawn(room: Room, member: Member, message: said.Drawn, now: float) -> None:
    """Whoever sends the pictures counts them; the room itself has nothing to do."""


def _answer(room: Room, member: Member, message: said.Answer, now: float) -> None:
    room.answer(member, message)


def _resume_word(room: Room, member: Member, message: said.ResumeWord, now: float) -> None:
    room.resumes.offer(member.number, now)
    room.news.members.add(member.number)


MEMBER: dict[type[said.Said], Callable[[Room, Member, Any, float], None]] = {
    said.Answer: _answer,
    said.ResumeWord: _resume_word,
    said.LookAt: _look_at,
    said.Rename: _rename,
    said.Drawn: _drawn,
}
