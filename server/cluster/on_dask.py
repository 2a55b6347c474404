"""A cluster by Dask distributed, the only file that knows it: a way to the workers, a worker, a scheduler.

None has a dashboard, and the small web server that Dask always starts answers only this machine, with nothing. What is
sent are functions by their names and plain data. A worker takes only what its own version of Glassbox has sent.
"""

import asyncio
import logging
import pickle
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import dask
from distributed import Client, Scheduler, Worker, rpc
from distributed.comm.core import FatalCommClosedError
from distributed.security import Security
from distributed.utils import get_ip

from glassbox.cluster import words
from glassbox.cluster.address import Address, NotUsed
from glassbox.cluster.lasting import LastingExecutor

PATIENCE = 10.0  # seconds to reach a scheduler that may be there
AGAIN_AFTER = 0.5  # seconds between two attempts to find a scheduler
VERSION = "glassbox"  # under which the scheduler knows the version of those who send
ENOUGH = 1e6  # of a resource that only tells who may work for whom

logger = logging.getLogger(__name__)

_NOTHING_TO_SEE: dict[str, Any] = {"dashboard": False, "dashboard_address": "127.0.0.1:0"}
_NOTHING_WATCHED: dict[str, Any] = {  # the library looks at itself a hundred times a second, which nobody reads
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.system-monitor.disk": False,
}
dask.config.set({"distributed.scheduler.http.routes": [], "distributed.worker.http.routes": [], **_NOTHING_WATCHED})
for _name in ("distributed", "distributed.client", "tornado", "tornado.application"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # what concerns people is said in our own words


def reach(address: Address, version: str) -> LastingExecutor:
    """The cluster's workers as an executor; if they are lost, it looks for them again and again.

    Raises:
        NotUsed: in one sentence why there is no cluster.
    """
    gone, back = words.GONE.format(text=address.text), words.BACK.format(text=address.text)
    try:
        return LastingExecutor(lambda: DaskWay(address, version), gone, back)
    except OSError as reason:
        raise NotUsed(_not_reached(address, reason)) from None


class DaskWay:
    """From here to the workers of one version, through `Client.get_executor`."""

    def __init__(self, address: Address, version: str) -> None:
        """Raises `OSError` if no scheduler answers, `NotUsed` if it must not be used."""
        self._version = version
        self._client = _connected(address)
        self._client.set_metadata([VERSION], version)
        self._executor = self._client.get_executor(pure=False, resources={version: 1})
        if others := self.others():
            logger.warning(words.SOME_DIFFER.format(count=others, ours=version))
        self._line = self._client.scheduler_comm  # another one if it was lost and found: then all was dropped

    @property
    def is_open(self) -> bool:
        """Whether the scheduler answers, and did so all the time."""
        return str(self._client.status) == "running" and self._client.scheduler_comm is self._line

    def submit(self, function: Callable[[], Any]) -> Future[Any]:
        """Have a worker call it; if that dies, another one does. Cancelled if the scheduler is lost."""
        future: Future[Any] = self._executor.submit(_call, pickle.dumps(function))
        return future

    def workers(self) -> int:
        """Threads of the workers that may take what is sent."""
        return sum(worker["nthreads"] for worker in self._all() if self._version in worker["resources"])

    def others(self) -> int:
        """Workers that get nothing, since they are of another version."""
        return sum(self._version not in worker["resources"] for worker in self._all())

    def close(self) -> None:
        """Leave the scheduler."""
        self._client.close(timeout=1)

    def _all(self) -> list[dict[str, Any]]:
        return list(self._client.scheduler_info().get("workers", {}).values())  # none while it is lost


def _call(packed: bytes) -> Any:
    """What a worker is asked to do. A scheduler unpacks what it hands on, so ours sees bytes: it needs no kernels."""
    return pickle.loads(packed)()


def _connected(address: Address) -> Client:
    try:
        return Client(
            address.text, security=security_of(address), timeout=PATIENCE, set_as_default=False, direct_to_workers=False
        )
    except FatalCommClosedError as reason:  # the certificates do not fit: trying again will not help
        raise NotUsed(_not_reached(address, reason)) from None


async def work(address: Address, version: str, tell: Callable[[str], None]) -> None:
    """Train what the scheduler hands out, one piece at a time, and come back to it whenever it was gone.

    Args:
        tell: told "waiting" before a scheduler is looked for, and "ready" once one hands out work.
    Raises:
        NotUsed: the certificates do not fit, or the cluster's version is another.
    """
    while True:
        tell("waiting")
        await _check_version(address, version)
        async with a_worker(address, version) as worker:
            tell("ready")
            await worker.finished()


def a_worker(address: Address, resource: str, amount: float = ENOUGH) -> Worker:
    """A worker for one piece of work at a time, which the scheduler gives what asks for this resource alone.

    Args:
        amount: of the resource, which the scheduler tells whoever asks for the workers.
    """
    return Worker(
        address.text, nthreads=1, host=get_ip(address.host), security=security_of(address),
        resources={resource: amount}, memory_limit=0, **_NOTHING_TO_SEE,
    )  # fmt: skip


async def _check_version(address: Address, version: str) -> None:
    """Wait for the scheduler, and ask it whom it works for; if nobody has come yet, they will see us."""
    theirs = await version_of(address)
    if theirs not in ("", version):
        raise NotUsed(words.OTHER_VERSION.format(theirs=theirs, ours=version))


async def version_of(address: Address) -> str:
    """The version of whoever sends work there; empty if nobody has come yet."""
    how = security_of(address).get_connection_args("worker")
    while True:
        try:
            async with rpc(address.text, connection_args=how) as scheduler:
                return str(await scheduler.get_metadata(keys=[VERSION], default=""))
        except FatalCommClosedError as reason:
            raise NotUsed(_not_reached(address, reason)) from None
        except OSError:
            await asyncio.sleep(AGAIN_AFTER)


async def schedule(address: Address, ready: Callable[[str], None]) -> None:
    """Hand out work, and listen to others nowhere but at this address; port 0 is any free one.

    Args:
        ready: told where workers reach it.
    Raises:
        NotUsed: the address is taken, not this machine's, or has no certificates.
    """
    try:
        async with Scheduler(
            host=address.host, port=address.port, protocol=address.protocol, security=security_of(address),
            **_NOTHING_TO_SEE,
        ) as scheduler:  # fmt: skip
            ready(scheduler.address)
            await scheduler.finished()
    except (OSError, RuntimeError) as reason:
        raise NotUsed(words.CANNOT_LISTEN.format(text=address.text, reason=reason)) from None


def certify(folder: Path) -> tuple[Path, Path, Path]:
    """New certificates in this folder, as `Address` takes them: whoever can read them belongs to the cluster."""
    made = Security.temporary()
    files = folder / "ca.pem", folder / "cert.pem", folder / "key.pem"
    for file, text in zip(files, (made.tls_ca_file, made.tls_client_cert, made.tls_client_key), strict=True):
        file.touch(mode=0o600)
        file.write_text(text, "ascii")
    return files


def check_certificates(address: Address) -> None:
    """Raises `NotUsed` where there are none, or they cannot be read."""
    try:
        security_of(address).get_connection_args("client")
    except OSError as reason:  # of which the errors of ssl are a kind
        raise NotUsed(words.BAD_CERTIFICATES.format(text=address.text, reason=reason)) from None


def security_of(address: Address) -> Security:
    """Of all three roles: whoever has a certificate of this authority is trusted."""
    if address.protocol == "tcp":
        return Security(require_encryption=False)
    given = {"tls_ca_file": address.ca}
    for role in ("client", "scheduler", "worker"):
        given |= {f"tls_{role}_cert": address.cert, f"tls_{role}_key": address.key}
    security = Security(require_encryption=True, **{name: str(file) for name, file in given.items() if file})
    if not (security.tls_ca_file and security.tls_client_cert):
        raise NotUsed(words.NO_CERTIFICATES.format(text=address.text))
    return security


def _not_reached(address: Address, reason: Exception) -> str:
    return words.NOT_REACHED.format(text=address.text, reason=reason)
