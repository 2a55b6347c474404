"""The rows of runs, and beside them their checkpoints: written, listed, read, named and deleted for one owner."""

import json
import math
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Double, Select, String, delete, func, select, update

from glassbox.labbook import checkpoints
from glassbox.labbook.ids import Owner
from glassbox.labbook.pruning import crowded, prune
from glassbox.labbook.records import (
    LONGEST_NAME,
    MOST_PICTURE_BYTES,
    DamagedRow,
    Limits,
    Listing,
    Row,
    RunRecord,
    SortBy,
)
from glassbox.labbook.setting_order import in_order_of
from glassbox.labbook.sound import as_stored, read_run
from glassbox.labbook.tables import LONGEST_SENTENCE, runs
from glassbox.labbook.text import one_line
from glassbox.labbook.upsert import insert_into
from glassbox.words.sentence import Sentence
from glassbox.words.wire import kept_text

# What a newer record leaves as it is; a picture only if it has none.
KEPT = {"key", "owner", "created", "version", "name", "picture"}
RECORDED = [column for column in runs.c if column.name in RunRecord.__dataclass_fields__]
SHOWN = [*map(as_stored, RECORDED), checkpoints.is_there(runs.c.key).label("is_kept")]


def record(connection: Connection, batch: Sequence[tuple[Owner, RunRecord]], limits: Limits) -> None:
    """Write the newest state of each run, and let the oldest rows go for new ones."""
    values = [_values(owner, record) for owner, record in batch]
    known = _owners(connection, values)
    _upsert(connection, values)
    own = [(owner, record) for owner, record in batch if known.get(record.key, owner.digest) == owner.digest]
    checkpoints.record(connection, own)
    new_owners = {value["owner"] for value in values if value["key"] not in known}
    for owner in crowded(connection, runs, new_owners, limits.runs_of_owner):
        prune(connection, runs, runs.c.updated, limits.runs_of_owner, owner)
    if new_owners:
        prune(connection, runs, runs.c.updated, limits.runs)
        checkpoints.let_go(connection, new_owners, limits)


def _owners(connection: Connection, values: Iterable[dict[str, Any]]) -> dict[str, bytes]:
    """By key, of those that have a row already."""
    keys = [value["key"] for value in values]
    found = connection.execute(select(runs.c.key, runs.c.owner).where(runs.c.key.in_(keys)))
    return {key: owner for key, owner in found}  # noqa: C416 - a database's row is no pair for dict()


def _upsert(connection: Connection, values: list[dict[str, Any]]) -> None:
    statement = insert_into(connection, runs)
    new = statement.excluded
    changed: dict[str, Any] = {column.name: new[column.name] for column in runs.c if column.name not in KEPT}
    changed["picture"] = func.coalesce(new.picture, runs.c.picture)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["key"], set_=changed, where=runs.c.owner == new.owner), values
    )


def listing(connection: Connection, owner: Owner, by: str, descending: bool, offset: int, most: int) -> Listing:
    """One page of the owner's rows; what has no value stands last in either order.

    Args:
        by: one of `SortBy`, or the name of a setting.
    """
    total = connection.scalar(select(func.count()).select_from(runs).where(runs.c.owner == owner.digest))
    if by in set(SortBy):
        page = _of(owner).order_by(*_order(SortBy(by), descending)).offset(offset).limit(most)
        return Listing(_rows(connection, page), total or 0)
    keys = _by_setting(connection, owner, by, descending)[offset : offset + most]
    found = {row.key: row for row in _rows(connection, _of(owner).where(runs.c.key.in_(keys)))}
    return Listing(tuple(found[key] for key in keys if key in found), total or 0)


def _by_setting(connection: Connection, owner: Owner, name: str, descending: bool) -> list[str]:
    """The keys of the owner's rows in the order of a setting: here, where each database would have words of its own."""
    query = select(runs.c.key, as_stored(runs.c.settings)).where(runs.c.owner == owner.digest)
    newest_first = connection.execute(query.order_by(*_order(SortBy.CREATED, descending=True)))
    return in_order_of(name, [(key, settings) for key, settings in newest_first], descending)


def everything(connection: Connection, owner: Owner) -> tuple[Row, ...]:
    """All the owner's rows, the oldest first."""
    return _rows(connection, _of(owner).order_by(*_order(SortBy.CREATED, descending=False)))


def one(connection: Connection, owner: Owner, key: str) -> Row | None:
    """The owner's row of this key, if there is one."""
    found = _rows(connection, _of(owner).where(runs.c.key == key))
    return found[0] if found else None


def to_open(connection: Connection, owner: Owner, key: str) -> tuple[Row, bytes | None] | None:
    """The same, with its checkpoint if that is (still) there."""
    row = one(connection, owner, key)
    if row is None or isinstance(row, DamagedRow):
        return None if row is None else (row, None)
    return row, checkpoints.find(connection, key) if row.is_kept else None


def rename(connection: Connection, owner: Owner, key: str, name: str) -> bool:
    """Give a row a name; whether there is such a row."""
    named = update(runs).where(_is(owner, key)).values(name=one_line(name, LONGEST_NAME))
    return connection.execute(named).rowcount == 1


def remove(connection: Connection, owner: Owner, key: str) -> bool:
    """Delete a row; whether there was such a row."""
    was_there = connection.execute(delete(runs).where(_is(owner, key))).rowcount == 1
    if was_there:
        checkpoints.remove(connection, key)
    return was_there


def _values(owner: Owner, record: RunRecord) -> dict[str, Any]:
    size = len(json.dumps(record.settings)) + MOST_PICTURE_BYTES  # a picture may come later
    stored = {column.name: _fitting(column, getattr(record, column.name)) for column in RECORDED}
    return stored | {"owner": owner.digest, "size": size}


SAID = "stop_text"  # a sentence of ours


def _fitting(column: Column[Any], value: Any) -> Any:
    """Texts as lines that fit, numbers only if they are some; a sentence so that it can be worded anew."""
    if column.name == SAID and isinstance(value, Sentence):
        return kept_text(value)
    if isinstance(column.type, String) and value is not None:
        return one_line(value, column.type.length or LONGEST_SENTENCE)
    return _finite(value) if isinstance(column.type, Double) else value


def _finite(value: float | None) -> float | None:
    """A loss that is not a number any more is none: tables sort it, and JSON tells it, as missing."""
    return value if value is not None and math.isfinite(value) else None


def _is(owner: Owner, key: str) -> ColumnElement[bool]:
    return (runs.c.owner == owner.digest) & (runs.c.key == key)


def _of(owner: Owner) -> Select[Any]:
    return select(*SHOWN).where(runs.c.owner == owner.digest)


def _order(by: SortBy, descending: bool) -> tuple[ColumnElement[Any], ...]:
    """Rows alike in one column keep their order from page to page."""
    column: ColumnElement[Any] = runs.c[by.value]
    if isinstance(column.type, String):
        column = func.lower(column)
    return (column.desc() if descending else column.asc()).nulls_last(), runs.c.created.desc(), runs.c.key


def _rows(connection: Connection, query: Select[Any]) -> tuple[Row, ...]:
    return tuple(read_run(RECORDED, dict(found)) for found in connection.execute(query).mappings())
