"""Work that is done a slice at a time by whoever owns it, until it is done."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable


class Sliced(ABC):
    """Plain and synchronous: whoever owns it calls `work` again and again."""

    @property
    @abstractmethod
    def is_done(self) -> bool:
        """Whether nothing is left to do."""

    def work(self, budget: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Go on for about so many seconds; a little way at least."""
        end = clock() + budget
        while not self.is_done:
            self._advance()
            if clock() >= end:
                break

    @abstractmethod
    def _advance(self) -> None:
        """A little further."""
