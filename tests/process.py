"""The server as a process of its own, started as a person starts it: for the tests of the command and of the page."""

import os
import re
import signal
import subprocess
import sys
import tempfile

COMMAND = [sys.executable, "-m", "glassbox"]
ENDS_WITHIN = 60  # seconds, on a busy machine
RUNS = re.compile(r"Glassbox runs at (http://127\.0\.0\.1:\d+)(/.*/)?")


class ServerProcess:
    """Starts with `with`, and is ended by its own process id at the end of it.

    Attributes: `address`: of the server. `page`: of the playground, as it is printed.
    """

    def __init__(self, *options, port=0, command=COMMAND, **environment):
        self._options = options
        self._port = port
        self._command = command
        self._environment = environment
        self._log = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed with this
        self.process = None
        self.address = self.page = None

    @property
    def port(self):
        return int(self.address.rpartition(":")[2])

    @property
    def socket_address(self):
        return self.address.replace("http", "ws", 1) + "/ws"

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.end(signal.SIGKILL)
        self._log.close()

    def start(self, command=None):
        """Start, at the same port as before if it was started before, and wait until it answers.

        Args:
            command: for this time, in place of its own.
        """
        command = [*(command or self._command), "--no-browser", "--port", str(self._port), *self._options]
        environment = {**os.environ, **self._environment}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=self._log, text=True, encoding="utf-8", env=environment
        )
        found = RUNS.fullmatch(self.process.stdout.readline().strip())
        assert found, f"the server did not start: {self.errors()}"
        self.address, self.page = found[1], found[1] + (found[2] or "")
        self._port = self.port

    def end(self, how=signal.SIGINT):
        """End it by a signal, and wait until it has ended."""
        self.process.send_signal(how)
        self.process.communicate(timeout=ENDS_WITHIN)

    def errors(self):
        """What it has written to its log so far."""
        self._log.seek(0)
        return self._log.read()
