"""The wall is asked for only while somebody looks, once for all who do, and no resting network is woken for it."""

import asyncio

import msgspec
import pytest

from glassbox.classroom import said
from glassbox.protocol.tiles import WallTile
from glassbox.web.classroom.desk_wall import CLOSE_SIZE, SIZE, DeskWall
from glassbox.web.classroom.visitor import Visitor
from tests.classroom.rooms import NOW, joined, lead, new_room
from tests.run.tools import run_of
from tests.web.classroom.networks import Networks


class Scene:
    """A room with a desk, a projector and members, of whom some have networks of their own."""

    def __init__(self, **runs):
        self.networks = Networks(**runs)
        self.wall = DeskWall(self.networks, lambda: NOW)
        self.room, self.key = new_room()
        for name in runs:
            member, _ = joined(self.room)
            member.session = name
        self.desk = self._enter("desk", self.key)
        self.screen = self._enter("projector", b"")

    def _enter(self, role, key):
        visitor = Visitor(role, "large", key=key)
        self.wall.entered(self.room, visitor)
        return visitor

    def look(self):
        asyncio.run(self.wall.look(self.room))

    def lead(self, message, **fields):
        lead(self.room, self.key, message, **fields)

    @staticmethod
    def seen(visitor):
        """The wall that waits to be sent to it."""
        raw = visitor.slots._slots.pop("wall")
        return msgspec.msgpack.decode(raw[1:], type=list[WallTile])


@pytest.fixture
def scene():
    return Scene(a=run_of(), b=run_of(hidden=[{"units": 2}]))


def test_nobody_is_asked_while_nobody_looks(scene):
    scene.look()
    assert scene.networks.asked == []


def test_a_desk_that_looks_gets_all_networks_and_one_that_stops_gets_no_more(scene):
    joined(scene.room)  # without a network of its own
    scene.lead(said.Wall, on=True)
    scene.look()
    assert [tile.member for tile in scene.seen(scene.desk)] == [1, 2]
    assert not scene.screen.slots.waits("wall")
    scene.lead(said.Wall, on=False)
    scene.look()
    assert not scene.desk.slots.waits("wall") and len(scene.networks.asked) == 2


def test_a_network_that_is_looked_at_closely_is_large(scene):
    scene.lead(said.Wall, on=True, close=2)
    scene.look()
    assert [tile.tile.map.size for tile in scene.seen(scene.desk)] == [SIZE, CLOSE_SIZE]


def test_a_projector_gets_the_chosen_ones_in_their_order_and_nothing_about_who_needs_help(scene):
    scene.networks.runs["b"].touched = NOW - 1000
    scene.lead(said.Stage, what="wall", tiles=(2, 1))
    scene.look()
    assert [(tile.member, tile.needs, tile.untouched) for tile in scene.seen(scene.screen)] == [(2, (), 0), (1, (), 0)]
    assert not scene.desk.slots.waits("wall")
    scene.lead(said.Wall, on=True)
    scene.look()
    assert scene.seen(scene.desk)[0].needs == ("untouched",)


def test_it_is_encoded_once_for_all_desks(scene):
    other = scene._enter("desk", b"another")
    scene.lead(said.Wall, on=True)
    scene.look()
    assert scene.desk.slots._slots["wall"] is other.slots._slots["wall"]


def test_a_network_that_rests_is_asked_once_and_again_when_somebody_watches_it(scene):
    scene.networks.aside = {"a"}
    scene.lead(said.Wall, on=True)
    for _ in range(3):
        scene.look()
    assert scene.networks.asked.count(("a", "tile")) == 1 and scene.networks.asked.count(("b", "tile")) == 3
    assert len(scene.seen(scene.desk)) == 2
    scene.networks.aside = set()
    scene.look()
    assert scene.networks.asked.count(("a", "tile")) == 2


def test_a_network_that_has_ended_leaves_the_wall(scene):
    scene.lead(said.Wall, on=True)
    del scene.networks.runs["a"]
    scene.look()
    assert [tile.member for tile in scene.seen(scene.desk)] == [2]


def test_members_get_no_wall_and_a_room_that_ended_is_forgotten(scene):
    phone = scene._enter("member", b"")
    scene.lead(said.Wall, on=True)
    scene.look()
    assert not phone.slots.waits("wall")
    scene.wall.ended(scene.room)
    scene.networks.asked.clear()
    scene.look()
    assert scene.networks.asked == []


def test_it_looks_by_itself_while_the_server_runs(scene):
    scene.lead(said.Wall, on=True)

    async def play():
        scene.wall.begin()
        while not scene.desk.slots.waits("wall"):
            await asyncio.sleep(0)
        scene.wall.stop()

    asyncio.run(asyncio.wait_for(play(), 30))
    assert len(scene.seen(scene.desk)) == 2


def test_a_fault_of_one_room_is_none_of_the_next(scene, caplog):
    scene.lead(said.Wall, on=True)

    async def play():
        scene.wall._rooms = {object(): {scene.desk}, **scene.wall._rooms}
        scene.wall.begin()
        while not scene.desk.slots.waits("wall"):
            await asyncio.sleep(0)
        scene.wall.stop()

    asyncio.run(asyncio.wait_for(play(), 30))
    assert "A wall could not be shown" in caplog.text
