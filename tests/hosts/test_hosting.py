"""The host's end of a line: forgotten fronts, and a process that is about to end."""

import asyncio

import pytest

from glassbox.hosts import hosting as module
from glassbox.hosts import wire
from glassbox.hosts.elsewhere import Elsewhere
from glassbox.hosts.hosting import Guest, drain, hosting
from glassbox.hosts.wire import LONGEST_SILENCE
from glassbox.run.slice_result import SliceResult
from glassbox.settings import Settings
from tests.hosts.lines import ShortLine
from tests.hosts.tenant import Tenant
from tests.run.tools import say
from tests.session.front import until


def test_a_front_that_says_nothing_is_forgotten(monkeypatch):
    monkeypatch.setattr(module, "FORGOTTEN_AFTER", 0.05)

    async def story():
        host = hosting(1, 1000, 2**20)
        await host.tell(wire.write([wire.Begin(0, "name", Settings())]))
        assert not host.is_empty
        await until(lambda: host.is_empty)
        # If it was only slow, it learns that all is lost.
        for asking in (host.fetch, lambda: host.tell(wire.write([]))):
            with pytest.raises(OSError, match="forgotten"):
                await asking()

    asyncio.run(story())


def test_without_news_a_front_waits_and_is_told_that_there_are_none(monkeypatch):
    monkeypatch.setattr(module, "LONGEST_SILENCE", 0.01)

    async def story():
        host = hosting(1, 1000, 2**20)
        assert wire.read(await host.fetch()) == (wire.Busy(0, False),)
        host.close()

    asyncio.run(story())


def test_a_process_that_is_about_to_end_waits_until_its_networks_have_left():
    async def story():
        line = ShortLine(hosting=hosting(1, 10_000, 2**20))
        told = []
        host = Elsewhere(line, told.append)
        tenant = Tenant(host, Settings())
        await tenant.ask("presence")
        ending = asyncio.create_task(drain())
        await until(lambda: told)
        assert host.is_leaving and not host.is_gone and not ending.done()
        await tenant.network.leave()
        await ending
        assert line.hosting.is_empty
        host.close()

    asyncio.run(story())


def test_a_front_hears_at_once_that_the_process_is_about_to_end():
    async def story():
        host = hosting(1, 1000, 2**20)
        host.leave()  # before it asks
        assert wire.Busy(0, True) in wire.read(await asyncio.wait_for(host.fetch(), LONGEST_SILENCE / 2))
        host.close()
        host.tell_news(wire.Failed(0))  # too late
        assert host.is_empty

    asyncio.run(story())


def test_orders_for_a_network_that_has_ended_are_nobodys():
    async def story():
        host = hosting(1, 1000, 2**20)
        await host.tell(wire.write([wire.Hold(5, True), wire.End(5)]))
        host.close()

    asyncio.run(story())


class Heard(list):
    """A host's end that only hears what is told, and a network at which only one item waits at first."""

    waiting = 1
    tell_news = list.append
    put = staticmethod(lambda item: None)


def test_a_slice_is_told_of_if_it_brought_something_or_the_front_is_to_know_how_it_stands():
    told = Heard()
    guest = Guest(0, told)
    guest.living = told
    for waiting, result, is_told in [
        (1, SliceResult(), True),  # the first one
        (1, SliceResult(), False),
        (0, SliceResult(), True),
        (0, SliceResult(playing=True), True),
        (0, SliceResult(playing=True), False),
        (0, SliceResult(playing=True, is_news=True), True),
        (0, SliceResult(playing=True, messages=[(1, "text")]), True),
    ]:
        told.waiting = waiting
        told.clear()
        guest.delivered(result)
        assert told == ([wire.Delivered(0, waiting, [], result)] if is_told else [])
    guest.obey(wire.Put(0, say("play")))  # which counts as waiting at the front
    guest.delivered(SliceResult(playing=True))
    assert len(told) == 2


def test_a_picture_alone_is_told_in_short_and_one_with_a_message_in_full():
    told = Heard()
    guest = Guest(0, told)
    guest.living = told
    both = SliceResult(frame=(1, 8, b"picture"), messages=[(1, "text")], is_news=True)
    guest.delivered(SliceResult(frame=(1, 7, b"picture"), playing=True, is_news=True))
    guest.delivered(both)
    assert told == [wire.Shown(0, 1, (1, 7, b"picture"), True), wire.Delivered(0, 1, [], both)]
