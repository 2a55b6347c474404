"""Tests of the mailbox: messages in order, the newest frame, credit, and viewers who do not read."""

import asyncio

from glassbox.session import words
from glassbox.session.mailbox import MOST_MESSAGES, Mailbox
from tests.run.tools import Clock, take_all


def test_messages_go_first_and_in_order():
    mailbox = Mailbox(Clock())
    mailbox.show(1, b"frame")
    mailbox.post("a")
    mailbox.post("b")
    assert take_all(mailbox) == ["a", "b", b"frame"]


def test_the_newest_frame_replaces_an_unsent_one():
    mailbox = Mailbox(Clock())
    for number in range(5):
        mailbox.show(number, b"%d" % number)
    assert take_all(mailbox) == [b"4"]
    assert mailbox.sent == 4


def test_two_frames_may_be_under_way():
    mailbox = Mailbox(Clock())
    mailbox.show(1, b"1")
    assert take_all(mailbox) == [b"1"] and mailbox.has_credit
    mailbox.show(2, b"2")
    assert not mailbox.has_credit  # one sent, one waiting
    assert take_all(mailbox) == [b"2"]
    mailbox.acknowledge(1)
    assert mailbox.has_credit


def test_an_acknowledgement_covers_earlier_frames():
    mailbox = Mailbox(Clock())
    for number in (1, 2):
        mailbox.show(number, b"")
        take_all(mailbox)
    mailbox.acknowledge(2)
    mailbox.show(3, b"")
    assert mailbox.has_credit


def test_acknowledging_what_was_never_sent_earns_nothing():
    mailbox = Mailbox(Clock())
    mailbox.acknowledge(10**9)
    for number in (1, 2):
        mailbox.show(number, b"")
        take_all(mailbox)
    assert not mailbox.has_credit


def test_a_viewer_owes_an_answer_from_the_first_unanswered_frame_on():
    clock = Clock()
    mailbox = Mailbox(clock)
    clock.advance(100)
    assert mailbox.seconds_unread() == 0
    mailbox.show(1, b"")
    take_all(mailbox)
    clock.advance(3)
    assert mailbox.seconds_unread() == 3
    mailbox.acknowledge(1)
    clock.advance(50)
    assert mailbox.seconds_unread() == 0


def test_a_slow_viewer_that_answers_is_not_counted_as_silent():
    clock = Clock()
    mailbox = Mailbox(clock)
    for number in range(10):
        mailbox.show(number, b"")
        take_all(mailbox)
        clock.advance(5)
        mailbox.acknowledge(number - 1)
    assert mailbox.seconds_unread() <= 5


def test_a_closed_box_gives_its_messages_and_then_ends():
    mailbox = Mailbox(Clock())
    mailbox.post("last words")
    mailbox.show(1, b"frame")
    mailbox.close("code", "text")
    mailbox.close("other", "reason")
    mailbox.post("too late")
    mailbox.show(2, b"too late")
    assert take_all(mailbox) == ["last words", None]
    assert mailbox.closed == ("code", "text")
    assert not mailbox.has_credit


def test_messages_that_nobody_reads_close_the_box():
    mailbox = Mailbox(Clock())
    for _ in range(MOST_MESSAGES + 1):
        mailbox.post("x")
    assert mailbox.closed == ("not_reading", words.MESSAGES_UNREAD)


def test_taking_waits_for_something_to_come():
    async def journey():
        mailbox = Mailbox(Clock())
        taking = asyncio.create_task(mailbox.take())
        await asyncio.sleep(0)
        assert not taking.done()
        mailbox.show(1, b"frame")
        return await asyncio.wait_for(taking, 60)

    assert asyncio.run(journey()) == b"frame"


def test_what_can_be_written_at_once_wakes_nobody():
    mailbox, written = Mailbox(Clock()), []

    async def story():
        taking = asyncio.create_task(mailbox.take(lambda item: not written.append(item)))
        await asyncio.sleep(0)
        mailbox.show(1, b"frame")
        mailbox.post("after")
        await asyncio.sleep(0)
        assert not taking.done()
        taking.cancel()

    mailbox.post("before")
    asyncio.run(story())
    assert written == ["before", b"frame", "after"] and mailbox.is_empty
    assert (mailbox.sent, mailbox.taken) == (1, 3)


def test_what_cannot_be_written_at_once_is_taken_and_all_that_follows_comes_after_it():
    mailbox, tried = Mailbox(Clock()), []

    async def story():
        taking = asyncio.create_task(mailbox.take(tried.append))
        await asyncio.sleep(0)
        mailbox.post("first")
        taken = await taking
        mailbox.post("second")
        return taken

    assert asyncio.run(story()) == "first"
    assert tried == ["first"] and take_all(mailbox) == ["second"]
