"""Checkpoints beside the rows of their runs, in bytes: as old as its row, or none."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, exists, select

from glassbox.labbook.ids import Owner
from glassbox.labbook.pruning import crowded, prune
from glassbox.labbook.records import MOST_CHECKPOINT_BYTES, Limits, RunRecord
from glassbox.labbook.tables import moments, runs
from glassbox.labbook.upsert import insert_into


def record(connection: Connection, batch: Sequence[tuple[Owner, RunRecord]]) -> None:
    """Write the newest checkpoint of each run; one that comes without, or with too large a one, has none any more."""
    values = [_values(owner, record) for owner, record in batch]
    fitting = [value for value in values if _fits(value)]
    lost = [value["key"] for value in values if not _fits(value)]
    if lost:
        connection.execute(delete(moments).where(moments.c.key.in_(lost)))
    if fitting:
        statement = insert_into(connection, moments)
        changed = {name: statement.excluded[name] for name in ("updated", "size", "moment")}
        connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=changed), fitting)


def find(connection: Connection, key: str) -> bytes | None:
    """The checkpoint of a run, if it is (still) kept."""
    return connection.scalar(select(moments.c.moment).where(moments.c.key == key))


def is_there(key: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether the run of this key has one: for a query."""
    return exists().where(moments.c.key == key)


def remove(connection: Connection, key: str) -> None:
    """With its row."""
    connection.execute(delete(moments).where(moments.c.key == key))


def let_go(connection: Connection, owners: Collection[bytes], limits: Limits) -> None:
    """Those whose rows are gone, and the oldest beyond the limits, of these owners and of all."""
    connection.execute(delete(moments).where(~exists().where(runs.c.key == moments.c.key)))
    for owner in crowded(connection, moments, owners, limits.checkpoints_of_owner):
        prune(connection, moments, moments.c.updated, limits.checkpoints_of_owner, owner)
    prune(connection, moments, moments.c.updated, limits.checkpoints)


def _fits(value: dict[str, Any]) -> bool:
    return 0 < int(value["size"]) <= MOST_CHECKPOINT_BYTES


def _values(owner: Owner, record: RunRecord) -> dict[str, Any]:
    packed = record.checkpoint.packed() if record.checkpoint else b""
    return {
        "key": record.key,
        "owner": owner.digest,
        "updated": record.updated,
        "size": len(packed),
        "moment": packed,
    }
