"""What only a real PostgreSQL can do: be locked, cut the line, be asked by several servers that start at once."""

import threading

import pytest
from sqlalchemy import create_engine, text

from glassbox.labbook import words
from glassbox.labbook.book import LabBook, LabBookUnavailable
from glassbox.labbook.location import location_of
from tests.labbook.conftest import SOON, a_record, an_owner, empty_schema, now
from tests.labbook.postgres import needs_a_server

ME = an_owner()


@pytest.fixture
def url():
    with empty_schema() as url:
        yield url


@pytest.fixture
def other(url):
    """Another connection to the same place."""
    engine = create_engine(location_of(None, url).url)
    yield engine
    engine.dispose()


@needs_a_server
def test_a_locked_table_is_written_once_it_is_free(url, other):
    book, record = LabBook(None, url, patience=SOON), a_record()
    now(book.rows(ME))
    with other.begin() as connection:
        connection.execute(text("LOCK TABLE glassbox_runs IN EXCLUSIVE MODE"))
        book.record(ME, record)
        with pytest.raises(LabBookUnavailable, match="locked"):
            now(book.flush())
        assert now(book.row(ME, record.key)) is None
    now(book.flush())
    assert now(book.row(ME, record.key))
    now(book.close())


@needs_a_server
def test_a_line_that_was_cut_is_laid_anew(url, other):
    book, record = LabBook(None, url), a_record()
    book.record(ME, record)
    now(book.flush())
    with other.begin() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE application_name = current_setting('application_name') AND pid <> pg_backend_pid()"
            )
        )
    assert now(book.row(ME, record.key))
    now(book.close())


@needs_a_server
def test_servers_that_start_at_once_make_the_tables_once(url):
    books, failed = [LabBook(None, url) for _ in range(6)], []

    def use(book):
        try:
            book.record(ME, a_record())
            now(book.flush())
        except LabBookUnavailable as reason:
            failed.append(reason)

    threads = [threading.Thread(target=use, args=(book,)) for book in books]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed and now(books[0].rows(ME)).total == 6
    for book in books:
        now(book.close())


@needs_a_server
def test_a_server_that_may_not_be_written(url):
    book = LabBook(None, url.replace("options=", "options=-cdefault_transaction_read_only=on+"))
    with pytest.raises(LabBookUnavailable) as reason:
        now(book.rows(ME))
    assert reason.value.text == words.NOT_ALLOWED
    now(book.close())


def test_a_server_that_cannot_be_reached():
    pytest.importorskip("psycopg")
    book = LabBook(None, "postgresql://me:secret@127.0.0.1:1/db")
    book.record(ME, a_record())
    with pytest.raises(LabBookUnavailable) as reason:
        now(book.flush())
    assert reason.value.text == words.UNREACHABLE
    now(book.close())
