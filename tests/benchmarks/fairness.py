"""Measures what others leave to a small network: many large ones at full speed beside it, watched, then abandoned.

    python -m tests.benchmarks.fairness              30 networks of 8 × 128 beside the default one
    python -m tests.benchmarks.fairness --smoke      two of them, a second each

Starts a server of its own. Prints Markdown; never fails because of a figure.
"""

import asyncio
import random

import numpy as np

from tests.benchmarks.options import Options
from tests.benchmarks.own_server import own_server
from tests.benchmarks.viewer import Viewer

LARGE = [{"units": 128}] * 8
SPEEDS = ("epoch_frame", "full")  # of the small one


def main():
    """Measure and print."""
    parser = Options(__doc__, "two large networks, a second each", large=2, seconds=1.0)
    parser.number("large", 30, "large networks")
    parser.number("seconds", 8.0, "time that is measured")
    parser.python()
    options = parser.parse_args()
    with own_server(options.python) as (url, _):
        asyncio.run(_measure(url, options))


async def _measure(url, options):
    print("| beside it | the small one: speed | frames a second | setting to frame, ms, 50 / 95 % |\n|---|---|---|---|")
    await _look(url, "nothing", options.seconds)
    large = [_Watched(url, number, hidden=LARGE, speed="full") for number in range(options.large)]
    await asyncio.gather(*(each.plays() for each in large))
    await _look(url, f"{options.large} of 8 × 128 at full speed", options.seconds)
    await asyncio.gather(*(each.leave() for each in large))
    await _look(url, "the same, their pages closed", options.seconds)


async def _look(url, beside, seconds):
    for speed in SPEEDS:
        small = _Watched(url, 99, speed=speed)
        await small.plays()
        await asyncio.sleep(1.0)  # past the first data and the first curves
        small.viewer.begin()
        await asyncio.sleep(seconds)
        small.viewer.end()
        waits = [1e3 * wait for wait in small.viewer.waits]
        times = " / ".join(f"{wait:.0f}" for wait in np.percentile(waits, (50, 95))) if waits else "–"
        print(f"| {beside} | {speed} | {small.viewer.rate:.1f} | {times} |", flush=True)
        await small.viewer.send(type="pause")
        await small.leave()


class _Watched:
    """A network whose page is there until it leaves."""

    def __init__(self, url, number, **settings):
        self.viewer = Viewer(url, random.Random(number), **settings)
        self._task = asyncio.create_task(self.viewer.watch())

    async def plays(self):
        """Wait for its first picture of a network that trains."""
        await self.viewer.plays(self._task)

    async def leave(self):
        """The page is closed; the network stays as it is."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)


if __name__ == "__main__":
    main()
