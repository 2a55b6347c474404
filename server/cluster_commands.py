"""The commands `glassbox worker` and `glassbox scheduler`, for the machines of a cluster, and what all three share."""

import asyncio
import logging
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from glassbox.cluster import words
from glassbox.cluster.address import Address, NotUsed
from glassbox.words.current import word
from glassbox.words.sentence import say

MOST_PROCESSES = 1024
CORES = os.cpu_count() or 1
LIBRARIES = ("cryptography", "distributed")
WORKER = say("Train experiments on this machine for a cluster, until it is ended.")
HOST = say("Carry live networks on this machine for a cluster, until it is ended.")
SCHEDULER = say("Hand out the trials of experiments to the workers of a cluster, until it is ended.")
PEM = {"exists": True, "dir_okay": False, "readable": True}

Ca = Annotated[
    Path | None,
    typer.Option(
        envvar="GLASSBOX_CLUSTER_CA",
        **PEM,
        help=word(say("Certificate (PEM) of the authority that the cluster trusts.")),
    ),
]
Cert = Annotated[
    Path | None,
    typer.Option(envvar="GLASSBOX_CLUSTER_CERT", **PEM, help=word(say("This machine's certificate (PEM)."))),
]
Key = Annotated[
    Path | None,
    typer.Option(
        envvar="GLASSBOX_CLUSTER_KEY",
        **PEM,
        help=word(say("The key to that certificate (PEM), if it is not in the same file.")),
    ),
]
TrustNetwork = Annotated[
    bool,
    typer.Option(
        "--trust-network",
        envvar="GLASSBOX_TRUST_NETWORK",
        help=word(
            say(
                "Allow a cluster without certificates (tcp://) beyond this machine: whoever reaches it can run "
                "programs."
            )
        ),
    ),
]
Scheduler = Annotated[
    str, typer.Argument(help=word(say("Where the scheduler is, such as tls://scheduler.example:8786.")))
]
Here = Annotated[str, typer.Argument(help=word(say("Where to listen, such as tls://0.0.0.0:8786.")))]
Processes = Annotated[
    int, typer.Option(min=1, max=MOST_PROCESSES, help=word(say("Processes that train, one trial at a time each.")))
]


HostProcesses = Annotated[
    int, typer.Option(min=1, max=MOST_PROCESSES, help=word(say("Processes that carry networks, one core each.")))
]


def worker(
    address: Scheduler,
    processes: Processes = CORES,
    cluster_ca: Ca = None,
    cluster_cert: Cert = None,
    cluster_key: Key = None,
    trust_network: TrustNetwork = False,
) -> None:
    """Train experiments on this machine for a cluster, until it is ended."""
    place = checked("ADDRESS", address, cluster_ca, cluster_cert, cluster_key, trust_network)
    from glassbox.cluster.processes import work_together

    with _in_a_sentence():
        work_together(place, processes, _prepare, _say)


def carry(
    address: Scheduler,
    processes: HostProcesses = CORES,
    cluster_ca: Ca = None,
    cluster_cert: Cert = None,
    cluster_key: Key = None,
    trust_network: TrustNetwork = False,
) -> None:
    """Carry live networks on this machine for a cluster, until it is ended."""
    place = checked("ADDRESS", address, cluster_ca, cluster_cert, cluster_key, trust_network)
    from glassbox.cluster.processes import work_together

    with _in_a_sentence():
        work_together(place, processes, _prepare_host, _say, carry_networks, words.CARRIES)


def scheduler(
    address: Here,
    cluster_ca: Ca = None,
    cluster_cert: Cert = None,
    cluster_key: Key = None,
    trust_network: TrustNetwork = False,
) -> None:
    """Hand out the trials of experiments to the workers of a cluster, until it is ended."""
    place = checked("ADDRESS", address, cluster_ca, cluster_cert, cluster_key, trust_network)
    from glassbox.cluster.on_dask import schedule

    with _in_a_sentence():
        asyncio.run(schedule(place, lambda reached: _say(words.SCHEDULES.format(text=reached))))


def checked(name: str, text: str, ca: Path | None, cert: Path | None, key: Path | None, trust_network: bool) -> Address:
    """The scheduler's address, if it can be used; ends the program in one sentence if not.

    Args:
        name: of the option or argument that has it.
    """
    try:
        address = Address(text, ca, cert, key, trust_network)
    except NotUsed as reason:
        raise typer.BadParameter(word(reason.args[0]), param_hint=name) from None
    _check_library()
    _check_certificates(address)
    if address.is_exposed:
        typer.echo(word(words.TRUSTED.format(text=text)), err=True)
    return address


def checked_processes(processes: int, cluster: str) -> int:
    """How many processes carry live networks, if that is possible; ends the program in one sentence if not."""
    if processes and cluster:
        raise typer.BadParameter(word(words.PROCESSES_AND_CLUSTER), param_hint="--processes")
    if processes:
        _check_library()
    return processes


def _check_library() -> None:
    with _in_a_sentence():
        if any(find_spec(each) is None for each in LIBRARIES):
            raise NotUsed(words.NOT_INSTALLED)


def reach_cluster(address: Address) -> Executor:
    """What trains experiments there.

    Raises:
        NotUsed: in one sentence why it cannot.
    """
    from glassbox.cluster.on_dask import reach
    from glassbox.cluster.version import own_version

    return reach(address, own_version())


def _check_certificates(address: Address) -> None:
    from glassbox.cluster.on_dask import check_certificates

    with _in_a_sentence():
        check_certificates(address)


@contextmanager
def _in_a_sentence() -> Iterator[None]:
    """What cannot be used ends the program, with its reason."""
    try:
        yield
    except NotUsed as reason:
        typer.echo(word(reason.args[0]), err=True)
        raise typer.Exit(1) from None


def _prepare() -> None:
    """Each process gives way to live training, if that is on the same machine, has its kernels, and is one core."""
    from glassbox.experiments.worker import fill_kernel_cache, give_way, keep_to_one_core

    logging.basicConfig(level=logging.WARNING)
    give_way()
    fill_kernel_cache()
    keep_to_one_core()


def _prepare_host() -> None:
    """Each process is set up as the server's own is."""
    from glassbox.experiments.worker import fill_kernel_cache
    from glassbox.serving import tune

    logging.basicConfig(level=logging.WARNING)
    fill_kernel_cache()
    tune()


async def carry_networks(address: Address, version: str, tell: Callable[[str], None]) -> None:
    """What a host's process does, until it is told to end and its networks have left."""
    from glassbox.cluster.lines import live_in
    from glassbox.hosts.hosting import drain

    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows has no way to be told
            asyncio.get_running_loop().add_signal_handler(number, told.set)

    async def until() -> None:
        await told.wait()
        await drain()

    await live_in(address, version, tell, until)


def _say(line: str) -> None:
    print(word(line), flush=True)
