"""The oldest rows go, by number or by size, of one owner or of all."""

import pytest
from sqlalchemy import Column, Double, Integer, LargeBinary, MetaData, String, Table, create_engine, select

from glassbox.labbook.location import location_of
from glassbox.labbook.pruning import crowded, prune
from glassbox.labbook.records import Limit

ME, YOU = b"me", b"you"
ENDLESS = 10**9
ROWS = [("a", ME, 1.0, 10), ("b", ME, 2.0, 10), ("c", YOU, 3.0, 10), ("d", ME, 4.0, 30)]


@pytest.fixture
def connection(tmp_path, url):
    engine = create_engine(location_of(tmp_path, url).url)
    with engine.begin() as connection:
        table().create(connection)
        connection.execute(
            table().insert(), [dict(zip(("key", "owner", "age", "size"), row, strict=True)) for row in ROWS]
        )
        yield connection
    engine.dispose()


def table():
    columns = [Column("key", String(8), primary_key=True), Column("owner", LargeBinary(32))]
    return Table("things", MetaData(), *columns, Column("age", Double), Column("size", Integer))


def left(connection, limit, owner=None):
    things = table()
    prune(connection, things, things.c.age, limit, owner)
    return sorted(connection.scalars(select(things.c.key)))


def test_the_newest_stay(connection):
    assert left(connection, Limit(2, ENDLESS)) == ["c", "d"]


def test_until_their_size_is_reached(connection):
    assert left(connection, Limit(ENDLESS, 45)) == ["c", "d"]


def test_of_one_owner_only_the_own_go(connection):
    assert left(connection, Limit(1, ENDLESS), ME) == ["c", "d"]


def test_what_fits_stays(connection):
    assert left(connection, Limit(4, 60)) == ["a", "b", "c", "d"]


def test_only_owners_over_the_limit_are_crowded(connection):
    assert crowded(connection, table(), [ME, YOU], Limit(1, ENDLESS)) == [ME]
    assert crowded(connection, table(), [ME, YOU], Limit(ENDLESS, 49)) == [ME]
    assert crowded(connection, table(), [YOU], Limit(0, ENDLESS)) == [YOU]
