"""A network that moves: whoever has put something in, or waits for an answer, notices nothing."""

import asyncio
from contextlib import asynccontextmanager

from glassbox.config import Config
from glassbox.hosts.elsewhere import Elsewhere
from glassbox.hosts.here import Here
from glassbox.hosts.roaming import Roaming
from glassbox.settings import Settings
from tests.hosts.lines import ShortLine
from tests.hosts.tenant import Tenant
from tests.run.tools import say
from tests.session.front import played_in, until


class Stage:
    """Two hosts, and tenants whose networks can go from one to the other."""

    def __init__(self):
        self.here, self.line = Here(Config(threads=1)), ShortLine()
        self.there = Elsewhere(self.line)

    def begin(self, name, start, tenant):
        return Roaming(name, start, self.here, tenant)

    def tenant(self, **settings):
        return Tenant(self, Settings(**settings)).watch()


@asynccontextmanager
async def a_stage():
    stage = Stage()
    try:
        yield stage
    finally:
        stage.here.close()
        stage.there.close()


plays = played_in(a_stage)


@plays
async def test_it_plays_on_elsewhere_and_back(stage):
    tenant = stage.tenant(seed=1)
    tenant.network.put(say("play"))
    await tenant.frame(lambda frame: frame["epoch"] >= 2)
    for host in (stage.there, stage.here):
        await tenant.network.move(lambda host=host: host)
        assert tenant.network.host is host
        epoch = tenant.frames[-1]["epoch"]
        await tenant.frame(lambda frame, epoch=epoch: frame["epoch"] > epoch + 1)
    numbers = [frame["frame"] for frame in tenant.frames]
    epochs = [frame["epoch"] for frame in tenant.frames]
    assert numbers == sorted(set(numbers)) and epochs == sorted(epochs)
    assert not tenant.has_failed and not tenant.is_lost


@plays
async def test_data_that_the_page_has_are_not_sent_again(stage):
    tenant = stage.tenant()
    await tenant.frame()
    await tenant.network.move(lambda: stage.there)
    tenant.network.put(say("step", unit="epoch"))
    await tenant.frame(lambda frame: frame["epoch"] == 1)
    assert sum(frame["data"] is not None for frame in tenant.frames) == 1


@plays
async def test_what_comes_while_it_is_on_its_way_waits_and_is_obeyed_in_order(stage):
    tenant = stage.tenant()
    await tenant.ask("presence")
    moving = asyncio.create_task(tenant.network.move(lambda: stage.there))
    await asyncio.sleep(0)
    tenant.network.put(say("step", unit="epoch"))
    tenant.network.put(say("configure", changes={"learning_rate": 0.5}))
    tenant.network.hold(True)
    assert tenant.network.waiting >= 2
    moment = await tenant.moment(1)
    await moving
    assert (moment.epoch, moment.settings.learning_rate) == (1, 0.5)


@plays
async def test_one_that_is_ended_on_its_way_does_not_come_to_life_again(stage):
    tenant = stage.tenant()
    await tenant.ask("presence")
    moving = asyncio.create_task(tenant.network.move(lambda: stage.there))
    await asyncio.sleep(0)
    tenant.network.end()
    await moving
    assert stage.there.networks == 0


@plays
async def test_a_host_that_dies_under_it_is_told(stage):
    tenant = stage.tenant()
    await tenant.network.move(lambda: stage.there)
    await tenant.ask("presence")
    stage.line.cut()
    await until(lambda: tenant.is_lost)
