"""Checkpoints, in each database: kept with its row, as old as it, let go before it."""

import os

import pytest
from sqlalchemy import create_engine, text

from glassbox.labbook.book import Limits, new_run_key
from glassbox.labbook.location import location_of
from glassbox.labbook.records import MOST_CHECKPOINT_BYTES, Limit
from tests.labbook.conftest import ACheckpoint, a_record, an_owner, now

ME, YOU = an_owner(), an_owner()


def record(book, *records, owner=ME):
    for entry in records:
        book.record(owner, entry)
    now(book.flush())


def kept(book, entry, owner=ME):
    _, checkpoint = now(book.to_open(owner, entry.key))
    return checkpoint


def of_size(size, **facts):
    return a_record(checkpoint=ACheckpoint(os.urandom(size)), **facts)


def test_a_checkpoint_comes_back_to_the_byte(book):
    entry = of_size(100_000)
    record(book, entry)
    row, checkpoint = now(book.to_open(ME, entry.key))
    assert (checkpoint, row) == (entry.checkpoint.content, now(book.row(ME, entry.key)))
    assert row.is_kept and now(book.rows(ME)).rows[0].is_kept


def test_a_row_without_one_says_so(book):
    entry = a_record()
    record(book, entry)
    assert kept(book, entry) is None and not now(book.rows(ME)).rows[0].is_kept


def test_the_checkpoint_is_always_that_of_the_row(book):
    first = of_size(10, steps=1)
    record(book, first)
    second = of_size(20, key=first.key, steps=2)
    record(book, second)
    assert kept(book, first) == second.checkpoint.content
    record(book, a_record(key=first.key, steps=3))
    row, checkpoint = now(book.to_open(ME, first.key))
    assert (row.steps, row.is_kept, checkpoint) == (3, False, None)


def test_one_that_is_too_large_is_not_kept_and_the_row_is(book):
    fits, does_not = of_size(MOST_CHECKPOINT_BYTES), of_size(MOST_CHECKPOINT_BYTES + 1)
    record(book, fits, does_not)
    assert kept(book, fits) == fits.checkpoint.content and kept(book, does_not) is None
    record(book, of_size(MOST_CHECKPOINT_BYTES + 1, key=fits.key))
    assert kept(book, fits) is None and now(book.rows(ME)).total == 2


def test_nobody_gets_at_anothers(book):
    entry = of_size(10)
    record(book, entry)
    record(book, of_size(20, key=entry.key), owner=YOU)
    assert now(book.to_open(YOU, entry.key)) is None and kept(book, entry) == entry.checkpoint.content
    record(book, a_record(key=entry.key), owner=YOU)
    assert kept(book, entry) == entry.checkpoint.content


@pytest.mark.parametrize("key", ["", "no", "\0" * 22, pytest.param(new_run_key(), id="unused")])
def test_a_key_that_no_row_has_opens_nothing(book, key):
    assert now(book.to_open(ME, key)) is None


def test_an_owners_oldest_checkpoints_go_and_their_rows_stay(open_book):
    book = open_book(limits=Limits(checkpoints_of_owner=Limit(10**6, 250)))
    records = [of_size(100) for _ in range(4)]
    for entry in records:
        record(book, entry)
    assert [kept(book, entry) is not None for entry in records] == [False, False, True, True]
    assert now(book.rows(ME)).total == 4
    assert [row.is_kept for row in now(book.rows(ME)).rows] == [True, True, False, False]


def test_all_checkpoints_together_have_a_limit(open_book):
    book = open_book(limits=Limits(checkpoints=Limit(10**6, 150)))
    mine, yours = of_size(100), of_size(100)
    record(book, mine)
    record(book, yours, owner=YOU)
    assert kept(book, mine) is None and kept(book, yours, YOU) == yours.checkpoint.content


@pytest.fixture
def checkpoints_in(tmp_path, url):
    """Counts what is in the database, past the book."""

    def count():
        engine = create_engine(location_of(tmp_path, url).url)
        with engine.begin() as connection:
            found = connection.execute(text("SELECT count(*) FROM glassbox_moments")).scalar()
        engine.dispose()
        return found

    return count


def test_with_its_row_a_checkpoint_goes_too(open_book, checkpoints_in):
    book = open_book(limits=Limits(runs_of_owner=Limit(2, 10**9)))
    records = [of_size(10) for _ in range(3)]
    for entry in records:
        record(book, entry)
    assert checkpoints_in() == 2
    assert now(book.delete(ME, records[-1].key))
    assert checkpoints_in() == 1 and kept(book, records[1]) is not None


def test_they_are_there_after_a_new_start(book, open_book):
    entry = of_size(1000)
    book.record(ME, entry)
    now(book.close())
    assert kept(open_book(), entry) == entry.checkpoint.content


def test_one_that_is_replaced_before_it_is_written_is_never_packed(open_book):
    book = open_book(pace=3600.0)
    record(book, a_record())
    older = of_size(10)
    book.record(ME, older)
    record(book, of_size(20, key=older.key))
    assert older.checkpoint.times == 0
