"""A cluster that belongs to this server alone: a scheduler in this process, and processes of this machine.

All of it listens on 127.0.0.1 only, and takes only who has the certificates, which are made anew each time and which
nobody but this user can read.
"""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL

from glassbox.cluster.address import Address

ANY_PORT = "tls://127.0.0.1:0"
ENDS_WITHIN = 1.0  # seconds the processes have once the server ends; then they are killed


class OwnCluster:
    """For the event loop's thread."""

    def __init__(self, command: Sequence[str]) -> None:
        """`command`: what starts the processes, given the scheduler's address and the certificates' options."""
        self._command = command
        self._folder = tempfile.TemporaryDirectory(prefix="glassbox-")
        self._scheduler: asyncio.Task[None] | None = None
        self._processes: asyncio.subprocess.Process | None = None

    async def begin(self) -> Address:
        """Start all; where the scheduler is."""
        from glassbox.cluster.on_dask import certify, schedule

        files = await asyncio.to_thread(certify, Path(self._folder.name))
        reached: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._scheduler = asyncio.create_task(schedule(Address(ANY_PORT, *files), reached.set_result))
        await asyncio.wait((self._scheduler, reached), return_when=asyncio.FIRST_COMPLETED)
        if not reached.done():
            self._scheduler.result()
        address = Address(reached.result(), *files)
        names = ("--cluster-ca", "--cluster-cert", "--cluster-key")
        options = [each for name, file in zip(names, files, strict=True) for each in (name, str(file))]
        self._processes = await asyncio.create_subprocess_exec(
            sys.executable, *self._command, address.text, *options, stdin=DEVNULL, stdout=DEVNULL
        )
        return address

    async def close(self) -> None:
        """End all."""
        if self._processes is not None and self._processes.returncode is None:
            with suppress(ProcessLookupError):
                self._processes.terminate()
            try:
                await asyncio.wait_for(self._processes.wait(), ENDS_WITHIN)
            except TimeoutError:
                self._processes.kill()
        if self._scheduler is not None:
            self._scheduler.cancel()
            await asyncio.wait([self._scheduler])
        self._folder.cleanup()
