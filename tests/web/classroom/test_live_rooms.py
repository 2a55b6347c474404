"""Rooms are opened and found, brought back at the start, and let go once they are over."""

import asyncio

import pytest

from glassbox.classroom import said
from glassbox.classroom.limits import DAY, Limits
from glassbox.classroom.refused import Refused
from glassbox.labbook.errors import LabBookUnavailable
from glassbox.web.classroom.keeping import Keeping
from glassbox.web.classroom.live_rooms import LiveRooms
from tests.classroom.rooms import NOW, joined, new_room


class Clock:
    now = NOW

    def __call__(self):
        return self.now


class Kept(Keeping):
    """Remembers what was removed; brings these rooms back."""

    def __init__(self, *rooms, trouble=0):
        super().__init__(None)
        self._rooms, self._failures, self.removed = rooms, trouble, []

    async def remove(self, code):
        self.removed.append(code)

    async def load(self, most_members):
        self._failures -= 1
        if self._failures >= 0:
            raise LabBookUnavailable("The disk is full.")
        return list(self._rooms)


class Gone(list):
    """Whose work was let go."""

    async def __call__(self, owners):
        self.append(owners)


async def until(condition):
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0)


def play(scene):
    asyncio.run(scene())


def test_a_room_that_nobody_was_in_for_a_day_is_let_go_with_all_that_is_its_members():
    async def scene():
        clock, kept, gone = Clock(), Kept(), Gone()
        rooms = LiveRooms(Limits(), kept, gone, (), clock)
        await rooms.load()
        live, _ = await rooms.open()
        member, _ = joined(live.room)
        assert await rooms.find(live.room.code.upper()) is live
        clock.now += DAY - 1
        rooms.sweep()
        assert await rooms.find(live.room.code) is live
        clock.now += 1
        rooms.sweep()
        with pytest.raises(Refused, match="no_such_room"):
            await rooms.find(live.room.code)
        await until(lambda: kept.removed)
        assert kept.removed == [live.room.code] and gone == [{member.owner}]

    play(scene)


def test_pages_are_told_that_all_was_deleted_once_it_was():
    async def scene():
        kept = Kept()
        rooms = LiveRooms(Limits(), kept, Gone())
        await rooms.load()
        live, key = await rooms.open()
        desk = live.admit(said.Enter(role="desk", token=key))
        live.hear(desk, said.End(counter=1))
        assert desk.slots.closed is None and not kept.removed
        live.hear(desk, said.End(counter=1))
        await until(lambda: desk.slots.closed)
        assert desk.slots.closed == "ended" and kept.removed == [live.room.code]

    play(scene)


def test_when_the_server_stops_everybody_is_told_and_the_room_is_not_over():
    async def scene():
        rooms = LiveRooms(Limits(), Kept(), Gone())
        rooms.begin()
        await rooms.loaded()
        live, key = await rooms.open()
        desk = live.admit(said.Enter(role="desk", token=key))
        await rooms.stop()
        assert desk.slots.closed == "server_stops" and not live.room.is_over

    play(scene)


def test_rooms_of_before_are_found_once_they_are_loaded_and_those_that_ran_out_are_deleted():
    async def scene():
        (room, _), (old, _) = new_room(), new_room(now=NOW - 2 * DAY)
        old.code = "m2nd"
        kept = Kept(room, old)
        rooms = LiveRooms(Limits(), kept, Gone(), clock=Clock())
        rooms.begin()
        await rooms.loaded()
        assert (await rooms.find("k7px")).room is room
        await until(lambda: kept.removed)
        assert kept.removed == ["m2nd"]
        with pytest.raises(Refused, match="no_such_room"):
            await rooms.find("m2nd")
        await rooms.stop()

    play(scene)


def test_a_database_that_cannot_be_read_keeps_nobody_waiting():
    async def scene():
        room, _ = new_room()
        rooms = LiveRooms(Limits(), Kept(room, trouble=1), Gone(), clock=Clock())
        assert await rooms.load() is False
        await rooms.loaded()
        assert await rooms.open()
        assert await rooms.load() is True and (await rooms.find("k7px")).room is room

    play(scene)


def test_a_members_network_that_was_opened_anew_after_a_restart_is_its_own_again():
    async def scene():
        rooms = LiveRooms(Limits(), Kept(), Gone())
        await rooms.load()
        live, _ = await rooms.open()
        member, _ = joined(live.room)
        rooms.opened(member.owner, "not a fork", lambda name: False)
        assert member.session is None  # it has none of its own that could have gone
        member.session = "before"
        rooms.opened(member.owner, "another tab", lambda name: name == "before")
        rooms.opened("a stranger", "another", lambda name: False)
        assert member.session == "before"
        live.room.floor = member.number
        rooms.opened(member.owner, "anew", lambda name: False)
        assert member.session == "anew" == live.room.looked_at

    asyncio.run(scene())


def test_a_room_that_ended_as_the_server_stops_is_deleted_first():
    async def scene():
        kept = Kept()
        rooms = LiveRooms(Limits(), kept, Gone(), (), Clock())
        await rooms.load()
        live, _ = await rooms.open()
        rooms.end(live)
        await rooms.stop()
        assert kept.removed == [live.room.code]

    play(scene)


def test_a_fault_while_rooms_are_brought_back_is_no_end_to_it():
    class Broken(Kept):
        async def load(self, most_members):
            raise TypeError("of another version")

    async def scene():
        rooms = LiveRooms(Limits(), Broken(), Gone(), (), Clock())
        assert not await rooms.load()
        await rooms.loaded()

    play(scene)
