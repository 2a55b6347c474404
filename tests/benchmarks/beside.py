"""Measures what an experiment leaves to whoever watches a network train on the same server: the live stream of one
viewer, by turns alone and beside an experiment (MG-64) in as many processes as there are cores.

    python -m tests.benchmarks.beside             3 rounds of 8 s each
    python -m tests.benchmarks.beside --smoke     one round of a second

Starts a server of its own. Prints Markdown; never fails because of a figure.
"""

import asyncio
import json
import os
import random
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from glassbox.labbook.ids import new_owner_id
from tests.benchmarks.options import Options
from tests.benchmarks.own_server import own_server
from tests.benchmarks.same_work import plan_of
from tests.benchmarks.viewer import Viewer

LONG = 300.0  # seconds of one core: it is looked at less long, and then cancelled


def main():
    """Measure and print."""
    parser = Options(__doc__, "one round of a second", seconds=1.0, rounds=1)
    parser.number("seconds", 8.0, "time that is measured, in each turn")
    parser.number("rounds", 3, "turns of which the median counts")
    parser.python()
    options = parser.parse_args()
    with TemporaryDirectory() as folder, own_server(options.python, "--data-folder", folder) as (url, _):
        looks = asyncio.run(_measure(url, options))
    print(f"{os.cpu_count()} cores, this program included; median of {options.rounds} rounds.\n")
    print("| one viewer | frames a second | setting to frame, ms | trainings a second |\n|---|---|---|---|")
    for beside, told in looks.items():
        frames, wait, trained = (median(column) for column in zip(*told, strict=True))
        print(f"| {beside} | {frames:.1f} | {1e3 * wait:.0f} | {trained:.3g} |")


async def _measure(url, options):
    viewer = Viewer(url, random.Random(1), owner=new_owner_id(), speed="full")
    watching = asyncio.create_task(viewer.watch())
    await viewer.plays(watching)
    await asyncio.sleep(1.0)  # past the first data and the first curves
    server = _Server(url, viewer.session)
    looks = {"alone": [], "beside an experiment": []}
    for _ in range(options.rounds):
        looks["alone"].append((*await _look(viewer, options.seconds), 0.0))
        looks["beside an experiment"].append(await _beside(server, viewer, options.seconds))
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
    return looks


async def _look(viewer, seconds):
    """Frames a second, and the median of the waits for a setting's first frame."""
    viewer.waits = []
    viewer.begin()
    await asyncio.sleep(seconds)
    viewer.end()
    return viewer.rate, median(viewer.waits) if viewer.waits else 0.0


async def _beside(server, viewer, seconds):
    """The same while an experiment runs, of which something has come, and how many trainings a second it had."""
    key = await server.ask("POST", "", {"experiment": plan_of("MG-64", LONG).experiment.plain()}, "id")
    while not (before := await server.ask("GET", f"/{key}", None, "done")):
        await asyncio.sleep(0.1)
    seen = await _look(viewer, seconds)
    trained = await server.ask("GET", f"/{key}", None, "done") - before
    await server.ask("POST", f"/{key}/cancel", {}, "state")
    return *seen, trained / seconds


class _Server:
    """The experiments of one session."""

    def __init__(self, url, session):
        self._root, self._session = f"http://{urlsplit(url).netloc}/api/experiments", session

    async def ask(self, method, path, body, name):
        """What it answers by this name."""
        return (await asyncio.to_thread(self._ask, method, path, body))[name]

    def _ask(self, method, path, body):
        data = None if body is None else json.dumps(body).encode()
        request = Request(
            f"{self._root}{path}?session={self._session}", data, {"Content-Type": "application/json"}, method=method
        )
        with urlopen(request, timeout=60) as answer:
            return json.load(answer)


if __name__ == "__main__":
    main()
