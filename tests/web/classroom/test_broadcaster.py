"""All who follow see the network that is shown, each point of it, whenever they came and however slowly they read."""

import asyncio
from contextlib import asynccontextmanager

from glassbox.classroom.member import Member
from glassbox.config import Config
from glassbox.web.classroom.broadcaster import Broadcaster
from glassbox.web.classroom.visitor import Visitor
from tests.classroom.rooms import new_room
from tests.session.front import Page, ShiftedClock, front_desk, played_in, until
from tests.web.classroom.followers import Reader


class Scene:
    """A room whose lead shows a network, on a front desk of its own."""

    def __init__(self, registry):
        self.registry = registry
        self.room, _ = new_room()
        self.broadcaster = Broadcaster(registry)

    def page(self, **settings):
        return Page(self.registry, settings=settings)

    def show(self, page):
        self.room.shown = page.viewer.session if page else None
        self.broadcaster.changed(self.room)

    def come(self, visitor=None, reads=True, draws=True):
        reader = Reader(visitor, reads, self._drawn if draws else None)
        self.broadcaster.entered(self.room, reader.visitor)
        return reader

    def _drawn(self, visitor, frame):
        self.broadcaster.drawn(self.room, visitor, frame)

    async def curves(self, page):
        return (await self.registry.snapshot(page.viewer.session)).curves.columns["x"]


@asynccontextmanager
async def scene(clock=None):
    async with front_desk(Config(), *([clock] if clock else [])) as registry:
        stage = Scene(registry)
        try:
            yield stage
        finally:
            stage.broadcaster.ended(stage.room)


plays = played_in(scene)


async def playing(page):
    page.tell("play")
    await page.frame(lambda frame: frame["epoch"] >= 2)


async def paused(page):
    page.tell("pause")
    return await page.frame(lambda frame: frame is page.frames[-1] and not frame["playing"])


@plays
async def test_followers_see_the_network_train_and_have_its_whole_record(stage):
    page, early = stage.page(), stage.come()
    stage.show(page)
    await playing(page)
    late = stage.come()
    await late.sees(lambda frame: frame.epoch > 20)
    last = await paused(page)
    for reader in (early, late):
        seen = await reader.sees(lambda frame: frame.step == last["step"] and not frame.playing)
        assert seen.epoch == last["epoch"] and reader.epochs == await stage.curves(page)
        assert reader.dropped == 0 and reader.wholes == [reader.whole["number"]]
        assert reader.whole["welcome"]["session"] == stage.registry.alias(page.viewer.session)
    assert early.frames[-1] == late.frames[-1]


@plays
async def test_who_comes_while_the_network_rests_sees_it_too(stage):
    page = stage.page()
    stage.show(page)
    first = stage.come()
    await playing(page)
    last = await paused(page)
    await first.sees(lambda frame: frame.step == last["step"])
    second = stage.come()
    await second.sees(lambda frame: frame.step == last["step"])
    assert second.epochs == first.epochs == await stage.curves(page)


@plays
async def test_changes_of_the_lead_come_with_the_next_picture(stage):
    page, reader = stage.page(), stage.come()
    stage.show(page)
    await reader.sees(lambda frame: True)
    page.tell("configure", changes={"learning_rate": 0.2})
    await reader.sees(lambda frame: frame.changed == {"learning_rate": 0.2})
    assert reader.settings["learning_rate"] == 0.2
    assert [list(mark["changed"]) for mark in reader.marks] == [["learning_rate"]]
    page.tell("configure", changes={"learning_rate": 0.1})
    await reader.sees(lambda frame: frame.changed == {"learning_rate": 0.1})
    assert len(reader.marks) == 1 and len(reader.wholes) == 1
    page.tell("configure", changes={"dataset": "xor"})
    await until(lambda: len(reader.wholes) == 2)
    await reader.sees(lambda frame: True)
    assert reader.settings["dataset"] == "xor" and reader.dropped == 0


@plays
async def test_nothing_is_sent_while_nothing_changes(stage):
    page, reader = stage.page(), stage.come()
    stage.show(page)
    await reader.sees(lambda frame: True)
    for _ in range(50):
        await stage.registry.ask(page.viewer.session, "presence")  # work, but no news
    page.tell("configure", changes={"learning_rate": 0.2})
    await reader.sees(lambda frame: frame.changed)
    assert reader.frames == [reader.frames[0], reader.frames[0] + 1]


@plays
async def test_who_never_reads_changes_nothing_for_the_others(stage):
    page = stage.page()
    deaf = [stage.come(reads=False) for _ in range(10)]
    undrawn, reader = stage.come(draws=False), stage.come()
    stage.show(page)
    await playing(page)
    await until(lambda: len(reader.frames) >= 20)
    assert len(undrawn.frames) == 8
    assert all(each.visitor.slots.waits("whole") for each in deaf)
    last = await paused(page)
    await reader.sees(lambda frame: frame.step == last["step"])
    stage.broadcaster.drawn(stage.room, undrawn.visitor, undrawn.frames[-1])
    for late in (*deaf, undrawn):
        if late is not undrawn:
            late.read()
        await late.sees(lambda frame: frame.step == last["step"])
        assert late.epochs == reader.epochs == await stage.curves(page)


@plays
async def test_a_member_who_looks_at_its_own_network_gets_nothing_until_it_returns(stage):
    member = Member(number=1, name=(0, 0), token=b"", owner="", seen=0.0, source="own", session="own")
    page, reader = stage.page(), stage.come(Visitor("member", "small", member=member))
    other = stage.come()
    stage.show(page)
    await playing(page)
    await until(lambda: len(other.frames) > 3)
    assert reader.frames == []
    for _ in range(2):
        member.source = "shown"
        stage.broadcaster.changed(stage.room)
        await until(lambda: reader.frame)
        member.source = "own"
        stage.broadcaster.changed(stage.room)
        await until(lambda: reader.visitor.slots.is_empty)
        reader.whole = reader.frame = None  # its page keeps nothing of it
    member.source = "shown"
    stage.broadcaster.changed(stage.room)
    last = await paused(page)
    await reader.sees(lambda frame: frame.step == last["step"])
    assert reader.epochs == await stage.curves(page) and len(reader.wholes) == 3


@plays
async def test_a_member_who_comes_back_from_its_own_network_gets_all_of_the_shared_one_again(stage):
    member = Member(number=1, name=(0, 0), token=b"", owner="", seen=0.0, source="shown", session="own")
    page, reader = stage.page(), stage.come(Visitor("member", "small", member=member))
    stage.show(page)
    await playing(page)
    last = await paused(page)
    await reader.sees(lambda frame: frame.step == last["step"])
    for source in ("own", "shown"):
        member.source = source
        stage.broadcaster.changed(stage.room)
        reader.frame = None
    await reader.sees(lambda frame: frame.step == last["step"])  # though nothing has changed
    assert len(reader.wholes) == 2


@plays
async def test_another_network_can_be_shown_and_none(stage):
    one, other, reader = stage.page(), stage.page(dataset="xor"), stage.come()
    stage.show(one)
    await reader.sees(lambda frame: True)
    stage.show(other)
    await until(lambda: reader.settings.get("dataset") == "xor")
    await reader.sees(lambda frame: True)
    stage.show(None)
    stage.show(one)
    await until(lambda: reader.settings.get("dataset") == "circle")
    await reader.sees(lambda frame: True)
    assert len(set(reader.wholes)) == 3 and reader.frames == sorted(set(reader.frames))


@plays
async def test_a_large_network_comes_as_pictures(stage):
    page, reader = stage.page(hidden=[{"units": 128}] * 2), stage.come()
    stage.show(page)
    frame = await reader.sees(lambda frame: True)
    assert frame.maps and not frame.parameters


@plays
async def test_who_asks_now_and_then_gets_what_is_new(stage):
    page = stage.page()
    stage.show(page)
    poller = Reader(reads=False)

    def ask(frame):
        for item in stage.broadcaster.look(stage.room, frame):
            if item:
                poller.take(item)
        return poller.frame

    await until(lambda: ask(0))
    await playing(page)
    last = await paused(page)
    await until(lambda: ask(poller.frames[-1]).step == last["step"])
    assert poller.epochs == await stage.curves(page) and len(poller.wholes) == 1
    assert stage.broadcaster.look(stage.room, poller.frames[-1]) == (None, None)
    whole, frame = stage.broadcaster.look(stage.room, 10**6)  # of another server, say
    assert whole and frame


def test_the_network_is_held_while_somebody_follows_and_no_longer():
    async def play():
        clock = ShiftedClock()
        async with scene(clock) as stage:
            page, reader = stage.page(), stage.come()
            stage.show(page)
            await reader.sees(lambda frame: True)
            name = page.viewer.session
            page.leave()
            clock.shift += Config().forget_after + 1
            stage.registry.tidy()
            assert stage.registry.knows(name)
            stage.broadcaster.left(stage.room, reader.visitor)
            await until(lambda: stage.registry._sessions[name].audience.is_empty)
            clock.shift += Config().forget_after + 1
            stage.registry.tidy()
            assert not stage.registry.knows(name)

    asyncio.run(play())


@plays
async def test_a_network_that_is_gone_leaves_the_last_picture_and_another_can_be_shown(stage):
    page, reader = stage.page(), stage.come()
    stage.show(page)
    await reader.sees(lambda frame: True)
    stage.registry.let_go(page.viewer.session)
    late = stage.come()
    again = stage.page(dataset="xor")
    stage.show(again)
    for each in (reader, late):
        await until(lambda each=each: each.settings.get("dataset") == "xor" and each.frame)


def test_before_the_kernels_are_ready_one_waits():
    async def play():
        async with front_desk(ready=False) as registry:
            stage = Scene(registry)
            page, reader = stage.page(), stage.come()
            stage.show(page)
            await asyncio.sleep(0)
            assert reader.wholes == []
            registry.ready()
            await reader.sees(lambda frame: True)
            stage.broadcaster.ended(stage.room)

    asyncio.run(play())


@plays
async def test_desks_have_the_network_itself(stage):
    page, desk, reader = stage.page(), stage.come(Visitor("desk", "large", key=b"key")), stage.come()
    stage.show(page)
    await reader.sees(lambda frame: True)
    assert desk.wholes == []


@plays
async def test_nothing_is_kept_of_a_room_that_is_over(stage):
    page, reader = stage.page(), stage.come()
    stage.show(page)
    await reader.sees(lambda frame: True)
    stage.broadcaster.ended(stage.room)
    stage.broadcaster.drawn(stage.room, reader.visitor, reader.frames[-1])
    stage.broadcaster.left(stage.room, reader.visitor)
    assert stage.broadcaster.look(stage.room, 0) == (None, None)
    assert not stage.broadcaster._audiences
    assert stage.registry._sessions[page.viewer.session].audience.is_empty


@plays
async def test_a_network_that_rests_is_looked_at_no_more(stage):
    """Its own answers are no news to those who asked; else it would be asked as fast as it can answer."""
    page, reader = stage.page(), stage.come()
    stage.show(page)
    await reader.sees(lambda frame: True)
    cast = stage.broadcaster._audiences[stage.room].cast
    await until(lambda: cast._is_resting)
    await stage.registry.ask(page.viewer.session, "moment")
    assert cast._is_resting
