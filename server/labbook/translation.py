"""Says a database's error as the sentence a person can act on, whichever database it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from glassbox.labbook import words
from glassbox.labbook.errors import Damaged, LabBookUnavailable

PRIMARY = 0xFF  # SQLite's extended codes carry the primary one in their lowest byte
UNSOUND = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
OF_SQLITE = {
    sqlite3.SQLITE_BUSY: words.LOCKED,
    sqlite3.SQLITE_LOCKED: words.LOCKED,
    sqlite3.SQLITE_FULL: words.FULL,
    sqlite3.SQLITE_READONLY: words.FOLDER,
    sqlite3.SQLITE_CANTOPEN: words.FOLDER,
    sqlite3.SQLITE_PERM: words.FOLDER,
    sqlite3.SQLITE_IOERR: words.DISK,
    sqlite3.SQLITE_PROTOCOL: words.DISK,
}
OF_POSTGRES = {
    "55P03": words.LOCKED,  # waited too long for a lock
    "57014": words.LOCKED,  # took too long
    "40P01": words.LOCKED,  # deadlock
    "53100": words.FULL,
    "42501": words.NOT_ALLOWED,
    "25006": words.NOT_ALLOWED,  # read-only
}


@contextmanager
def in_words() -> Iterator[None]:
    """What is done inside raises `LabBookUnavailable` where the database or its folder is to blame.

    Raises:
        Damaged: the database's file is not sound.
        LabBookUnavailable: any other fault of the database.
    """
    try:
        yield
    except DBAPIError as error:
        cause = error.orig or error  # without the statement and all it was to write
        raise _said(cause) from cause
    except sqlite3.Error as error:  # while a connection is being opened
        raise _said(error) from error
    except OSError as error:
        raise LabBookUnavailable(words.FOLDER) from error


def _said(error: BaseException) -> LabBookUnavailable:
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(error, sqlite3.Error):
        return _said_of_sqlite(None if code is None else code & PRIMARY)
    state = getattr(error, "sqlstate", None)
    if state is None or state.startswith(("08", "57P")):  # no connection, or one that was cut
        return LabBookUnavailable(words.UNREACHABLE)
    return LabBookUnavailable(OF_POSTGRES.get(state, words.FAULT))


def _said_of_sqlite(code: int | None) -> LabBookUnavailable:
    if code in UNSOUND:
        return Damaged(words.DAMAGED)
    return LabBookUnavailable(words.FAULT if code is None else OF_SQLITE.get(code, words.FAULT))
