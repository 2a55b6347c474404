"""Damaged rows: each is told as what it is and can be deleted, and the others are as they were; so with links."""

import csv
import io
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import create_engine, text

from glassbox.labbook import words
from glassbox.labbook.book import DamagedRow, DamagedShare, LabBook, Limits, SortBy
from glassbox.labbook.location import FILE, location_of
from glassbox.labbook.records import Limit
from tests.labbook.conftest import ACheckpoint, a_network, a_record, an_owner, now

ME = an_owner()
EVERYWHERE = {  # what PostgreSQL takes as well
    "settings of another kind": "settings = '[1, 2]'",
    "settings that are nothing": "settings = 'null'",
    "half a letter": """settings = '{"dataset": "\\ud800"}'""",
}
IN_A_FILE = {
    "cut settings": "settings = substr(settings, 1, 40)",
    "settings that are no text": "settings = x'00ff00'",
    "settings with no number": """settings = '{"learning_rate": NaN}'""",
    "deeply nested settings": f"settings = '{'[' * 2_000}'",
    "a text for a number": "epochs = 'twelve'",
    "no number": "steps = zeroblob(4)",
    "an endless number": "train_loss = 9e999",
    "a large picture": "picture = zeroblob(100000)",
    "a picture that is none": "picture = 'map'",
    "a name that is none": "name = x'c3'",
    "letters that are none": "name = x'c328', stop_text = CAST(x'ff' AS TEXT), problem = 3",
    "a time that is none": "updated = 'now', created = NULLIF(1, 1) IS NULL",
    "a size that is none": "size = 'large', settings = 'no'",
    "another key": "key = 'no key'",
}


def damage(folder, url, change, table="glassbox_runs"):
    if not url:
        with closing(sqlite3.connect(folder / FILE)) as file, file:
            file.execute(change if change.startswith("UPDATE") else f"UPDATE {table} SET {change}")
        return
    engine = create_engine(location_of(folder, url).url)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {table} SET {change}".replace(":", "\\:")))
    engine.dispose()


def check_that_only_it_is_damaged(book, good):
    for by in (*SortBy, "learning_rate", "hidden"):
        for descending in (True, False):
            listing = now(book.rows(ME, by, descending=descending))
            assert listing.total == 2 and sorted(isinstance(row, DamagedRow) for row in listing.rows) == [False, True]
    (bad,) = (row for row in listing.rows if isinstance(row, DamagedRow))
    assert now(book.row(ME, good.key)).settings == good.settings
    lines = list(csv.reader(io.StringIO(now(book.table(ME)), newline="")))
    assert len(lines) == 3 and len({len(line) for line in lines}) == 1
    assert sum(words.DAMAGED_ROW in line for line in lines) == 1
    book.record(ME, a_record())  # and new ones are written beside it
    now(book.flush())
    assert now(book.rows(ME)).total == 3
    assert now(book.delete(ME, bad.key))
    assert not any(isinstance(row, DamagedRow) for row in now(book.rows(ME)).rows)
    assert book.trouble == "" == book.notice


@pytest.mark.parametrize("how", EVERYWHERE)
def test_a_damaged_row_costs_no_other(open_book, tmp_path, url, how):
    book, bad, good = open_book(), a_record(checkpoint=ACheckpoint(b"moment")), a_record()
    book.record(ME, bad)
    now(book.flush())
    damage(tmp_path, url, EVERYWHERE[how])
    book.record(ME, good)
    now(book.flush())
    assert now(book.to_open(ME, bad.key))[1] is None
    check_that_only_it_is_damaged(book, good)


@pytest.mark.parametrize("how", IN_A_FILE)
def test_whatever_is_in_the_file(tmp_path, how):
    book, good = LabBook(tmp_path), a_record()
    book.record(ME, a_record())
    now(book.flush())
    damage(tmp_path, "", IN_A_FILE[how])
    book.record(ME, good)
    now(book.flush())
    check_that_only_it_is_damaged(book, good)
    now(book.close())


def test_damaged_rows_are_let_go_with_the_others(tmp_path):
    book = LabBook(tmp_path, limits=Limits(runs_of_owner=Limit(3, 10**9)))
    for _ in range(3):
        book.record(ME, a_record())
    now(book.flush())
    damage(tmp_path, "", "size = 'large', settings = 'no', steps = 'none'")
    for _ in range(5):
        book.record(ME, a_record())
        now(book.flush())
    rows = now(book.rows(ME)).rows
    assert len(rows) == 3 and not any(isinstance(row, DamagedRow) for row in rows)
    now(book.close())


def test_a_damaged_row_is_mended_by_the_next_record_of_its_run(book, tmp_path, url):
    record = a_record()
    book.record(ME, record)
    now(book.flush())
    damage(tmp_path, url, "settings = '[]'")
    assert isinstance(now(book.row(ME, record.key)), DamagedRow)
    book.record(ME, record)
    now(book.flush())
    assert now(book.row(ME, record.key)).settings == record.settings


@pytest.mark.parametrize("change", ["settings = '[1]'", "settings = 'null'"])
def test_a_damaged_link_is_told_as_such(book, tmp_path, url, change):
    bad = now(book.share(ME, a_network(bytes(8))))
    damage(tmp_path, url, change, "glassbox_shares")
    good = now(book.share(ME, a_network(bytes(8))))
    with pytest.raises(DamagedShare):
        now(book.shared(bad))
    assert now(book.shared(good)).weights == bytes(8)


@pytest.mark.parametrize("change", ["weights = x'000000'", "weights = 'none'", "settings = '{', created = 'now'"])
def test_a_damaged_link_in_a_file(tmp_path, change):
    book = LabBook(tmp_path)
    bad = now(book.share(ME, a_network(bytes(8))))
    damage(tmp_path, "", change, "glassbox_shares")
    with pytest.raises(DamagedShare):
        now(book.shared(bad))
    now(book.close())
