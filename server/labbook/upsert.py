"""The INSERT that knows what to do with rows that exist already, which each database's dialect brings itself."""

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Insert = sqlite.Insert | postgresql.Insert


def insert_into(connection: Connection, table: Table) -> Insert:
    """For `on_conflict_do_update` and `on_conflict_do_nothing`, which both know by the same names."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)
