"""Where trials are trained: anything that is a `concurrent.futures.Executor`.

Here: processes of this machine, for small trainings are held up by Python's lock in threads where anything else asks
for it. On two idle cores of a machine where two processes that share nothing reach 93 % of twice what one does: 8 tanh
units on 50 points for 500 epochs, 830 trainings a second with one worker and 1,500 with two processes (threads 830 and
1,480, in another run 740 and 1,050; Dask 780 and 1,300); 64 units on 100 points for 2,000 epochs, 33.5 and 61.9
(threads 33.0 and 57.3, Dask 31.9 and 55.4). And a fault of one training takes no server along. To measure it here:
`python -m tests.benchmarks.experiments`.

They are started anew, not forked, by a command of their own, so that neither threads nor the main module of whoever
runs experiments come along; each begins when there is something for it to do. They give way to all else on the machine
(`worker.py`; `python -m tests.benchmarks.beside` measures what is left to the live stream).
"""

import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Any, TypeVar

from glassbox.experiments.worker import Call

Brought = TypeVar("Brought")
COMMAND = (sys.executable, "-m", "glassbox.experiments.worker")
DIED = "A process that trained for an experiment has died."


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def at_once(executor: Executor, otherwise: int) -> int:
    """How many calls an executor works on at once, if it can tell: of a cluster, machines come and go. One at least, so
    that something waits for whoever comes.
    """
    return max(1, int(getattr(executor, "workers", otherwise)))


def let_go(executor: Executor, future: "Future[Any]") -> None:
    """What is being computed is not wanted any more."""
    if isinstance(executor, Processes):
        executor.stop(future)
    else:
        future.cancel()


class Processes(Executor):
    """So many processes, each with a thread here that hands it one call after the other.

    Where one dies, the call it was at ends in `BrokenExecutor`, the others go on, and another takes its place.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or cores()
        self._calls: deque[tuple[Future[Any], Call]] = deque()
        self._changed = threading.Condition()
        self._idle = 0
        self._is_closing = False
        self._threads: list[threading.Thread] = []
        self._at: dict[Future[Any], _Worker] = {}

    def submit(self, call: Callable[..., Brought], /, *arguments: Any, **named: Any) -> "Future[Brought]":
        """Have it called in one of the processes.

        Raises:
            RuntimeError: it was shut down.
        """
        future: Future[Brought] = Future()
        with self._changed:
            if self._is_closing:
                raise RuntimeError("cannot schedule new futures after shutdown")
            self._calls.append((future, (call, arguments, named)))
            if not self._idle and len(self._threads) < self.workers:
                self._begin_thread()
            self._changed.notify()
        return future

    @property
    def at_work(self) -> "frozenset[Future[Any]]":
        """The calls that a process is at."""
        with self._changed:
            return frozenset(self._at)

    def stop(self, future: "Future[Any]") -> None:
        """Let go of a call, in the middle too: its process is ended, and begun anew when there is something to do."""
        if future.cancel():
            return
        with self._changed:
            worker = self._at.get(future)
        if worker is not None:
            worker.end()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more calls; with `cancel_futures` end those that run, too."""
        with self._changed:
            self._is_closing = True
            while cancel_futures and self._calls:
                self._calls.popleft()[0].cancel()
            running = list(self._at.values())
            self._changed.notify_all()
        if cancel_futures:
            for worker in running:
                worker.end()
        for thread in self._threads if wait else []:
            thread.join()

    def _begin_thread(self) -> None:
        thread = threading.Thread(target=self._serve, name=f"experiments-{len(self._threads)}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        """In a thread: one call after the other, in a process that is there when it is needed."""
        worker = _Worker()
        while (taken := self._next()) is not None:
            future, call = taken
            if future.set_running_or_notify_cancel():
                with self._changed:
                    self._at[future] = worker
                _settle(future, worker, call)
                with self._changed:
                    del self._at[future]
        worker.end()

    def _next(self) -> "tuple[Future[Any], Call] | None":
        with self._changed:
            self._idle += 1
            while not self._calls and not self._is_closing:
                self._changed.wait()
            self._idle -= 1
            return self._calls.popleft() if self._calls else None


class _Worker:
    """One process, or the place of one."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def do(self, call: Call) -> tuple[bool, Any]:
        """What the process makes of it.

        Raises:
            BrokenExecutor: it has died.
        """
        try:
            process = self._process or self._begin()
            assert process.stdin is not None and process.stdout is not None
            pickle.dump(call, process.stdin)
            process.stdin.flush()
            told = pickle.load(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError) as reason:
            self.end()
            self._process = None
            raise BrokenExecutor(DIED) from reason
        is_sound, brought = told
        return bool(is_sound), brought

    def end(self) -> None:
        """At once; nothing is lost but what it was at."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def _begin(self) -> "subprocess.Popen[bytes]":
        """Until it says that it is ready."""
        process = self._process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdout is not None
        pickle.load(process.stdout)
        return process


def _settle(future: "Future[Any]", worker: _Worker, call: Call) -> None:
    try:
        is_sound, brought = worker.do(call)
    except BrokenExecutor as reason:
        future.set_exception(reason)
        return
    if is_sound:
        future.set_result(brought)
    else:
        future.set_exception(brought)
