"""The command as a person runs it: help, addresses, a taken port, and an end within two seconds."""

import json
import os
import re
import signal
import subprocess
import time
import urllib.request

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.process import COMMAND, ServerProcess

ENDS_WITHIN = 2.0  # seconds


def run(*options, **environment):
    """What the command says when it ends by itself."""
    return subprocess.run(
        [*COMMAND, *options], capture_output=True, text=True, timeout=30,
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb", **environment},
    )  # fmt: skip


def seconds_to_end(server, how):
    """How long it takes to end by a signal."""
    began = time.monotonic()
    server.end(how)
    return time.monotonic() - began


def test_help_explains_every_option():
    text = run("--help").stdout
    options = re.findall(r"^\W*--([a-z-]+)", text, re.MULTILINE)
    assert {"host", "port", "browser", "most-sessions", "pause-after", "forget-after", "threads"} <= set(options)
    for line in text.splitlines():
        if re.match(r"^\W*--[a-z-]+ ", line) and "--help" not in line:
            assert re.search(r"[A-Z][a-z ].{10,}", line), line


def test_the_version():
    answer = run("--version")
    assert answer.returncode == 0 and answer.stdout.startswith("glassbox ")


@pytest.mark.parametrize("options", [["--port", "65536"], ["--port", "web"], ["--threads", "0"], ["--loudly"]])
def test_wrong_options_are_refused(options):
    answer = run(*options)
    assert answer.returncode == 2 and options[0] in answer.stderr and "Traceback" not in answer.stderr


def test_a_taken_port_is_one_sentence():
    with ServerProcess() as server:
        port = str(server.port)
        answer = run("--no-browser", "--port", port)
        assert answer.returncode == 1
        assert answer.stderr.strip().count("\n") == 0 and "--port 0" in answer.stderr
        answer = run("--no-browser", GLASSBOX_PORT=port)  # options can come from the environment
        assert port in answer.stderr


def test_it_answers_and_tells_the_address_for_a_class():
    with ServerProcess("--host", "0.0.0.0") as server:
        with urllib.request.urlopen(server.address) as page:
            assert b'id="catalogue"' in page.read()
        line = server.process.stdout.readline()
        assert re.match(
            r"For a class on the same network: http://[0-9.]+:\d+|This machine seems to be on no network", line
        )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the browser that only tells its address needs a named pipe")
def test_it_opens_the_playground_in_the_browser(tmp_path):
    pipe, browser = tmp_path / "pipe", tmp_path / "browser"
    os.mkfifo(pipe)
    browser.write_text(f'#!/bin/sh\necho "$1" > "{pipe}"\n')
    browser.chmod(0o755)
    with ServerProcess("--browser", BROWSER=f"{browser} %s") as server:
        assert pipe.read_text().strip() == server.address


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_in_time_with_networks_running_and_sockets_open(how):
    """The first start still compiles, later ones train: it must end in time either way."""
    with ServerProcess() as server, connect(server.socket_address) as page:
        page.send('{"type": "open", "settings": {"speed": "full"}}')
        assert json.loads(page.recv(timeout=10))["type"] == "welcome"
        page.send('{"type": "play"}')
        page.recv(timeout=10)
        assert seconds_to_end(server, how) < ENDS_WITHIN
        assert server.process.returncode in (0, -how)
        assert "Traceback" not in server.errors()
        with pytest.raises(ConnectionClosed):
            while True:
                last = page.recv(timeout=5)
        assert json.loads(last)["code"] == "server_stops"
        assert page.close_code == 4004


def test_it_ends_at_once_when_nobody_is_there():
    with ServerProcess() as server:
        assert seconds_to_end(server, signal.SIGINT) < ENDS_WITHIN
        assert server.process.returncode == 0
