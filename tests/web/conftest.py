"""Running servers for the tests of the web room: with a fake front desk, whose sessions tests play,
or with the real one.
"""

import asyncio
import json
import threading
import time
from contextlib import contextmanager

import httpx2 as httpx
import pytest
from starlette.testclient import TestClient
from websockets.sync.client import connect

from glassbox.app import compile_kernels, create_app
from glassbox.config import Config
from glassbox.listening import listen
from glassbox.serving import build_server
from glassbox.session import registry as real
from tests.sentences import read
from tests.web.fake_registry import Registry

PATIENCE = 60.0  # seconds until a condition that never comes fails the test


def until(condition, within=PATIENCE):
    """Wait until the condition holds, and return what it gave."""
    deadline = time.monotonic() + within
    while not (value := condition()):
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.005)
    return value


class RunningServer:
    """A real server in a thread, with its registry."""

    def __init__(self, config, registry, port):
        self.config = config
        self.registry = registry
        self.port = port
        self.loop = None
        self.answers = threading.Event()
        self.stop = None
        self.thread = None

    @property
    def url(self):
        return f"ws://127.0.0.1:{self.port}/ws"

    def do(self, call, *values):
        """Call on the server's own loop."""

        async def run():
            return call(*values)

        return asyncio.run_coroutine_threadsafe(run(), self.loop).result(PATIENCE)


def compile_nothing(report):
    """The fake sessions need no kernels."""
    report(1, 1, "nothing")


@contextmanager
def running(config, registry_class=Registry, warm_up=compile_nothing):
    registry = registry_class(config)
    listener = listen("127.0.0.1", 0, config.not_reading_after)
    running_server = RunningServer(config, registry, listener.getsockname()[1])
    app = create_app(config, registry, warm_up)
    server = build_server(app, running_server.answers.set)
    running_server.stop = lambda: setattr(server, "should_exit", True)

    async def serve():
        running_server.loop = asyncio.get_running_loop()
        await server.serve([listener])

    thread = running_server.thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    try:
        assert running_server.answers.wait(PATIENCE)
        yield running_server
    finally:
        running_server.stop()
        thread.join(PATIENCE)


def really_running(config, warm_up=compile_kernels):
    """A running server with real sessions."""
    return running(config, real.Registry, warm_up)


@pytest.fixture
def live():
    """A running server with the usual limits."""
    with running(Config()) as server:
        yield server


@pytest.fixture
def client():
    """Plain HTTP, and sockets without a network."""
    config = Config(allowed_hosts=("box.example",))
    app = create_app(config, Registry(config), lambda report: None)
    with TestClient(app, base_url="http://localhost:8000", raise_server_exceptions=False) as test_client:
        yield test_client


@pytest.fixture(scope="module")
def shared_server():
    """A running server for tests that leave nothing behind."""
    with running(Config()) as server:
        yield server


@pytest.fixture(scope="module")
def real_server():
    """A running server with real sessions, whose kernels are compiled or soon will be."""
    with really_running(Config()) as server:
        yield server


@contextmanager
def live_session(server, **opening):
    """The name of a session that can train, as long as the page is there that opens it with such a first message."""
    with connect(server.url) as socket:
        socket.send(json.dumps({"type": "open", **opening}))
        name = None
        for text in socket:
            message = read(text) if isinstance(text, str) else {}
            name = name or message.get("session")
            if message.get("type") == "ready" or message.get("ready") or isinstance(text, bytes):
                break
        yield name


@pytest.fixture
def session(real_server):
    """The name of a live session."""
    with live_session(real_server, settings={"hidden": [{"units": 3, "activation": None}]}) as name:
        yield name


@pytest.fixture
def http(real_server):
    with httpx.Client(base_url=f"http://127.0.0.1:{real_server.port}") as client:
        yield client
