"""A real PostgreSQL to test against: the one that GLASSBOX_TEST_POSTGRES names by its URL,
or a throwaway one of this machine.

The throwaway server listens at a socket in a folder of its own, nowhere else, and goes with that folder when the tests
end.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

GIVEN = os.environ.get("GLASSBOX_TEST_POSTGRES", "")
USUAL_PLACES = (
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "opt/homebrew/opt/postgresql*/bin",
    "usr/local/opt/postgresql*/bin",
)
NOBODYS = "postgres"  # the user as whom it runs where the tests run as root, whom it refuses
SETTINGS = "-c listen_addresses= -c fsync=off -c unix_socket_directories="


def _programs():
    """The folder with the server's programs, of the newest that is installed; None where there is none."""
    if os.name != "posix" or find_spec("psycopg") is None:
        return None
    on_path = [Path(found).parent for found in [shutil.which("initdb")] if found]
    usual = [folder for place in USUAL_PLACES for folder in sorted(Path("/").glob(place), reverse=True)]
    return next(
        (folder for folder in [*on_path, *usual] if all((folder / name).exists() for name in ("initdb", "pg_ctl"))),
        None,
    )


PROGRAMS = None if GIVEN else _programs()
needs_a_server = pytest.mark.skipif(
    not (GIVEN or PROGRAMS), reason="there is no PostgreSQL, with psycopg, to test against"
)


@cache
def server():
    """The server's URL, once it can be used; skips the test if the one of this machine does not start."""
    return GIVEN or _start()


def _start():
    folder = Path(tempfile.mkdtemp(prefix="glassbox-postgres-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    try:
        as_whom = _hand_over(folder)
        _run("initdb", "-D", folder / "data", "-U", "glassbox", "--auth=trust", "--no-sync", as_whom=as_whom)
        options = SETTINGS + str(folder)
        _run("pg_ctl", "start", "-w", "-D", folder / "data", "-l", folder / "log", "-o", options, as_whom=as_whom)
    except (OSError, LookupError, subprocess.SubprocessError) as error:
        pytest.skip(f"PostgreSQL is installed but does not start here: {error}")
    atexit.register(_run, "pg_ctl", "stop", "-m", "immediate", "-D", folder / "data", as_whom=as_whom)
    return f"postgresql://glassbox@/postgres?host={folder}"


def _hand_over(folder):
    """Whose the folder is now, as arguments of `subprocess.run`."""
    if os.geteuid() != 0:
        return {}
    shutil.chown(folder, NOBODYS, NOBODYS)
    return {"user": NOBODYS, "group": NOBODYS, "extra_groups": []}


def _run(program, *arguments, as_whom):
    subprocess.run(
        [PROGRAMS / program, *arguments], check=True, timeout=60, cwd="/", stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **as_whom,
    )  # fmt: skip
