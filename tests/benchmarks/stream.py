"""Measures the live stream: opens many sessions over real WebSockets, lets them play,
and changes a setting now and then.

    python -m tests.benchmarks.stream --sessions 100 --seconds 20    starts a server of its own
    python -m tests.benchmarks.stream --url ws://127.0.0.1:8000/ws   measures one that runs
    python -m tests.benchmarks.stream --smoke                        two sessions, two seconds

Every session acknowledges each frame at once, as a page does that draws quickly. Reports frames per second, bytes per
frame, and how long it takes from sending a setting to the first frame that carries it. Prints Markdown; never fails
because of a time.
"""

import asyncio
import os
import platform
import random
import time
from contextlib import nullcontext

import numpy as np
import psutil

from tests.benchmarks.options import Options
from tests.benchmarks.own_server import own_server
from tests.benchmarks.viewer import Viewer


def main():
    """Measure and print."""
    options = _options()
    with nullcontext((options.url, None)) if options.url else own_server(options.python) as (url, server):
        viewers, usage = run(_watch(options, url, server))
    _report(options, viewers, usage)


def _options():
    parser = Options(__doc__, "two sessions, two seconds", sessions=2, seconds=2.0)
    parser.number("sessions", 1, "sessions that play at the same time")
    parser.number("seconds", 10.0, "time that is measured")
    parser.url("the WebSocket of a running server; without it one is started and ended again")
    parser.python()
    return parser.parse_args()


def run(work):
    """On the quickest event loop there is."""
    try:
        import uvloop
    except ImportError:  # it makes this program, which shares the machine, cheaper; it is not needed
        return asyncio.run(work)
    return uvloop.run(work)


async def _watch(options, url, server):
    """All viewers after the measured time, and what server and viewers used of the machine meanwhile."""
    viewers = [Viewer(url, random.Random(number)) for number in range(options.sessions)]
    tasks = [asyncio.create_task(viewer.watch()) for viewer in viewers]
    try:
        await _all_playing(viewers, tasks)
        usage = Usage(server)
        for viewer in viewers:
            viewer.begin()
        await asyncio.wait(tasks, timeout=options.seconds, return_when=asyncio.FIRST_EXCEPTION)
        for viewer in viewers:
            viewer.end()
        usage.end()
    finally:
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    for error in {str(end) for end in ends if isinstance(end, Exception)}:
        print(f"A session ended: {error}")
    return viewers, usage


async def _all_playing(viewers, tasks):
    """Waits until each session has shown a frame of a playing network; gives up when one of them fails."""
    await asyncio.gather(*(viewer.plays(task) for viewer, task in zip(viewers, tasks, strict=True)))
    await asyncio.sleep(1.0)  # past the first data and the first curves


class Usage:
    """Processor time and memory of the server (None: not ours to look at) and of this program, over a while."""

    def __init__(self, server):
        self._server = psutil.Process(server) if server else None
        self._began = time.perf_counter(), self._spent(psutil.Process()), self._spent(self._server)

    def end(self):
        """Read the figures: cores kept busy, and bytes."""
        began, mine, servers = self._began
        seconds = time.perf_counter() - began
        self.mine = (self._spent(psutil.Process()) - mine) / seconds
        self.servers = (self._spent(self._server) - servers) / seconds if self._server else None
        self.memory = self._server.memory_info().rss if self._server else None

    @staticmethod
    def _spent(process):
        times = process.cpu_times() if process else None
        return times.user + times.system if times else 0.0


def _report(options, viewers, usage):
    rates = sorted(viewer.rate for viewer in viewers)
    sizes = [size for viewer in viewers for size in viewer.sizes]
    waits = [1e3 * wait for viewer in viewers for wait in viewer.waits]
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, generator included; "
          f"{options.seconds:g} s.\n")  # fmt: skip
    rows = {
        "sessions": f"{len(viewers)}",
        "frames per second and session, least / median": f"{rates[0]:.1f} / {np.median(rates):.1f}",
        "bytes per frame, median / 95 %": _percentiles(sizes, (50, 95)),
        "setting to frame, ms, 50 / 95 / 99 %": _percentiles(waits, (50, 95, 99)),
        "settings sent / answered by a frame": f"{sum(v.asked for v in viewers)} / {len(waits)}",
        "server, cores busy": "–" if usage.servers is None else f"{usage.servers:.2f}",
        "server, memory": "–" if usage.memory is None else f"{usage.memory / 2**20:.0f} MB",
        "load generator, cores busy": f"{usage.mine:.2f}",
    }
    print("| | |\n|---|---|")
    for name, figure in rows.items():
        print(f"| {name} | {figure} |")


def _percentiles(values, shares):
    return " / ".join(f"{value:.0f}" for value in np.percentile(values, shares)) if values else "–"


if __name__ == "__main__":
    main()
