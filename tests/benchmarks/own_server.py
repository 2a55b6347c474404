"""Starts the playground's server for a measurement, as a person would, and ends it afterwards."""

import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

PATIENCE = 30.0  # seconds until it must answer
FAREWELL = 5.0  # seconds it has to end by itself


@contextmanager
def own_server(python=sys.executable, *options):
    """The address of the WebSocket and the process id of a server that runs inside the `with` block.

    `python`: the interpreter of the environment whose Glassbox is started; `options`: of its command.
    """
    port = _free_port()
    command = [python, "-m", "glassbox", "--host", "127.0.0.1", "--port", str(port), "--no-browser", *options]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _wait_for(port, server)
        yield f"ws://127.0.0.1:{port}/ws", server.pid
    finally:
        _end(server)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port, server):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise SystemExit("The server ended at once; what it said is above. Try: python -m glassbox --no-browser")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"The server did not answer within {PATIENCE:.0f} seconds.")


def _end(server):
    server.send_signal(signal.SIGINT)
    try:
        server.wait(FAREWELL)
    except subprocess.TimeoutExpired:
        server.kill()
