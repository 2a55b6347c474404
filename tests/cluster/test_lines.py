"""Objects in other processes, by a real scheduler: lines come and go with them."""

import asyncio
import pickle
import ssl
from contextlib import asynccontextmanager, suppress
from functools import partial

import pytest

pytest.importorskip("distributed", reason="a cluster needs Dask: pip install 'glassbox[cluster]'")

from distributed import rpc

from glassbox.cluster.lines import Line, Lines, resource
from glassbox.cluster.on_dask import security_of
from tests.cluster.cluster import PATIENCE, Cluster, kill
from tests.cluster.echo import Echo

VERSION = "of this test"
CARRIER = """
import asyncio, sys
from glassbox.cluster.lines import live_in
from glassbox.cluster.address import Address
from pathlib import Path

async def until():
    await asyncio.Event().wait()

asyncio.run(live_in(Address(sys.argv[1], *map(Path, sys.argv[2:5])), sys.argv[5], print, until))
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    cluster.schedule()
    try:
        yield cluster
    finally:
        cluster.end()


def carry(cluster, version=VERSION):
    return cluster.start(["-c", CARRIER, cluster.address.text, *cluster.certificates, version])


@asynccontextmanager
async def lines_to(cluster, version=VERSION):
    came = asyncio.Queue()
    lines = Lines(cluster.address, version, partial(Echo, 2), came.put_nowait)
    keeping = asyncio.create_task(lines.keep())
    try:
        yield came
    finally:
        keeping.cancel()
        with suppress(asyncio.CancelledError):
            await keeping
        lines.close()


async def next_of(came):
    return await asyncio.wait_for(came.get(), PATIENCE)


def test_what_is_told_comes_back_and_a_killed_process_is_noticed(cluster):
    async def story():
        async with lines_to(cluster) as came:
            process = carry(cluster)
            line = await next_of(came)
            for bundle in (b"one", b"two"):
                await line.tell(bundle)
                assert await line.fetch() == 2 * bundle
            waiting = asyncio.ensure_future(line.fetch())
            kill(process)
            with pytest.raises(Exception):  # noqa: B017 - whichever way the library tells first
                await asyncio.wait_for(waiting, PATIENCE)
            assert not isinstance(waiting.exception(), TimeoutError)
            with pytest.raises(OSError):
                await line.tell(b"three")

    asyncio.run(story())


def test_each_front_has_an_object_of_its_own_and_only_where_the_version_is_its_own(cluster):
    async def story():
        process, other = carry(cluster), carry(cluster, "of another")
        async with lines_to(cluster) as mine, lines_to(cluster) as yours, lines_to(cluster, "of another") as theirs:
            one, two, three = [await next_of(came) for came in (mine, yours, theirs)]
            await one.tell(b"mine")
            await two.tell(b"yours")
            assert (await one.fetch(), await two.fetch()) == (b"minemine", b"yoursyours")
            await three.tell(b"x")
            assert mine.empty() and yours.empty() and theirs.empty()
        kill(process)
        kill(other)

    asyncio.run(story())


async def port_of(cluster, version):
    """Where lines to the process that is there begin, as the scheduler tells."""
    how = security_of(cluster.address).get_connection_args("client")
    async with rpc(cluster.address.text, connection_args=how) as scheduler:
        while True:
            for worker in (await scheduler.identity(n_workers=-1))["workers"].values():
                if resource(version) in worker["resources"]:
                    return int(worker["resources"][resource(version)])
            await asyncio.sleep(0.02)


def test_a_line_is_opened_by_nobody_without_a_certificate_of_the_cluster(cluster):
    async def story():
        process = carry(cluster, "guarded")
        port = await asyncio.wait_for(port_of(cluster, "guarded"), PATIENCE)
        stranger = ssl.create_default_context(cafile=cluster.certificates[0])  # it knows whom to trust, and no more
        stranger.check_hostname = False
        member = security_of(cluster.address).get_connection_args("client")["ssl_context"]

        async def said(how):
            line = Line(*await asyncio.open_connection("127.0.0.1", port, ssl=how))
            try:
                await line.tell(pickle.dumps(partial(Echo, 2)))
                await line.tell(b"one")
                return await asyncio.wait_for(line.fetch(), PATIENCE)
            finally:
                line.close()

        assert await said(member) == b"oneone"
        for how in (stranger, None):
            with pytest.raises(OSError):
                await said(how)
        kill(process)

    asyncio.run(story())
