"""A real cluster on this machine for tests: a scheduler and workers as processes of their own, with certificates.

Each is started as a person starts it, but for a worker's kernels, which its own tests compile.
"""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import trustme

from glassbox.cluster.address import Address

PATIENCE = 60.0  # seconds at most for what another process does
ROOT = Path(__file__).parents[2]  # workers are to find tests/cluster/pieces.py
WORKER = """
import sys
from glassbox.cluster.address import Address, NotUsed
from glassbox.cluster.processes import work_together
from tests.cluster.pieces import prepare
if __name__ == "__main__":
    try:
        work_together(Address(*sys.argv[2:]), int(sys.argv[1]), prepare, lambda line: print(line, flush=True))
    except NotUsed as reason:
        sys.exit(str(reason))
"""


class Cluster:
    """Its processes by the folder that has their certificates; `address` once there is a scheduler."""

    def __init__(self, folder):
        self._folder, self._started = folder, []
        self.certificates = certificates(folder)
        self.address = None
        self._worker = folder / "worker.py"
        self._worker.write_text(WORKER)

    def schedule(self):
        """Start the scheduler, at the same port as before if there was one."""
        text = self.address.text if self.address else "tls://127.0.0.1:0"
        options = zip(("--cluster-ca", "--cluster-cert", "--cluster-key"), self.certificates, strict=True)
        process = self.start(["-m", "glassbox", "scheduler", text, *(str(each) for pair in options for each in pair)])
        line = process.stdout.readline()
        found = re.search(r"tls://127\.0\.0\.1:\d+", line)
        assert found, f"the scheduler did not start: {line}"
        self.address = Address(found[0], *self.certificates)
        return process

    def work(self, count=1):
        """Start a machine with so many worker processes, and wait until they are ready."""
        process = self.start_work(count)
        for line in process.stdout:
            if line.startswith("Ready"):
                return process
        raise AssertionError("the worker did not become ready")

    def start_work(self, count=1):
        """The same without waiting."""
        return self.start([self._worker, str(count), self.address.text, *self.certificates])

    def end(self):
        """Kill everything that was started here, by their process ids."""
        for process in self._started:
            kill(process)

    def start(self, command):
        """A program of Python, whose lines can be read."""
        process = subprocess.Popen(
            [sys.executable, *map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        self._started.append(process)
        return process


def until(condition):
    """Wait for another process."""
    ends = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < ends, "it did not come about"
        time.sleep(0.02)


def certificates(folder):
    """PEM files of an authority, of a certificate by it, and of the key to that."""
    authority = trustme.CA()
    own = authority.issue_cert("127.0.0.1")
    files = folder / "ca.pem", folder / "cert.pem", folder / "key.pem"
    authority.cert_pem.write_to_path(files[0])
    own.cert_chain_pems[0].write_to_path(files[1])
    own.private_key_pem.write_to_path(files[2])
    return tuple(map(Path, files))


def members(process):
    """The worker processes of one machine."""
    return [child for child in psutil.Process(process.pid).children() if _is_member(child)]


def _is_member(child):
    try:
        return "spawn_main" in " ".join(child.cmdline())
    except psutil.NoSuchProcess:  # it has just died
        return False


def kill(process):
    """End it at once, with what it has started, and wait until it has ended."""
    if process.poll() is None:
        process.send_signal(signal.SIGKILL)
    process.communicate(timeout=20)
