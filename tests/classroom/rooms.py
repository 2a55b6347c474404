"""Rooms for the tests, and what is said in them."""

from glassbox.classroom import said
from glassbox.classroom.keys import digest, new_key
from glassbox.classroom.lead import Lead
from glassbox.classroom.orders import obey_lead, obey_member
from glassbox.classroom.room import Room

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


__all__ = ["NOW", "joined", "lead", "new_room", "said", "say"]
