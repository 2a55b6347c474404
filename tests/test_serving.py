"""The server as it is run: tells when it answers, says goodbye before it cuts anybody off, keeps a calm log, ends."""

import asyncio
import logging
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from fastapi import FastAPI

from glassbox import serving
from glassbox.config import Config
from glassbox.listening import listen
from glassbox.serving import FILES_OF_OUR_OWN, GOODBYE, build_server, places
from glassbox.web.uvicorn_http import Places
from tests.web.test_uvicorn_websocket import HANDSHAKE

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
    app.state.lifespan, app.state.sockets = SimpleNamespace(keep=nothing, end=end), SimpleNamespace(all_gone=all_gone)
    app.state.classroom = SimpleNamespace(end=asyncio.sleep)
    return app


async def nothing(seconds):
    """Nothing is to be kept."""


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
        asyncio.run(asyncio.wait_for(server.serve([listener]), 60))
    assert told == ["sockets have 0.01 s"]


def test_neither_requests_nor_the_servers_name_are_told(app):
    config = build_server(app, lambda: None).config
    assert (config.access_log, config.server_header, config.log_level) == (False, False, logging.WARNING)
    assert not config.ws_per_message_deflate


@pytest.fixture
def waiting():
    """An application whose sockets say nothing."""

    async def app(scope, receive, send):
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.accept"})
            await receive()

    app.state = SimpleNamespace(lifespan=SimpleNamespace(keep=nothing, end=asyncio.Event().wait))
    app.state.sockets = SimpleNamespace(all_gone=asyncio.sleep)
    app.state.classroom = SimpleNamespace(end=asyncio.sleep)
    return app


@contextmanager
def served(app):
    """Where it is served."""
    answers = threading.Event()
    with listen("127.0.0.1", 0, 30) as listener:
        server = build_server(app, answers.set)
        server.config.lifespan = "off"
        thread = threading.Thread(target=asyncio.run, args=(server.serve([listener]),))
        thread.start()
        assert answers.wait(60)
        yield listener.getsockname()
        server.should_exit = True
        thread.join(60)


def test_an_idle_page_gets_a_sign_of_life_before_a_proxy_cuts_it(waiting, monkeypatch):
    """Proxies cut a line that is silent for a minute; some for half of one."""
    assert 0 < serving.PING_EVERY < 30
    monkeypatch.setattr(serving, "PING_EVERY", 0.05)
    pings = 0
    with served(waiting) as (host, port), socket.create_connection((host, port), timeout=60) as page:
        page.sendall(HANDSHAKE)
        heard = page.recv(4096)
        assert heard.startswith(b"HTTP/1.1 101")
        heard = heard.partition(b"\r\n\r\n")[2]
        while pings < 2:
            while len(heard) < 6:
                heard += page.recv(4096)
            ping, heard = heard[:6], heard[6:]
            assert ping[:2] == bytes([0x89, 4])  # a ping with four bytes, which come back
            page.sendall(bytes([0x8A, 0x84, 0, 0, 0, 0]) + ping[2:])
            pings += 1


def test_messages_have_twice_the_room_of_what_is_allowed_so_that_a_refusal_is_a_sentence(app):
    assert build_server(app, lambda: None).config.ws_max_size == 2 * Config().longest_message


def test_there_are_file_descriptors_for_the_places_and_some_more():
    resource = pytest.importorskip("resource")
    most = places()
    assert 1 <= most.of_one <= most.in_all <= Places().in_all
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert soft == resource.RLIM_INFINITY or most.in_all == 1 or most.in_all + FILES_OF_OUR_OWN <= soft


@pytest.mark.parametrize(
    ("limits", "raised", "expected"),
    [
        ((1024, 1_000_000), (4200, 1_000_000), Places(4000, 2000)),
        ((1024, 1024), None, Places(824, 412)),
        ((100, 100), None, Places(1, 1)),
        ((10_000, 10_000), None, Places(4000, 2000)),
        ((-1, -1), None, Places(4000, 2000)),
    ],
)
def test_the_limit_on_files_is_raised_as_far_as_the_system_lets_us(monkeypatch, limits, raised, expected):
    resource, told = pytest.importorskip("resource"), []
    monkeypatch.setattr(resource, "getrlimit", lambda which: limits)
    monkeypatch.setattr(resource, "setrlimit", lambda which, pair: told.append(pair))
    assert places() == expected
    assert told == ([raised] if raised else [])


def said_by(code, *options):
    """What a process of its own writes: its output and its log."""
    done = subprocess.run([sys.executable, *options, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


SPEAK = """
import logging, warnings
from glassbox.log import set_up_log
set_up_log("text")
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
