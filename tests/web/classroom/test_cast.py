"""A cast asks its session no more often than it may, and at once where the lead did something."""

import asyncio
from itertools import count

from glassbox.protocol.broadcast import Standing
from glassbox.session.questions import NoSuchSession, TooEarly
from glassbox.web.classroom.cast import Cast
from glassbox.web.classroom.follower import Follower
from glassbox.web.classroom.visitor import Visitor
from tests.run.tools import run_of, train_epochs
from tests.session.front import until


class Desk:
    """A front desk with one run, that answers as told. Attributes: `asked`, when and what it was asked."""

    def __init__(self):
        self.run = run_of()
        self.listeners = []
        self.asked = []
        self.refuses = []  # errors for the next questions

    def alias(self, name):
        return "alias"

    def attend(self, name, listener):
        if name == "gone":
            raise NoSuchSession("There is none.")
        self.listeners.append(listener)

    def leave_alone(self, name, listener):
        if listener in self.listeners:
            self.listeners.remove(listener)

    async def ask(self, session, name, **arguments):
        from glassbox.run.answers import answer

        self.asked.append(name)
        if self.refuses:
            raise self.refuses.pop()
        return answer(self.run, name, arguments)

    def work(self, commanded=False):
        train_epochs(self.run, 1)
        for listener in list(self.listeners):
            listener(commanded)


def with_cast(play, name="name"):
    async def run():
        desk, visitor = Desk(), Visitor("projector", "large")
        followers = [Follower(visitor)]
        cast = Cast(desk, name, lambda: followers, count(1))
        cast.begin()
        try:
            await play(desk, cast, visitor, followers)
        finally:
            cast.end()
        assert desk.listeners == []

    asyncio.run(run())


def test_it_attends_while_somebody_follows():
    async def play(desk, cast, visitor, followers):
        await until(lambda: visitor.slots.waits("frame"))
        assert desk.asked == ["look", "whole", "look"] and len(desk.listeners) == 1
        followers.clear()
        cast.wake()
        await until(lambda: not desk.listeners)

    with_cast(play)


def test_a_session_that_cannot_answer_yet_is_asked_again():
    async def play(desk, cast, visitor, followers):
        desk.refuses.append(TooEarly("Later."))
        await until(lambda: visitor.slots.waits("frame"))
        assert desk.asked == ["look", "look", "whole", "look"]

    with_cast(play)


def test_a_session_that_is_gone_is_asked_no_more():
    async def play(desk, cast, visitor, followers):
        desk.refuses.append(NoSuchSession("It ended."))
        await until(lambda: desk.asked)
        for _ in range(10):
            await asyncio.sleep(0)
        assert desk.asked == ["look"] and not visitor.slots.waits("frame")

    with_cast(play)


def test_where_there_is_none_nothing_is_asked():
    async def play(desk, cast, visitor, followers):
        for _ in range(10):
            cast.wake()
            await asyncio.sleep(0)
        assert desk.asked == []

    with_cast(play, "gone")


def test_work_that_comes_quickly_is_looked_at_together():
    async def play(desk, cast, visitor, followers):
        await until(lambda: visitor.slots.waits("frame"))
        await visitor.slots.take()
        await visitor.slots.take()
        before = len(desk.asked)
        for _ in range(50):
            desk.work()
        await until(lambda: visitor.slots.waits("frame"))
        assert len(desk.asked) == before + 1

    with_cast(play)


def test_polling_counts_as_following():
    async def play(desk, cast, visitor, followers):
        followers.clear()
        assert cast.poll(0) == (None, None)
        await until(lambda: cast.poll(0) != (None, None))
        assert len(desk.listeners) == 1

    with_cast(play)


def test_the_answers_are_those_of_a_run():
    assert isinstance(asyncio.run(Desk().ask("name", "whole", alias="alias")), Standing)
