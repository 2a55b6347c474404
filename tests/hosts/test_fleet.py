"""Networks in real processes of this machine: they move there, outlive one that is killed, and leave one that ends.

One fleet for all of it, as each process has to load its kernels.
"""

import asyncio
import os
import signal

import psutil
import pytest

pytest.importorskip("distributed", reason="a cluster needs Dask: pip install 'glassbox[cluster]'")

from glassbox.config import Config
from glassbox.hosts.fleet import Fleet
from glassbox.hosts.here import Here
from glassbox.hosts.several import Several
from glassbox.settings import Settings
from tests.hosts.tenant import Tenant
from tests.run.tools import say
from tests.session.front import until


def carriers():
    """The processes that carry networks, children of the one that was started for them."""
    children = psutil.Process().children(recursive=True)
    return [child for child in children if _carries(child)]


def _carries(child):
    try:
        return "spawn_main" in " ".join(child.cmdline())
    except psutil.NoSuchProcess:  # it has just ended
        return False


@pytest.mark.timeout(180)
def test_networks_move_to_processes_and_outlive_them():
    async def story():
        hosts = Several(Here(Config(threads=1)))
        fleet = Fleet(hosts, Config(processes=2))
        tenants = [Tenant(hosts, Settings(seed=at), f"n{at}").watch() for at in range(4)]
        for tenant in tenants:
            tenant.network.put(say("play"))
            await tenant.frame(lambda frame: frame["epoch"] >= 1)
        fleet.begin()
        try:
            await until(lambda: _spread(tenants) == [2, 2], 120)
            for tenant in tenants:
                epoch = tenant.frames[-1]["epoch"]
                await tenant.frame(lambda frame, epoch=epoch: frame["epoch"] > epoch + 1)
            assert not any(tenant.is_lost or tenant.has_failed for tenant in tenants)
            first, second = carriers()
            os.kill(first.pid, signal.SIGTERM)  # it is to end, and lets its networks move
            await until(lambda: not first.is_running() or first.status() == psutil.STATUS_ZOMBIE)
            assert not any(tenant.is_lost for tenant in tenants)
            for tenant in tenants:
                epoch = tenant.frames[-1]["epoch"]
                await tenant.frame(lambda frame, epoch=epoch: frame["epoch"] > epoch + 1)
            second.kill()
            await until(lambda: any(tenant.is_lost for tenant in tenants))
        finally:
            hosts.close()
            await fleet.close()
        await until(lambda: not carriers())

    asyncio.run(story())


def _spread(tenants):
    """How many live at each host, fewest first."""
    hosts = [tenant.network.host for tenant in tenants]
    return sorted(hosts.count(host) for host in set(hosts))
