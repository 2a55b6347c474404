"""A second process that compiles kernels for pictures while the first compiles training: the first start is shorter.

    python -m glassbox.engine.parallel_compile

It fills the same cache and ends; it also ends when whoever started it does. Whatever goes wrong in it costs only time.
"""

import contextlib
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from glassbox.engine._jit import cache_folder

LONGEST = 120.0  # seconds; whoever has not finished by then is not waited for
ROOT = Path(__file__).parents[2]

logger = logging.getLogger(__name__)


@contextlib.contextmanager
def compiling_ahead() -> Iterator[subprocess.Popen[bytes] | None]:
    """The process while it works; None where it would not help, on one core or with kernels in the cache,
    and where none may be started.
    """
    process = _started() if _is_worthwhile() else None
    if process is None:
        yield None
        return
    with process:
        try:
            yield process
        finally:
            process.kill()


def _started() -> subprocess.Popen[bytes] | None:
    try:
        return subprocess.Popen(
            [sys.executable, "-m", __name__],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError as reason:
        logger.info("No second process helps to compile (%s), so the first start takes longer", reason.strerror)
        return None


def finish(process: subprocess.Popen[bytes] | None) -> None:
    """Wait until its kernels are in the cache, or it has failed."""
    if process is not None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(LONGEST)


def _is_worthwhile() -> bool:
    folder = cache_folder()
    return bool(sys.executable) and (os.cpu_count() or 1) > 1 and folder is not None and not any(folder.rglob("*.nbi"))


def _end_with_parent() -> None:
    """Its end of the pipe closes when it ends, however it does."""
    sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    from glassbox.engine.first_runs import AHEAD, PARTS  # once it would end with its parent

    threading.Thread(target=_end_with_parent, daemon=True).start()
    for part in AHEAD:
        PARTS[part]()
