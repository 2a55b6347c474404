"""Keeps people's own tables and data in memory, each under an unguessable name, within a budget of bytes.

For settings that name a table by its id. One task owns a cache (the event loop's), so there is no lock. What is kept is
never changed; a run that uses it has its own hold on it, whatever is let go here.
"""

import secrets
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from cachetools import LRUCache

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
        self._new_id = new_id
        self._items: LRUCache[str, Item] = LRUCache(budget, lambda item: item.nbytes)

    def keep(self, item: Item) -> str:
        """Its id from now on.

        Raises:
            Refused: it is larger than the whole budget.
        """
        name = self._new_id()
        self.keep_as(name, item)
        return name

    def keep_as(self, name: str, item: Item) -> None:
        """Under the id that it had before.

        Raises:
            Refused: as for `keep`.
        """
        try:
            self._items[name] = item
        except ValueError:
            raise Refused(words.NO_ROOM) from None

    def find(self, name: str) -> Item:
        """The item of that id.

        Raises:
            Refused: there is none, or not any more.
        """
        try:
            return self._items[name]
        except KeyError:
            raise Refused(words.GONE) from None

    def let_go(self, name: str) -> None:
        """Forget an item, if it is here."""
        self._items.pop(name, None)

    def __contains__(self, name: str) -> bool:
        return name in self._items

    def __len__(self) -> int:
        return len(self._items)

    @property
    def nbytes(self) -> int:
        """The memory taken by all that is kept."""
        return int(self._items.currsize)
