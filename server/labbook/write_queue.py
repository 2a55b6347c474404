"""Where records wait to be written: bounded, and of each run only the newest."""

from collections.abc import Iterable
from dataclasses import replace

from glassbox.labbook.ids import Owner
from glassbox.labbook.records import RunRecord

MOST_WAITING = 1000  # runs; when more wait, as they may while the disk is full, the least recent are let go
MOST_WAITING_BYTES = 64 * 1024 * 1024  # of checkpoints; then the least recent go without
MOST_FORGOTTEN = 10_000

Batch = list[tuple[Owner, RunRecord]]


class WriteQueue:
    """One place for each run. Not for several threads at once: its owner keeps a lock."""

    def __init__(self, most: int = MOST_WAITING, most_bytes: int = MOST_WAITING_BYTES) -> None:
        self._most = most
        self._most_bytes = most_bytes
        self._waiting: dict[tuple[Owner, str], RunRecord] = {}
        self._forgotten: dict[tuple[Owner, str], None] = {}
        self._forgotten_owners: dict[Owner, None] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, owner: Owner, record: RunRecord) -> None:
        """Let a record wait, in place of an older one of the same run."""
        run = (owner, record.key)
        if run in self._forgotten or owner in self._forgotten_owners:
            return
        older = self._waiting.pop(run, None)
        self._waiting[run] = _merged(older, record) if older else record
        if len(self._waiting) > self._most:
            del self._waiting[next(iter(self._waiting))]
        self._lighten()

    def take_all(self) -> Batch:
        """All that wait, the least recent first; nothing waits any more."""
        taken, self._waiting = [(owner, record) for (owner, _), record in self._waiting.items()], {}
        return taken

    def put_back(self, batch: Batch) -> None:
        """They could not be written; records that came meanwhile are newer."""
        for owner, record in [*batch, *self.take_all()]:
            self.put(owner, record)

    def _lighten(self) -> None:
        """Facts are small and stay; checkpoints may be large."""
        excess = sum(map(_weight, self._waiting.values())) - self._most_bytes
        for run, record in list(self._waiting.items()) if excess > 0 else []:
            if excess > 0 and record.checkpoint is not None:
                self._waiting[run] = replace(record, checkpoint=None)
                excess -= _weight(record)

    def forget(self, owner: Owner, key: str) -> None:
        """The run's row was deleted: training that still goes on must not bring it back."""
        run = (owner, key)
        self._waiting.pop(run, None)
        self._forgotten[run] = None
        if len(self._forgotten) > MOST_FORGOTTEN:
            del self._forgotten[next(iter(self._forgotten))]

    def forget_owners(self, owners: Iterable[bytes]) -> None:
        """All that they had was deleted for good, by their SHA-256: nothing of theirs comes back."""
        gone = dict.fromkeys(map(Owner, owners))
        self._forgotten_owners |= gone
        self._waiting = {run: record for run, record in self._waiting.items() if run[0] not in gone}
        for owner in list(self._forgotten_owners)[:-MOST_FORGOTTEN]:
            del self._forgotten_owners[owner]


def _weight(record: RunRecord) -> int:
    return record.checkpoint.nbytes if record.checkpoint is not None else 0


def _merged(older: RunRecord, newer: RunRecord) -> RunRecord:
    return replace(newer, created=older.created, picture=older.picture if newer.picture is None else newer.picture)
