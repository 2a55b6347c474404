"""Rooms are opened as many as may be, found by their code in any case, and let go after a day without anybody."""

import pytest

from glassbox.classroom.limits import DAY, Limits
from glassbox.classroom.refused import Refused
from glassbox.classroom.rooms import Rooms
from tests.classroom.rooms import NOW, joined


def test_a_room_is_found_by_its_code_in_any_case():
    rooms = Rooms(Limits())
    room, _ = rooms.open(NOW)
    assert rooms.find(room.code.upper()) is room and list(rooms) == [room]
    assert rooms.find("cccc" if room.code != "cccc" else "dddd") is None


def test_a_room_is_found_by_both_its_code_and_its_further_signs():
    rooms = Rooms(Limits())
    (room, _), (other, _) = rooms.open(NOW), rooms.open(NOW)
    assert rooms.find_by_both(room.code.upper(), room.further.upper()) is room
    for code, further in ((room.code, ""), (room.code, other.further), (room.code, "ſ"), ("", room.further)):
        assert rooms.find_by_both(code, further) is None


def test_fifty_rooms_have_fifty_codes_and_there_is_no_further_one():
    rooms = Rooms(Limits(rooms=50))
    assert len({rooms.open(NOW)[0].code for _ in range(50)}) == 50 == len(rooms)
    with pytest.raises(Refused, match="too_many_rooms") as refused:
        rooms.open(NOW)
    assert refused.value.values == {"most": 50}


def test_a_code_that_is_taken_is_not_given_again():
    draws = iter(["k7px", "k7px", "m2nd"])
    rooms = Rooms(Limits(), lambda: next(draws))
    assert [rooms.open(NOW)[0].code for _ in range(2)] == ["k7px", "m2nd"]


def test_a_room_that_has_ended_is_not_found_any_more():
    rooms = Rooms(Limits(rooms=1))
    room, _ = rooms.open(NOW)
    rooms.end(room)
    assert room.is_over and rooms.find(room.code) is None and rooms.open(NOW)


def test_a_room_nobody_is_in_for_a_day_runs_out():
    rooms = Rooms(Limits())
    (room, _), (other, _) = rooms.open(NOW), rooms.open(NOW)
    member, _ = joined(other)
    other.is_with(member, True, NOW + 10)
    assert rooms.run_out(NOW + DAY - 1) == []
    assert rooms.run_out(NOW + DAY) == [room]
    other.is_with(member, False, NOW + 20)
    assert rooms.run_out(NOW + 20 + DAY - 1) == [room]
    assert set(rooms.run_out(NOW + 20 + DAY)) == {room, other}


def test_a_room_that_is_not_here_any_more_is_not_over():
    rooms = Rooms(Limits())
    room, _ = rooms.open(NOW)
    rooms.drop(room)
    rooms.drop(room)
    assert rooms.find(room.code) is None and not room.is_over
