"""The host's end of a line: forgotten fronts, and a process that is about to end."""

import asyncio

import pytest

from glassbox.hosts import hosting as module
from glassbox.hosts import wire
from glassbox.hosts.elsewhere import Elsewhere
from glassbox.hosts.hosting import drain, hosting
from glassbox.settings import Settings
from tests.hosts.lines import ShortLine
from tests.hosts.tenant import Tenant
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


def test_orders_for_a_network_that_has_ended_are_nobodys():
    async def story():
        host = hosting(1, 1000, 2**20)
        await host.tell(wire.write([wire.Hold(5, True), wire.End(5)]))
        host.close()

    asyncio.run(story())
