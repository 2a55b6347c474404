"""Fair turns: addresses share the time, sessions of one address too, whoever came first; on a clock that stands still."""

import asyncio

import pytest

from glassbox.web.fair_turns import FairTurns
from tests.run.tools import Clock


class Story:
    """Askers who come one after the other while somebody else has the turn."""

    def __init__(self):
        self.clock, self.served = Clock(), []
        self.turns = FairTurns(self.clock)
        self._may_end = asyncio.Event()

    async def begin(self, address="first", session="first"):
        """Somebody has the turn, until `end`."""
        self._first = asyncio.create_task(self._hold(address, session))
        await settled()

    async def ask(self, address, session, seconds=1.0):
        """One more waits, and will need so long."""
        task = asyncio.create_task(self._take(address, session, seconds))
        await settled()
        return task

    async def end(self, seconds=1.0):
        self.clock.advance(seconds)
        self._may_end.set()
        await self._first
        await settled()

    async def _hold(self, address, session):
        async with self.turns.turn(address, session):
            await self._may_end.wait()

    async def _take(self, address, session, seconds):
        async with self.turns.turn(address, session):
            self.clock.advance(seconds)
            self.served.append(session)


async def settled():
    """Whatever can happen without anything from outside has happened."""
    for _ in range(200):
        await asyncio.sleep(0)


def served_in(told):
    async def journey():
        story = Story()
        await story.begin()
        await told(story)
        await story.end()
        return story.served

    return asyncio.run(journey())


def test_one_address_with_many_sessions_holds_up_another_by_one_turn():
    async def told(story):
        for number in range(24):
            await story.ask("greedy", f"g{number}", 5.0)
        await story.ask("other", "other")

    served = served_in(told)
    assert served[:2] == ["g0", "other"] and len(served) == 25


def test_addresses_share_the_time_not_the_turns():
    async def told(story):
        for number in range(6):
            await story.ask("long", f"long {number}", 4.0)
            await story.ask("short", f"short {number}", 1.0)

    served = served_in(told)
    assert served[:2] == ["long 0", "short 0"]
    assert served.index("long 1") >= served.index("short 3")


def test_of_one_address_the_session_that_has_had_most_comes_last():
    async def told(story):
        await story.ask("class", "first", 1.0)  # whose question is being answered
        for name in "abc":
            await story.ask("class", name)

    async def journey():
        story = Story()
        await story.begin("class", "first")
        await told(story)
        await story.end(seconds=8.0)
        return story.served

    assert asyncio.run(journey()) == ["a", "b", "c", "first"]


def test_who_asks_again_at_once_comes_after_those_who_wait():
    async def told(story):
        async def again_and_again():
            for _ in range(3):
                async with story.turns.turn("class", "eager"):
                    story.clock.advance(1.0)
                    story.served.append("eager")

        eager = asyncio.create_task(again_and_again())
        await settled()
        for name in "abc":
            await story.ask("class", name)
        return eager

    assert served_in(told) == ["eager", "a", "b", "c", "eager", "eager"]


def test_those_who_gave_up_are_passed_over_and_pay_nothing():
    async def told(story):
        gone = [await story.ask("x", name) for name in "ab"]
        await story.ask("x", "c")
        gone[0].cancel()
        gone[1].cancel()

    assert served_in(told) == ["c"]


def test_a_turn_that_comes_to_one_who_gives_up_at_that_moment_is_passed_on():
    async def journey():
        turns = FairTurns(Clock())
        first, second = turns.turn("a", "a"), turns.turn("b", "b")
        await first.__aenter__()
        giving_up = asyncio.create_task(second.__aenter__())
        await settled()
        await first.__aexit__(None, None, None)  # the second one has the turn, and does not know it yet
        giving_up.cancel()
        with pytest.raises(asyncio.CancelledError):
            await giving_up
        async with asyncio.timeout(60), turns.turn("c", "c"):
            return True

    assert asyncio.run(journey())


def test_a_fault_costs_no_turns():
    async def journey():
        turns = FairTurns(Clock())
        with pytest.raises(ZeroDivisionError):
            async with turns.turn("a", "a"):
                raise ZeroDivisionError
        async with asyncio.timeout(60), turns.turn("b", "b"):
            return True

    assert asyncio.run(journey())


def test_once_nobody_waits_all_are_quits_and_nothing_is_kept():
    async def told(story):
        await story.ask("greedy", "greedy", 1000.0)
        await story.ask("other", "other")

    async def journey():
        story = Story()
        await story.begin()
        await told(story)
        await story.end()
        assert not story.turns._accounts and not story.turns._waiting
        return story.served

    assert asyncio.run(journey()) == ["greedy", "other"]
