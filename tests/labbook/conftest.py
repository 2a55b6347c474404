"""Lab books to test: each in SQLite and, where there is one (`postgres.py` says how it is found),
in a real PostgreSQL.
"""

import asyncio
import uuid
from contextlib import contextmanager
from itertools import count

import pytest
from sqlalchemy import create_engine, text

from glassbox.labbook.book import LabBook, Owner, RunRecord, new_owner_id, new_run_key
from glassbox.labbook.experiment_record import ExperimentRecord
from glassbox.labbook.location import location_of
from glassbox.labbook.records import SharedNetwork
from glassbox.settings import Settings
from tests.labbook import postgres

SOON = 0.05  # seconds to wait for locks

now = asyncio.run


@contextmanager
def empty_schema():
    """The URL of an empty place in the PostgreSQL server, which keeps nothing of it afterwards."""
    url, name = location_of(None, postgres.server()).url, f"glassbox_test_{uuid.uuid4().hex}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    query = {"options": f"-csearch_path={name}", "application_name": name}
    yield url.update_query_dict(query).render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=postgres.needs_a_server)])
def url(request):
    """Of an empty database; empty for a file in the data folder."""
    if request.param == "sqlite":
        yield ""
    else:
        with empty_schema() as url:
            yield url


@pytest.fixture
def open_book(tmp_path, url):
    """Opens lab books, all at the same place, and closes them in the end."""
    books = []

    def open_book(**options):
        books.append(
            LabBook(**{"folder": tmp_path, "url": url, "patience": SOON, "clock": count(1000.0).__next__, **options})
        )
        return books[-1]

    yield open_book
    for book in books:
        now(book.close())


@pytest.fixture
def book(open_book):
    """A lab book whose clock goes on by a second with each look at it."""
    return open_book()


def an_owner():
    return Owner.of(new_owner_id())


class ACheckpoint:
    """What takes a run up again, as a session would have it packed."""

    def __init__(self, content):
        self.content = content
        self.times = 0

    @property
    def nbytes(self):
        return len(self.content)

    def packed(self):
        self.times += 1
        return self.content


def a_network(weights, settings=None, created=0.0, **age):
    """As it is handed on; a book dates it by its own clock."""
    plain = (settings or Settings()).model_dump(mode="json")
    return SharedNetwork(settings=plain, weights=weights, created=created, **age)


def a_record(settings=None, **facts):
    """Of a run that has just begun."""
    plain = (settings or Settings()).model_dump(mode="json")
    usual = {"key": new_run_key(), "epochs": 1.5, "steps": 30, "problem": "binary"}
    return RunRecord(**{**usual, "settings": plain, "seed": plain["seed"], **facts})


def an_experiment(owner, **facts):
    usual = {
        "key": new_run_key(), "owner": owner.digest, "created": 5.0, "updated": 6.0, "state": "running", "held": 100.0,
        "title": "How wide?", "sentence": "", "done": 1, "total": 6, "definition": {"seeds": 2}, "about": {"form": ""},
    }  # fmt: skip
    return ExperimentRecord(**(usual | facts))
