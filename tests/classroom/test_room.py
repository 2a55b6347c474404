"""A room knows who is in it, tells each no more than it may know, and raises its version with every change."""

import msgspec
import pytest

from glassbox.classroom import said, told
from glassbox.classroom.limits import COMES_WITHIN, LONGEST_NAME
from glassbox.classroom.refused import Refused
from tests.classroom.rooms import NOW, joined, lead, new_room, say


def test_three_hundred_members_have_different_names_numbers_and_tokens():
    room, _ = new_room()
    tokens = {room.join(None, NOW) for _ in range(300)}
    members = [room.member_of(token) for token in tokens]
    assert len(tokens) == len({member.name for member in members}) == len({member.owner for member in members}) == 300
    assert {member.number for member in members} == set(range(1, 301))
    with pytest.raises(Refused, match="room_is_full") as refused:
        room.join(None, NOW)
    assert refused.value.values == {"most": 300}


def test_a_latecomer_is_let_in_in_every_pace():
    room, key = new_room()
    for mode in ("with_me", "own", "eyes_up"):
        lead(room, key, said.Pace, mode=mode)
        assert room.join(None, NOW)


def test_all_are_told_nothing_secret():
    room, key = new_room()
    member, token = joined(room)
    lead(room, key, said.Show, session="a-session-that-one-could-steer")
    text = told.write(room.for_all())
    for secret in (token, member.owner, room.projector, "a-session-that-one-could-steer"):
        assert secret not in text
    assert msgspec.json.decode(text)["shown"] is True


def test_a_member_is_told_only_about_itself():
    room, _ = new_room()
    (member, _), (other, other_token) = joined(room), joined(room)
    text = told.write(room.for_member(member, NOW))
    assert member.owner in text and other.owner not in text and other_token not in text


def test_every_change_raises_the_version():
    room, key = new_room()
    versions = [room.version]
    member, _ = joined(room)
    versions.append(room.version)
    for message, fields in (
        (said.Pace, {"mode": "own"}),
        (said.FreeNames, {"on": True}),
        (said.Show, {"session": "x"}),
    ):
        lead(room, key, message, **fields)
        versions.append(room.version)
    say(room, member, said.Rename, name="Jo")
    versions.append(room.version)
    room.is_with(member, True, NOW)
    versions.append(room.version)
    assert versions == sorted(set(versions))


def test_it_is_led_while_the_desk_of_the_holder_is_there():
    room, key = new_room()
    assert not room.is_led
    room.desk_is_with(key, True, NOW)
    assert room.is_led and room.for_desk(key, NOW).leads
    room.lead.hand_over(NOW)
    room.lead.take(room.lead.offer(NOW).secret, NOW)
    assert not room.is_led and not room.for_desk(key, NOW).leads
    assert room.for_desk(key, NOW).hand_over is None


def test_the_one_who_has_the_floor_is_shown_and_taken_out_of_it_with_the_room():
    room, key = new_room()
    member, _ = joined(room)
    lead(room, key, said.Show, session="lead")
    with pytest.raises(Refused, match="no_network_of_its_own"):
        lead(room, key, said.Floor, member=member.number)
    member.session = "fork"
    lead(room, key, said.Floor, member=member.number)
    assert room.looked_at == "fork" and room.for_all().floor == member.name
    lead(room, key, said.Remove, member=member.number)
    assert room.looked_at == "lead" and room.for_all().floor is None


def test_a_removed_members_token_opens_nothing_any_more_and_its_number_is_not_given_again():
    room, key = new_room()
    member, token = joined(room)
    lead(room, key, said.Remove, member=member.number)
    assert room.member_of(token) is None
    assert joined(room)[0].number == member.number + 1


def test_a_name_of_ones_own_is_taken_only_where_it_is_allowed():
    room, key = new_room()
    with pytest.raises(Refused, match="name_is_drawn"):
        room.join("Jo", NOW)
    lead(room, key, said.FreeNames, on=True)
    assert joined(room, "  Jo\n\t<b>  ")[0].name == "Jo <b>"
    for name, refused in (("jo <B>", "name_is_taken"), ("  ", "name_is_empty"), ("\u202e\u200b", "name_is_empty")):
        with pytest.raises(Refused, match=refused):
            room.join(name, NOW)
    assert len(joined(room, "x" * 100)[0].name) == LONGEST_NAME


def test_a_drawn_name_is_drawn_anew_three_times_at_most():
    room, _ = new_room()
    member, _ = joined(room)
    names = {member.name}
    for _ in range(3):
        say(room, member, said.Rename, name=None)
        names.add(member.name)
    assert len(names) == 4 and room.for_member(member, NOW).spins == 0
    with pytest.raises(Refused, match="no_more_spins"):
        say(room, member, said.Rename, name=None)


def test_names_are_not_left_on_the_projector_when_the_desk_has_gone():
    room, key = new_room()
    room.desk_is_with(key, True, NOW)
    lead(room, key, said.Stage, what="wall", names=True)
    assert room.for_all().stage.names
    room.desk_is_with(key, False, NOW)
    assert not room.for_all().stage.names and room.for_all().stage.what == "wall"
    room.desk_is_with(key, True, NOW)
    lead(room, key, said.Stage, what="network")
    assert not room.for_all().stage.names


def test_who_was_let_in_and_never_came_makes_room_in_a_full_room():
    room, _ = new_room()
    here = room.member_of(room.join(None, NOW))
    room.is_with(here, True, NOW)
    room.is_with(here, False, NOW)
    for _ in range(299):
        room.join(None, NOW)
    with pytest.raises(Refused, match="room_is_full"):
        room.join(None, NOW + COMES_WITHIN - 1)
    room.join(None, NOW + COMES_WITHIN)
    assert set(room.members) == {here.number, 301}
