"""Finds the hosts in other processes, and has networks live there: this server's own processes, or a cluster's."""

import asyncio
import logging
from functools import partial

from glassbox.cluster.own_cluster import OwnCluster
from glassbox.cluster.version import own_version
from glassbox.config import Config
from glassbox.hosts.hosting import hosting
from glassbox.hosts.several import Several

THREADS = 1  # that train in each process: there are as many processes as cores

logger = logging.getLogger(__name__)


class Fleet:
    """Of one front. For the event loop's thread."""

    def __init__(self, hosts: Several, config: Config) -> None:
        self._hosts = hosts
        self._config = config
        self._own: OwnCluster | None = None
        self._keeping: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """The kernels are compiled: look for hosts from now on; until there are some, networks live here."""
        self._keeping = asyncio.get_running_loop().create_task(self._keep())

    async def close(self) -> None:
        """Let them go; those that were started here end."""
        if self._keeping is not None:
            self._keeping.cancel()
            await asyncio.wait([self._keeping])
        if self._own is not None:
            await self._own.close()

    async def _keep(self) -> None:
        from glassbox.cluster.lines import Lines

        config = self._config
        try:
            if config.cluster is not None:
                address = config.cluster
            else:
                self._own = OwnCluster(["-m", "glassbox", "host", "--processes", str(config.processes)])
                address = await self._own.begin()
            make = partial(hosting, THREADS, config.most_parameters, config.timeline_bytes)
            lines = Lines(address, own_version(), make, self._hosts.add)
            try:
                await lines.keep()
            finally:
                lines.close()
        except Exception:
            logger.exception("No further hosts are looked for; networks live in this process")
