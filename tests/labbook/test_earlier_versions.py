"""A lab book that an earlier version made: it opens, its rows are there,
and from now on it keeps what this version keeps.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from glassbox.labbook.book import LabBook, Owner
from glassbox.labbook.location import FILE, location_of
from glassbox.labbook.tables import SCHEMA_VERSION
from glassbox.settings import Settings
from tests.labbook.conftest import ACheckpoint, a_network, a_record, an_experiment, an_owner, now

WRITTEN = Path(__file__).parent / "version_1.sql"  # by that version itself, and dumped by SQLite
ME = Owner.of("o" * 22)
SINCE_1 = ("glassbox_moments", "glassbox_experiments", "glassbox_trials")  # tables, the last two since 5
SINCE_3 = ("epochs", "samples", "steps")  # columns of the shares
SINCE_2 = (
    "data",
    "began",
    "best_epoch",
    "changed",
    "goal_epoch",
    "parameters",
)  # columns of the rows, the last two since 4


@pytest.fixture
def old_file(tmp_path):
    with closing(sqlite3.connect(tmp_path / FILE)) as file:
        file.executescript(WRITTEN.read_text("utf-8"))
    return tmp_path


def version_in(file):
    with closing(sqlite3.connect(file)) as database:
        return database.execute("SELECT id, version FROM glassbox_version").fetchall()


def test_its_rows_are_as_they_were(old_file):
    book = LabBook(old_file)
    newer, older = now(book.rows(ME)).rows
    assert (older.key, older.name, older.steps, older.epochs, older.changes) == ("a" * 22, "my best", 300, 12.5, 1)
    assert (older.train_loss, older.test_score, older.stop, older.picture) == (0.25, 0.8, "criterion", b"map")
    assert Settings.salvaged(older.settings) == (Settings(seed=7, learning_rate=0.1), {})
    assert (newer.key, older.is_kept, newer.is_kept) == ("b" * 22, False, False)
    assert now(book.to_open(ME, older.key)) == (older, None)
    assert book.notice == "" == book.trouble
    now(book.close())
    assert version_in(old_file / FILE) == [(1, SCHEMA_VERSION)]


def test_it_takes_what_this_version_keeps(old_file):
    book = LabBook(old_file)
    fresh, again = a_record(checkpoint=ACheckpoint(b"new")), a_record(key="a" * 22, checkpoint=ACheckpoint(b"old row"))
    book.record(ME, fresh)
    book.record(ME, again)
    now(book.close())
    book = LabBook(old_file)
    assert now(book.to_open(ME, fresh.key))[1] == b"new"
    row, checkpoint = now(book.to_open(ME, again.key))
    assert (checkpoint, row.name, row.created) == (b"old row", "my best", 1000.0)
    now(book.close())


def test_a_database_of_the_first_version_wherever_it_is(open_book, tmp_path, url):
    """Also in PostgreSQL: what a book lacks is made when it is opened."""
    book, record, owner = open_book(), a_record(), an_owner()
    book.record(owner, record)
    older = now(book.share(owner, a_network(bytes(8), epochs=3, samples=0, steps=75)))
    now(book.close())
    engine = create_engine(location_of(tmp_path, url).url)
    with engine.begin() as connection:
        for table in SINCE_1:
            connection.execute(text(f"DROP TABLE {table}"))
        for column in SINCE_2:
            connection.execute(text(f"ALTER TABLE glassbox_runs DROP COLUMN {column}"))
        for column in SINCE_3:
            connection.execute(text(f"ALTER TABLE glassbox_shares DROP COLUMN {column}"))
        connection.execute(text("UPDATE glassbox_version SET version = 1"))
    engine.dispose()
    book, fresh = open_book(), a_record(checkpoint=ACheckpoint(b"moment"))
    assert now(book.row(owner, record.key)).steps == record.steps
    book.record(owner, fresh)
    assert now(book.to_open(owner, fresh.key))[1] == b"moment"
    found = now(book.shared(older))
    assert (found.weights, found.epochs, found.steps) == (bytes(8), None, None)
    again = now(book.shared(now(book.share(owner, a_network(bytes(8), epochs=3, samples=5, steps=75)))))
    assert (again.epochs, again.samples, again.steps) == (3, 5, 75)
    experiment = an_experiment(owner)
    now(book.experiments.keep(experiment, {0: {}}))
    assert now(book.experiments.find(experiment.key)) == (experiment, {0: {}})
