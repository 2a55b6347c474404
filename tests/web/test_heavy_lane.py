"""Heavy questions: one of each session and the newest wins, none whose asker has gone, and not more than there is room."""

import asyncio
import threading
from types import SimpleNamespace

import pytest
from starlette.responses import Response

from glassbox.session.questions import NoSuchSession
from glassbox.study.still_wanted import NoLongerWanted, check_wanted
from glassbox.web import heavy_lane, words
from glassbox.web.heavy_lane import AskedTooOften, HeavyLane
from tests.run.tools import Clock

PATIENCE = 60


class Request:
    """One whose asker is there until it leaves."""

    def __init__(self, address="10.0.0.1"):
        self.client = SimpleNamespace(host=address)
        self._gone = asyncio.Event()

    def leave(self):
        self._gone.set()

    async def receive(self):
        await self._gone.wait()
        return {"type": "http.disconnect"}


class Work:
    """Takes until it may end, or nobody waits for it."""

    def __init__(self):
        self.begun, self.may_end, self.ended = threading.Event(), threading.Event(), threading.Event()
        self.was_given_up = False

    def __call__(self):
        self.begun.set()
        try:
            while not self.may_end.wait(0.002):
                check_wanted()
        except NoLongerWanted:
            self.was_given_up = True
            raise
        finally:
            self.ended.set()
        return Response("answer")


def story(told):
    async def with_lane():
        lane = HeavyLane(Clock(tick=1.0))  # so every turn takes a second or more
        try:
            await told(lane)
        finally:
            lane.close()

    asyncio.run(with_lane())


async def happens(event):
    assert await asyncio.to_thread(event.wait, PATIENCE)


def ask(lane, session, work, request=None):
    async def prepare():
        return work

    return asyncio.create_task(lane.run(session, request or Request(), prepare))


def test_a_question_is_answered():
    async def told(lane):
        work = Work()
        work.may_end.set()
        assert (await ask(lane, "a", work)).body == b"answer" and not lane._asked

    story(told)


def test_the_newest_of_a_session_wins():
    async def told(lane):
        works = [Work() for _ in range(3)]
        asked = [ask(lane, "a", works[0])]
        await happens(works[0].begun)
        asked += [ask(lane, "a", work) for work in works[1:]]
        works[2].may_end.set()
        assert (await asked[2]).body == b"answer"
        for each in asked[:2]:
            with pytest.raises(AskedTooOften) as refused:
                await each
            assert refused.value.text == words.NEWER_QUESTION
        assert works[0].was_given_up and not works[1].begun.is_set()

    story(told)


def test_nothing_is_computed_for_those_that_have_gone():
    async def told(lane):
        running, waiting, other = Work(), Work(), Work()
        requests = Request(), Request()
        asked = [ask(lane, "a", running, requests[0]), ask(lane, "b", waiting, requests[1])]
        await happens(running.begun)
        last = ask(lane, "c", other)
        other.may_end.set()
        for request in requests:
            request.leave()
        assert (await last).body == b"answer"
        assert running.was_given_up and not waiting.begun.is_set()
        assert [each.status_code for each in await asyncio.gather(*asked)] == [heavy_lane.GONE] * 2

    story(told)


def test_more_than_there_is_room_for_is_refused_in_a_sentence(monkeypatch):
    monkeypatch.setattr(heavy_lane, "MOST", 3)
    monkeypatch.setattr(heavy_lane, "MOST_OF_ADDRESS", 2)

    async def refused(lane, name, address):
        with pytest.raises(AskedTooOften) as refusal:
            await ask(lane, name, Work(), Request(address))
        assert refusal.value.text == words.TOO_MANY_QUESTIONS

    async def told(lane):
        works = [Work() for _ in range(3)]
        asked = [ask(lane, name, work) for name, work in zip("ab", works[:2], strict=True)]
        await happens(works[0].begun)
        await refused(lane, "c", "10.0.0.1")
        asked.append(ask(lane, "d", works[2], Request("10.0.0.2")))  # another address has room of its own
        await asyncio.sleep(0)
        await refused(lane, "e", "10.0.0.3")
        for work in works:
            work.may_end.set()
        assert [each.body for each in await asyncio.gather(*asked)] == [b"answer"] * 3
        assert not lane._addresses

    story(told)


def test_whatever_one_address_asks_another_waits_for_one_answer_at_most():
    async def told(lane):
        greedy = [Work() for _ in range(24)]
        asked = [ask(lane, f"greedy {n}", work, Request("10.0.0.1")) for n, work in enumerate(greedy)]
        await happens(greedy[0].begun)
        other = Work()
        other.may_end.set()
        answer = ask(lane, "other", other, Request("10.0.0.2"))
        await asyncio.sleep(0)
        greedy[0].may_end.set()
        assert (await answer).body == b"answer"
        assert sum(work.ended.is_set() for work in greedy) == 1
        for each in asked:
            each.cancel()
        await asyncio.gather(*asked, return_exceptions=True)

    story(told)


def test_what_is_asked_of_the_run_is_taken_when_the_turn_has_come():
    async def told(lane):
        first, prepared = Work(), []

        async def prepare():
            prepared.append(True)
            return lambda: Response("late")

        asked = ask(lane, "a", first)
        await happens(first.begun)
        second = asyncio.create_task(lane.run("b", Request(), prepare))
        await asyncio.sleep(0)
        assert not prepared
        first.may_end.set()
        assert [(await each).body for each in (asked, second)] == [b"answer", b"late"] and prepared

    story(told)


def test_a_network_that_has_ended_meanwhile_is_told_and_holds_up_nobody():
    async def told(lane):
        async def prepare():
            raise NoSuchSession("gone")

        with pytest.raises(NoSuchSession):
            await lane.run("a", Request(), prepare)
        work = Work()
        work.may_end.set()
        assert (await ask(lane, "b", work)).body == b"answer"

    story(told)
