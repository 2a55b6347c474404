"""What befalls a file: locked, full, damaged, from a newer version. One sentence each, and nothing else breaks."""

import sqlite3
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import Engine, event

from glassbox.labbook import connect, words
from glassbox.labbook.book import LabBook, LabBookUnavailable
from glassbox.labbook.location import FILE, location_of
from glassbox.labbook.tables import SCHEMA_VERSION
from tests.labbook.conftest import SOON, ACheckpoint, a_network, a_record, an_owner, now

ME = an_owner()


@pytest.fixture
def open_book(tmp_path):
    books = []

    def open_book(**options):
        books.append(LabBook(tmp_path, patience=SOON, **options))
        return books[-1]

    yield open_book
    for book in books:
        now(book.close())


def written(book, count=1):
    """So many rows that are in the file."""
    records = [a_record(picture=bytes(8000)) for _ in range(count)]
    for record in records:
        book.record(ME, record)
    now(book.flush())
    return [record.key for record in records]


def refusal(question):
    with pytest.raises(LabBookUnavailable) as reason:
        now(question)
    return reason.value.text


@contextmanager
def locked(file, how="BEGIN EXCLUSIVE"):
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute(how)
        yield
        other.execute("ROLLBACK")


def test_a_locked_file_can_be_read_and_is_written_once_it_is_free(open_book, tmp_path):
    book = open_book()
    (old,) = written(book)
    new = a_record()
    with locked(tmp_path / FILE):
        book.record(ME, new)
        assert refusal(book.flush()) == words.LOCKED == book.trouble
        assert refusal(book.rename(ME, old, "name")) == words.LOCKED == refusal(book.share(ME, a_network(bytes(4))))
        assert now(book.row(ME, old)) is not None
        assert now(open_book().row(ME, old)) is not None  # also by a server that starts now
    now(book.flush())
    assert now(book.row(ME, new.key)) and book.trouble == ""


def test_a_file_locked_from_the_start(open_book, tmp_path):
    book = open_book()
    with closing(sqlite3.connect(tmp_path / FILE)) as other:
        other.execute("CREATE TABLE other (x)")
    with locked(tmp_path / FILE):
        assert refusal(book.rows(ME)) == words.LOCKED
    assert now(book.rows(ME)).total == 0


@pytest.fixture
def disk():
    """A disk of so many pages of 4 kB, for every connection opened from now on."""
    pages = {"max": 10**9}

    def limit(connection, _):
        connection.execute(f"PRAGMA max_page_count = {pages['max']}")

    event.listen(Engine, "connect", limit)
    yield pages
    event.remove(Engine, "connect", limit)


@pytest.mark.parametrize("room", [1, 5, 12, 40])
def test_a_full_disk_loses_no_row_and_is_left_behind(open_book, disk, room):
    """Also when there is no room for the tables, or for a part of the rows."""
    disk["max"] = room
    book = open_book()
    records = [a_record(picture=bytes(8000), checkpoint=ACheckpoint(bytes(20_000))) for _ in range(100)]
    for record in records:
        book.record(ME, record)
    assert refusal(book.flush()) == words.FULL == book.trouble
    disk["max"] = 10**9
    now(book.flush())
    listing = now(book.rows(ME))
    assert listing.total == 100 and all(row.is_kept for row in listing.rows) and book.trouble == ""


def test_what_is_on_a_full_disk_can_be_read_and_deleted(open_book, disk):
    (key, *_) = written(open_book(), 10)
    disk["max"] = 1  # SQLite takes it as: no larger than it is
    book = open_book()
    assert refusal(book.share(ME, a_network(bytes(100_000)))) == words.FULL
    assert now(book.row(ME, key)) and now(book.delete(ME, key)) and now(book.rows(ME)).total == 9


def damage(file, at=0):
    content = bytearray(file.read_bytes())
    content[at : at + 3000] = b"damage" * 500
    file.write_bytes(content)


@pytest.mark.parametrize("at", [0, 4096, 3 * 4096])
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(open_book, tmp_path, at, caplog):
    book = open_book()
    written(book, 20)
    now(book.close())
    damage(tmp_path / FILE, at)
    broken = (tmp_path / FILE).read_bytes()
    book = open_book()
    (key,) = written(book)
    assert now(book.rows(ME)).total == 1 and now(book.row(ME, key))
    (aside,) = tmp_path.glob("labbook.damaged-*.sqlite3")
    assert aside.read_bytes() == broken
    assert book.notice == words.SET_ASIDE.format(name=aside.name) and book.trouble == ""
    assert str(tmp_path) in caplog.text and str(tmp_path) not in book.notice


def test_a_file_that_is_damaged_while_it_is_open(open_book, tmp_path):
    """The record that found it is in the new file."""
    now(written_and_closed(open_book()))
    book = open_book()
    assert now(book.rows(ME)).total == 20 and book.notice == ""
    for page in range(1, 15):
        damage(tmp_path / FILE, page * 4096)
    with closing(sqlite3.connect(tmp_path / FILE)) as other:
        other.execute("PRAGMA user_version = 7")  # a change from elsewhere: what was read before counts no more
        other.commit()
    (key,) = written(book)
    assert now(book.row(ME, key)) and "set aside" in book.notice


async def written_and_closed(book):
    for _ in range(20):
        book.record(ME, a_record(picture=bytes(8000)))
    await book.close()


def test_two_damaged_files_have_two_names(open_book, tmp_path):
    for _ in range(2):
        (tmp_path / FILE).write_bytes(b"no database" * 1000)
        book = open_book()
        written(book)
        now(book.close())
    assert len(list(tmp_path.glob("labbook.damaged-*"))) == 2


def test_a_file_that_the_operator_named_stays_where_it_is(tmp_path):
    thesis = tmp_path / "thesis.txt"
    thesis.write_text("A sentence. " * 1000)
    book = LabBook(None, f"sqlite:///{thesis}")
    assert refusal(book.rows(ME)) == words.DAMAGED
    now(book.close())
    assert thesis.read_text() == "A sentence. " * 1000 and len(list(tmp_path.iterdir())) == 1


def test_an_empty_file_is_a_new_one(open_book, tmp_path):
    (tmp_path / FILE).touch()
    assert now(open_book().rows(ME)).total == 0


def test_the_file_of_a_newer_version_is_left_as_it_is(open_book, tmp_path, monkeypatch):
    with monkeypatch.context() as newer:
        newer.setattr(connect, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
        book = open_book()
        written(book)
        now(book.close())
    before = (tmp_path / FILE).read_bytes()
    book = open_book()
    book.record(ME, a_record())
    assert (
        refusal(book.flush())
        == words.NEWER.format(found=SCHEMA_VERSION + 1, known=SCHEMA_VERSION)
        == refusal(book.rows(ME))
    )
    now(book.close())
    assert (tmp_path / FILE).read_bytes() == before


def test_two_servers_share_a_file(open_book):
    one, other = open_book(), open_book()
    keys = written(one) + written(other) + written(one)
    for book in (one, other):
        assert {row.key for row in now(book.rows(ME)).rows} == set(keys)


def test_each_commit_is_on_the_disk(tmp_path):
    engine = connect.open_engine(location_of(tmp_path, ""), SOON)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL
    engine.dispose()
