"""All that can be done with the lab book's database, each thing in one transaction; in the database's thread."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from glassbox.labbook import experiments, room_leases, rooms, runs, shares
from glassbox.labbook.copying import copy_newest
from glassbox.labbook.csv_table import csv_table
from glassbox.labbook.database import Database
from glassbox.labbook.experiment_record import ExperimentRecord
from glassbox.labbook.ids import Owner, new_share_id
from glassbox.labbook.records import Limits, Listing, Row, RunRecord, SharedNetwork
from glassbox.labbook.room_record import Holder, RoomChanges, RoomRecord


class Archive:
    """Every method raises `LabBookUnavailable` when the database cannot be used."""

    def __init__(
        self,
        folder: Path | None,
        url: str,
        limits: Limits,
        patience: float,
        draw_share_id: Callable[[], str] = new_share_id,
        time: Callable[[Connection], float] = room_leases.database_time,
    ) -> None:
        """`time`: Unix time, the same for all who share the database."""
        self._database = Database(folder, url, patience)
        self._limits = limits
        self._draw_share_id = draw_share_id
        self._time = time

    @property
    def notice(self) -> str:
        """What became of a damaged file, in one sentence."""
        return self._database.notice

    def record(self, batch: Sequence[tuple[Owner, RunRecord]]) -> None:
        """Write the newest state of each run; what takes its time is done before the database is kept from others."""
        for _, record in batch:
            if record.checkpoint is not None:
                record.checkpoint.packed()
        self._database.write(lambda connection: runs.record(connection, batch, self._limits))

    def listing(self, owner: Owner, by: str, descending: bool, offset: int, most: int) -> Listing:
        """One page of the owner's rows."""
        return self._database.read(lambda connection: runs.listing(connection, owner, by, descending, offset, most))

    def row(self, owner: Owner, key: str) -> Row | None:
        """One row."""
        return self._database.read(lambda connection: runs.one(connection, owner, key))

    def to_open(self, owner: Owner, key: str) -> tuple[Row, bytes | None] | None:
        """One row, with its checkpoint."""
        return self._database.read(lambda connection: runs.to_open(connection, owner, key))

    def table(self, owner: Owner) -> str:
        """All the owner's rows as CSV."""
        return csv_table(self._database.read(lambda connection: runs.everything(connection, owner)))

    def rename(self, owner: Owner, key: str, name: str) -> bool:
        """Name a row; whether there is one."""
        return self._database.write(lambda connection: runs.rename(connection, owner, key, name))

    def remove(self, owner: Owner, key: str) -> bool:
        """Delete a row; whether there was one."""
        return self._database.write(lambda connection: runs.remove(connection, owner, key))

    def copy_newest(self, of: Owner, to: Owner) -> str | None:
        """Copy the newest run of one owner to another; the key of the copy, if there is a run."""
        return self._database.write(lambda connection: copy_newest(connection, of, to, self._limits))

    def share(self, owner: Owner, network: SharedNetwork) -> str:
        """Keep a network for a link; its id."""
        return self._database.write(
            lambda connection: shares.share(connection, owner, network, self._limits, self._draw_share_id)
        )

    def shared(self, share_id: str) -> SharedNetwork | None:
        """The network of a link."""
        return self._database.read(lambda connection: shares.shared(connection, share_id))

    def keep_experiment(self, record: ExperimentRecord, results: experiments.Results) -> None:
        """Write an experiment, and results of its trainings."""
        self._database.write(lambda connection: experiments.keep(connection, record, results, self._limits))

    def experiment(self, key: str) -> tuple[ExperimentRecord, dict[int, Any]] | None:
        """An experiment with its results."""

        def read(connection: Connection) -> tuple[ExperimentRecord, dict[int, Any]] | None:
            record = experiments.find(connection, key)
            return None if record is None else (record, experiments.results(connection, key))

        return self._database.read(read)

    def experiments(self, owner: Owner) -> list[ExperimentRecord]:
        """All of the owner's."""
        return self._database.read(lambda connection: experiments.listing(connection, owner))

    def unfinished_experiments(self, now: float) -> list[str]:
        """Those that no server goes on with."""
        return self._database.read(lambda connection: experiments.unfinished(connection, now))

    def hold_experiment(self, key: str, now: float, until: float) -> bool:
        """Take one over."""
        return self._database.write(lambda connection: experiments.hold(connection, key, now, until))

    def remove_experiment(self, owner: Owner, key: str) -> bool:
        """Delete one; whether there was one."""
        return self._database.write(lambda connection: experiments.remove(connection, owner, key))

    def keep_rooms(self, changes: RoomChanges, holder: Holder | None = None) -> set[str]:
        """Write what has changed in classes' rooms; where several fronts have some, of those that are `holder`'s alone.

        Returns:
            The rooms of which nothing was written, since they are not.
        """

        def keep(connection: Connection) -> set[str]:
            lost = changes.codes - room_leases.held(connection, changes.codes, holder) if holder else set()
            for code in lost:
                changes.forget(code)
            rooms.keep(connection, changes)
            return lost

        return self._database.write(keep)

    def rooms(self) -> list[RoomRecord]:
        """All rooms of classes."""
        return self._database.read(rooms.everything)

    def remove_room(self, code: str, holder: Holder | None = None) -> list[bytes]:
        """Delete a room with all that is its members'; by whose SHA-256. One that is another front's stays."""

        def remove(connection: Connection) -> list[bytes]:
            if holder and not room_leases.held(connection, [code], holder):
                return []
            return rooms.remove(connection, code)

        return self._database.write(remove)

    def claim_room(self, code: str, holder: Holder) -> bool:
        """Have a room that is only to be opened; whether its code is free."""
        return self._database.write(
            lambda connection: room_leases.claim(connection, code, holder, self._time(connection))
        )

    def take_rooms(self, codes: Collection[str], holder: Holder) -> tuple[list[RoomRecord], dict[str, int]]:
        """Have those of these rooms that nobody has; those that are `holder`'s now, and whose the others are."""

        def take(connection: Connection) -> tuple[list[RoomRecord], dict[str, int]]:
            fronts = room_leases.take(connection, codes, holder, self._time(connection))
            own = [code for code, front in fronts.items() if not front]
            return rooms.everything(connection, own), {code: front for code, front in fronts.items() if front}

        return self._database.write(take)

    def renew_rooms(self, holder: Holder) -> set[str]:
        """Have for longer what is had; those rooms."""
        return self._database.write(lambda connection: room_leases.renew(connection, holder, self._time(connection)))

    def release_rooms(self, holder: Holder, codes: Collection[str] | None = None) -> None:
        """Have these no more, or none."""
        self._database.write(lambda connection: room_leases.release(connection, holder, codes))

    def remove_rooms_left_alone(self, holder: Holder, seconds: float) -> list[bytes]:
        """Delete the rooms that nobody has, and that were not written for so long; by the SHA-256 of their members."""

        def remove(connection: Connection) -> list[bytes]:
            now = self._time(connection)
            codes = room_leases.left_alone(connection, now - seconds, now)
            taken = room_leases.take(connection, codes, holder, now)
            return [owner for code, front in taken.items() if not front for owner in rooms.remove(connection, code)]

        return self._database.write(remove)

    def empty_log(self) -> bool:
        """Leave nothing in the log of the database; whether that was possible now."""
        return self._database.empty_log()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()
