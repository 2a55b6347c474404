"""Runs the application with uvicorn, for the command line: calm log, quick and polite end."""

import asyncio
import gc
import logging
import os
import socket
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, cast

import uvicorn
from fastapi import FastAPI

from glassbox.log import LogForm, set_up_log
from glassbox.session.memory import be_frugal
from glassbox.web.uvicorn_http import LimitedHttp, Places, cut_overdue
from glassbox.web.uvicorn_websocket import AbortableWebSocket

LONGEST_TAKEN_IN = 128 * 1024  # bytes of a socket's message: twice what is allowed, which is refused in a sentence
PING_EVERY = 20.0  # seconds: proxies cut a connection that is silent for a minute, some for half of one
TICKS_A_SECOND = 10  # of uvicorn's own clock
FILES_OF_OUR_OWN = 200  # file descriptors that connections leave to the lab book, libraries and threads
ROUNDS_OF_GARBAGE = (
    20_000,
    20,
    50,
)  # Sessions make no garbage in circles, but keep much: looking for some costs a tenth of all time
SWITCH_INTERVAL = 0.0005  # seconds: threads in pure Python hand the interpreter on so often

# The end takes two seconds and a half at most, and usually a tenth of that:
KEEP = 0.6  # seconds for networks that train to be kept as they stand …
GOODBYE = 0.3  # seconds for the sockets to say goodbye, and as much again for the sessions to end …
GRACE = 1  # … and for the files that are still being sent


class _Server(uvicorn.Server):
    """Tells when it answers, and says goodbye before it cuts the sockets."""

    def __init__(
        self, config: uvicorn.Config, answers: Callable[[], None], goodbye: Callable[[], Awaitable[None]]
    ) -> None:
        super().__init__(config)
        self._answers = answers
        self._goodbye = goodbye

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._answers()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Uvicorn repeats a signal after its polite end, which would make that end look like a fault."""
        with super().capture_signals():
            yield
            self._captured_signals.clear()

    async def on_tick(self, counter: int) -> bool:
        """Once a second, also end the connections that are overdue."""
        if counter % TICKS_A_SECOND == 0:
            cut_overdue(self.server_state.connections, asyncio.get_running_loop().time())
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()  # nobody new comes in while the others leave
        await self._goodbye()
        await super().shutdown(sockets)


def serve(app: FastAPI, listener: socket.socket, answers: Callable[[], None], log: LogForm = "text") -> None:
    """Serve until a signal to end comes.

    Args:
        answers: called once the server answers requests.
        log: how events are written.
    """
    set_up_log(log)
    tune()
    build_server(app, answers).run([listener])


def tune() -> None:
    """Set this process up for live networks."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    be_frugal()
    gc.set_threshold(*ROUNDS_OF_GARBAGE)


def build_server(app: FastAPI, answers: Callable[[], None]) -> uvicorn.Server:
    """Uvicorn, set up to behave."""

    async def say_goodbye() -> None:
        await app.state.lifespan.keep(KEEP)
        ending = asyncio.create_task(app.state.lifespan.end())
        await asyncio.gather(app.state.sockets.all_gone(GOODBYE), app.state.classroom.end(GOODBYE))
        await asyncio.wait([ending], timeout=GOODBYE)

    settings = uvicorn.Config(
        app,
        http=cast(Any, partial(LimitedHttp, places=places())),
        ws=AbortableWebSocket,
        ws_max_size=LONGEST_TAKEN_IN,
        ws_ping_interval=PING_EVERY,
        ws_per_message_deflate=False,  # costs many times the processor time of a frame
        timeout_graceful_shutdown=GRACE,
        log_config=None,
        log_level=logging.WARNING,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # web/behind_proxy.py reads them
    )
    return _Server(settings, answers, say_goodbye)


def places() -> Places:
    """As many connections as there are file descriptors for; the limit is raised as far as the system lets us."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return Places()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = Places().in_all + FILES_OF_OUR_OWN
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    usable = most if soft == resource.RLIM_INFINITY else max(soft, most)
    in_all = max(1, min(Places().in_all, usable - FILES_OF_OUR_OWN))
    return Places(in_all, max(1, in_all // 2))


def leave() -> None:
    """End the process at once: a kernel that is still being compiled cannot be interrupted, nor waited for."""
    sys.stdout.flush()
    sys.stderr.flush()
    logging.shutdown()
    os._exit(0)
