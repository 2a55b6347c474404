"""Measures what further processes are worth: the same sessions at a server whose threads carry them, and at servers
with one process and two, by turns; with a generator that acknowledges each frame at once, and with one that is held to
a low rate, as it shares the machine.

    python -m tests.benchmarks.hosts                 100 and 200 sessions, 5 rounds of 8 s each
    python -m tests.benchmarks.hosts --smoke         four sessions, threads and two processes, a second each

Prints Markdown: frames a second in all and for each session, frames per processor-second of the server with all its
processes, what the generator takes of the machine, and how long a setting takes to its first frame; then two processes
by what threads do and one process does, how far each session is from the frames that are wanted, and what more cores
would bring, which is reckoned and called so. Never fails because of a figure.
"""

import asyncio
import os
import random
import time
import urllib.request
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np
import psutil

from tests.benchmarks.options import Options
from tests.benchmarks.own_server import own_server
from tests.benchmarks.stream import run
from tests.benchmarks.viewer import Viewer

PATIENCE = 120.0  # seconds for the processes to load their kernels
AIM, AIM_OF = 20, 200  # frames a second that each of so many sessions is to have on two cores
ENOUGH = 0.8  # of threads' frames per processor-second are wanted of two processes
SHORT = {"sessions": [4], "processes": [0, 2], "seconds": 1.0, "rounds": 1}
PACES = {"at full rate": "epoch_frame", "held to 5 a second": "step_5"}


def main():
    """Measure and print."""
    parser = Options(__doc__, "four sessions, threads and two processes, one round of a second", **SHORT)
    parser.numbers("sessions", [100, 200], "sessions that play at the same time")
    parser.numbers("processes", [0, 1, 2], "processes that carry them; 0: threads of the server")
    parser.number("seconds", 8.0, "time that is measured, in each turn")
    parser.number("rounds", 5, "turns of which the median counts")
    parser.python()
    options = parser.parse_args()
    print(
        f"{os.cpu_count()} cores, the generator included; medians of {options.rounds} turns of {options.seconds:g} s.\n"
    )
    servers = [(count, processes) for count in options.sessions for processes in options.processes]
    told = {(count, pace, processes): [] for count in options.sessions for pace in PACES
            for processes in options.processes}  # fmt: skip
    for turn in range(options.rounds):
        for count, processes in servers[:: 1 if turn % 2 == 0 else -1]:
            for pace, figures in _turn(options, count, processes).items():
                told[count, pace, processes].append(figures)
    _report({key: [median(column) for column in zip(*rows, strict=True)] for key, rows in told.items()})


def _turn(options, count, processes):
    """The figures of each pace, one after the other."""
    with TemporaryDirectory() as folder:  # and some places are kept for other addresses
        given = ("--most-sessions", str(2 * count), "--data-folder", folder)
        more = ("--processes", str(processes)) if processes else ()
        with own_server(options.python, *given, *more) as (url, pid):
            _wait_for_hosts(url, processes)
            return run(_watch(url, pid, count, options.seconds))


def _wait_for_hosts(url, processes):
    deadline = time.monotonic() + PATIENCE
    address = url.replace("ws://", "http://").replace("/ws", "/metrics")
    while time.monotonic() < deadline:
        figures = dict(line.split() for line in _read(address).splitlines() if not line.startswith("#"))
        if float(figures["glassbox_ready"]) and float(figures["glassbox_hosts"]) >= processes:
            return
        time.sleep(0.2)
    raise SystemExit(f"The {processes} processes did not come within {PATIENCE:.0f} seconds.")


def _read(address):
    with urllib.request.urlopen(address) as answer:
        return answer.read().decode()


async def _watch(url, pid, count, seconds):
    viewers = [Viewer(url, random.Random(number)) for number in range(count)]
    tasks = [asyncio.create_task(viewer.watch()) for viewer in viewers]
    try:
        await asyncio.gather(*(viewer.plays(task) for viewer, task in zip(viewers, tasks, strict=True)))
        return {pace: await _at(speed, viewers, tasks, pid, seconds) for pace, speed in PACES.items()}
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _at(speed, viewers, tasks, pid, seconds):
    """Frames a second, frames per processor-second of the server, both sides' cores, and 95 % of the waits in ms."""
    for viewer in viewers:
        await viewer.send(type="configure", changes={"speed": speed})
    await asyncio.sleep(1.0)  # past the first data and the first curves
    family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    began, server, mine = time.perf_counter(), _spent(family), _spent([psutil.Process()])
    for viewer in viewers:
        viewer.waits.clear()
        viewer.begin()
    await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
    for viewer in viewers:
        viewer.end()
    took = time.perf_counter() - began
    server, mine = _spent(family) - server, _spent([psutil.Process()]) - mine
    frames = sum(viewer.rate for viewer in viewers)
    waits = [1e3 * wait for viewer in viewers for wait in viewer.waits]
    late = float(np.percentile(waits, 95)) if waits else float("nan")
    return frames, frames * took / server, server / took, mine / took, late


def _spent(processes):
    times = [process.cpu_times() for process in processes]
    return sum(each.user + each.system for each in times)


def _report(figures):
    print("| sessions | processes | frames a second | each | per processor-second | server, cores "
          "| generator, of the machine | setting to frame, ms, 95 % |\n|---|---|---|---|---|---|---|---|")  # fmt: skip
    for (count, pace, processes), (frames, per_second, server, mine, late) in figures.items():
        print(f"| {count} {pace} | {processes or 'threads'} | {frames:.0f} | {frames / count:.1f} | {per_second:.0f} "
              f"| {server:.2f} | {mine / os.cpu_count():.0%} | {late:.0f} |")  # fmt: skip
    for count, pace in dict.fromkeys(key[:2] for key in figures):
        two = figures.get((count, pace, 2))
        if two:
            _report_two(count, pace, two, figures)


def _report_two(count, pace, two, figures):
    """What two processes give, in sentences."""
    print(f"\n{count} sessions {pace}:\n")
    is_full = pace == "at full rate"
    for processes, others in ((0, "threads"), (1, "one process")):
        if one := figures.get((count, pace, processes)):
            wanted = "" if processes or not is_full else f" (wanted: 1 and {ENOUGH})"
            print(f"- Two processes deliver {two[0] / one[0]:.2f} times the frames of {others}, and "
                  f"{two[1] / one[1]:.2f} times as many per processor-second{wanted}.")  # fmt: skip
    if is_full and count == AIM_OF:
        each = two[0] / count
        print(f"- Each session gets {each:.1f} frames a second, {each / AIM:.0%} of the {AIM} wanted.")
    if is_full:
        print(f"- Reckoned, not measured: with seven cores for processes, and another one for the server's own, about "
              f"{7 * two[1]:.0f} frames a second in all.")  # fmt: skip


if __name__ == "__main__":
    main()
