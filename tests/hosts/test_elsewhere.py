"""The front's end of a line: what is told when, and what becomes of networks when it is cut."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from glassbox.hosts import wire
from glassbox.hosts.elsewhere import GIVEN_UP_AFTER, Elsewhere
from glassbox.hosts.host import HostIsGone
from glassbox.settings import Settings
from tests.hosts.lines import ShortLine
from tests.hosts.tenant import Tenant
from tests.run.tools import say
from tests.session.front import played_in, until


class HeardLine(ShortLine):
    """Keeps what is ordered."""

    def __init__(self):
        super().__init__()
        self.orders = []

    async def tell(self, bundle):
        self.orders += wire.read(bundle)
        await super().tell(bundle)


class Stage:
    def __init__(self):
        self.line, self.told = HeardLine(), []
        self.host = Elsewhere(self.line, lambda host: self.told.append((host.is_leaving, host.is_gone)))


@asynccontextmanager
async def a_stage():
    stage = Stage()
    try:
        yield stage
    finally:
        stage.host.close()


plays = played_in(a_stage)


@plays
async def test_when_the_line_is_cut_all_are_told_once(stage):
    tenants = [Tenant(stage.host, Settings(), f"n{at}") for at in range(2)]
    for tenant in tenants:
        await tenant.ask("presence")
    stage.line.cut()
    await until(lambda: all(tenant.is_lost for tenant in tenants))
    assert stage.told == [(False, True)] and stage.host.networks == 0
    with pytest.raises(HostIsGone):
        await tenants[0].network.leave()


class SilentLine(ShortLine):
    """As if the other machine had lost its power: nothing comes, and nothing tells so."""

    async def fetch(self):
        await asyncio.get_running_loop().create_future()


def test_a_host_that_says_nothing_for_long_is_gone():
    async def journey():
        host = Elsewhere(SilentLine(), patience=0.01)
        tenant = Tenant(host, Settings())
        await until(lambda: tenant.is_lost)
        assert host.is_gone
        host.close()

    asyncio.run(journey())


def test_a_host_with_nothing_to_say_says_so_long_before_it_is_given_up():
    assert 3 * wire.LONGEST_SILENCE <= GIVEN_UP_AFTER


@plays
async def test_who_waits_for_a_network_to_leave_hears_that_it_is_gone(stage):
    tenant = Tenant(stage.host, Settings())
    await tenant.ask("presence")
    leaving = asyncio.create_task(tenant.network.leave())
    await asyncio.sleep(0)
    stage.line.cut()
    with pytest.raises(HostIsGone):
        await leaving
    assert tenant.is_lost


@plays
async def test_how_a_mailbox_stands_is_told_when_that_has_changed_and_not_else(stage):
    tenant = Tenant(stage.host, Settings()).watch()
    await tenant.frame()
    await until(lambda: any(isinstance(each, wire.Read) and each.acknowledged == 0 for each in stage.line.orders))
    tenant.network.credited()
    tenant.network.credited()
    await tenant.ask("presence")
    reads = [each for each in stage.line.orders if isinstance(each, wire.Read)]
    assert len(reads) == len(set(reads))


@plays
async def test_many_commands_wait_for_the_host_and_are_counted(stage):
    tenant = Tenant(stage.host, Settings())
    for _ in range(5):
        tenant.network.put(say("step", unit="batch"))
    assert tenant.network.waiting == 5
    await tenant.ask("presence")
    await until(lambda: tenant.network.waiting == 0)
