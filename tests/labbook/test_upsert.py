"""Inserting what may be there already, in each database."""

from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, select

from glassbox.labbook.location import location_of
from glassbox.labbook.upsert import insert_into


def test_a_row_that_is_there_is_changed_or_left(tmp_path, url):
    engine = create_engine(location_of(tmp_path, url).url)
    table = Table("counts", MetaData(), Column("key", String(8), primary_key=True), Column("count", Integer))
    with engine.begin() as connection:
        table.create(connection)
        for count in (1, 2):
            insert = insert_into(connection, table).values(key="a", count=count)
            changed = {"count": insert.excluded["count"]}
            connection.execute(insert.on_conflict_do_update(index_elements=["key"], set_=changed))
        connection.execute(insert_into(connection, table).values(key="a", count=3).on_conflict_do_nothing())
        assert connection.execute(select(table)).all() == [("a", 2)]
    engine.dispose()
