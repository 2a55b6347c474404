"""The lab book's door, for sessions and routes: records go in without waiting, questions are awaited.

Nothing happens until it is first used; then a thread of its own opens the database, writes and answers. Whatever
befalls the database, `record` goes on taking records, and the other methods raise `LabBookUnavailable`.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from glassbox.labbook import words
from glassbox.labbook.db_thread import PACE, RETRY_AFTER, DatabaseThread
from glassbox.labbook.errors import LabBookUnavailable, NotTaken
from glassbox.labbook.experiment_shelf import ExperimentShelf
from glassbox.labbook.ids import Owner, is_key_like, is_run_key, is_share_id, new_owner_id, new_run_key
from glassbox.labbook.records import (
    FILE,
    MOST_PER_PAGE,
    MOST_WEIGHT_BYTES,
    WEIGHT_BYTES,
    DamagedRow,
    DamagedShare,
    Limits,
    Listing,
    Row,
    RunRecord,
    SharedNetwork,
    SortBy,
)
from glassbox.labbook.room_shelf import RoomShelf

if TYPE_CHECKING:  # not at run time: it brings SQLAlchemy along, which is slow to import
    from glassbox.labbook.archive import Archive

PATIENCE = 2.0  # seconds to wait for another program that locks the database

__all__ = [
    "DamagedRow", "DamagedShare", "LabBook", "LabBookUnavailable", "Limits", "Listing", "NotTaken", "Owner", "Row",
    "RunRecord", "SharedNetwork", "SortBy", "new_owner_id", "new_run_key",
]  # fmt: skip


class LabBook:
    """All runs of all owners, and the networks they shared.

    Args:
        folder: the data folder; None when the operator has none.
        url: a database in place of a file in that folder.
        limits: how much is kept.
        patience: seconds to wait for another program that locks the database.
        pace: seconds between two writes; meanwhile a run's newer record replaces its older one.
        retry_after: seconds after which records that could not be written are tried again.
        clock: Unix time.

    Attributes:
        experiments, rooms: where those are kept.
    """

    def __init__(
        self,
        folder: Path | None,
        url: str = "",
        *,
        limits: Limits | None = None,
        patience: float = PATIENCE,
        pace: float = PACE,
        retry_after: float = RETRY_AFTER,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._folder = folder
        self._url = url
        self._limits = limits or Limits()
        self._patience = patience
        self._clock = clock
        self._archive: Archive | None = None
        self._thread = DatabaseThread(self._open_archive, pace, retry_after)
        self.experiments = ExperimentShelf(self._thread.ask)
        self.rooms = RoomShelf(self._thread.ask, self._thread.forget_owners)

    @property
    def has_a_place(self) -> bool:
        """Whether there is anything to write to: a database, or a folder for a file."""
        return bool(self._url) or self._folder is not None

    @property
    def is_there(self) -> bool:
        """Whether there is anything to read: a database, or a file that an earlier server began."""
        return bool(self._url) or (self._folder is not None and (self._folder / FILE).exists())

    @property
    def trouble(self) -> str:
        """Why records cannot be written now, in one sentence; empty while they can."""
        return self._thread.trouble

    @property
    def notice(self) -> str:
        """What became of a damaged file, in one sentence; empty if there was none."""
        return self._archive.notice if self._archive else ""

    def record(self, owner: Owner, record: RunRecord) -> None:
        """Begin a run's row, or bring it up to date. From any thread; never waits and never fails.

        Call it when a run begins, when it stops, pauses or is left, and every few seconds between.
        """
        now = self._clock()
        self._thread.record(owner, replace(record, created=now, updated=now))

    async def rows(
        self,
        owner: Owner,
        by: str = SortBy.UPDATED,
        *,
        descending: bool = True,
        offset: int = 0,
        most: int = MOST_PER_PAGE,
    ) -> Listing:
        """One page of the owner's rows, of at most `MOST_PER_PAGE`; what has no value in the column stands last.

        Args:
            by: one of `SortBy`, or the name of a setting.
        """
        start, size = max(offset, 0), min(max(most, 1), MOST_PER_PAGE)
        return await self._thread.ask(lambda archive: archive.listing(owner, by, descending, start, size))

    async def row(self, owner: Owner, key: str) -> Row | None:
        """The owner's row of this key."""
        if not is_run_key(key):
            return None
        return await self._thread.ask(lambda archive: archive.row(owner, key))

    async def to_open(self, owner: Owner, key: str) -> tuple[Row, bytes | None] | None:
        """The same, with its checkpoint, as it was packed, if that is (still) there."""
        if not is_run_key(key):
            return None
        return await self._thread.ask(lambda archive: archive.to_open(owner, key))

    async def table(self, owner: Owner) -> str:
        """All the owner's rows as CSV, the oldest first."""
        return await self._thread.ask(lambda archive: archive.table(owner))

    async def rename(self, owner: Owner, key: str, name: str) -> bool:
        """Give a row a name or a note, of one line; whether the owner has such a row."""
        if not is_run_key(key):
            return False
        return await self._thread.ask(lambda archive: archive.rename(owner, key, name))

    async def delete(self, owner: Owner, key: str) -> bool:
        """Delete a row for good, even if its run goes on; whether the owner had such a row."""

        def delete(archive: "Archive") -> bool:
            was_there = archive.remove(owner, key)
            self._thread.forget(owner, key)
            return was_there

        return is_key_like(key) and await self._thread.ask(delete)

    async def copy_newest(self, of: Owner, to: Owner) -> str | None:
        """Copy the newest run of one owner, as it was last recorded, to another; the key of the copy, if there is one.

        The same run that is copied once more takes the place of its earlier copy.
        """
        return await self._thread.ask(lambda archive: archive.copy_newest(of, to))

    async def share(self, owner: Owner, network: SharedNetwork) -> str:
        """Keep a network for everyone who has the short id that this returns.

        Raises:
            NotTaken: the weights are too many, or cut off.
        """
        weights = network.weights
        if len(weights) % WEIGHT_BYTES:
            raise NotTaken(words.NO_WHOLE_WEIGHTS.format(size=len(weights)))
        if len(weights) > MOST_WEIGHT_BYTES:
            count, most = len(weights) // WEIGHT_BYTES, MOST_WEIGHT_BYTES // WEIGHT_BYTES
            raise NotTaken(words.TOO_MANY_WEIGHTS.format(count=count, most=most))
        kept = replace(network, created=self._clock())
        return await self._thread.ask(lambda archive: archive.share(owner, kept))

    async def shared(self, share_id: str) -> SharedNetwork | None:
        """The network with this short id, if it is (still) there.

        Raises:
            DamagedShare: it is there, but cannot be read any more.
        """
        if not is_share_id(share_id):
            return None
        return await self._thread.ask(lambda archive: archive.shared(share_id))

    async def flush(self) -> None:
        """Write down now what was recorded.

        Raises:
            LabBookUnavailable: it could not be; it is kept, and tried again.
        """
        await self._thread.flush()

    async def close(self) -> None:
        """Write what was recorded, if it can be, and let go of the database."""
        await self._thread.close()

    def _open_archive(self) -> "Archive":
        from glassbox.labbook.archive import Archive

        self._archive = Archive(self._folder, self._url, self._limits, self._patience)
        return self._archive
