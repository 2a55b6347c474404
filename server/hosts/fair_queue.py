"""Who comes next where several share a thread: they have equal time, not equal turns, so that a long turn is paid for.

Fair queueing by virtual time (Demers, Keshav and Shenker, 1989): each account counts the time it has had, and the one
comes first whose next turn, if it is as long as its last, would end first by that count. So a short turn waits for one
long one at most, and who was away begins where the others are: time that was not used is not owed.
"""

from heapq import heappop, heappush
from itertools import count
from typing import Generic, TypeVar

ALIKE = 0.005  # seconds: those ahead of the others by no more come in the order in which they were put in

Item = TypeVar("Item")


class Account:
    """One party's time.

    Attributes:
        served: seconds it has had, or was not there to have.
        last: how long its last turn took.
    """

    __slots__ = ("last", "served")

    def __init__(self) -> None:
        self.served = self.last = 0.0

    def charge(self, seconds: float) -> None:
        """A turn took so long."""
        self.served += seconds
        self.last = seconds


class FairQueue(Generic[Item]):
    """Items by account. One thread puts in, several may take out: both are single steps for the interpreter."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, float, Account, Item]] = []
        self._numbers = count()  # what would end at the same time comes in the order in which it was put in
        self._now = 0.0  # where the account that had the last turn stood before it

    def __len__(self) -> int:
        return len(self._heap)

    def put(self, account: Account, item: Item) -> None:
        """It waits for its turn."""
        account.served = max(account.served, self._now)
        self._push(next(self._numbers), account, item)

    def take(self) -> Item:
        """The item whose turn would end first.

        Raises:
            IndexError: none waits.
        """
        while True:
            _, number, served, account, item = heappop(self._heap)
            if served >= account.served:
                self._now = max(self._now, account.served)
                return item
            self._push(number, account, item)  # its account has had another turn since

    def _push(self, number: int, account: Account, item: Item) -> None:
        ahead = account.served + account.last - self._now
        end = self._now + ahead if ahead > ALIKE else self._now
        heappush(self._heap, (end, number, account.served, account, item))
