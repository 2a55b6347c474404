"""A process that trains trials for another: calls come in through its standard input, and what they bring goes out.

`python -m glassbox.experiments.worker` gives way to all else on the machine, fills its kernel cache before it says that
it is ready, and ends with whoever started it, in the middle of a training too.
"""

import os
import pickle
import queue
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any, BinaryIO

NICENESS = 15  # live training comes first
Call = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


def main() -> None:
    """Serve until nobody calls any more."""
    answers = _own_output()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then ends its workers
    give_way()
    calls: queue.SimpleQueue[Call] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, calls), name="calls", daemon=True).start()
    fill_kernel_cache()
    keep_to_one_core()
    write(answers, (True, os.getpid()))
    while True:
        write(answers, outcome(*calls.get()))


def outcome(call: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]) -> tuple[bool, Any]:
    """What a call brings, or the error it ends in; and which of the two it is."""
    try:
        return True, call(*arguments, **named)
    except Exception as error:
        return False, error


def write(stream: BinaryIO, told: Any) -> None:
    """One thing, whole."""
    pickle.dump(told, stream)
    stream.flush()


def _own_output() -> BinaryIO:
    """The way back; whatever else is printed here goes to the server's log."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def give_way() -> None:
    """To all else on the machine."""
    if hasattr(os, "nice"):
        os.nice(max(0, NICENESS - os.nice(0)))


def fill_kernel_cache() -> None:
    """Or load the kernels from it."""
    from glassbox.engine.warm_up import warm_up

    warm_up(lambda done, total, what: None)


def keep_to_one_core() -> None:
    """There is a worker for each of the others."""
    from glassbox.engine.one_thread import one_thread_from_now_on

    one_thread_from_now_on()


def _listen(stream: BinaryIO, calls: "queue.SimpleQueue[Call]") -> None:
    """At its end whoever started this process is gone, and nobody waits for what is being trained."""
    try:
        while True:
            calls.put(pickle.load(stream))
    except Exception:
        os._exit(0)


if __name__ == "__main__":
    main()
