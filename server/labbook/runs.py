"""The rows of runs, and beside them what takes the runs up again: written, listed, read, named and deleted for one owner."""

import json
import math
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, delete, func, select, update

from glassbox.labbook import moments
from glassbox.labbook.ids import Owner
from glassbox.labbook.pruning import crowded, prune
from glassbox.labbook.records import (
    FORM_VERSION,
    LONGEST_NAME,
    MOST_PICTURE_BYTES,
    Limits,
    Listing,
    Noted,
    Opened,
    Row,
    SortBy,
)
from glassbox.labbook.tables import LONGEST_CODE, LONGEST_SENTENCE, runs
from glassbox.labbook.text import one_line
from glassbox.labbook.upsert import insert_into

KEPT = {
    "key",
    "owner",
    "created",
    "name",
    "picture",
}  # what a newer entry leaves as it is; a picture only if it has none
SHOWN = [
    *(column for column in runs.c if column.name in Row.__dataclass_fields__),
    moments.is_there(runs.c.key).label("is_kept"),
]


def record(connection: Connection, batch: Sequence[Noted], limits: Limits) -> None:
    """Write the newest state of each run, and let the oldest rows go for new ones."""
    values = [_values(noted) for noted in batch]
    known = _owners(connection, values)
    _upsert(connection, values)
    moments.record(
        connection, [noted for noted in batch if known.get(noted.entry.key, noted.owner.digest) == noted.owner.digest]
    )
    new_owners = {value["owner"] for value in values if value["key"] not in known}
    for owner in crowded(connection, runs, new_owners, limits.runs_of_owner):
        prune(connection, runs, runs.c.updated, limits.runs_of_owner, owner)
    if new_owners:
        prune(connection, runs, runs.c.updated, limits.runs)
        moments.let_go(connection, new_owners, limits)


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


def listing(connection: Connection, owner: Owner, by: SortBy, descending: bool, offset: int, most: int) -> Listing:
    """One page of the owner's rows; what has no value stands last in either order."""
    total = connection.scalar(select(func.count()).select_from(runs).where(runs.c.owner == owner.digest))
    page = _of(owner).order_by(*_order(by, descending)).offset(offset).limit(most)
    return Listing(_rows(connection, page), total or 0)


def everything(connection: Connection, owner: Owner) -> tuple[Row, ...]:
    """All the owner's rows, the oldest first."""
    return _rows(connection, _of(owner).order_by(*_order(SortBy.CREATED, descending=False)))


def one(connection: Connection, owner: Owner, key: str) -> Row | None:
    """The owner's row of this key, if there is one."""
    found = _rows(connection, _of(owner).where(runs.c.key == key))
    return found[0] if found else None


def to_open(connection: Connection, owner: Owner, key: str) -> Opened | None:
    """The same, with what takes its run up again."""
    row = one(connection, owner, key)
    return Opened(row, moments.find(connection, key) if row.is_kept else None) if row else None


def rename(connection: Connection, owner: Owner, key: str, name: str) -> bool:
    """Give a row a name; whether there is such a row."""
    named = update(runs).where(_is(owner, key)).values(name=one_line(name, LONGEST_NAME))
    return connection.execute(named).rowcount == 1


def remove(connection: Connection, owner: Owner, key: str) -> bool:
    """Delete a row; whether there was such a row."""
    was_there = connection.execute(delete(runs).where(_is(owner, key))).rowcount == 1
    if was_there:
        moments.remove(connection, key)
    return was_there


def _values(noted: Noted) -> dict[str, Any]:
    entry = noted.entry
    settings = entry.settings.model_dump(mode="json")
    return {
        "key": entry.key,
        "owner": noted.owner.digest,
        "created": noted.since,
        "updated": noted.at,
        "version": FORM_VERSION,
        "size": len(json.dumps(settings)) + MOST_PICTURE_BYTES,  # a picture may come later
        "name": "",
        "problem": one_line(entry.problem, LONGEST_CODE),
        "seed": entry.settings.seed,
        "epochs": entry.epochs,
        "steps": entry.steps,
        "changes": entry.changes,
        "train_loss": _finite(entry.train_loss),
        "test_loss": _finite(entry.test_loss),
        "train_score": _finite(entry.train_score),
        "test_score": _finite(entry.test_score),
        "stop": one_line(entry.stop, LONGEST_CODE),
        "stop_text": one_line(entry.stop_text, LONGEST_SENTENCE),
        "settings": settings,
        "picture": entry.picture,
    }


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
    return tuple(Row(**{**found, "is_kept": bool(found["is_kept"])}) for found in connection.execute(query).mappings())
