"""Rooms are opened and found, and those that ran out are let go."""

import asyncio

import pytest

from glassbox.classroom.limits import DAY, Limits
from glassbox.classroom.refused import Refused
from glassbox.web.classroom.live_rooms import LiveRooms


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def test_a_room_that_nobody_was_in_for_a_day_is_let_go_and_its_pages_are_told():
    async def play():
        clock = Clock()
        rooms = LiveRooms(Limits(), (), clock)
        live, _ = rooms.open()
        assert rooms.find(live.room.code.upper()) is live
        clock.now += DAY - 1
        rooms.sweep()
        assert rooms.find(live.room.code) is live
        clock.now += 1
        rooms.sweep()
        with pytest.raises(Refused, match="no_such_room"):
            rooms.find(live.room.code)

    asyncio.run(play())


def test_when_the_server_stops_everybody_is_told_and_the_room_is_not_over():
    async def play():
        from glassbox.classroom import said

        rooms = LiveRooms(Limits())
        rooms.begin()
        live, key = rooms.open()
        desk = live.admit(said.Enter(role="desk", token=key))
        rooms.stop()
        assert desk.slots.closed == "server_stops" and not live.room.is_over

    asyncio.run(play())
