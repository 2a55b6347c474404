"""Where entries wait to be written: bounded, and of each run only the newest."""

from dataclasses import replace

from server.labbook.ids import Owner
from server.labbook.records import Noted

MOST_WAITING = 1000  # runs; when more wait, as they may while the disk is full, the least recent are let go
MOST_BURIED = 10_000

Name = tuple[Owner, str]


class Waiting:
    """One place for each run. Not for several threads at once: its owner keeps a lock."""

    def __init__(self, most: int = MOST_WAITING) -> None:
        self._most = most
        self._noted: dict[Name, Noted] = {}
        self._buried: dict[Name, None] = {}

    def __len__(self) -> int:
        return len(self._noted)

    def put(self, noted: Noted) -> None:
        """Let an entry wait, in place of an older one of the same run."""
        name = (noted.owner, noted.entry.key)
        if name in self._buried:
            return
        older = self._noted.pop(name, None)
        self._noted[name] = _merged(older, noted) if older else noted
        if len(self._noted) > self._most:
            del self._noted[next(iter(self._noted))]

    def take_all(self) -> list[Noted]:
        """All that wait, the least recent first; nothing waits any more."""
        taken, self._noted = list(self._noted.values()), {}
        return taken

    def put_back(self, batch: list[Noted]) -> None:
        """They could not be written; entries that came meanwhile are newer."""
        for noted in [*batch, *self.take_all()]:
            self.put(noted)

    def bury(self, owner: Owner, key: str) -> None:
        """The run's row was deleted: training that still goes on must not bring it back."""
        name = (owner, key)
        self._noted.pop(name, None)
        self._buried[name] = None
        if len(self._buried) > MOST_BURIED:
            del self._buried[next(iter(self._buried))]


def _merged(older: Noted, newer: Noted) -> Noted:
    picture = older.entry.picture if newer.entry.picture is None else newer.entry.picture
    return replace(newer, since=older.since, entry=replace(newer.entry, picture=picture))
