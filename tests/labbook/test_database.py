"""The open database: a piece of work is done as a whole or not at all, and a damaged file of our own is set aside."""

import pytest
from sqlalchemy import select

from glassbox.labbook.database import Database
from glassbox.labbook.errors import LabBookUnavailable
from glassbox.labbook.location import FILE
from glassbox.labbook.tables import SCHEMA_VERSION, version
from tests.labbook.conftest import SOON


def read_version(connection):
    return connection.scalar(select(version.c.version))


@pytest.fixture
def database(tmp_path):
    database = Database(tmp_path, "", SOON)
    yield database
    database.close()


def test_what_fails_halfway_leaves_nothing(database):
    def fail(connection):
        connection.execute(version.update().values(version=1))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.write(fail)
    assert database.read(read_version) == SCHEMA_VERSION


def test_after_it_was_closed_it_opens_anew(database):
    assert database.read(read_version) == SCHEMA_VERSION
    database.close()
    assert database.read(read_version) == SCHEMA_VERSION


def test_a_damaged_file_is_set_aside_and_a_new_one_begun(tmp_path, database):
    (tmp_path / FILE).write_bytes(b"no database at all " * 500)
    assert database.read(read_version) == SCHEMA_VERSION
    (aside,) = tmp_path.glob("*damaged*")
    assert aside.read_bytes().startswith(b"no database") and aside.name in database.notice


def test_one_that_the_operator_named_stays_where_it_is(tmp_path):
    file = tmp_path / "theirs.sqlite3"
    file.write_bytes(b"no database at all " * 500)
    with pytest.raises(LabBookUnavailable):
        Database(None, f"sqlite:///{file}", SOON).read(read_version)
    assert file.read_bytes().startswith(b"no database")
