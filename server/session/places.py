"""Who may come in when places are scarce, and whose network makes room: plain rules over how sessions stand."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol, TypeVar

RESERVED = 0.1  # of all places: for addresses that hold few …
MANY = 0.5  # … which is less than this share
RETURNS_WITHIN = 10.0  # seconds in which a page whose line was cut is back


class Occupant(Protocol):
    """What is known of a session here."""

    client: str
    is_used: bool

    def seconds_unwatched(self) -> float:
        """For how long nobody has watched; 0 while somebody does."""


Taken = TypeVar("Taken", bound=Occupant)


@dataclass(frozen=True)
class Places:
    """So many, and how long a network that nobody watches keeps its own however many others want it.

    A class behind one address can have nearly all of them; whoever takes every place from one address finds the last
    ones reserved for others, and loses those that nobody watches as soon as they are wanted.
    """

    most: int
    pause_after: float

    def is_free(self, taken: Collection[Occupant], client: str) -> bool:
        """Whether one more from this address can come in as things are."""
        has_many = self._has_many(sum(each.client == client for each in taken))
        return len(taken) < self.most - (int(RESERVED * self.most) if has_many else 0)

    def next_to_go(self, taken: Collection[Taken]) -> Taken | None:
        """The one that makes room: one in which nothing was done yet; one of many from an address; one whose page is
        unlikely to come back. None if there is no such.
        """
        held = Counter(each.client for each in taken)
        kinds = [
            [each for each in taken if not each.is_used and each.seconds_unwatched() > 0],
            [each for each in taken if self._has_many(held[each.client]) and _has_gone(each, RETURNS_WITHIN)],
            [each for each in taken if _has_gone(each, self.pause_after)],
        ]
        candidates = next(filter(None, kinds), [])
        return max(candidates, key=lambda each: each.seconds_unwatched(), default=None)

    def _has_many(self, held: int) -> bool:
        return held >= max(MANY * self.most, 2)


def _has_gone(session: Occupant, patience: float) -> bool:
    return session.seconds_unwatched() >= patience
