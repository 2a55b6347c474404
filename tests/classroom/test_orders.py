"""Whoever leads is obeyed, whoever does not is refused in one sentence, and then nothing changes."""

from typing import get_args

import pytest

from glassbox.classroom import said, told
from glassbox.classroom.keys import digest, new_key
from glassbox.classroom.orders import LEAD, MEMBER, obey_lead, obey_member
from glassbox.classroom.refused import Refused
from glassbox.protocol.challenge import Record
from tests.classroom.make_golden_classroom import SAID
from tests.classroom.rooms import NOW, joined, lead, new_room, say


def told_apart(messages):
    return [f"{type(message).__name__} {number}" for number, message in enumerate(messages)]


EVERYTHING = [said.read(message["text"]) for message in SAID]
OF_LEAD = [message for message in EVERYTHING if isinstance(message, said.OfLead | said.TakeBack)]
OF_MEMBER = [message for message in EVERYTHING if isinstance(message, said.OfMember)]


def kinds(base):
    return {kind for kind in get_args(said.Message) if issubclass(kind, base)}


def test_every_message_is_obeyed_by_something():
    assert set(LEAD) == kinds(said.OfLead) and set(MEMBER) == kinds(said.OfMember)


@pytest.mark.parametrize("message", OF_LEAD, ids=told_apart(OF_LEAD))
def test_a_member_with_the_code_cannot_lead(message):
    room, _ = new_room()
    member, token = joined(room)
    before = room.for_all()
    with pytest.raises(Refused, match="only_the_lead"):
        obey_member(room, member, message, NOW)
    with pytest.raises(Refused, match=r"not_leading|only_the_lead"):
        obey_lead(room, digest(token), message, NOW)
    assert room.for_all() == before and room.members and not room.is_over


@pytest.mark.parametrize("message", OF_MEMBER, ids=told_apart(OF_MEMBER))
def test_the_lead_is_no_member(message):
    room, key = new_room()
    with pytest.raises(Refused, match="only_members"):
        obey_lead(room, key, message, NOW)


def test_a_stale_lead_is_refused_and_changes_nothing():
    room, key = new_room()
    lead(room, key, said.HandOver)
    second = digest(room.lead.take(room.lead.offer(NOW).secret, NOW))
    before = room.for_all()
    for counter in (1, 2):
        with pytest.raises(Refused, match="not_leading"):
            obey_lead(room, key, said.End(counter=counter), NOW)
    assert room.for_all() == before and not room.is_over
    obey_lead(room, second, said.Pace(counter=2, mode="own"), NOW)
    assert room.pace.mode == "own"
    obey_lead(room, key, said.TakeBack(), NOW)
    obey_lead(room, key, said.Pace(counter=3, mode="with_me"), NOW)
    assert room.pace.mode == "with_me"
    with pytest.raises(Refused, match="only_the_lead"):
        obey_lead(room, digest(new_key()), said.TakeBack(), NOW)


def test_a_challenge_is_set_shown_and_closed_and_its_names_go_with_the_teacher():
    room, key = new_room()
    member, _ = joined(room)
    with pytest.raises(Refused, match="no_network_shown"):
        lead(room, key, said.Challenge, goal=told.Goal(measure="test_loss", at=0.2), by="loss")
    lead(room, key, said.Show, session="s")
    with pytest.raises(Refused, match="no_such_measure"):
        lead(room, key, said.Challenge, goal=told.Goal(measure="gap", at=0.2), by="loss")
    with pytest.raises(Refused, match="no_challenge"):
        lead(room, key, said.ShowTop, on=True)
    lead(room, key, said.Challenge, goal=told.Goal(measure="test_loss", at=0.2), by="loss", locked=("network", "data"))
    assert room.for_all().challenge.locked == ("data", "data_seed", "loss", "huber_delta", "network")
    room.challenge.note(member.number, Record(0.1, 25, 4.0, 0.1))
    lead(room, key, said.ShowTop, on=True)
    assert room.for_all().challenge.top is None
    room.desk_is_with(key, True, NOW)
    assert room.for_all().challenge.top == ((member.name, 0.1),)
    lead(room, key, said.CloseChallenge)
    assert room.for_all().challenge.phase == "closed"


def test_the_lead_looks_at_the_wall():
    room, key = new_room()
    lead(room, key, said.Wall, on=True, close=3)
    assert (room.wall.on, room.wall.close) == (True, 3)


def test_the_lead_sets_what_all_see():
    room, key = new_room()
    room.desk_is_with(key, True, NOW)
    member, _ = joined(room)
    lead(room, key, said.Pace, mode="eyes_up", text="Look at me", trains=False)
    lead(room, key, said.Stage, what="wall", names=True, tiles=(member.number, 99))
    lead(room, key, said.FreeNames, on=True)
    lead(room, key, said.Show, session="s")
    now = room.for_all()
    assert now.pace == told.Pace(mode="eyes_up", text="Look at me", trains=False)
    assert now.stage == told.Stage(what="wall", names=True, tiles=(member.number,))
    assert now.free_names and now.shown and now.floor is None
    lead(room, key, said.Show, session=None)
    assert not room.for_all().shown
    lead(room, key, said.End)
    assert room.is_over


def test_a_member_looks_at_its_own_only_if_it_has_one():
    room, _ = new_room()
    member, _ = joined(room)
    with pytest.raises(Refused, match="no_network_of_its_own"):
        say(room, member, said.LookAt, source="own")
    member.session = "fork"
    say(room, member, said.LookAt, source="own")
    assert room.for_member(member, NOW).source == "own" and room.take_news().members == {member.number}
    say(room, member, said.Drawn, frame=4)


def test_what_a_member_does_is_seen_as_a_sign_of_life():
    room, _ = new_room()
    member, _ = joined(room)
    say(room, member, said.LookAt, now=NOW + 100, source="shown")
    assert member.seen == NOW + 100


def test_a_renamed_member_who_has_the_floor_is_renamed_for_all():
    room, key = new_room()
    member, _ = joined(room)
    member.session = "fork"
    lead(room, key, said.Floor, member=member.number)
    say(room, member, said.Rename, name=None)
    assert room.for_all().floor == member.name and room.take_news().room
