"""Measures the drawer: how soon the server answers its tabs' questions, and what they leave of one viewer's stream.

    python -m tests.benchmarks.drawer --seconds 5    starts a server of its own
    python -m tests.benchmarks.drawer --smoke        half a second for each question

The default network trains at full speed while the questions come as an open tab asks them, each a pause after the last
answer. Prints Markdown; never fails because of a time.
"""

import asyncio
import json
import random
import time
from urllib.request import Request, urlopen

import numpy as np

from tests.benchmarks.options import Options
from tests.benchmarks.own_server import own_server
from tests.benchmarks.viewer import Viewer, origin_of

PAUSE = 0.15  # seconds, as in static/views/drawer/following.js
QUESTIONS = {  # by what a person looks at: the path below the session's, and what goes along
    "neuron": ("neuron", {"layer": 1, "unit": 0}),
    "activations": ("sums", None),
    "graph by layers": ("graph", {"sample": 0}),
    "graph by operations": ("graph", {"sample": 0, "detail": "operation"}),
    "gradient check": ("graph/check", {"sample": 0}),
    "measures": ("measures", None),
    "weights": ("weights", None),
    "diagnostics": ("diagnostics", None),
    "surface, 61 × 61": ("landscape", {"kind": "random", "size": 61, "seed": 1}),
}


def main():
    """Measure and print."""
    parser = Options(__doc__, "half a second for each question", seconds=0.5)
    parser.number("seconds", 5.0, "time for each question")
    parser.python()
    options = parser.parse_args()
    with own_server(options.python) as (url, _):
        asyncio.run(_measure(url, options.seconds))


async def _measure(url, seconds):
    viewer = Viewer(url, random.Random(1), speed="full")
    watching = asyncio.create_task(viewer.watch())
    await viewer.plays(watching)
    print("| open | frames per second | answer, ms, 50 / 95 % |\n|---|---|---|")
    await _look(viewer, "nothing", None, seconds)
    for name, (path, body) in QUESTIONS.items():
        request = Request(f"{origin_of(url)}/api/sessions/{viewer.session}/{path}", body and json.dumps(body).encode())
        await _look(viewer, name, request, seconds)
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)


async def _look(viewer, name, request, seconds):
    """Ask for a while, and print a line."""
    viewer.begin()
    waits, end = [], time.perf_counter() + seconds
    while request and time.perf_counter() < end:
        waits.append(await asyncio.to_thread(_seconds_to_answer, request))
        await asyncio.sleep(PAUSE)
    await asyncio.sleep(max(end - time.perf_counter(), 0))
    viewer.end()
    times = " / ".join(f"{1e3 * wait:.0f}" for wait in np.percentile(waits, (50, 95))) if waits else "–"
    print(f"| {name} | {viewer.rate:.1f} | {times} |")


def _seconds_to_answer(request):
    began = time.perf_counter()
    with urlopen(request) as answer:
        answer.read()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
