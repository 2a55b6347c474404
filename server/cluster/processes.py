"""The worker processes of one machine: as many as its cores, prepared before they are ready, replaced if they die."""

import asyncio
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Coroutine
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from glassbox.cluster import words
from glassbox.cluster.address import Address, NotUsed
from glassbox.cluster.version import own_version

LIVES_AT_LEAST = 1.0  # seconds between a process that died and the one in its place

_processes = multiprocessing.get_context("spawn")


Serve = Callable[[Address, str, Callable[[str], None]], Coroutine[Any, Any, None]]


async def train_trials(address: Address, version: str, tell: Callable[[str], None]) -> None:
    """Train what the scheduler hands out."""
    from glassbox.cluster.on_dask import work

    await work(address, version, tell)


class _Member:
    """One process, and what it last said."""

    def __init__(self, address: Address, prepare: Callable[[], None], serve: Serve) -> None:
        self.heard, say = _processes.Pipe(duplex=False)
        self.process: BaseProcess = _processes.Process(target=_serve, args=(address, prepare, serve, say), daemon=True)
        self.process.start()
        say.close()
        self.state = "preparing"

    def listen(self) -> None:
        """Take what it says; at its death there is nothing more to hear."""
        try:
            self.state, sentence = self.heard.recv()
        except EOFError:
            self.state = "dead"
            return
        if self.state == "refused":
            raise NotUsed(sentence)


def work_together(
    address: Address,
    count: int,
    prepare: Callable[[], None],
    echo: Callable[[str], None],
    serve: Serve = train_trials,
    ready: str = words.READY,
) -> None:
    """Keep so many processes at work, until this one is told to end.

    Args:
        prepare: fills the cache of kernels, here first and once; then loads it in each process.
        echo: prints a line.
        serve: what each does; a function that can be found by its name.
        ready: what is printed once all do it.
    Raises:
        NotUsed: in one sentence why this machine cannot work for that cluster.
    """
    echo(words.PREPARING)
    prepare()
    _end_in_order()
    members = [_Member(address, prepare, serve) for _ in range(count)]
    said = ""
    while True:
        by_pipe = {member.heard: member for member in members}
        for pipe in wait(list(by_pipe)):
            by_pipe[pipe].listen()  # type: ignore[index]
        members = [_replaced(member, address, prepare, serve) for member in members]
        sentence = _stand([member.state for member in members], address, ready)
        if sentence not in ("", said):
            echo(sentence)
        said = sentence or said


def _replaced(member: _Member, address: Address, prepare: Callable[[], None], serve: Serve) -> _Member:
    if member.state != "dead":
        return member
    time.sleep(LIVES_AT_LEAST)
    return _Member(address, prepare, serve)


def _stand(states: list[str], address: Address, ready: str) -> str:
    """What the person at the command line is to know: nothing while they come and go."""
    if set(states) == {"ready"}:
        return ready.format(count=len(states), text=address.text)
    return words.WAITING.format(text=address.text) if set(states) == {"waiting"} else ""


def _serve(address: Address, prepare: Callable[[], None], serve: Serve, say: Connection) -> None:
    """What a process does."""
    _end_with_parent()
    prepare()
    try:
        with asyncio.Runner(loop_factory=_quickest_loop()) as runner:
            runner.run(serve(address, own_version(), lambda state: say.send((state, ""))))
    except NotUsed as reason:
        say.send(("refused", reason.args[0]))


def _quickest_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """As the server's own; None is the standard library's."""
    try:
        from uvloop import new_event_loop
    except ImportError:  # there is none for Windows
        return None
    return new_event_loop


def _end_in_order() -> None:
    """Told to end, this process ends its members first, and waits for them."""

    def end(*_: object) -> None:
        sys.exit(0)

    signal.signal(signal.SIGTERM, end)


def _end_with_parent() -> None:
    """Even if that is killed: nobody is left behind."""
    parent = multiprocessing.parent_process()
    assert parent is not None, "it is started by another process"

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(0)

    threading.Thread(target=watch, name="parent", daemon=True).start()
