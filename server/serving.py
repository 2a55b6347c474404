"""Runs the application with uvicorn, for the command line: calm log, quick and polite end."""

import asyncio
import gc
import logging
import os
import socket
import sys
import warnings
from collections.abc import Awaitable, Callable
from contextlib import suppress

import uvicorn
from fastapi import FastAPI

from glassbox.session.memory import be_frugal
from glassbox.web.uvicorn_websocket import AbortableWebSocket

LONGEST_TAKEN_IN = 16 * 1024 * 1024  # bytes of a message; far more than allowed, so that the answer is a sentence
ROUNDS_OF_GARBAGE = (
    20_000,
    20,
    50,
)  # Sessions make no garbage in circles, but keep much: looking for some costs a tenth of all time
SWITCH_INTERVAL = 0.0005  # seconds: threads in pure Python hand the interpreter on so often

# The end takes at most two seconds in all:
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

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()  # nobody new comes in while the others leave
        await self._goodbye()
        await super().shutdown(sockets)


def serve(app: FastAPI, listener: socket.socket, answers: Callable[[], None]) -> None:
    """Serve until a signal to end comes.

    Args:
        answers: called once the server answers requests.
    """
    calm_log()
    sys.setswitchinterval(SWITCH_INTERVAL)
    be_frugal()
    gc.set_threshold(*ROUNDS_OF_GARBAGE)
    with suppress(KeyboardInterrupt):  # uvicorn has ended politely, and repeats the signal afterwards
        build_server(app, answers).run([listener])


def build_server(app: FastAPI, answers: Callable[[], None]) -> uvicorn.Server:
    """Uvicorn, set up to behave."""

    async def say_goodbye() -> None:
        ending = asyncio.create_task(app.state.lifespan.end())
        await app.state.sockets.all_gone(GOODBYE)
        await asyncio.wait([ending], timeout=GOODBYE)

    settings = uvicorn.Config(
        app,
        ws=AbortableWebSocket,
        ws_max_size=LONGEST_TAKEN_IN,
        ws_per_message_deflate=False,  # costs many times the processor time of a frame
        timeout_graceful_shutdown=GRACE,
        log_config=None,
        log_level=logging.WARNING,
        access_log=False,
        server_header=False,
    )
    return _Server(settings, answers, say_goodbye)


def calm_log() -> None:
    """One line per event, with the time of day; other libraries speak up only when something is wrong."""
    logging.basicConfig(format="%(asctime)s  %(message)s", datefmt="%H:%M:%S", level=logging.WARNING)
    logging.getLogger("glassbox").setLevel(logging.INFO)
    if not sys.warnoptions:  # what libraries think of each other's use is for developers, who ask for it with -W
        warnings.simplefilter("ignore")


def leave() -> None:
    """End the process at once: a kernel that is still being compiled cannot be interrupted, nor waited for."""
    sys.stdout.flush()
    sys.stderr.flush()
    logging.shutdown()
    os._exit(0)
