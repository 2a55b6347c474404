"""Two fronts, one lab book, and a clock that the test holds: a room is at one of them, whatever befalls them."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from glassbox.classroom import said
from glassbox.classroom.limits import DAY, Limits
from glassbox.classroom.refused import Refused
from glassbox.labbook.archive import Archive
from glassbox.labbook.errors import LabBookUnavailable
from glassbox.labbook.records import Limits as BookLimits
from glassbox.labbook.room_leases import LASTS
from glassbox.labbook.room_record import Holder
from glassbox.labbook.room_shelf import RoomShelf
from glassbox.web.classroom.keeping import Keeping
from glassbox.web.classroom.live_room import LEFT_ALONE_AFTER
from glassbox.web.classroom.live_rooms import LiveRooms
from tests.classroom.rooms import NOW, joined

CHOICE = said.Asked(kind="choice", text="Which?", options=("a", "b"))


class Clock:
    """Of the machines and of the database alike."""

    now = NOW

    def __call__(self, connection=None):
        return self.now


class Front:
    """One server's rooms; its way to the lab book may be cut. It says that it lives when the test has it say so."""

    def __init__(self, number, archive, clock):
        self.is_cut, self.questions, self.back = False, 0, []

        async def ask(question):
            await asyncio.sleep(0)
            self.questions += 1
            if self.is_cut:
                raise LabBookUnavailable("The line is cut.")
            return question(archive)

        async def let_go(owners):
            pass

        shelf = RoomShelf(ask, lambda owners: None).shared(Holder(str(number) * 32, number))
        keeping = Keeping(shelf, clock=clock, retry_after=0.001)
        self.rooms = LiveRooms(Limits(), keeping, let_go, (), clock, shelf, self.back.append)

    async def beat(self):
        await self.rooms._leases.beat()

    async def find(self, code):
        """The room, or by the number of which front it is had."""
        try:
            return await self.rooms.find(code)
        except Refused as refused:
            return refused.values.get("front", refused.id)


@asynccontextmanager
async def two_fronts(tmp_path):
    clock = Clock()
    archive = Archive(tmp_path, "", BookLimits(), 1.0, time=clock)
    fronts = Front(1, archive, clock), Front(2, archive, clock)
    for front in fronts:
        await front.rooms.load()
    try:
        yield clock, *fronts
    finally:
        for front in fronts:
            await front.rooms.stop()
        archive.close()


def play(scene, tmp_path):
    async def whole():
        async with asyncio.timeout(60), two_fronts(tmp_path) as those:
            await scene(*those)

    asyncio.run(whole())


async def a_class(front):
    """A room with a question that its one member has answered."""
    live, key = await front.rooms.open()
    _, token = joined(live.room)
    desk = live.admit(said.Enter(role="desk", token=key))
    live.hear(desk, said.Ask(counter=1, question=CHOICE))
    phone = live.admit(said.Enter(role="member", token=token))
    live.hear(phone, said.Answer(id="x", question=1, round=1, value=1))
    await live.kept()
    return live, phone, token


async def taken(slots):
    """Everything that was sent."""
    items = []
    while not slots.is_empty:
        items.append(await slots.take())
    return items


def test_where_a_front_has_died_another_has_the_room_as_it_stood_for_whoever_asks(tmp_path):
    async def scene(clock, first, second):
        live, _, token = await a_class(first)
        clock.now += LASTS
        assert await second.find(live.room.code) == 1  # it may yet live
        clock.now += 1
        there = await second.find(live.room.code.upper())
        there.admit(said.Enter(role="member", token=token))
        assert there.room.questions[1].given[1][1].value == 1
        assert second.back == [there] and there.room.version > live.room.version

    play(scene, tmp_path)


def test_a_front_that_was_only_slow_lets_go_and_says_where_the_room_is(tmp_path):
    async def scene(clock, first, second):
        live, phone, _ = await a_class(first)
        code = live.room.code
        clock.now += LASTS + 1
        there = await second.find(code)
        await first.beat()
        assert phone.slots.closed == "elsewhere" and first.rooms.codes() == set()
        assert await first.find(code) == 2
        live.leave(phone)  # its socket ends only now: nothing of this may reach the book, nor the room that goes on
        live.tell()
        clock.now += LASTS
        await second.beat()
        assert second.rooms.here(code) is there and await first.find(code) == 2

    play(scene, tmp_path)


def test_what_a_slow_front_was_told_before_it_noticed_is_not_acknowledged(tmp_path):
    async def scene(clock, first, second):
        live, phone, _ = await a_class(first)
        clock.now += LASTS + 1
        there = await second.find(live.room.code)
        await taken(phone.slots)
        live.hear(phone, said.Answer(id="y", question=1, round=1, value=0))
        with pytest.raises(Refused, match="elsewhere"):
            await live.kept()
        assert phone.slots.closed == "elsewhere" and not any('"y"' in item for item in await taken(phone.slots))
        assert there.room.questions[1].given[1][1].value == 1
        with pytest.raises(Refused, match="elsewhere"):
            await live.kept()  # whoever had the room in hand meanwhile

    play(scene, tmp_path)


def test_a_front_that_was_slow_keeps_what_nobody_asked_for(tmp_path):
    async def scene(clock, first, second):
        live, phone, _ = await a_class(first)
        clock.now += 5 * LASTS
        await first.beat()
        assert phone.slots.closed is None and await second.find(live.room.code) == 1

    play(scene, tmp_path)


def test_a_front_that_cannot_reach_the_book_goes_on_and_notices_once_it_can(tmp_path):
    async def scene(clock, first, second):
        live, phone, _ = await a_class(first)
        first.is_cut = True
        clock.now += LASTS + 1
        await first.beat()
        assert phone.slots.closed is None  # so it would be if the book were away for all
        assert await first.find("m2nd") == 0  # nobody is told that there is no such room
        with pytest.raises(Refused, match="cannot_keep_now"):
            await first.rooms.open()
        assert await second.find(live.room.code) is second.rooms.here(live.room.code)
        first.is_cut = False
        await first.beat()
        assert phone.slots.closed == "elsewhere"

    play(scene, tmp_path)


def test_a_front_that_comes_back_does_not_get_a_room_in_which_somebody_is(tmp_path):
    async def scene(clock, first, second):
        live, _, token = await a_class(first)
        code = live.room.code
        clock.now += LASTS + 1
        there = await second.find(code)
        await first.beat()
        visitor = there.admit(said.Enter(role="member", token=token))
        for _ in range(3):
            clock.now += LEFT_ALONE_AFTER
            await second.beat()
            await second.rooms.rest()
            assert await first.find(code) == 2
        there.leave(visitor)
        clock.now += LEFT_ALONE_AFTER
        await second.beat()
        await second.rooms.rest()
        assert await first.find(code) is not live and first.rooms.codes() == {code} and not second.rooms.codes()
        assert await second.find(code) == 1

    play(scene, tmp_path)


def test_a_front_that_ends_hands_its_rooms_over_at_once(tmp_path):
    async def scene(clock, first, second):
        live, phone, _ = await a_class(first)
        await first.rooms.stop()
        assert phone.slots.closed == "server_stops"
        assert await second.find(live.room.code) is second.rooms.here(live.room.code)

    play(scene, tmp_path)


def test_a_front_that_ends_without_the_book_waits_for_nobody(tmp_path, caplog):
    async def scene(clock, first, second):
        await a_class(first)
        first.is_cut = True
        await first.rooms.stop()
        assert "The line is cut." in caplog.text

    play(scene, tmp_path)


def test_three_hundred_who_ask_at_once_are_one_question(tmp_path):
    async def scene(clock, first, second):
        live, _, _ = await a_class(first)
        clock.now += LASTS + 1
        asked = [live.room.code] * 300 + [f"{at:04}".translate(str.maketrans("0156", "cdfh")) for at in range(99)]
        before = second.questions
        found = await asyncio.gather(*map(second.find, asked))
        assert set(map(str, found[300:])) <= {"no_such_room"} and len(set(found[:300])) == 1
        assert second.questions - before <= 3  # and one that writes that it lives again

    play(scene, tmp_path)


def test_a_code_that_another_front_has_given_is_not_given_again(tmp_path):
    async def scene(clock, first, second):
        live, _, _ = await a_class(first)
        drawn = iter([live.room.code, "m2nd"])
        second.rooms._rooms._draw = lambda: next(drawn)
        there, _ = await second.rooms.open()
        assert there.room.code == "m2nd" and await first.find("m2nd") in (2, "no_such_room")

    play(scene, tmp_path)


def test_what_no_code_can_be_is_not_asked_for(tmp_path):
    async def scene(clock, first, second):
        assert await first.find("lead") == "no_such_room" and first.questions == 0
        await first.beat()
        assert first.questions == 0  # nor does a front without rooms say anything

    play(scene, tmp_path)


def test_a_room_that_has_ended_is_gone_for_all(tmp_path):
    async def scene(clock, first, second):
        live, _, _ = await a_class(first)
        live.room.is_over = True
        first.rooms.end(live)
        while await second.find(live.room.code) == 1:
            await asyncio.sleep(0)
        assert await second.find(live.room.code) == "no_such_room"

    play(scene, tmp_path)


def test_a_room_of_another_version_is_left_to_the_servers_of_that_one(tmp_path):
    async def scene(clock, first, second):
        live, _, _ = await a_class(first)
        await first.rooms.stop()
        restored, second.rooms._keeping.restored = second.rooms._keeping.restored, lambda record, most: None
        assert await second.find(live.room.code) == "no_such_room"
        second.rooms._keeping.restored = restored
        assert await second.find(live.room.code) is second.rooms.here(live.room.code)

    play(scene, tmp_path)


def test_a_room_that_nobody_was_in_for_a_day_is_deleted(tmp_path):
    async def scene(clock, first, second):
        live, _, _ = await a_class(first)
        await first.rooms.stop()
        clock.now += DAY + 1
        await second.rooms._leases.sweep()
        assert await second.find(live.room.code) == "no_such_room"

    play(scene, tmp_path)
