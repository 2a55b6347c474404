"""A cluster of this server alone: its scheduler, its processes, and what is left of them."""

import asyncio
import stat
import sys
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="a cluster needs Dask: pip install 'glassbox[cluster]'")

from glassbox.cluster.own_cluster import OwnCluster
from tests.session.front import until

SAYS = """
import sys, time
from pathlib import Path
Path({said!r}).write_text("\\n".join(sys.argv[1:]))
time.sleep(600)
"""


def test_it_starts_processes_that_can_reach_it_and_ends_them(tmp_path):
    said = tmp_path / "said"

    async def story():
        cluster = OwnCluster(["-c", SAYS.format(said=str(said))])
        address = await cluster.begin()
        assert address.protocol == "tls" and address.host == "127.0.0.1" and address.port
        words = (await until(lambda: said.exists() and said.read_text())).split("\n")
        assert words[:3] == [address.text, "--cluster-ca", str(address.ca)] and words[-1] == str(address.key)
        for file in (address.ca, address.cert, address.key):
            mode = file.stat().st_mode
            assert sys.platform == "win32" or not mode & (stat.S_IRWXG | stat.S_IRWXO)
        await cluster.close()
        assert cluster._processes.returncode is not None
        return address.key

    key = asyncio.run(story())
    assert not Path(key).exists()
