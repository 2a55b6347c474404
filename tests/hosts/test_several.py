"""Many hosts as one: where networks begin, and where they go when hosts come and go."""

from contextlib import asynccontextmanager

from glassbox.config import Config
from glassbox.hosts.here import Here
from glassbox.hosts.several import Several
from glassbox.settings import Settings
from tests.hosts.lines import ShortLine
from tests.hosts.tenant import Tenant
from tests.run.tools import say
from tests.session.front import played_in, until


class Stage:
    def __init__(self):
        self.hosts, self.lines = Several(Here(Config(threads=1))), []

    def add(self):
        self.lines.append(ShortLine())
        self.hosts.add(self.lines[-1])

    def tenants(self, count):
        return [Tenant(self.hosts, Settings(seed=1), f"n{at}") for at in range(count)]

    def living(self):
        """How many live in each of the other processes."""
        return [len(line.hosting._guests) for line in self.lines]


@asynccontextmanager
async def a_stage():
    stage = Stage()
    try:
        yield stage
    finally:
        stage.hosts.close()


plays = played_in(a_stage)


@plays
async def test_a_network_begins_where_fewest_live(stage):
    stage.add()
    stage.add()
    tenants = stage.tenants(6)
    for tenant in tenants:
        await tenant.ask("presence")
    assert stage.living() == [3, 3]


@plays
async def test_without_any_it_lives_here_and_moves_to_the_first_that_comes(stage):
    tenants = stage.tenants(3)
    for tenant in tenants:
        tenant.network.put(say("step", unit="epoch"))
        await tenant.ask("presence")
    stage.add()
    await until(lambda: stage.living() == [3])
    assert [(await tenant.moment(1)).epoch for tenant in tenants] == [1, 1, 1]


@plays
async def test_a_host_that_comes_later_gets_its_share(stage):
    stage.add()
    tenants = stage.tenants(6)
    for tenant in tenants:
        await tenant.ask("presence")
    stage.add()
    await until(lambda: stage.living() == [3, 3])
    assert not any(tenant.is_lost or tenant.has_failed for tenant in tenants)


@plays
async def test_from_a_host_that_is_about_to_end_all_move_to_the_others(stage):
    stage.add()
    stage.add()
    tenants = stage.tenants(4)
    for tenant in tenants:
        tenant.network.put(say("step", unit="epoch"))
    stage.lines[0].hosting.leave()
    await until(lambda: stage.living() == [0, 4])
    assert [(await tenant.moment(1)).epoch for tenant in tenants] == [1, 1, 1, 1]


@plays
async def test_from_the_last_one_they_move_here(stage):
    stage.add()
    (tenant,) = stage.tenants(1)
    await tenant.ask("presence")
    stage.lines[0].hosting.leave()
    await until(lambda: stage.living() == [0])
    await tenant.ask("presence")
    assert not tenant.is_lost


@plays
async def test_of_a_host_that_is_killed_only_its_own_are_lost(stage):
    stage.add()
    stage.add()
    tenants = stage.tenants(4)
    for tenant in tenants:
        await tenant.ask("presence")
    stage.lines[1].cut()
    await until(lambda: sum(tenant.is_lost for tenant in tenants) == 2)
    later = Tenant(stage.hosts, Settings(), "later")
    await later.ask("presence")
    assert stage.living() == [3, 0] and stage.hosts.waiting >= 0
