"""Signs of life go where nothing else went, and one timer does for all."""

import asyncio

import pytest

from glassbox.session.mailbox import Mailbox
from glassbox.web.heartbeat import ALIVE, EVERY, Heartbeat
from tests.run.tools import Clock, take, take_all


@pytest.fixture
def beating():
    """A heartbeat whose timer never comes by itself, and two who listen to it."""

    class Still(Heartbeat):
        def _wait(self):
            self._timer = True

    heart, mailboxes = Still(), [Mailbox(Clock()) for _ in range(2)]
    with heart.of(mailboxes[0]), heart.of(mailboxes[1]):
        yield heart, *mailboxes


def test_where_nothing_is_sent_every_other_look_brings_a_sign(beating):
    heart, mailbox, _ = beating
    told = []
    for _ in range(6):
        heart.beat()
        told.append(take_all(mailbox))
    assert told == [[], [ALIVE]] * 3


def test_where_frames_or_messages_flow_there_is_none(beating):
    heart, busy, quiet = beating
    for number in range(6):
        if number % 2:
            busy.post("a message")
        else:
            busy.show(number, b"a frame")
            busy.acknowledge(number - 1)
        assert take(busy) in ("a message", b"a frame")
        heart.beat()
        assert busy.is_empty
    assert not quiet.is_empty


def test_signs_do_not_pile_up_where_nothing_can_be_sent(beating):
    heart, mailbox, _ = beating
    for _ in range(5):
        heart.beat()
    assert take_all(mailbox) == [ALIVE]


def test_who_has_gone_gets_none():
    heart, mailbox = Heartbeat(), Mailbox(Clock())

    async def journey():
        with heart.of(mailbox):
            pass
        heart.beat()
        assert mailbox.is_empty

    asyncio.run(journey())


def test_thirty_have_one_timer_and_nobody_has_none():
    async def journey():
        loop, asked = asyncio.get_running_loop(), []
        call_later = loop.call_later
        loop.call_later = lambda seconds, call, *rest: asked.append(seconds) or call_later(0, call, *rest)
        heart, mailboxes = Heartbeat(), [Mailbox(Clock()) for _ in range(30)]
        visits = [heart.of(mailbox) for mailbox in mailboxes]
        for visit in visits:
            visit.__enter__()
        assert asked == [EVERY]
        while any(mailbox.is_empty for mailbox in mailboxes):
            await asyncio.sleep(0)
        assert [take_all(mailbox) for mailbox in mailboxes] == [[ALIVE]] * 30
        for visit in visits:
            visit.__exit__(None, None, None)
        while heart._timer is not None:
            await asyncio.sleep(0)
        before = len(asked)
        with heart.of(mailboxes[0]):  # and it begins anew
            assert len(asked) == before + 1

    asyncio.run(journey())
