"""A living network: it is worked on when something comes, and sleeps in between."""

import asyncio
import time
from contextlib import asynccontextmanager
from types import SimpleNamespace

import pytest

from glassbox.hosts.host import HostIsGone
from glassbox.hosts.living import Living
from glassbox.hosts.pool import Pool
from glassbox.run.inbox import Arrival
from glassbox.run.slice_result import SliceResult
from tests.hosts.pieces import put
from tests.run.tools import say
from tests.session.front import played_in, until

SOON = 0.02


class Stage:
    """A network whose slices are written by the test, and what its tenant was told."""

    def __init__(self):
        self.pool, self.results, self.taken, self.told = Pool(1), [], [], []
        self.is_stuck = False
        self.living = Living(lambda: self, self.pool, time.monotonic, self)

    def work(self, inbox, budget):
        self.taken.append(tuple(inbox))
        inbox.clear()
        result = self.results.pop(0) if self.results else SliceResult()
        if isinstance(result, Exception):
            raise result
        return result

    def leave(self):
        if self.is_stuck:
            raise ValueError("on purpose")
        return b"all of it"

    def delivered(self, result):
        self.told.append(result)

    def failed(self):
        self.told.append("failed")

    def lost(self):
        self.told.append("lost")

    async def slices(self, count):
        await until(lambda: len(self.told) >= count)
        await asyncio.sleep(0)
        return self.told


@asynccontextmanager
async def a_stage():
    stage = Stage()
    try:
        yield stage
    finally:
        stage.living.end()
        stage.pool.close()


plays = played_in(a_stage)


@plays
async def test_it_sleeps_until_something_comes(stage):
    await stage.slices(1)
    play = say("play")
    stage.living.put(play)
    await stage.slices(2)
    assert stage.taken == [(), (play,)] and stage.living.waiting == 0


@plays
async def test_it_wakes_when_its_time_has_come(stage):
    due = time.monotonic() + SOON
    stage.results.append(SliceResult(again=due))
    await stage.slices(2)
    assert time.monotonic() >= due - 0.002


@plays
async def test_a_picture_that_is_held_back_is_made_once_the_page_has_read(stage):
    credit = SimpleNamespace(has_credit=False, is_closed=False, sent=-1)
    stage.results += [SliceResult(), SliceResult(is_held_back=True)]
    await stage.slices(1)
    stage.living.put(Arrival(1, credit, None, False, ()))
    await stage.slices(2)
    stage.living.credited()
    assert len(await stage.slices(3)) == 3


@plays
async def test_reading_wakes_nothing_that_waits_for_something_else(stage):
    await stage.slices(1)
    stage.living.credited()
    stage.living.put(say("pause"))
    await stage.slices(2)
    assert len(stage.taken) == 2


@plays
async def test_a_fault_ends_it_and_is_told(stage):
    stage.results.append(ValueError("on purpose"))
    assert await stage.slices(1) == ["failed"]


@plays
async def test_once_ended_nothing_is_told(stage):
    await stage.slices(1)
    stage.living.end()
    stage.living.put(say("play"))
    await asyncio.sleep(0)
    await put(stage.pool, lambda _: None, stage.living._account)
    assert len(stage.told) == 1


@plays
async def test_it_leaves_once_all_was_obeyed(stage):
    await stage.slices(1)
    play = say("play")
    stage.living.put(play)
    packed = await stage.living.leave()
    assert packed.worker == b"all of it" and stage.taken[-1] == (play,)
    with pytest.raises(HostIsGone):
        await stage.living.leave()


@plays
async def test_one_that_was_ended_cannot_leave(stage):
    await stage.slices(1)
    leaving = asyncio.create_task(stage.living.leave())
    stage.living.end()
    with pytest.raises(HostIsGone):
        await leaving


@plays
async def test_one_that_cannot_be_packed_is_lost_and_may_come_back_from_where_it_was_kept(stage):
    await stage.slices(1)
    stage.is_stuck = True
    with pytest.raises(HostIsGone):
        await stage.living.leave()
    assert stage.told[-1] == "lost"
