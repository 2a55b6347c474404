"""Whoever leads looks into one member's network, live; the member and its network go on as if nobody did."""

import asyncio
from contextlib import asynccontextmanager

import msgspec

from glassbox.config import Config
from glassbox.web.classroom.onlookers import Onlookers
from glassbox.web.classroom.visitor import Visitor
from tests.classroom.rooms import joined, new_room
from tests.session.front import Page, ShiftedClock, front_desk, played_in, until
from tests.web.classroom.followers import Followed


class Window(Followed):
    """The lead's, on one member. Attributes: `told`, all that it was told of the member, by its network's state."""

    def __init__(self, onlookers, room, member):
        super().__init__()
        self.visitor = Visitor("onlooker", "large", key=b"key", looks_at=member.number)
        self.told = []
        self._draw = lambda frame: onlookers.drawn(room, self.visitor, frame)
        self._task = asyncio.create_task(self._read())

    async def _read(self):
        while (item := await self.visitor.slots.take()) is not None:
            if isinstance(item, str):
                self.told.append(msgspec.json.decode(item))
            else:
                self.take(item)
                if self.frames:
                    self._draw(self.frames[-1])

    async def sees(self, fits):
        return await until(lambda: self.frame is not None and fits(self.frame) and self.frame)

    async def is_told(self, **what):
        """Until the newest that it was told says this."""
        await until(lambda: self.told and what.items() <= self.told[-1].items())


class Scene:
    """A room with one member, on a front desk of its own."""

    def __init__(self, registry, clock):
        self.registry, self.clock = registry, clock
        self.room, _ = new_room()
        self.member, _ = joined(self.room)
        self.member.is_here, self.member.source = True, "own"
        self.onlookers = Onlookers(registry)

    def network(self, **settings):
        """Of the member, with its page."""
        page = Page(self.registry, settings=settings)
        self.room.works_in(self.member, page.viewer.session)
        self.onlookers.changed(self.room)
        return page

    def window(self):
        window = Window(self.onlookers, self.room, self.member)
        self.onlookers.entered(self.room, window.visitor)
        return window

    def put_aside(self, page):
        """Nobody has watched it for a while."""
        page.leave()
        self.clock.shift += Config().pause_after + 1
        self.registry.tidy()

    def listeners(self, page):
        return self.registry._sessions[page.viewer.session].audience._onlookers


@asynccontextmanager
async def scene():
    clock = ShiftedClock()
    async with front_desk(Config(), clock) as registry:
        stage = Scene(registry, clock)
        try:
            yield stage
        finally:
            stage.onlookers.ended(stage.room)


plays = played_in(scene)


async def trained(page):
    page.tell("play")
    await page.frame(lambda frame: frame["epoch"] >= 2)
    page.tell("pause")
    return await page.frame(lambda frame: frame is page.frames[-1] and not frame["playing"])


@plays
async def test_a_window_sees_the_members_network_train_with_its_whole_record(stage):
    page, other = stage.network(dataset="xor"), Page(stage.registry)
    window = stage.window()
    await window.is_told(number=1, name=list(stage.member.name), source="own", here=True, network="awake")
    last = await trained(page)
    await window.sees(lambda frame: frame.step == last["step"] and not frame.playing)
    assert window.settings["dataset"] == "xor" and window.dropped == 0
    record = (await stage.registry.snapshot(page.viewer.session)).curves.columns["x"]
    assert window.epochs == record
    assert not stage.listeners(other)


@plays
async def test_all_of_it_ends_with_the_last_window(stage):
    page = stage.network()
    windows = [stage.window(), stage.window()]
    for window in windows:
        await window.sees(lambda frame: True)
    stage.onlookers.left(stage.room, windows[0].visitor)
    assert stage.listeners(page)
    stage.onlookers.left(stage.room, windows[1].visitor)
    assert not stage.listeners(page) and not stage.onlookers._looks
    seen = [len(window.frames) for window in windows]
    await trained(page)
    assert [len(window.frames) for window in windows] == seen


@plays
async def test_a_look_neither_holds_the_network_nor_wakes_it(stage):
    page, window = stage.network(), stage.window()
    last = await trained(page)
    await window.sees(lambda frame: frame.step == last["step"])
    name, asked = page.viewer.session, []
    stage.put_aside(page)
    await window.is_told(network="rests")
    stage.registry._sessions[name].ask = lambda what, **_: asked.append(what)
    await stage.window().is_told(network="rests")
    assert window.frame.step == last["step"]  # the last picture that there was
    assert stage.registry.is_aside(name) and asked == []
    stage.clock.shift += Config().forget_after + 1
    stage.registry.tidy()
    assert not stage.registry.knows(name)
    await window.is_told(network="none")


@plays
async def test_one_that_rests_is_seen_once_its_member_goes_on(stage):
    page = stage.network()
    await page.frame()
    stage.put_aside(page)
    window = stage.window()
    await window.is_told(network="rests")
    assert window.frames == []
    Page(stage.registry, session=page.viewer.session)
    await window.is_told(network="awake")
    await window.sees(lambda frame: True)


@plays
async def test_a_member_without_a_network_is_said_to_follow_until_it_has_one_and_then_another(stage):
    stage.member.source = "shown"
    window = stage.window()
    await window.is_told(source="shown", network="none")
    stage.member.source = "own"
    page = stage.network(dataset="xor")
    await window.is_told(source="own", network="awake")
    await window.sees(lambda frame: window.settings["dataset"] == "xor")
    stage.registry.let_go(page.viewer.session)  # the server was started anew, say
    await window.is_told(network="none")
    stage.network(dataset="circle")
    await window.is_told(network="awake")
    await until(lambda: window.settings["dataset"] == "circle")
    await window.sees(lambda frame: True)
    assert len(set(window.wholes)) == 2


@plays
async def test_a_network_that_the_server_does_not_know_yet_is_none(stage):
    stage.room.works_in(stage.member, "of-the-server-before")
    window = stage.window()
    await window.is_told(network="none")
    stage.network()
    await window.sees(lambda frame: True)


@plays
async def test_a_window_is_told_that_its_member_comes_and_goes(stage):
    stage.network()
    window, phone = stage.window(), Visitor("member", "small", member=stage.member)
    await window.is_told(here=True)
    stage.member.is_here = False
    stage.onlookers.left(stage.room, phone)
    await window.is_told(here=False)
    stage.member.is_here = True
    stage.onlookers.entered(stage.room, phone)
    await window.is_told(here=True)


@plays
async def test_nothing_is_kept_of_a_room_that_is_over(stage):
    page, window = stage.network(), stage.window()
    await window.sees(lambda frame: True)
    stage.onlookers.ended(stage.room)
    stage.onlookers.left(stage.room, window.visitor)
    stage.onlookers.drawn(stage.room, window.visitor, 1)
    assert not stage.onlookers._looks and not stage.listeners(page)
