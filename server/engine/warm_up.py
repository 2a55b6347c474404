"""Compiles every kernel before it is needed, or loads it from the cache, and tells how far it is."""

import logging
from collections.abc import Callable

from glassbox.engine._jit import clear_cache, do_without_cache
from glassbox.engine.first_runs import AHEAD, PARTS
from glassbox.engine.parallel_compile import compiling_ahead, finish

Report = Callable[[int, int, str], None]

logger = logging.getLogger(__name__)


def warm_up(report: Report) -> None:
    """Run each kernel once.

    Args:
        report: told (done, total, what is next) before each part and after the last.
    """
    with compiling_ahead() as process:
        for done, (name, part) in enumerate(PARTS.items()):
            report(done, len(PARTS), name)
            if name in AHEAD:
                finish(process)
            _despite_broken_cache(part)
    report(len(PARTS), len(PARTS), "done")


def _despite_broken_cache(part: Callable[[], None]) -> None:
    """Files of the cache may be truncated, by a full disk for instance: then compile anew."""
    try:
        part()
    except Exception:
        logger.warning("The cache of compiled kernels could not be read; compiling anew")
        clear_cache()
        _despite_useless_folder(part)


def _despite_useless_folder(part: Callable[[], None]) -> None:
    """Its disk may be full, or have become read-only: then the next start compiles once more."""
    try:
        part()
    except OSError as reason:
        logger.warning("Compiled kernels cannot be kept (%s); the next start compiles them again", reason.strerror)
        do_without_cache()
        part()
