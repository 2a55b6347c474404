"""Measures how fast a run trains: to show it, and to hand kernels portions of work that fit a time slice."""

from collections import deque

WINDOW = 2.0  # seconds over which the shown speed is averaged
SHORTEST_WINDOW = 0.25  # seconds; what was trained in less says little about a second
SECONDS_PER_PRODUCT = 1e-8  # a cautious first guess: of a step's parameters × samples
LARGEST_PORTION = 1 << 30
SMOOTHING = 0.3
MUCH_FASTER = 4  # times faster than thought: believed at once, but for a margin of 2


class Speedometer:
    """Steps a second as shown, and seconds a step as computed."""

    def __init__(self, products: int) -> None:
        self._products = products
        self._seconds_per_step = products * SECONDS_PER_PRODUCT
        self._trained: deque[tuple[float, int]] = deque()  # when slices ended, and how many steps each brought
        self._sum = 0

    def steps_in(self, seconds: float) -> int:
        """How many steps fit into so much time; at least one."""
        return min(max(int(seconds / self._seconds_per_step), 1), LARGEST_PORTION)

    def calibrate(self, steps: int, seconds: float) -> None:
        """Learn from a portion of work."""
        measured = max(seconds / steps, 1e-9)
        if measured < self._seconds_per_step / MUCH_FASTER:
            self._seconds_per_step = measured * 2
        else:
            self._seconds_per_step += SMOOTHING * (measured - self._seconds_per_step)

    def expect(self, products: int) -> None:
        """Steps are of so many products from here on: if of more, they take longer in proportion at most."""
        self._seconds_per_step *= max(products / self._products, 1.0)
        self._products = products

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
        since, before = self._trained[0]
        return (self._sum - before) / max(now - since, SHORTEST_WINDOW)

    def rest(self) -> None:
        """Training pauses: the shown speed begins anew."""
        self._trained.clear()
        self._sum = 0
