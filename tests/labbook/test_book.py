"""The lab book's door: nothing happens before it is used, and what cannot be there is not asked for."""

import subprocess
import sys
import threading
from itertools import count
from pathlib import Path

import pytest

from glassbox.labbook import words
from glassbox.labbook.book import LabBook, LabBookUnavailable, NotTaken, new_run_key
from glassbox.labbook.location import FILE
from glassbox.labbook.records import MOST_WEIGHT_BYTES
from tests.labbook.conftest import a_network, a_record, an_owner, now

ME = an_owner()


def test_the_start_does_not_wait_for_the_database():
    """SQLAlchemy takes longer to import than the whole server may take to answer."""
    code = "import sys, glassbox.labbook.book; sys.exit('sqlalchemy' in sys.modules or 'numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2]).returncode == 0


def threads():
    return [each.name for each in threading.enumerate()].count("lab book")


def test_until_it_is_used_there_is_neither_file_nor_thread(tmp_path):
    before = threads()
    book = LabBook(tmp_path)
    assert (book.trouble, book.notice) == ("", "")
    assert not (tmp_path / FILE).exists() and threads() == before
    assert now(book.rows(ME)).total == 0
    assert (tmp_path / FILE).exists() and threads() == before + 1
    now(book.close())
    assert threads() == before


@pytest.fixture
def nowhere():
    """A lab book that has no place: whatever it asks the database is refused."""
    book = LabBook(None)
    yield book
    now(book.close())


def test_a_key_that_cannot_be_one_is_not_looked_for(nowhere):
    assert now(nowhere.row(ME, "mine")) is None and now(nowhere.to_open(ME, "mine")) is None
    assert not now(nowhere.rename(ME, "mine", "name")) and not now(nowhere.delete(ME, "mine" * 20))
    assert now(nowhere.shared("../../x")) is None
    with pytest.raises(LabBookUnavailable, match="--data-folder"):
        now(nowhere.row(ME, new_run_key()))


@pytest.mark.parametrize(
    ("weights", "sentence"),
    [
        (bytes(7), words.NO_WHOLE_WEIGHTS.format(size=7)),
        (bytes(MOST_WEIGHT_BYTES + 4), "This network has 262,145 weights; at most 262,144 can be shared."),
    ],
)
def test_weights_that_cannot_be_shared_are_not_taken(nowhere, weights, sentence):
    with pytest.raises(NotTaken) as caught:
        now(nowhere.share(ME, a_network(weights)))
    assert caught.value.text.startswith(sentence)


def test_records_are_taken_all_the_same_and_the_trouble_is_told(nowhere):
    nowhere.record(ME, a_record())
    with pytest.raises(LabBookUnavailable):
        now(nowhere.flush())
    assert nowhere.trouble == words.NO_FOLDER


def test_a_record_is_dated_when_it_comes(tmp_path):
    book = LabBook(tmp_path, clock=count(50.0).__next__)
    entry = a_record(created=1.0, updated=2.0)
    book.record(ME, entry)
    assert (now(book.row(ME, entry.key)).created, now(book.row(ME, entry.key)).updated) == (50.0, 50.0)
    now(book.close())


def test_a_page_has_bounds(book):
    for _ in range(101):
        book.record(ME, a_record())
    assert len(now(book.rows(ME, most=10**9)).rows) == 100
    assert len(now(book.rows(ME, most=-1, offset=-5)).rows) == 1


def test_a_row_deleted_while_its_newest_record_waits_does_not_come_back(open_book):
    book = open_book(pace=3600.0)
    entry = a_record()
    book.record(ME, entry)
    now(book.flush())
    book.record(ME, entry)
    assert now(book.delete(ME, entry.key))
    book.record(ME, entry)
    now(book.flush())
    assert now(book.rows(ME)).total == 0
