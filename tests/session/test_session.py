"""One session: it wakes when something comes, and gives what a slice brought to the page that watches now."""

import asyncio
import time

import pytest

from glassbox.protocol.messages import Open
from glassbox.run.slice_result import SliceResult
from glassbox.session.pending_session import PendingSession
from glassbox.session.pool import Pool
from glassbox.session.questions import MOST_ASKED, NoSuchSession, TooEarly
from glassbox.session.session import Session
from glassbox.settings import Settings
from tests.run.tools import say, take_all


def a_session(build=None):
    return Session("a-name", PendingSession(Settings(), 1000), Pool(1), build, time.monotonic)


def test_it_sleeps_until_something_comes():
    async def story():
        session = a_session()
        sleeping = asyncio.create_task(session._sleep(None))
        await asyncio.sleep(0.01)
        assert not sleeping.done()
        session._put(say("play"))
        await asyncio.wait_for(sleeping, 60)

    asyncio.run(story())


def test_it_wakes_when_its_time_has_come():
    async def story():
        began = time.monotonic()
        await a_session()._sleep(0.02)
        return time.monotonic() - began

    assert asyncio.run(story()) >= 0.018


def test_what_came_before_it_fell_asleep_does_not_wake_it():
    async def story():
        session = a_session()
        session._woken.set()
        sleeping = asyncio.create_task(session._sleep(60))
        await asyncio.sleep(0.01)
        assert not sleeping.done()
        sleeping.cancel()

    asyncio.run(story())


def test_messages_and_frames_for_a_page_that_has_gone_are_dropped():
    async def story():
        session = a_session()
        first = session.admit(Open(type="open"), resumed=False, notes=[])
        second = session.admit(Open(type="open"), resumed=True, notes=[])
        for viewer in (first, second):
            take_all(viewer.mailbox)
        session._deliver(
            SliceResult(messages=[(first.number, "old"), (second.number, "new")], frame=(first.number, 0, b""))
        )
        assert take_all(second.mailbox) == ["new"]
        assert take_all(first.mailbox) == [None]

    asyncio.run(story())


def test_before_the_kernels_are_ready_nothing_can_be_asked():
    async def story():
        with pytest.raises(TooEarly):
            await a_session().ask("snapshot")

    asyncio.run(story())


def test_what_is_asked_for_a_whole_class_is_never_too_much():
    async def story():
        session = a_session()
        session._pending = None  # as once the kernels are ready
        asked = [asyncio.create_task(session.ask("snapshot")) for _ in range(MOST_ASKED)]
        await asyncio.sleep(0)
        with pytest.raises(TooEarly):
            await session.ask("snapshot")
        looks = asyncio.create_task(session.ask("look"))
        await asyncio.sleep(0)
        assert not looks.done()
        session.close("forgotten", "")
        ends = await asyncio.gather(looks, *asked, return_exceptions=True)
        assert {type(end) for end in ends} == {NoSuchSession}

    asyncio.run(story())


def test_what_is_asked_when_a_command_is_heard_of_comes_after_it():
    async def story():
        session = a_session()
        session._pending = None
        asked = []
        session.audience.join(lambda _: asked.append(asyncio.create_task(session.ask("look"))))
        session._put(say("play"))
        await asyncio.sleep(0)
        assert [type(each).__name__ for each in session._inbox] == ["Play", "Question"]
        session.close("forgotten", "")
        await asyncio.gather(*asked, return_exceptions=True)

    asyncio.run(story())
