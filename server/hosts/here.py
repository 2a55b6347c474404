"""The host that is always there: threads of this process. It is the only part here that reaches for a run,
and so for Numba.
"""

import secrets
import time
from collections.abc import Callable

from glassbox.config import Config
from glassbox.hosts.host import Record, Tenant
from glassbox.hosts.living import Living, Work
from glassbox.hosts.pool import Pool
from glassbox.settings import MOST_SEED, Settings


class Here:
    """Networks in this process, which share its pool of threads. For the event loop's thread."""

    def __init__(self, config: Config, clock: Callable[[], float] = time.monotonic) -> None:
        self._config = config
        self._record: Record | None = None
        self._clock = clock
        self._pool = Pool(config.threads)

    @property
    def waiting(self) -> int:
        """Turns that wait for a thread, or are worked on."""
        return self._pool.waiting

    def record_to(self, record: Record) -> None:
        """From now on, tell `record` how new networks' runs stand, in any thread."""
        self._record = record

    def begin(self, name: str, settings: Settings, tenant: Tenant) -> Living:
        """Build a network, and work on it from now on."""
        return Living(name, lambda: self._build(name, settings), self._pool, self._clock, tenant)

    def close(self) -> None:
        """Begin nothing more; what runs comes to its end by itself."""
        self._pool.close()

    def _build(self, name: str, settings: Settings) -> Work:
        """In the pool, and only once the kernels are compiled."""
        from glassbox.run.packed_worker import PackedWorker
        from glassbox.run.run import Run
        from glassbox.run.worker import Worker

        config = self._config
        run = Run(settings, config.most_parameters, _draw_seed, config.timeline_bytes)
        return PackedWorker(Worker(name, run, self._clock, self._record), (self._clock, self._record)).work


def _draw_seed() -> int:
    return secrets.randbelow(MOST_SEED)
