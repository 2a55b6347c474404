"""Which front has a room, in each database: at most one at any time, by a clock that the test holds."""

import time

import pytest

from glassbox.labbook import room_leases
from glassbox.labbook.archive import Archive
from glassbox.labbook.book import Limits
from glassbox.labbook.room_leases import LASTS
from glassbox.labbook.room_record import Holder
from tests.labbook.conftest import SOON
from tests.labbook.test_rooms import a_room

FIRST, SECOND = Holder("a" * 32, 1), Holder("b" * 32, 2)


class Clock:
    now = 1000.0

    def __call__(self, connection):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def archive(tmp_path, url, clock):
    archive = Archive(tmp_path, url, Limits(), SOON, time=clock)
    yield archive
    archive.close()


@pytest.fixture
def opened(archive):
    """The first front has opened a room."""
    assert archive.claim_room("k7px", FIRST) and archive.keep_rooms(a_room(), FIRST) == set()
    return archive


def codes(taken):
    records, fronts = taken
    return {record.code for record in records}, fronts


def test_a_room_that_is_had_is_told_of_and_not_taken(opened, clock):
    clock.now += LASTS
    assert codes(opened.take_rooms(["k7px", "none"], SECOND)) == (set(), {"k7px": 1})
    assert codes(opened.take_rooms(["k7px"], FIRST)) == ({"k7px"}, {})


def test_once_its_front_has_been_silent_it_is_taken_and_what_that_one_still_writes_is_not_written(opened, clock):
    clock.now += LASTS + 1
    [record], _ = opened.take_rooms(["k7px"], SECOND)
    assert record.members == {1: b"hers", 2: b"his"} and len(record.answers) == 2
    late = a_room()
    late.rooms["k7px"] = (2000.0, b"of a front that was held up")
    assert opened.keep_rooms(late, FIRST) == {"k7px"}
    assert opened.renew_rooms(FIRST) == set() and opened.renew_rooms(SECOND) == {"k7px"}
    assert opened.remove_room("k7px", FIRST) == []
    assert [room.state for room in opened.rooms()] == [b"room"]
    assert codes(opened.take_rooms(["k7px"], FIRST)) == (set(), {"k7px": 2})


def test_a_front_that_was_held_up_goes_on_where_nobody_asked_for_its_room(opened, clock):
    clock.now += 10 * LASTS
    assert opened.keep_rooms(a_room(), FIRST) == set()
    assert opened.renew_rooms(FIRST) == {"k7px"}
    assert codes(opened.take_rooms(["k7px"], SECOND)) == (set(), {"k7px": 1})


def test_what_is_released_is_taken_at_once(opened):
    opened.release_rooms(SECOND)
    opened.release_rooms(FIRST, ["other"])
    assert codes(opened.take_rooms(["k7px"], SECOND)) == (set(), {"k7px": 1})
    opened.release_rooms(FIRST)
    assert codes(opened.take_rooms(["k7px"], SECOND)) == ({"k7px"}, {})


def test_a_code_is_free_for_one_front_alone_and_for_none_while_there_is_such_a_room(opened):
    assert not opened.claim_room("k7px", SECOND)
    opened.release_rooms(FIRST)
    assert not opened.claim_room("k7px", SECOND)
    assert opened.claim_room("m2nd", SECOND) and not opened.claim_room("m2nd", SECOND)
    assert not opened.claim_room("m2nd", FIRST)


def test_a_room_that_has_ended_is_nobodys(opened, clock):
    assert len(opened.remove_room("k7px", FIRST)) == 2
    clock.now += LASTS + 1
    assert codes(opened.take_rooms(["k7px"], SECOND)) == (set(), {})
    assert opened.keep_rooms(a_room(), FIRST) == {"k7px"} and opened.rooms() == []
    assert opened.claim_room("k7px", SECOND)


def test_rooms_of_a_book_that_one_server_had_alone_are_taken(archive):
    archive.keep_rooms(a_room())
    assert codes(archive.take_rooms(["k7px"], SECOND)) == ({"k7px"}, {})


def test_only_a_room_that_nobody_has_is_deleted_for_being_left_alone(opened, clock):
    clock.now = 1000.0 + 100 * LASTS
    opened.renew_rooms(FIRST)
    assert opened.remove_rooms_left_alone(SECOND, LASTS) == [] and len(opened.rooms()) == 1
    clock.now += LASTS + 1
    assert opened.remove_rooms_left_alone(SECOND, 1000 * LASTS) == []
    assert len(opened.remove_rooms_left_alone(SECOND, LASTS)) == 2 and opened.rooms() == []


def test_time_is_the_databases(tmp_path, url):
    archive = Archive(tmp_path, url, Limits(), SOON)
    told = archive._database.read(room_leases.database_time)
    archive.close()
    assert abs(told - time.time()) < 60
