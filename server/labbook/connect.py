"""Opens a database for the lab book: how it is to keep what it is given, and whether it is one this version knows."""

from typing import Any

from sqlalchemy import Connection, Engine, MetaData, create_engine, delete, event, func, insert, inspect, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.schema import CreateColumn

from glassbox.labbook import words
from glassbox.labbook.errors import Damaged, LabBookUnavailable
from glassbox.labbook.location import Location
from glassbox.labbook.tables import SCHEMA_VERSION, metadata, version

LONGEST_STATEMENT = 10.0  # seconds, in PostgreSQL
LONGEST_CONNECT = 5  # seconds, to PostgreSQL
LOG_BYTES = 16 * 1024 * 1024  # what SQLite's write-ahead log may keep of the disk while it is idle
MAKING_TABLES = 0x61A55  # names the lock under which one of several servers makes the tables in PostgreSQL
ON_CONNECT = (
    # Readers and the writer do not wait for each other, and a process that is killed leaves nothing half written.
    "PRAGMA journal_mode = WAL",
    # Each commit is on the disk before it counts, so that rows outlive also a flat battery. It costs the database's
    # thread some milliseconds a second, and nobody else.
    "PRAGMA synchronous = FULL",
    f"PRAGMA journal_size_limit = {LOG_BYTES}",
    # What is deleted is overwritten: nothing about a class is to be found in the file once its room has ended.
    "PRAGMA secure_delete = ON",
)


def open_engine(location: Location, patience: float) -> Engine:
    """The database, checked, with its tables; used by one thread.

    Args:
        patience: seconds to wait for a lock.

    Raises:
        LabBookUnavailable, Damaged, sqlalchemy.exc.DBAPIError, sqlite3.Error: it cannot be used.
    """
    is_file = location.url.get_backend_name() == "sqlite"
    engine = _open_sqlite(location, patience) if is_file else _open_postgres(location, patience)
    try:
        if is_file:
            _check_sound(engine)
        _prepare(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _open_sqlite(location: Location, patience: float) -> Engine:
    engine = create_engine(location.url, connect_args={"timeout": patience})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_in_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # Python's module would begin transactions at its own discretion
    for statement in ON_CONNECT:
        connection.execute(statement)
    # A damaged letter costs no more than itself: Python's module would refuse the whole answer.
    connection.text_factory = lambda text: text.decode("utf-8", "replace")


def _begin_in_sqlite(connection: Connection) -> None:
    """Who is going to write says so at once: a reader that becomes a writer can be refused without waiting."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _open_postgres(location: Location, patience: float) -> Engine:
    def set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute(f"SET lock_timeout = {round(1000 * patience)}")
        cursor.execute(f"SET statement_timeout = {round(1000 * LONGEST_STATEMENT)}")
        cursor.close()
        connection.commit()

    try:
        engine = create_engine(
            location.url,
            pool_pre_ping=True,
            connect_args={"connect_timeout": LONGEST_CONNECT, "tcp_user_timeout": 10_000},
        )
    except ModuleNotFoundError as error:
        raise LabBookUnavailable(words.NO_PSYCOPG) from error
    event.listen(engine, "connect", set_up)
    return engine


def _check_sound(engine: Engine) -> None:
    with engine.connect() as connection:
        answer = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if answer != "ok":
        raise Damaged(words.DAMAGED)


def _prepare(engine: Engine) -> None:
    """Make the tables of a new lab book, or what an older one lacks; look at its version before anything else."""
    with engine.begin() as connection:
        if _is_up_to_date(connection):
            return
    with engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(MAKING_TABLES)))
        if not _is_up_to_date(connection):
            add_what_is_missing(connection, metadata)
            connection.execute(delete(version))
            connection.execute(insert(version).values(id=1, version=SCHEMA_VERSION))


def add_what_is_missing(connection: Connection, tables: MetaData) -> None:
    """Tables, and columns of tables that are there. Until now nothing else has changed from version to version.

    A column that comes later must be nullable or have a server default: it is missing in the rows there are.
    """
    tables.create_all(connection)
    for table in tables.sorted_tables:
        there = {column["name"] for column in inspect(connection).get_columns(table.name)}
        for column in table.columns:
            if column.name not in there:
                specification = CreateColumn(column).compile(dialect=connection.dialect)
                connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {specification}")


def _is_up_to_date(connection: Connection) -> bool:
    if not inspect(connection).has_table(version.name):
        return False
    found = connection.execute(select(version.c.version)).scalar()
    if found is not None and found > SCHEMA_VERSION:
        raise LabBookUnavailable(words.NEWER.format(found=found, known=SCHEMA_VERSION))
    return found == SCHEMA_VERSION
