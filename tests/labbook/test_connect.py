"""Opening a database: a new one gets its tables, an older one what it lacks,
and each is asked how it keeps what it gets.
"""

import pytest
from sqlalchemy import Column, Double, Integer, MetaData, String, Table, inspect, select

from glassbox.labbook.connect import add_what_is_missing, open_engine
from glassbox.labbook.errors import LabBookUnavailable
from glassbox.labbook.location import location_of
from glassbox.labbook.tables import SCHEMA_VERSION, metadata, runs, version
from tests.labbook.conftest import SOON


@pytest.fixture
def engine(tmp_path, url):
    engine = open_engine(location_of(tmp_path, url), SOON)
    yield engine
    engine.dispose()


def test_a_new_one_has_every_table_and_this_version(engine):
    assert set(metadata.tables) <= set(inspect(engine).get_table_names())
    with engine.begin() as connection:
        assert connection.execute(select(version.c.id, version.c.version)).all() == [(1, SCHEMA_VERSION)]


def test_a_commit_is_on_the_disk_before_it_counts_and_readers_do_not_wait(tmp_path):
    engine = open_engine(location_of(tmp_path, ""), SOON)
    with engine.connect() as connection:
        settings = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
    engine.dispose()
    assert settings == ["wal", 2]


def test_an_older_table_gets_the_columns_it_lacks_and_its_rows_stay(engine):
    old = Table("glassbox_older", MetaData(), Column("key", String(32), primary_key=True))
    tables = MetaData()
    new = Table(
        "glassbox_older",
        tables,
        Column("key", String(32), primary_key=True),
        Column("loss", Double),
        Column("count", Integer, nullable=False, server_default="7"),
    )
    with engine.execution_options(writes=True).begin() as connection:
        old.create(connection)
        connection.execute(old.insert().values(key="a run"))
        for _ in range(2):  # the second time nothing is missing
            add_what_is_missing(connection, tables)
        assert connection.execute(select(new)).all() == [("a run", None, 7)]
        new.drop(connection)


def test_one_of_a_later_version_is_left_as_it_is(tmp_path, url, engine):
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(version.update().values(version=SCHEMA_VERSION + 1))
    with pytest.raises(LabBookUnavailable, match="newer Glassbox"):
        open_engine(location_of(tmp_path, url), SOON)
    with engine.begin() as connection:
        assert connection.execute(select(runs.c.key)).all() == []
