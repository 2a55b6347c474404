"""Whether a network has its turns so late that one can see it, because more of them train than there is time for."""

LATE = 0.025  # seconds: as long as a frame at most, so that half of all frames are missing …
IN_TIME = 0.010
WEIGHT = 0.1  # of the newest turn in the mean
STEADY = 3.0  # seconds that either must last to be told: what comes and goes is no news


class Lateness:
    """Of one network.

    Attributes:
        is_slowed: whether it has been late for some seconds, and not been in time for as long since.
    """

    def __init__(self) -> None:
        self.is_slowed = False
        self._mean = 0.0  # seconds from when a turn was wanted to its beginning
        self._otherwise_since: float | None = None  # since when the mean speaks against what is said of it

    def begin_turn(self, now: float, wanted: float) -> None:
        """A turn begins that was wanted at a moment, which may be long ago: it counts as late by `STEADY` at most."""
        self._mean += WEIGHT * (min(max(now - wanted, 0.0), STEADY) - self._mean)
        is_otherwise = self._mean < IN_TIME if self.is_slowed else self._mean > LATE
        if not is_otherwise:
            self._otherwise_since = None
        elif self._otherwise_since is None:
            self._otherwise_since = now
        elif now - self._otherwise_since >= STEADY:
            self.is_slowed, self._otherwise_since = not self.is_slowed, None

    def rest(self) -> None:
        """It waits for nothing, and so is not late."""
        self.is_slowed, self._mean, self._otherwise_since = False, 0.0, None
