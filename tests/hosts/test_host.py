"""The face of hosts: whatever holds of one holds of all; the same tests play at each of them."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from glassbox.config import Config
from glassbox.hosts.elsewhere import Elsewhere
from glassbox.hosts.here import Here
from glassbox.hosts.several import Several
from glassbox.run.inbox import Moved
from glassbox.settings import Settings
from tests.hosts.lines import ShortLine
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


@asynccontextmanager
async def elsewhere():
    host = Elsewhere(ShortLine())
    try:
        yield host
    finally:
        host.close()


@asynccontextmanager
async def several():
    host = Several(Here(Config(threads=1)))
    for _ in range(2):
        host.add(ShortLine())
    try:
        yield host
    finally:
        host.close()


HOSTS = {"here": here, "elsewhere": elsewhere, "several": several}


@pytest.fixture(params=HOSTS)
def plays(request):
    """Runs a test's coroutine with a host of each kind."""

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


def test_it_leaves_in_the_midst_of_training_and_goes_on_to_the_byte(plays):
    """Beside a twin that stays: the same weights after the same epochs, with the same past to undo."""

    async def story(host):
        stays, leaves = (Tenant(host, Settings(seed=3), name).watch() for name in ("stays", "leaves"))
        for tenant in (stays, leaves):
            tenant.network.put(say("configure", changes={"learning_rate": 0.3}))
            tenant.network.put(say("step", unit="epoch"))
        await leaves.frame(lambda frame: frame["epoch"] == 1)
        packed = await leaves.network.leave()
        back = Tenant(host, packed, "leaves")
        back.network.put(Moved(back.credit))
        for tenant in (stays, back):
            tenant.network.put(say("step", unit="epoch"))
            await tenant.frame(lambda frame: frame["epoch"] == 2)
        one, other = [(await tenant.ask("moment"))[1].state.parameters.tobytes() for tenant in (stays, back)]
        assert one == other
        assert back.frames[0]["frame"] > leaves.frames[-1]["frame"]
        back.network.put(say("undo"))
        assert (await back.ask("snapshot"))[1].settings.learning_rate != 0.3

    plays(story)


def test_what_was_put_in_before_it_leaves_is_obeyed_first(plays):
    async def story(host):
        tenant = Tenant(host, Settings())
        for _ in range(3):
            tenant.network.put(say("step", unit="batch"))
        back = Tenant(host, await tenant.network.leave())
        await until(lambda: back.slices)
        assert (await back.ask("moment"))[1].step == 3

    plays(story)


def test_records_of_runs_come_with_their_session_and_can_be_written(plays):
    async def story(host):
        told = []
        host.record_to(lambda name, owner, record: told.append((name, owner, record)))
        tenant = Tenant(host, Settings(), "noted").watch(owner="somebody")
        tenant.network.put(say("step", unit="epoch"))
        name, owner, record = await until(lambda: next((each for each in told if each[2].epochs == 1), None))
        assert (name, owner) == ("noted", "somebody") and record.checkpoint.packed()

    plays(story)


def test_a_page_that_does_not_read_gets_two_pictures_and_the_next_when_it_has(plays):
    async def story(host):
        tenant = Tenant(host, Settings(), reads=False).watch()
        tenant.network.put(say("play"))
        await until(lambda: len(tenant.frames) == 2)
        begun = (await tenant.ask("moment"))[1].epoch
        while (await tenant.ask("moment"))[1].epoch < begun + 3:
            assert len(tenant.frames) == 2
        tenant.read(tenant.frames[-1]["frame"])
        await until(lambda: len(tenant.frames) >= 3)

    plays(story)
