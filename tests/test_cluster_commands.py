"""The commands for the machines of a cluster: what they refuse, and that they warn where they must."""

import socket

import pytest
from typer.testing import CliRunner

pytest.importorskip("distributed", reason="a cluster needs Dask: pip install 'glassbox[cluster]'")

from glassbox import cluster_commands
from glassbox.__main__ import command
from tests.cluster.cluster import certificates

OPTIONS = ("--cluster-ca", "--cluster-cert", "--cluster-key")
BOTH = pytest.mark.parametrize("name", ["worker", "scheduler"])


def run(*arguments, **environment):
    return CliRunner().invoke(command, [*map(str, arguments)], env=environment, prog_name="glassbox")


def told(answer):
    """Its sentence in one line, without the frame that it stands in."""
    return " ".join(answer.output.replace("│", " ").split())


@pytest.fixture
def worked(monkeypatch):
    """What the command `worker` begins with, in place of working."""
    begun = []
    monkeypatch.setattr("glassbox.cluster.processes.work_together", lambda *given: begun.append(given))
    return begun


@BOTH
@pytest.mark.parametrize("address", ["", "scheduler", "http://scheduler.example:8786", "tls://scheduler.example"])
def test_an_address_that_is_none_is_refused(name, address):
    answer = run(name, address)
    assert answer.exit_code == 2 and "such as tls://scheduler.example:8786" in told(answer)


@BOTH
def test_beyond_this_machine_certificates_are_asked_for(name):
    answer = run(name, "tcp://192.0.2.7:8786")
    assert answer.exit_code == 2 and "--trust-network" in told(answer)


@BOTH
def test_without_certificates_it_says_which_are_missing(name):
    answer = run(name, "tls://127.0.0.1:8786")
    assert (answer.exit_code, told(answer).count("--cluster-c")) == (1, 2)


def test_a_trusted_network_is_warned_of(worked):
    answer = run("worker", "tcp://192.0.2.7:8786", "--trust-network")
    assert answer.exit_code == 0 and "can run programs on every machine" in answer.stderr
    assert worked[0][0].trust_network


def test_on_this_machine_there_is_nothing_to_warn_of(worked):
    assert run("worker", "tcp://127.0.0.1:8786").output == "" and len(worked) == 1


def test_certificates_and_processes_come_from_options_or_from_the_environment(worked, tmp_path):
    files = certificates(tmp_path)
    by_options = [each for pair in zip(OPTIONS, files, strict=True) for each in pair]
    assert run("worker", "tls://box.example:8786", "--processes", "3", *by_options).exit_code == 0
    names = {"GLASSBOX_" + option.strip("-").replace("-", "_").upper(): str(file)
             for option, file in zip(OPTIONS, files, strict=True)}  # fmt: skip
    assert run("worker", "tls://box.example:8786", GLASSBOX_WORKER_PROCESSES="3", **names).exit_code == 0
    assert worked[0] == worked[1]
    address, count, *_ = worked[0]
    assert ((address.ca, address.cert, address.key), count) == (files, 3)


@pytest.mark.parametrize("processes", ["0", "-1", "many", "1025"])
def test_processes_have_bounds(processes, worked):
    answer = run("worker", "tcp://127.0.0.1:8786", "--processes", processes)
    assert (answer.exit_code, worked) == (2, [])


@BOTH
def test_without_dask_it_says_what_to_install(name, monkeypatch):
    monkeypatch.setattr(cluster_commands, "find_spec", lambda library: None)
    answer = run(name, "tcp://127.0.0.1:8786")
    assert (answer.exit_code, "pip install 'glassbox[cluster]'" in told(answer)) == (1, True)


def test_a_scheduler_whose_port_is_taken_says_so():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        answer = run("scheduler", f"tcp://127.0.0.1:{taken.getsockname()[1]}")
    assert (answer.exit_code, "cannot listen at tcp://127.0.0.1" in told(answer)) == (1, True)


def test_a_worker_gives_way_and_prepares_its_kernels(worked, monkeypatch):
    done = []
    monkeypatch.setattr("glassbox.experiments.worker.give_way", lambda: done.append("gives way"))
    monkeypatch.setattr("glassbox.engine.warm_up.warm_up", lambda report: done.append("has its kernels"))
    run("worker", "tcp://127.0.0.1:8786")
    _, _, prepare, _ = worked[0]
    prepare()
    assert done == ["gives way", "has its kernels"]
