"""One session: what waits for its host, and what a slice brought, which goes to the page that watches now."""

import asyncio
import time

import pytest

from glassbox.protocol.messages import Open
from glassbox.run.slice_result import SliceResult
from glassbox.session.pending_session import PendingSession
from glassbox.session.questions import MOST_ASKED, NoSuchSession, TooEarly
from glassbox.session.session import Session
from glassbox.settings import Settings
from tests.run.tools import say, take_all


class StillHost:
    """Builds nothing: what is put in stays there."""

    def __init__(self):
        self.items, self.is_held, self.has_ended = [], False, False

    waiting = property(lambda self: len(self.items))

    def begin(self, name, settings, tenant):
        return self

    def put(self, item):
        self.items.append(item)

    def credited(self):
        """Nothing waits for that."""

    def hold(self, is_held):
        self.is_held = is_held

    def end(self):
        self.has_ended = True


def a_session(host=None, **told):
    session = Session("a-name", PendingSession(Settings(), 1000), time.monotonic, **told)
    if host:
        session.begin(host)
    return session


def test_messages_and_frames_for_a_page_that_has_gone_are_dropped():
    async def story():
        session = a_session()
        first = session.admit(Open(type="open"), resumed=False, notes=[])
        second = session.admit(Open(type="open"), resumed=True, notes=[])
        for viewer in (first, second):
            take_all(viewer.mailbox)
        session.delivered(
            SliceResult(messages=[(first.number, "old"), (second.number, "new")], frame=(first.number, 0, b""))
        )
        assert take_all(second.mailbox) == ["new"]
        assert take_all(first.mailbox) == [None]

    asyncio.run(story())


def test_those_who_look_into_it_hear_of_news_and_not_of_answers():
    session, heard = a_session(), []
    session.attend(heard.append)
    session.delivered(SliceResult())
    assert heard == []
    session.delivered(SliceResult(is_news=True))
    assert heard == [False]


def test_before_the_kernels_are_ready_nothing_can_be_asked():
    async def story():
        with pytest.raises(TooEarly):
            await a_session().ask("snapshot")

    asyncio.run(story())


def test_what_is_asked_for_a_whole_class_is_never_too_much():
    async def story():
        session = a_session(StillHost())
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
        host, asked = StillHost(), []
        session = a_session(host)
        session.audience.join(lambda _: asked.append(asyncio.create_task(session.ask("look"))))
        session.control(session.admit(Open(type="open"), resumed=False, notes=[]), say("play"))
        await asyncio.sleep(0)
        assert [type(each).__name__ for each in host.items] == ["Arrival", "Play", "Question"]
        session.close("forgotten", "")
        await asyncio.gather(*asked, return_exceptions=True)

    asyncio.run(story())


def test_its_network_is_held_while_somebody_attends():
    async def story():
        host = StillHost()
        session = a_session()
        session.attend(print)
        session.begin(host)
        assert host.is_held
        session.leave_alone(print)
        assert not host.is_held

    asyncio.run(story())


def test_a_fault_of_its_network_is_told_to_page_and_registry():
    async def story():
        host, told = StillHost(), []
        session = a_session(host, on_fault=told.append)
        viewer = session.admit(Open(type="open"), resumed=False, notes=[])
        asked = asyncio.create_task(session.ask("snapshot"))
        await asyncio.sleep(0)
        session.failed()
        assert told == [session] and viewer.mailbox.closed[0] == "crashed"
        with pytest.raises(NoSuchSession):
            await asked

    asyncio.run(story())
