"""Lets the oldest rows of a table go, so that neither one owner nor all together fill the disk."""

from collections.abc import Collection

from sqlalchemy import Column, Connection, Table, delete, func, select

from glassbox.labbook.records import Limit


def crowded(connection: Connection, table: Table, owners: Collection[bytes], limit: Limit) -> list[bytes]:
    """Those of the owners who have more than the limit."""
    has_more = (func.count() > limit.rows) | (func.sum(table.c.size) > limit.size)
    owner = table.c.owner
    return list(connection.scalars(select(owner).where(owner.in_(owners)).group_by(owner).having(has_more)))


def prune(connection: Connection, table: Table, age: Column[float], limit: Limit, owner: bytes | None = None) -> None:
    """Keep the newest rows that fit the limit: those of one owner, or of all.

    Args:
        age: the table's column that says when.
    """
    newest_first = (age.desc(), table.c.key)
    ranked = select(
        table.c.key,
        func.row_number().over(order_by=newest_first).label("rank"),
        func.sum(table.c.size).over(order_by=newest_first).label("size"),
    )
    if owner is not None:
        ranked = ranked.where(table.c.owner == owner)
    kept = ranked.subquery()
    too_old = select(kept.c.key).where((kept.c.rank > limit.rows) | (kept.c.size > limit.size))
    connection.execute(delete(table).where(table.c.key.in_(too_old)))
