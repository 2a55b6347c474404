"""Measures how fast a run trains: to show it, and to hand kernels portions of work that fit a time slice."""

from collections import deque

WINDOW = 2.0  # seconds over which the shown speed is averaged
FIRST_GUESS = 1e-3  # seconds a step, until measured
SHORTEST_PORTION = 1
LARGEST_PORTION = 1 << 30
SMOOTHING = 0.3


class Speedometer:
    """Steps a second as shown, and seconds a step as computed."""

    def __init__(self) -> None:
        self._seconds_per_step = FIRST_GUESS
        self._trained: deque[tuple[float, int]] = deque()
        self._sum = 0

    def steps_in(self, seconds: float) -> int:
        """How many steps fit into so much time; at least one."""
        return min(max(int(seconds / self._seconds_per_step), SHORTEST_PORTION), LARGEST_PORTION)

    def calibrate(self, steps: int, seconds: float) -> None:
        """Learn from a portion of work."""
        measured = max(seconds / steps, 1e-9)
        if measured < self._seconds_per_step / 4:
            self._seconds_per_step = measured * 2
        else:
            self._seconds_per_step += SMOOTHING * (measured - self._seconds_per_step)

    def add(self, steps: int, began: float, ended: float) -> None:
        """Count a slice's steps towards the shown speed."""
        if not self._trained:
            self._trained.append((began, 0))
        self._trained.append((ended, steps))
        self._sum += steps
        while len(self._trained) > 2 and self._trained[0][0] < ended - WINDOW:
            self._sum -= self._trained.popleft()[1]

    def rate(self, now: float) -> float:
        """Steps a second over the last moments."""
        if not self._trained:
            return 0.0
        since, first = self._trained[0]
        return (self._sum - first) / max(now - since, 1e-3)

    def rest(self) -> None:
        """Training pauses: the shown speed begins anew."""
        self._trained.clear()
        self._sum = 0
