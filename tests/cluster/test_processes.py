"""The worker processes of one machine: prepared first, replaced when they die, and never left behind.

The scheduler that they look for is nobody, so that they wait.
"""

import psutil
import pytest

pytest.importorskip("distributed", reason="a cluster needs Dask: pip install 'glassbox[cluster]'")

from glassbox.cluster.address import Address
from tests.cluster.cluster import PATIENCE, Cluster, kill, members, until
from tests.cluster.pieces import PREPARED

NOBODY = "tls://127.0.0.1:1"


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """Two processes that wait, and the folder in which each has left a sign that it is prepared."""
    signs = tmp_path / "prepared"
    signs.mkdir()
    monkeypatch.setenv(PREPARED, str(signs))
    cluster = Cluster(tmp_path)
    cluster.address = Address(NOBODY, *cluster.certificates)
    machine = cluster.start_work(2)
    try:
        assert "Preparing" in machine.stdout.readline()
        assert f"Waiting for the scheduler at {NOBODY}" in machine.stdout.readline()
        machine.signs = signs
        yield machine
    finally:
        cluster.end()


def prepared(machine):
    return {int(sign.name) for sign in machine.signs.iterdir()}


def test_all_are_prepared_before_they_look_for_work_the_first_of_all_once_here(machine):
    pids = {member.pid for member in members(machine)}
    assert len(pids) == 2 and prepared(machine) == pids | {machine.pid}


def test_one_that_dies_is_replaced_by_one_that_is_prepared_and_at_the_end_nobody_is_left_behind(machine):
    dying, other = members(machine)
    dying.kill()
    until(lambda: len({member.pid for member in members(machine)} & prepared(machine) - {dying.pid}) == 2)
    now = members(machine)
    assert other in now
    kill(machine)
    assert not psutil.wait_procs(now, timeout=PATIENCE)[1]
