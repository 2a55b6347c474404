"""Experiments in the lab book: a row each as it comes, once; taken over when nobody holds them; let go in time."""

from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text

from glassbox.labbook.book import LabBook, Limits, Owner
from glassbox.labbook.location import location_of
from glassbox.labbook.records import Limit
from tests.labbook.conftest import an_experiment as a_record
from tests.labbook.conftest import an_owner, now


def test_an_experiment_comes_back_as_it_was(open_book):
    book, record = open_book(), a_record(an_owner(), about={"guess": {"values": [0.1, None]}})
    now(book.experiments.keep(record, {3: {"told": [1.5, None]}, 0: {}}))
    now(book.close())
    found, results = now(open_book().experiments.find(record.key))
    assert found == record and results == {0: {}, 3: {"told": [1.5, None]}}


def test_a_training_that_has_a_row_keeps_it(open_book):
    book, record = open_book(), a_record(an_owner())
    now(book.experiments.keep(record, {1: {"value": "first"}}))
    now(book.experiments.keep(replace(record, done=2), {1: {"value": "again"}, 2: {"value": "new"}}))
    found, results = now(book.experiments.find(record.key))
    assert results == {1: {"value": "first"}, 2: {"value": "new"}} and found.done == 2


def test_what_was_asked_and_whose_it_is_never_changes(open_book):
    book, mine, other = open_book(), an_owner(), an_owner()
    record = a_record(mine)
    now(book.experiments.keep(record, {}))
    now(book.experiments.keep(replace(record, owner=other.digest, state="done", definition={"seeds": 9}), {}))
    assert now(book.experiments.find(record.key))[0] == record


def test_each_owner_has_a_list_the_newest_first(open_book):
    book, mine, other = open_book(), an_owner(), an_owner()
    old, new, foreign = a_record(mine, created=1.0), a_record(mine, created=2.0), a_record(other)
    for record in (old, new, foreign):
        now(book.experiments.keep(record, {}))
    assert now(book.experiments.listing(mine)) == [new, old]
    assert now(book.experiments.listing(an_owner())) == []


def test_what_nobody_goes_on_with_can_be_taken_over_once(open_book):
    book, mine = open_book(), an_owner()
    left, held = a_record(mine, held=50.0), a_record(mine, held=500.0)
    paused = a_record(mine, held=0.0, state="paused")
    for record in (left, held, paused):
        now(book.experiments.keep(record, {}))
    assert now(book.experiments.unfinished(100.0)) == [left.key]
    assert now(book.experiments.hold(left.key, 100.0, 115.0))
    assert not now(book.experiments.hold(left.key, 100.0, 115.0)), "another server was quicker"
    assert now(book.experiments.unfinished(100.0)) == []
    assert now(book.experiments.unfinished(116.0)) == [left.key], "that one has died as well"


def test_only_its_owner_deletes_one_and_nothing_is_left(open_book, tmp_path, url):
    book, mine = open_book(), an_owner()
    record = a_record(mine)
    now(book.experiments.keep(record, {1: {}}))
    assert not now(book.experiments.remove(an_owner(), record.key))
    assert now(book.experiments.remove(mine, record.key)) and not now(book.experiments.remove(mine, record.key))
    assert now(book.experiments.find(record.key)) is None
    now(book.close())
    with create_engine(location_of(tmp_path, url).url).begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM glassbox_trials")).scalar() == 0


@pytest.mark.parametrize("key", ["", "x", "' or 1=1", "a" * 22])
def test_there_is_nothing_by_a_name_that_nobody_gave(open_book, key):
    book = open_book()
    assert now(book.experiments.find(key)) is None
    assert not now(book.experiments.remove(an_owner(), key))


def test_the_oldest_make_room_with_their_trainings(open_book, tmp_path, url):
    book, mine = open_book(limits=Limits(experiments_of_owner=Limit(2, 10**6))), an_owner()
    records = [a_record(mine, created=float(at), updated=float(at)) for at in range(3)]
    for record in records:
        now(book.experiments.keep(record, {0: {}}))
    assert now(book.experiments.find(records[0].key)) is None
    assert len(now(book.experiments.listing(mine))) == 2
    now(book.close())
    with create_engine(location_of(tmp_path, url).url).begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM glassbox_trials")).scalar() == 2


def test_damage_costs_no_more_than_what_is_damaged(tmp_path):
    """In SQLite: PostgreSQL takes no text that is no JSON."""
    book, mine = LabBook(tmp_path), an_owner()
    sound, damaged = a_record(mine), a_record(mine)
    now(book.experiments.keep(sound, {0: {"a": 1}, 1: {"a": 2}}))
    now(book.experiments.keep(damaged, {}))
    now(book.close())
    with create_engine(location_of(tmp_path, "").url).begin() as connection:
        connection.execute(text("UPDATE glassbox_trials SET result = '{' WHERE number = 1"))
        broken = text("UPDATE glassbox_experiments SET definition = '[' WHERE key = :key")
        connection.execute(broken, {"key": damaged.key})
    book = LabBook(tmp_path)
    assert now(book.experiments.find(sound.key))[1] == {0: {"a": 1}}
    assert now(book.experiments.find(damaged.key)) is None
    assert now(book.experiments.listing(mine)) == [sound]
    now(book.close())


def test_a_text_becomes_one_line_that_fits(open_book):
    book, record = open_book(), a_record(an_owner(), title="two\nlines", sentence="x" * 1000)
    now(book.experiments.keep(record, {}))
    found, _ = now(book.experiments.find(record.key))
    assert found.title == "two lines" and len(found.sentence) == 500
    assert isinstance(Owner(found.owner), Owner)
