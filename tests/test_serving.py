"""The server as it is run: tells when it answers, says goodbye before it cuts anybody off, keeps a calm log, ends."""

import asyncio
import logging
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from fastapi import FastAPI

from glassbox.listening import listen
from glassbox.serving import GOODBYE, build_server

ROOT = Path(__file__).parents[1]


@pytest.fixture
def told():
    """What happened, in order."""
    return []


@pytest.fixture
def app(told):
    """An application that only notes down how it ends."""

    async def end():
        told.append("sessions end")

    async def all_gone(seconds):
        told.append(f"sockets have {seconds} s")
        with suppress(OSError), socket.create_connection(app.address, timeout=1):
            told.append("somebody new came in")

    app = FastAPI()
    app.state.lifespan, app.state.sockets = SimpleNamespace(end=end), SimpleNamespace(all_gone=all_gone)
    return app


def test_it_tells_when_it_answers_and_says_goodbye_while_nobody_new_comes_in(app, told):
    with listen("127.0.0.1", 0, 30) as listener:
        app.address = listener.getsockname()

        def answers():
            with socket.create_connection(app.address, timeout=1):
                told.append("it answers")
            server.should_exit = True

        server = build_server(app, answers)
        asyncio.run(server.serve([listener]))
    assert told[0] == "it answers"
    assert sorted(told[1:]) == ["sessions end", f"sockets have {GOODBYE} s"]


def test_sessions_that_do_not_end_are_not_waited_for(app, told, monkeypatch):
    async def never():
        await asyncio.Event().wait()

    monkeypatch.setattr("glassbox.serving.GOODBYE", 0.01)
    app.state.lifespan.end = never
    with listen("127.0.0.1", 0, 30) as listener:
        app.address = listener.getsockname()
        server = build_server(app, lambda: setattr(server, "should_exit", True))
        asyncio.run(asyncio.wait_for(server.serve([listener]), 10))
    assert told == ["sockets have 0.01 s"]


def test_neither_requests_nor_the_servers_name_are_told(app):
    config = build_server(app, lambda: None).config
    assert (config.access_log, config.server_header, config.log_level) == (False, False, logging.WARNING)
    assert not config.ws_per_message_deflate


def said_by(code, *options):
    """What a process of its own writes: its output and its log."""
    done = subprocess.run([sys.executable, *options, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


SPEAK = """
import logging, warnings
from glassbox.serving import calm_log
calm_log()
logging.getLogger("glassbox.web").info("one of ours")
logging.getLogger("library").info("chatter")
logging.getLogger("library").warning("trouble")
warnings.warn("for developers")
"""


def test_the_log_has_a_line_for_each_event_and_of_libraries_only_trouble():
    _, _, log = said_by(SPEAK)
    assert [line.split("  ", 1)[1] for line in log.splitlines()] == ["one of ours", "trouble"]
    assert all(line[2] == line[5] == ":" for line in log.splitlines())


def test_developers_may_ask_for_warnings():
    assert "UserWarning: for developers" in said_by(SPEAK, "-W", "default")[2]


LEAVE = """
import threading
from glassbox.serving import leave
threading.Thread(target=threading.Event().wait).start()
print("the last word", end="")
leave()
"""


def test_leaving_waits_for_no_thread_but_loses_no_word():
    assert said_by(LEAVE) == (0, "the last word", "")
