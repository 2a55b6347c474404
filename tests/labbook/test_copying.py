"""A run that was copied for another owner is theirs, and outlives the one it was copied from."""

from glassbox.labbook.book import Limits
from glassbox.labbook.records import Limit
from tests.labbook.conftest import ACheckpoint, a_record, an_owner, now

ROOM, ME = an_owner(), an_owner()


def test_the_newest_run_is_copied_with_its_checkpoint(book):
    book.record(ROOM, a_record(name="older"))
    newer = a_record(checkpoint=ACheckpoint(b"moment"))
    book.record(ROOM, newer)
    key = now(book.copy_newest(ROOM, ME))
    row, moment = now(book.to_open(ME, key))
    assert moment == b"moment" and row.steps == newer.steps and row.settings == now(book.row(ROOM, newer.key)).settings
    assert key != newer.key and now(book.rows(ROOM)).total == 2 and now(book.rows(ME)).total == 1
    assert now(book.delete(ROOM, newer.key)) and now(book.to_open(ME, key))[1] == b"moment"


def test_the_same_run_copied_once_more_takes_the_place_of_its_copy(book):
    run = a_record(checkpoint=ACheckpoint(b"first"))
    book.record(ROOM, run)
    first = now(book.copy_newest(ROOM, ME))
    book.record(ROOM, a_record(key=run.key, steps=run.steps + 1))
    assert now(book.copy_newest(ROOM, ME)) == first
    row, moment = now(book.to_open(ME, first))
    assert row.steps == run.steps + 1 and moment is None and now(book.rows(ME)).total == 1


def test_where_there_is_no_run_there_is_no_copy(book):
    assert now(book.copy_newest(ROOM, ME)) is None


def test_copies_count_against_the_limits_of_whoever_gets_them(open_book):
    book = open_book(limits=Limits(runs_of_owner=Limit(2, 10**9)))
    for _ in range(3):
        book.record(ROOM, a_record())
        now(book.copy_newest(ROOM, ME))
    assert now(book.rows(ME)).total == 2
