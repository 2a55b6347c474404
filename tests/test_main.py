"""The command as a person runs it: help, addresses, a taken port, and an end within two seconds."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from glassbox.__main__ import command
from tests.process import COMMAND, ServerProcess

README = Path(__file__).parents[1] / "README.md"
ENDS_WITHIN = 30.0  # seconds; in less than one where the machine has time for it


def run(*options, **environment):
    """What the command says when it ends by itself."""
    return subprocess.run(
        [*COMMAND, *options], capture_output=True, text=True, timeout=240,
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


NO_COUNTS = ["0", "-1", "1.5", "many", "99999999999999999999", "inf", ""]
NO_SECONDS = ["-1", "1e12", "nan", "inf", "-inf", "soon", ""]
BOUNDS = {  # of each option: what is refused; None for those that take anything, or no value
    "host": ["", " "],
    "port": ["-1", "65536", "1e3", "web", ""],
    "browser": None,
    "no-browser": None,
    "allowed-host": ["", "http://box.example", "box.example:8000", "a/b", "a" * 300, "*"],
    "root-path": ["/api", "static/x", "/a//b", "//a", "/a/../b", "/a?b", "/a#b", "http://box.example/a", "/a b"],
    "trusted-proxy": ["", "*", "box.example", "10.0.0.0/33", "10.0.0.1:80", "10.0.0.1,10.0.0.2", "300.1.1.1"],
    "most-sessions": NO_COUNTS, "most-parameters": NO_COUNTS, "timeline-memory": NO_COUNTS, "threads": NO_COUNTS,
    "front": ["", "1", "0/2", "3/2", "1/65", "a/b"],
    "processes": ["-1", "65", "1e1", "two", ""],
    "pause-after": NO_SECONDS, "forget-after": NO_SECONDS, "not-reading-after": NO_SECONDS,
    "data-folder": [__file__],
    "lessons-folder": [__file__],
    "database-url": None,  # one that cannot be used is told on the page: everything else works without it
    "cluster": ["scheduler", "scheduler.example:8786", "http://a:1", "tls://a", "tls://a:99999", "tcp://192.0.2.7:1"],
    "cluster-ca": ["/none.pem", "/"],
    "cluster-cert": ["/none.pem", "/"],
    "cluster-key": ["/none.pem", "/"],
    "trust-network": None,
    "rooms": ["", "everyone", "Key"],
    "room-key": None,  # asked for with --rooms key alone
    "most-rooms": NO_COUNTS, "most-members": NO_COUNTS,
    "version": None,
    "log": ["xml", ""],
    "metrics": ["everybody", ""],
    "help": None,
}  # fmt: skip
REFUSED = [(name, value) for name, values in BOUNDS.items() for value in values or ()]


def refuses(arguments, **environment):
    """What the command says before anything is opened."""
    return CliRunner().invoke(command, arguments, env=environment, prog_name="glassbox")


def told(answer):
    """Its sentence in one line, without the frame that it stands in."""
    return " ".join(answer.output.replace("│", " ").split())


def test_the_walk_knows_every_option():
    options = get_command(command).params
    names = {name.removeprefix("--") for option in options for name in (*option.opts, *option.secondary_opts)}
    assert names == set(BOUNDS) - {"help"}


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_every_option_has_bounds(name, value, monkeypatch):
    monkeypatch.setattr("glassbox.__main__._run", lambda *_: pytest.fail("it started"))
    answer = refuses([f"--{name}", value])
    assert (answer.exit_code, type(answer.exception)) == (2, SystemExit)
    assert f"--{name}" in told(answer) and "Invalid value" in told(answer)


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, value in REFUSED if value.strip()])
def test_so_has_every_variable_of_the_environment(name, value, monkeypatch):
    monkeypatch.setattr("glassbox.__main__._run", lambda *_: pytest.fail("it started"))
    answer = refuses([], **{f"GLASSBOX_{name.upper().replace('-', '_')}": value})
    assert (answer.exit_code, type(answer.exception)) == (2, SystemExit)
    assert "Invalid value" in told(answer)


@pytest.mark.parametrize("name", ["box.example", "box", "192.0.2.7", "2001:db8::1", "a-b.c_d"])
def test_names_and_addresses_are_allowed_hosts(name, monkeypatch):
    begun = []
    monkeypatch.setattr("glassbox.__main__._run", lambda config, browser: begun.append(config.allowed_hosts))
    assert refuses(["--allowed-host", name]).exit_code == 0
    assert begun == [(name,)]


@pytest.fixture
def started_with(monkeypatch):
    """The operator's choices by such arguments and variables."""
    begun = []
    monkeypatch.setattr("glassbox.__main__._run", lambda config, browser: begun.append((config, browser)))

    def started_with(*arguments, **environment):
        assert refuses(arguments, **environment).exit_code == 0
        return begun[-1]

    return started_with


def test_a_container_is_set_up_by_variables_alone(started_with):
    config, browser = started_with(
        GLASSBOX_HOST="0.0.0.0", GLASSBOX_PORT="80", GLASSBOX_BROWSER="no", GLASSBOX_DATA_FOLDER="/data",
        GLASSBOX_ROOT_PATH="/glassbox", GLASSBOX_TRUSTED_PROXY="172.16.0.0/12 fd00::/8",
        GLASSBOX_ALLOWED_HOST="play.example.org board.example.org",
    )  # fmt: skip
    assert (config.host, config.port, browser, config.data_folder) == ("0.0.0.0", 80, False, Path("/data"))
    assert config.root_path == "/glassbox"
    assert config.trusted_proxies == ("127.0.0.1", "::1", "172.16.0.0/12", "fd00::/8")
    assert config.allowed_hosts == ("play.example.org", "board.example.org")


@pytest.mark.parametrize("path", ["/a/b", "a/b", "/a/b/", "a/b/"])
def test_a_root_path_may_be_written_with_slashes_or_without(started_with, path):
    assert started_with("--root-path", path)[0].root_path == "/a/b"


def test_an_address_within_a_network_names_the_network(started_with):
    assert started_with("--trusted-proxy", "10.1.2.3/8")[0].trusted_proxies[-1] == "10.0.0.0/8"


@pytest.mark.parametrize("arguments", [["--rooms", "key"], ["--rooms", "key", "--room-key", "short"]])
def test_a_room_key_that_could_be_guessed_is_refused(arguments):
    result = refuses(arguments)
    assert result.exit_code == 2 and "at least 8 signs" in " ".join(result.output.replace("│", " ").split())


def test_a_room_key_is_what_teachers_are_asked_for(started_with):
    config = started_with("--rooms", "key", "--room-key", "long enough")[0]
    assert (config.rooms, config.room_key) == ("key", "long enough") and "long enough" not in repr(config)


def test_processes_of_this_machine_and_a_cluster_are_not_had_at_once():
    answer = run("--processes", "2", "--cluster", "tls://scheduler.example:8786")
    assert answer.returncode == 2 and "--cluster" in answer.stderr and "glassbox host" in answer.stderr


EDGES = [
    ["--most-sessions", "10000"], ["--most-parameters", "1000000000"], ["--timeline-memory", "1000000"],
    ["--pause-after", "0"], ["--forget-after", "31622400"], ["--not-reading-after", "86400"], ["--threads", "1024"],
    ["--database-url", "nonsense"], ["--data-folder", "/proc/none"], ["--root-path", "/a/b"],
    ["--trusted-proxy", "0.0.0.0/0"], ["--most-rooms", "1000"], ["--most-members", "2000"], ["--rooms", "anyone"],
    ["--processes", "1"], ["--front", "64/64"],
]  # fmt: skip


def test_with_every_option_at_its_edge_it_starts_and_ends_without_a_traceback():
    with ServerProcess(*[each for pair in EDGES for each in pair]) as server:
        with urllib.request.urlopen(server.address) as page:
            assert page.status == 200
        server.end(signal.SIGTERM)
        assert server.process.returncode == 0 and "Traceback" not in server.errors()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_during_imports_ends_it_quietly(how):
    """It ends itself in the midst of one, which a hook on imports stands in for."""
    code = f"""
import os, sys
class Hook:
    def find_spec(self, name, path=None, target=None):
        if name == "typer":
            os.kill(os.getpid(), {int(how)})
sys.meta_path.insert(0, Hook())
import glassbox.__main__
print("went on")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=240)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


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


def test_in_a_container_the_variables_of_the_readme_decide(tmp_path):
    """Its own lines, but for the place of the data; the kernels stay where they are compiled already."""
    image = re.search(r"```dockerfile\n(.*?)```", README.read_text("utf-8"), re.DOTALL)[1]
    lines = re.findall(r"^ENV (.*)$", image, re.MULTILINE)
    told = dict(pair.split("=", 1) for line in lines for pair in line.split())
    assert told.pop("XDG_CACHE_HOME").startswith(told["GLASSBOX_DATA_FOLDER"])
    told |= {"GLASSBOX_DATA_FOLDER": str(tmp_path / "data"), "GLASSBOX_ROOT_PATH": "/glassbox"}
    with ServerProcess(**told) as server:
        page = f"{server.address}/glassbox/"
        assert server.page == page
        with connect(f"{page.replace('http', 'ws', 1)}ws", origin=server.address) as socket:
            socket.send(json.dumps({"type": "open", "owner": "A" * 22}))
            session = json.loads(socket.recv(timeout=60))["session"]
            assert urllib.request.urlopen(f"{page}api/sessions/{session}/lab-book").status == 200
        assert (tmp_path / "data" / "labbook.sqlite3").is_file()
        assert "same network" in server.process.stdout.readline()  # it listens for others: 0.0.0.0


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
        assert json.loads(page.recv(timeout=60))["type"] == "welcome"
        page.send('{"type": "play"}')
        page.recv(timeout=60)
        assert seconds_to_end(server, how) < ENDS_WITHIN
        assert server.process.returncode == 0
        assert "Traceback" not in server.errors()
        with pytest.raises(ConnectionClosed):
            while True:
                last = page.recv(timeout=60)
        assert json.loads(last)["code"] == "server_stops"
        assert page.close_code == 4004


def test_it_ends_at_once_when_nobody_is_there():
    with ServerProcess() as server:
        assert seconds_to_end(server, signal.SIGINT) < ENDS_WITHIN
        assert server.process.returncode == 0
