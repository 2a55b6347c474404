"""A log for events that strangers cause: one line each, but a flood of them becomes a few lines and a count."""

import logging
from collections.abc import Callable

from glassbox.web.bucket import TokenBucket

LINES_A_SECOND = 0.1
LINES_IN_A_ROW = 5


class LimitedLog:
    """Writes warnings to `logger`, at most a few in a row; later lines tell how many were left out."""

    def __init__(self, logger: logging.Logger, clock: Callable[[], float]) -> None:
        self._logger = logger
        self._bucket = TokenBucket(LINES_A_SECOND, LINES_IN_A_ROW, clock)
        self._left_out = 0

    def note(self, line: str) -> None:
        """Log the line, unless there were too many of late."""
        if not self._bucket.take():
            self._left_out += 1
            return
        more = f" ({self._left_out} more such lines were left out)" if self._left_out else ""
        self._left_out = 0
        self._logger.warning("%s%s", line, more)
