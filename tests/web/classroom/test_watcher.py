"""Whoever looks after a room's pages is told who comes and goes, and what changes."""

import asyncio

from glassbox.classroom import said
from glassbox.web.classroom.keeping import Keeping
from glassbox.web.classroom.live_room import LiveRoom
from glassbox.web.classroom.watcher import Watcher
from tests.classroom.rooms import NOW, new_room


class Diary(Watcher):
    """Writes down what it is told."""

    def __init__(self):
        self.lines = []

    def entered(self, room, visitor):
        assert visitor.slots.waits("room")
        self.lines.append(f"{visitor.role} entered")

    def left(self, room, visitor):
        self.lines.append(f"{visitor.role} left")

    def changed(self, room):
        self.lines.append("changed")

    def drawn(self, room, visitor, frame):
        self.lines.append(f"drawn {frame}")

    def ended(self, room):
        self.lines.append("ended")


def test_it_is_told_in_order():
    async def play():
        room, _ = new_room()
        diary = Diary()
        live = LiveRoom(room, (diary,), Keeping(None), lambda live: live.close("ended"), lambda: NOW)
        phone = live.admit(said.Enter(role="member", token=room.join(None, NOW)))
        live.hear(phone, said.Drawn(frame=4))
        room.changed()
        live.tell()
        live.leave(phone)
        live.close("ended")
        assert diary.lines == ["member entered", "drawn 4", "changed", "member left", "ended"]

    asyncio.run(play())
