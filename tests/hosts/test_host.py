"""The face of hosts: whatever holds of one holds of all; the same tests play at each of them."""

from contextlib import asynccontextmanager

import pytest

from glassbox.config import Config
from glassbox.hosts.here import Here
from glassbox.settings import Settings
from tests.hosts.tenant import Tenant
from tests.run.tools import say
from tests.session.front import until


@asynccontextmanager
async def here():
    host = Here(Config(threads=1))
    try:
        yield host
    finally:
        host.close()


HOSTS = {"here": here}


@pytest.fixture(params=HOSTS)
def plays(request):
    """Runs a test's coroutine with a host of each kind."""
    import asyncio

    def play(story):
        async def run():
            async with HOSTS[request.param]() as host:
                await story(host)

        asyncio.run(run())

    return play


def of_units(count):
    return Settings().changed({"hidden": [{"units": count}]})


def test_networks_live_side_by_side_and_answer(plays):
    async def story(host):
        tenants = [Tenant(host, of_units(at + 1), f"n{at}") for at in range(3)]
        answers = [await tenant.ask("snapshot") for tenant in tenants]
        assert [answer[1].settings.hidden[0].units for answer in answers] == [1, 2, 3]
        await until(lambda: all(tenant.network.waiting == 0 for tenant in tenants) and host.waiting == 0)

    plays(story)


def test_a_page_sees_it_train(plays):
    async def story(host):
        tenant = Tenant(host, Settings()).watch()
        tenant.network.put(say("play"))
        first, later = await tenant.frame(), await tenant.frame(lambda frame: frame["epoch"] >= 5)
        assert first["data"] and later["playing"] and tenant.messages()

    plays(story)


def test_the_same_seed_trains_the_same_network(plays):
    """Wherever it lives: a step's bytes are the same at all hosts."""

    async def story(host):
        tenants = [Tenant(host, Settings(seed=7), f"n{at}").watch() for at in range(2)]
        for tenant in tenants:
            tenant.network.put(say("step", unit="epoch"))
            await tenant.frame(lambda frame: frame["epoch"] == 1)
        one, other = [(await tenant.ask("moment"))[1].state.parameters.tobytes() for tenant in tenants]
        assert one == other

    plays(story)


def test_a_fault_ends_one_network_and_no_other(plays):
    async def story(host):
        ill, well = Tenant(host, Settings(), "ill"), Tenant(host, Settings(), "well")
        ill.network.put("this is no command")
        await until(lambda: ill.has_failed)
        assert (await well.ask("presence"))[1] is None and not well.has_failed

    plays(story)


def test_of_a_network_that_was_ended_nothing_more_is_told(plays):
    async def story(host):
        tenant, other = Tenant(host, Settings(), "ended").watch(), Tenant(host, Settings(), "other")
        tenant.network.put(say("play"))
        await tenant.frame(lambda frame: frame["epoch"] >= 1)
        tenant.network.end()
        told = len(tenant.slices)
        await other.ask("presence")
        assert len(tenant.slices) == told and not tenant.has_failed

    plays(story)


def test_a_fault_in_an_answer_is_its_askers(plays):
    async def story(host):
        tenant = Tenant(host, Settings())
        _, answer = await tenant.ask("no such question")
        assert isinstance(answer, KeyError)
        assert (await tenant.ask("presence"))[1] is None

    plays(story)
