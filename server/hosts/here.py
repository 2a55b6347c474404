"""The host that is always there: threads of this process. It is the only part here that reaches for a run,
and so for Numba.
"""

import secrets
import time
from collections.abc import Callable
from functools import partial

from glassbox.config import Config
from glassbox.hosts.host import Packed, Record, Tenant
from glassbox.hosts.living import Living, Works
from glassbox.hosts.pool import Pool
from glassbox.settings import MOST_SEED, Settings

Clock = Callable[[], float]  # seconds, from any beginning


class Here:
    """Networks in this process, which share its pool of threads. For the event loop's thread."""

    def __init__(self, config: Config, clock: Clock = time.monotonic) -> None:
        self._config = config
        self._record: Record | None = None
        self._clock = clock
        self._pool = Pool(config.threads)

    @property
    def waiting(self) -> int:
        """Turns that wait for a thread, or are worked on."""
        return self._pool.waiting

    @property
    def processes(self) -> int:
        """None beside this one."""
        return 0

    def record_to(self, record: Record) -> None:
        """From now on, tell `record` how new networks' runs stand, in any thread."""
        self._record = record

    def begin(self, name: str, start: Settings | Packed, tenant: Tenant) -> Living:
        """Build a network, or take one in, and work on it from now on."""
        clock = self._clock if isinstance(start, Settings) else shifted(self._clock, start.at)
        return Living(lambda: self._build(name, start, clock), self._pool, clock, tenant)

    def close(self) -> None:
        """Begin nothing more; what runs comes to its end by itself."""
        self._pool.close()

    def _build(self, name: str, start: Settings | Packed, clock: Clock) -> Works:
        """In the pool, and only once the kernels are compiled."""
        from glassbox.run.packed_worker import PackedWorker
        from glassbox.run.run import Run
        from glassbox.run.worker import Worker

        config = self._config
        record = None if self._record is None else partial(self._record, name)
        if isinstance(start, Packed):
            return PackedWorker(start.worker, (clock, record))
        run = Run(start, config.most_parameters, _draw_seed, config.timeline_bytes)
        return PackedWorker(Worker(name, run, clock, record), (clock, record))


def shifted(clock: Clock, now: float) -> Clock:
    """A clock that says `now` at this moment, and goes as this one does."""
    ahead = now - clock()
    return lambda: clock() + ahead


def _draw_seed() -> int:
    return secrets.randbelow(MOST_SEED)
