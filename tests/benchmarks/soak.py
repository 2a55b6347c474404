"""Measures whether memory comes back: people join, play, change things, ask and leave, all the time; then all are gone.

    python -m tests.benchmarks.soak --minutes 12    an hour and its five quiet minutes, five times as fast
    python -m tests.benchmarks.soak --minutes 60    the same in its own time
    python -m tests.benchmarks.soak --smoke         a few people, some seconds

Starts a server of its own, whose times for pausing and letting go are shortened as the hour is. Wanted: memory that
is flat within a tenth from the first quarter of the hour on, by the medians of the other quarters, for it depends on
who happens to have how large a network; and five minutes after the last one has gone at most 1.3 times what it was
before the first came. Prints Markdown; never fails because of a figure.
"""

import asyncio
import json
import random
import time
from contextlib import suppress
from statistics import median
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import psutil

from glassbox.session.registry import GIVE_BACK_AFTER, GIVE_BACK_EVERY
from tests.benchmarks.options import Options
from tests.benchmarks.own_server import own_server
from tests.benchmarks.viewer import Viewer, origin_of

HOUR, QUIET = 60.0, 5.0  # minutes
VISIT = (2.0, 8.0)  # minutes of that hour that one stays
ACTS = 12  # things that one does meanwhile
ROWS = 60  # of the table, for the hour; and so many for the quiet minutes
QUIET_ROWS = 5
PAUSE_AFTER, FORGET_AFTER = 240.0, 3600.0  # seconds, of a server as it is started
MEGABYTE = 2**20

DATASETS = ("circle", "spiral", "penguins", "digits", "sine")
SPEEDS = ("epoch_frame", "epochs_10_frame", "full")
LAYERS = ((4, 2), (8, 8), (16, 16, 16), (64, 64), (128, 128, 128, 128))
ASKED = {
    "graph": {"sample": 0, "detail": "operation"}, "landscape": {"kind": "path", "size": 21}, "diagnostics": None,
    "measures": None, "weights": None, "sums": None, "neuron": {"layer": 1, "unit": 0},
}  # fmt: skip


def main():
    """Soak, and print."""
    options = _options()
    pace = HOUR / options.minutes
    times = "--pause-after", f"{PAUSE_AFTER / pace}", "--forget-after", f"{FORGET_AFTER / pace}"
    with own_server(options.python, *times) as (url, process):
        asyncio.run(_soak(url, psutil.Process(process), options.people, 60.0 / pace, waits=not options.smoke))


def _options():
    parser = Options(__doc__, "a few people, some seconds", people=3, minutes=0.2)
    parser.number("people", 20, "who are there at the same time")
    parser.number("minutes", 12.0, "time that the hour takes")
    parser.python()
    return parser.parse_args()


async def _soak(url, server, people, minute, *, waits):
    """All of it; `minute`: the seconds that a minute of the hour takes; `waits`: until memory is given back."""
    await _visit(url, random.Random(0), minute, list(ASKED.items()))  # once everything is compiled and loaded
    print("| minute | networks | memory, MB |\n|---|---|---|")
    start = _row(url, server, 0.0)
    visitors = [asyncio.create_task(_come_and_go(url, random.Random(1 + n), minute)) for n in range(people)]
    began = time.monotonic()
    rows = [await _row_at(url, server, began, HOUR * (row + 1) / ROWS, minute) for row in range(ROWS)]
    for visitor in visitors:
        visitor.cancel()
    await asyncio.gather(*visitors, return_exceptions=True)
    quiet = [
        await _row_at(url, server, began, HOUR + QUIET * (row + 1) / QUIET_ROWS, minute) for row in range(QUIET_ROWS)
    ]
    if waits and minute < 60:  # the server gives back as rarely as in an hour of its own time
        await asyncio.sleep(GIVE_BACK_EVERY + GIVE_BACK_AFTER)
        quiet.append(await asyncio.to_thread(_row, url, server, HOUR + QUIET))
    quarter = ROWS // 4
    medians = [median(rows[first : first + quarter]) for first in range(quarter, ROWS, quarter)]
    print(f"\nMedians from minute {HOUR / 4:g} on, by the quarter: {', '.join(f'{each:.0f}' for each in medians)} MB; "
          f"the highest is {max(medians) / medians[0] - 1:+.0%} from the first. "
          f"{QUIET:g} minutes after the last has gone {quiet[-1] / start:.2f} times the start.")  # fmt: skip


async def _come_and_go(url, chance, minute):
    """One after another at the same seat, until cancelled."""
    while True:
        with suppress(RuntimeError):  # refused: people try again
            await _visit(url, chance, chance.uniform(*VISIT) * minute)
        await asyncio.sleep(minute / ACTS)


async def _visit(url, chance, seconds, asked=()):
    """One stays for so long, does this and that, and has `asked` first."""
    viewer = Viewer(url, chance, dataset=chance.choice(DATASETS), speed=chance.choice(SPEEDS))
    watching = asyncio.create_task(viewer.watch())
    try:
        await viewer.plays(watching)
        for name, body in asked:
            await _ask(viewer, url, name, body)
        for _ in range(ACTS):
            await asyncio.wait([watching], timeout=seconds / ACTS)
            if watching.done():
                watching.result()
            await _act(viewer, url, chance)
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


async def _act(viewer, url, chance):
    """One thing that people do."""
    act = chance.choice(["layers", "activation", "rewind", "ask", "ask", "ask"])
    if act == "layers":
        hidden = [{"units": units} for units in chance.choice(LAYERS)]
        await viewer.send(type="configure", changes={"hidden": hidden})
    elif act == "activation":
        await viewer.send(type="configure", changes={"activation": chance.choice(["tanh", "relu", "sigmoid"])})
    elif act == "rewind":
        await viewer.send(type="rewind", step=chance.randrange(1000))
        await viewer.send(type="play")
    else:
        await _ask(viewer, url, *chance.choice(list(ASKED.items())))


async def _ask(viewer, url, name, body):
    path = f"{origin_of(url)}/api/sessions/{viewer.session}/{name}"
    await asyncio.to_thread(_fetch, Request(path, body and json.dumps(body).encode()))


def _fetch(request):
    with suppress(HTTPError), urlopen(request) as answer:  # a refusal is an answer too
        answer.read()


async def _row_at(url, server, began, minutes, minute):
    """A row of the table when it is time for it; the memory in it."""
    await asyncio.sleep(max(0.0, began + minutes * minute - time.monotonic()))
    return await asyncio.to_thread(_row, url, server, minutes)


def _row(url, server, minutes):
    memory = server.memory_info().rss / MEGABYTE
    with urlopen(f"{origin_of(url)}/api/status") as answer:
        status = json.load(answer)
    print(f"| {minutes:.1f} | {status['sessions']}, {status['watched']} of them watched | {memory:.0f} |", flush=True)
    return memory


if __name__ == "__main__":
    main()
