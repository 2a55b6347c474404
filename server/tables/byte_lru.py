"""Keeps people's own tables and data in memory, each under an unguessable name, within a budget of bytes.

For settings that name a table by its id. One task owns a shelf (the event loop's), so there is no lock. What is kept is
never changed; a run that uses it has its own hold on it, whatever is let go here.
"""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from glassbox.tables import words
from glassbox.tables.refused import Refused

ID_BYTES = 16


class Sized(Protocol):
    """Whatever knows how much memory it takes."""

    @property
    def nbytes(self) -> int: ...


Item = TypeVar("Item", bound=Sized)


def unguessable() -> str:
    """A new id: 128 random bits as letters fit for an address."""
    return secrets.token_urlsafe(ID_BYTES)


class ByteLRU(Generic[Item]):
    """Items by id. When a new one needs room, those not looked at for the longest time are let go."""

    def __init__(self, budget: int, new_id: Callable[[], str] = unguessable) -> None:
        self.budget = budget
        self._new_id = new_id
        self._items: OrderedDict[str, Item] = OrderedDict()  # the one looked at last is last
        self._bytes = 0

    def keep(self, item: Item) -> str:
        """Its id from now on.

        Raises:
            Refused: it is larger than the whole budget.
        """
        if item.nbytes > self.budget:
            raise Refused(words.NO_ROOM)
        name = self._new_id()
        self._items[name] = item
        self._bytes += item.nbytes
        while self._bytes > self.budget:
            self.let_go(next(iter(self._items)))
        return name

    def find(self, name: str) -> Item:
        """The item of that id.

        Raises:
            Refused: there is none, or not any more.
        """
        if name not in self._items:
            raise Refused(words.GONE)
        self._items.move_to_end(name)
        return self._items[name]

    def let_go(self, name: str) -> None:
        """Forget an item, if it is here."""
        item = self._items.pop(name, None)
        if item is not None:
            self._bytes -= item.nbytes

    def __contains__(self, name: str) -> bool:
        return name in self._items

    def __len__(self) -> int:
        return len(self._items)

    @property
    def nbytes(self) -> int:
        """The memory taken by all that is kept."""
        return self._bytes
