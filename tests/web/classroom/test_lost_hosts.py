"""A class whose shown network's host is killed: the room goes on, and all see the network that came back."""

import asyncio
import time

from glassbox.config import Config
from glassbox.hosts.here import Here
from glassbox.hosts.several import Several
from glassbox.session.registry import Registry
from glassbox.web.classroom.broadcaster import Broadcaster
from tests.hosts.lines import ShortLine
from tests.session.front import Page, until
from tests.session.test_returning_session import SOMEBODY, Book
from tests.web.classroom.followers import Reader


class Shown:
    """As much of a room as a broadcaster wants to know."""

    def __init__(self, session):
        self.looked_at = session


def test_all_who_follow_see_the_network_that_came_back():
    async def story():
        hosts, line, book = Several(Here(Config(threads=1))), ShortLine(), Book()
        hosts.add(line)
        registry = Registry(Config(), time.monotonic, hosts)
        registry.record_to(book.record)
        registry.bring_back_by(book.find)
        registry.ready()
        try:
            page = Page(registry, owner=SOMEBODY)
            page.tell("play")
            room, broadcaster = Shown(page.viewer.session), Broadcaster(registry)
            reader = Reader(draws=lambda visitor, frame: broadcaster.drawn(room, visitor, frame))
            broadcaster.entered(room, reader.visitor)
            broadcaster.changed(room)
            await reader.sees(lambda frame: frame.epoch >= 2)
            kept = await until(lambda: book.records and next(iter(book.records.values())))
            before = len(reader.wholes)
            line.cut()
            await until(lambda: len(reader.wholes) > before)
            seen = await reader.sees(lambda frame: frame.playing and frame.epoch >= kept.epochs + 1)
            assert reader.dropped == 0 and seen.epoch >= 1
            assert reader.epochs == sorted(set(reader.epochs))  # one curve, without what was lost
            broadcaster.ended(room)
        finally:
            await registry.close()

    asyncio.run(story())
