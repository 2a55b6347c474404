"""Which points of a run's record are still to be told to the page; a frame that is replaced unsent has told nothing."""

from collections import deque

import numpy as np

from glassbox.protocol import frames
from glassbox.run.past.curves import Curves


class NewPoints:
    """Of the curves that one page is shown, whichever these are."""

    def __init__(self) -> None:
        self._told_of: tuple[Curves, int] | None = None  # and the branch: a page drops frames of the one before
        self._known = 0  # the number of the last point that is on its way to the page
        self._told: deque[tuple[int, int]] = deque()  # frames that may still be sent, each with its last point's number

    def of(self, curves: Curves, frame: int, sent: int) -> frames.Points:
        """Those that the frame of this number is to tell.

        Args:
            sent: the number of the last frame that is on its way to the page.
        """
        if self._told_of != (curves, curves.branch):
            self._told_of, self._known = (curves, curves.branch), 0
            self._told.clear()
        while self._told and self._told[0][0] <= sent:
            self._known = self._told.popleft()[1]
        self._told.append((frame, curves.last_number))
        first, columns = curves.since(self._known)
        return frames.Points(first, np.array(columns, "<f8").tobytes() if columns[0] else b"")
