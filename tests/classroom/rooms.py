"""Rooms for the tests, and what is said in them."""

from glassbox.classroom import said
from glassbox.classroom.keys import digest, new_key
from glassbox.classroom.lead import Lead
from glassbox.classroom.orders import obey_lead, obey_member
from glassbox.classroom.record import answer_state, member_state, room_state
from glassbox.classroom.room import Room
from glassbox.labbook.room_record import RoomRecord

NOW = 1_000_000.0


def new_room(most_members=300, now=NOW):
    """A room, and the digest of the key that leads it."""
    key = digest(new_key())
    return Room("k7px", Lead([key], key), new_key(), most_members, now), key


def joined(room, name=None, now=NOW):
    """A new member, and its token."""
    token = room.join(name, now)
    return room.member_of(token), token


def lead(room, key, message, now=NOW, **fields):
    """The lead says this."""
    obey_lead(room, key, message(counter=room.lead.counter, **fields), now)


def say(room, member, message, now=NOW, **fields):
    """A member says this."""
    obey_member(room, member, message(**fields), now)


def kept(room, at=NOW):
    """The room as the database has it."""
    members = {number: member_state(member) for number, member in room.members.items()}
    answers = {
        (room.code, question.number, of_round, member): answer_state(given)
        for question in room.questions.values()
        for of_round, all_given in question.given.items()
        for member, given in all_given.items()
    }
    return RoomRecord(room.code, at, room_state(room), members, answers)


__all__ = ["NOW", "joined", "kept", "lead", "new_room", "said", "say"]
