"""Measures a class: phones join a room, follow the teacher's network, answer, and take it from there, all at once.

    python -m tests.benchmarks.classroom                  300 phones, 60 forks, on a server of its own
    python -m tests.benchmarks.classroom --phones 30      a class
    python -m tests.benchmarks.classroom --smoke          six phones, two forks, two seconds

Phones, desk and teacher are in this one process and speak over real WebSockets. Bits are counted with the headers of
WebSocket, TCP, IP and the network. Prints Markdown; never fails because of a time.
"""

import asyncio
import os
import platform
import random
import time
from contextlib import asynccontextmanager, suppress
from tempfile import TemporaryDirectory

import numpy as np

from tests.benchmarks.options import Options
from tests.benchmarks.own_server import own_server
from tests.benchmarks.phones import Desk, Fork, Phone, Teacher, deaf, post
from tests.benchmarks.stream import Usage, run
from tests.benchmarks.viewer import origin_of

DEFAULT = [{"units": 4}, {"units": 2}]
LARGE = [{"units": 128}] * 8
DEAF = 10
PATIENCE = 120.0  # seconds for all phones to come in


def main():
    """Measure and print."""
    parser = Options(__doc__, "six phones, two forks, two seconds", phones=6, forks=2, seconds=2.0)
    parser.number("phones", 300, "members of the room")
    parser.number("forks", 60, "of them, that take the network from there")
    parser.number("seconds", 10.0, "time of each measurement")
    parser.python()
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, generator included; "
          f"{options.phones} phones, {options.seconds:g} s each.\n")  # fmt: skip
    limits = "--most-sessions", str(options.forks + 20), "--most-members", str(options.phones + DEAF)
    with TemporaryDirectory() as folder, own_server(options.python, *limits, "--data-folder", folder) as (url, server):
        run(_Class(options, url, server).hold())


class _Class:
    """A room from its first to its last minute."""

    def __init__(self, options, socket, server):
        self._options, self._socket, self._server = options, socket, server
        self._url = origin_of(socket)
        self._teacher = Teacher(socket, random.Random(0))
        self._desk = Desk(self._url)

    async def hold(self):
        """Measure everything, one after the other."""
        async with _running([self._teacher.watch()]) as [watching]:
            await self._teacher.plays(watching)
            await self._desk.open()
            await self._desk.order("show", session=self._teacher.session)
            phones = [Phone(self._url, self._desk.code, self._teacher) for _ in range(self._options.phones)]
            async with _running(phone.join() for phone in phones) as joining:
                await self._joins(phones, joining)
                await self._follow(phones, "default network")
                await self._with_deaf_ones(phones)
                await self._answers(phones)
                await self._teacher.send(type="configure", changes={"hidden": LARGE})
                await self._follow(phones, "network of 8 × 128")
                await self._teacher.send(type="configure", changes={"hidden": DEFAULT})
                await self._forks(phones)
                await self._desk.close()

    async def _joins(self, phones, joining):
        began, usage = time.perf_counter(), Usage(self._server)
        while not all(phone.joined for phone in phones):
            for task in joining:
                if task.done():
                    task.result()
            if time.perf_counter() - began > PATIENCE:
                raise SystemExit(f"Only {sum(bool(phone.joined) for phone in phones)} phones came in.")
            await asyncio.sleep(0.02)
        seconds = time.perf_counter() - began
        usage.end()
        _tell("all have joined and see the network, s", f"{seconds:.1f}")
        spent = (seconds * each for each in (usage.servers, usage.mine))
        _tell("for that: server / generator, s of a processor", " / ".join(f"{each:.1f}" for each in spent))

    async def _follow(self, phones, what):
        await asyncio.sleep(2.0)  # past the whole, where there is a new one
        usage = await self._watch(phones)
        rates, waits = [phone.rate for phone in phones], [1e3 * wait for phone in phones for wait in phone.waits]
        _tell(f"{what}: pictures a second, least / median", f"{min(rates):.1f} / {np.median(rates):.1f}")
        _tell(f"{what}: bytes of a picture", f"{phones[0].size}")
        _tell(f"{what}: Mbit/s to all", f"{sum(phone.bits for phone in phones) / 1e6:.2f}")
        _tell(f"{what}: server / generator, cores busy", f"{usage.servers:.2f} / {usage.mine:.2f}")
        _tell(f"{what}: slider to picture, ms, 50 / 95 %", _percentiles(waits))

    async def _watch(self, phones):
        usage = Usage(self._server)
        for viewer in (self._teacher, *phones):
            viewer.begin()
        await asyncio.sleep(self._options.seconds)
        for viewer in (self._teacher, *phones):
            viewer.end()
        usage.end()
        return usage

    async def _with_deaf_ones(self, phones):
        sockets = [await deaf(self._url, self._desk.code) for _ in range(min(DEAF, len(phones)))]
        await self._watch(phones)
        rates = [phone.rate for phone in phones]
        _tell(f"beside {len(sockets)} that never read: least / median", f"{min(rates):.1f} / {np.median(rates):.1f}")
        for socket in sockets:
            socket.transport.abort()

    async def _answers(self, phones):
        """All within one second, each sent again half a second later under the same id."""
        await self._desk.order("ask", question={"kind": "choice", "text": "Which?", "options": ["a", "b", "c"]})
        while not all(phone.question for phone in phones):
            await asyncio.sleep(0.02)
        sent = await asyncio.gather(*(self._answer(phone, at / len(phones)) for at, phone in enumerate(phones)))
        with suppress(TimeoutError):
            async with asyncio.timeout(self._options.seconds + 10):
                while not all(phone.answered for phone in phones):
                    await asyncio.sleep(0.02)
        got = [1e3 * (min(p.answered.values()) - at) for p, at in zip(phones, sent, strict=True) if p.answered]
        _tell("answers sent within a second / acknowledged", f"{len(phones)} / {len(got)}")
        _tell("answer to acknowledgement, ms, 50 / 95 %", _percentiles(got))
        await asyncio.sleep(1.5)  # until the count was told
        _tell("answers counted", f"{max(phone.question['answered'] for phone in phones)}")
        await self._desk.order("done")

    async def _answer(self, phone, delay):
        await asyncio.sleep(delay)
        sent, question = time.perf_counter(), phone.question
        for _ in range(2):
            await phone.say("answer", id=f"a{id(phone)}", question=question["number"], round=1, value=0)
            await asyncio.sleep(0.5)
        return sent

    async def _forks(self, phones):
        """Some take the network from there and play; the others follow on, and the desk looks at the wall."""
        owners, others = phones[: self._options.forks], phones[self._options.forks :]
        began = time.perf_counter()
        taken = [await post(self._url, f"/{self._desk.code}/fork", {"token": phone.token}) for phone in owners]
        _tell(f"{len(taken)} forks, s", f"{time.perf_counter() - began:.1f}")
        forks = [Fork(self._socket, random.Random(at), each["session"]) for at, each in enumerate(taken)]
        async with _running(fork.watch() for fork in forks) as watching:
            await asyncio.gather(*(fork.plays(task) for fork, task in zip(forks, watching, strict=True)))
            await self._desk.order("wall", on=True)
            await asyncio.sleep(2.0)
            for fork in forks:
                fork.begin()
            self._desk.walls.clear()
            usage = await self._watch(others)
            for fork in forks:
                fork.end()
            await self._desk.order("wall", on=False)
        rates, pictures = [fork.rate for fork in forks], [phone.rate for phone in others]
        _tell("forks: frames a second, least / median", f"{min(rates):.1f} / {np.median(rates):.1f}")
        _tell("beside them: pictures a second, least / median", f"{min(pictures):.1f} / {np.median(pictures):.1f}")
        _tell("wall: longest between two, s", self._freshness())
        _tell("server / generator, cores busy", f"{usage.servers:.2f} / {usage.mine:.2f}")

    def _freshness(self):
        times = [at for at, _ in self._desk.walls]
        return f"{max(np.diff(times)):.2f}" if len(times) > 1 else "–"


@asynccontextmanager
async def _running(works):
    """The tasks of these, as long as the block lasts; how they end is told."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    for error in {str(end) for end in ends if isinstance(end, Exception)}:
        print(f"One ended: {error}")


def _tell(what, figure):
    print(f"| {what} | {figure} |", flush=True)


def _percentiles(values):
    return " / ".join(f"{value:.0f}" for value in np.percentile(values, (50, 95))) if values else "–"


if __name__ == "__main__":
    main()
