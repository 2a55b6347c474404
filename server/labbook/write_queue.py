"""Where entries wait to be written: bounded, and of each run only the newest."""

from dataclasses import replace

from glassbox.labbook.ids import Owner
from glassbox.labbook.records import Noted

MOST_WAITING = 1000  # runs; when more wait, as they may while the disk is full, the least recent are let go
MOST_WAITING_BYTES = 64 * 1024 * 1024  # of what takes runs up again; then the least recent go without
MOST_BURIED = 10_000

Name = tuple[Owner, str]


class WriteQueue:
    """One place for each run. Not for several threads at once: its owner keeps a lock."""

    def __init__(self, most: int = MOST_WAITING, most_bytes: int = MOST_WAITING_BYTES) -> None:
        self._most = most
        self._most_bytes = most_bytes
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
        self._lighten()

    def take_all(self) -> list[Noted]:
        """All that wait, the least recent first; nothing waits any more."""
        taken, self._noted = list(self._noted.values()), {}
        return taken

    def put_back(self, batch: list[Noted]) -> None:
        """They could not be written; entries that came meanwhile are newer."""
        for noted in [*batch, *self.take_all()]:
            self.put(noted)

    def _lighten(self) -> None:
        """Facts are small and stay; what takes a run up again may be large."""
        excess = sum(map(_weight, self._noted.values())) - self._most_bytes
        for name, noted in list(self._noted.items()) if excess > 0 else []:
            if excess > 0 and noted.entry.kept is not None:
                self._noted[name] = replace(noted, entry=replace(noted.entry, kept=None))
                excess -= _weight(noted)

    def bury(self, owner: Owner, key: str) -> None:
        """The run's row was deleted: training that still goes on must not bring it back."""
        name = (owner, key)
        self._noted.pop(name, None)
        self._buried[name] = None
        if len(self._buried) > MOST_BURIED:
            del self._buried[next(iter(self._buried))]


def _weight(noted: Noted) -> int:
    return noted.entry.kept.nbytes if noted.entry.kept is not None else 0


def _merged(older: Noted, newer: Noted) -> Noted:
    picture = older.entry.picture if newer.entry.picture is None else newer.entry.picture
    return replace(newer, since=older.since, entry=replace(newer.entry, picture=picture))
