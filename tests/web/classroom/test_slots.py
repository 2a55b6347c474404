"""The newest of each kind is sent, answers come in order, and nothing piles up."""

import asyncio

from glassbox.web.classroom.slots import MOST_ANSWERS, Slots


async def rest(slots):
    """All that waits."""
    return [await slots.take() for _ in range(sum((len(slots._answers), len(slots._slots))))]


def test_a_newer_one_takes_the_olders_place_and_turn():
    async def play():
        slots = Slots()
        for kind, item in (("room", "1"), ("frame", b"a"), ("room", "2"), ("frame", b"b")):
            slots.put(kind, item)
        slots.post("answered")
        assert slots.waits("frame") and not slots.waits("me")
        assert await rest(slots) == ["answered", "2", b"b"]
        assert slots.is_empty and slots.taken == 3

    asyncio.run(play())


def test_whoever_waits_gets_what_comes():
    async def play():
        slots = Slots()
        taking = asyncio.create_task(slots.take())
        await asyncio.sleep(0)
        slots.put("me", "x")
        assert await taking == "x"

    asyncio.run(play())


def test_at_the_end_answers_are_sent_yet_and_the_first_reason_counts():
    async def play():
        slots = Slots()
        slots.put("room", "1")
        slots.post("answered")
        slots.close("ended")
        slots.close("server_stops")
        slots.put("room", "2")
        slots.post("more")
        assert [await slots.take(), await slots.take()] == ["answered", None]
        assert slots.closed == "ended"

    asyncio.run(play())


def test_a_page_that_does_not_read_its_answers_is_let_go():
    slots = Slots()
    for _ in range(MOST_ANSWERS + 1):
        slots.post("refused")
    assert slots.closed == "not_reading"
