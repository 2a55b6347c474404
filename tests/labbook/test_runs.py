"""Rows of runs, in each database: written, listed, sorted, named, deleted, and only for their owner."""

import itertools
import math
from dataclasses import replace

import pytest

from glassbox.labbook.book import Limits, SortBy, new_run_key
from glassbox.labbook.records import MOST_PICTURE_BYTES, Limit
from glassbox.settings import Settings
from glassbox.words.sentence import say
from tests.labbook.conftest import a_record, an_owner, now

ME, YOU = an_owner(), an_owner()


def record(book, *records, owner=ME):
    for entry in records:
        book.record(owner, entry)
    now(book.flush())


def keys(listing):
    return [row.key for row in listing.rows]


def test_a_row_tells_all_that_was_recorded_to_the_last_bit(book):
    settings = Settings(learning_rate=0.1 + 0.2, seed=2**31 - 1, features=("x1",))
    entry = a_record(
        settings=settings, epochs=12.34, steps=2**40, changes=3, problem="regression", train_loss=0.1, test_loss=1 / 3,
        train_score=0.7, test_score=0.6, stop="not_finite", stop_text="It blew up.", picture=b"\x89PNG\0\xff",
    )  # fmt: skip
    record(book, entry)
    row = now(book.row(ME, entry.key))
    assert row == replace(entry, created=1000.0, updated=1000.0)
    assert Settings.salvaged(row.settings) == (settings, {})
    assert (row.version, row.name, row.seed, row.settings) == (2, "", settings.seed, settings.model_dump(mode="json"))


def test_what_is_said_in_a_row_can_be_worded_anew_in_any_language(book):
    data, stop = say("circle"), say("Stopped after {epochs:,} epochs.").format(epochs=2000)
    entry = a_record(data=data, stop="epochs", stop_text=stop)
    record(book, entry)
    row = now(book.row(ME, entry.key))
    assert (row.data, row.stop_text) == ("circle", "Stopped after 2,000 epochs.")
    assert (row.data.text, row.stop_text.text) == (data.text, stop.text)


def test_a_later_entry_brings_the_row_up_to_date(book):
    first = a_record(steps=1, train_loss=1.0, picture=b"map")
    record(book, first)
    assert now(book.rename(ME, first.key, "my best"))
    record(book, a_record(key=first.key, steps=2, stop="epochs", settings=Settings(seed=7)))
    row = now(book.row(ME, first.key))
    assert (row.steps, row.train_loss, row.stop, row.seed, row.settings["seed"]) == (2, None, "epochs", 7, 7)
    assert (row.created, row.updated, row.name, row.picture) == (1000.0, 1001.0, "my best", b"map")
    assert now(book.rows(ME)).total == 1


def test_losses_that_are_no_numbers_are_missing(book):
    entry = a_record(train_loss=math.inf, test_loss=math.nan, train_score=-math.inf)
    record(book, entry)
    row = now(book.row(ME, entry.key))
    assert (row.train_loss, row.test_loss, row.train_score, row.test_score) == (None,) * 4


def test_a_picture_has_its_limit_and_a_key_its_form():
    a_record(picture=bytes(MOST_PICTURE_BYTES))
    with pytest.raises(ValueError, match="8193 bytes"):
        a_record(picture=bytes(MOST_PICTURE_BYTES + 1))
    with pytest.raises(ValueError, match="new_run_key"):
        a_record(key="mine")


def test_texts_become_lines_that_fit(book):
    entry = a_record(stop_text="a\n\x00b" * 1000, problem="\ud800" + "p" * 100)
    record(book, entry)
    now(book.rename(ME, entry.key, "=1\n\0+1" + "x" * 999))
    row = now(book.row(ME, entry.key))
    assert row.name.startswith("=1 +1x") and len(row.name) == 200
    assert len(row.stop_text) <= 500 and row.problem == "p" * 40


def in_order(value):
    return value.lower() if isinstance(value, str) else value


def test_rows_are_sorted_by_any_column_and_missing_values_stand_last(book):
    for number, name, loss in [(2, "beta", 0.5), (9, "Gamma", None), (1, "alpha", 1e-9), (3, "Delta", 7.0)]:
        losses = dict.fromkeys(["train_loss", "test_loss", "train_score", "test_score"], loss)
        numbers = dict.fromkeys(["epochs", "steps", "changes", "goal_epoch", "parameters"], number)
        entry = a_record(settings=Settings(seed=number), problem=name, stop=name, **numbers, **losses)
        record(book, entry)
        now(book.rename(ME, entry.key, name))
    for by, descending in itertools.product(SortBy, (False, True)):
        values = [getattr(row, by) for row in now(book.rows(ME, by, descending=descending)).rows]
        present = [value for value in values if value is not None]
        assert len(values) == 4 and None not in values[: len(present)]
        assert len(set(present)) > 2 and present == sorted(present, key=in_order, reverse=descending)


def test_pages_add_up_even_where_rows_are_alike(book):
    for _ in range(7):
        record(book, a_record(steps=5))
    pages = [now(book.rows(ME, SortBy.STEPS, offset=offset, most=3)) for offset in (0, 3, 6, 9)]
    assert [page.total for page in pages] == [7] * 4 and [len(page.rows) for page in pages] == [3, 3, 1, 0]
    assert list(itertools.chain(*map(keys, pages))) == keys(now(book.rows(ME, SortBy.STEPS)))


def test_nobody_gets_at_anothers_rows(book):
    entry = a_record(steps=1)
    record(book, entry)
    record(book, a_record(key=entry.key, steps=2), owner=YOU)
    assert now(book.row(YOU, entry.key)) is None and now(book.rows(YOU)).total == 0
    assert not now(book.rename(YOU, entry.key, "mine")) and not now(book.delete(YOU, entry.key))
    assert now(book.table(YOU)).count("\n") == 1
    row = now(book.row(ME, entry.key))
    assert (row.steps, row.name) == (1, "")


def test_a_deleted_row_stays_deleted_though_its_run_goes_on(book):
    entry, other = a_record(), a_record()
    record(book, entry, other)
    assert now(book.delete(ME, entry.key)) and not now(book.delete(ME, entry.key))
    record(book, entry, other)
    assert keys(now(book.rows(ME))) == [other.key]


@pytest.mark.parametrize(
    "key", ["", "no", "\0" * 22, "\ud800" * 22, "x" * 10**6, pytest.param(new_run_key(), id="unused")]
)
def test_a_key_that_no_row_has_is_only_not_there(book, key):
    assert now(book.row(ME, key)) is None
    assert not now(book.rename(ME, key, "name")) and not now(book.delete(ME, key))
    assert book.trouble == ""


def test_rows_are_there_after_a_new_start(book, open_book):
    entry = a_record(picture=b"map")
    book.record(ME, entry)
    now(book.close())
    assert now(open_book().row(ME, entry.key)).picture == b"map"


def test_an_owner_has_so_many_rows_and_the_oldest_go(open_book):
    book = open_book(limits=Limits(runs_of_owner=Limit(3, 10**9)))
    records = [a_record() for _ in range(4)]
    record(book, a_record(), owner=YOU)
    record(book, *records)
    assert keys(now(book.rows(ME))) == [entry.key for entry in reversed(records[1:])]
    record(book, records[1], a_record())  # brought up to date, so not the oldest any more
    assert now(book.row(ME, records[1].key)) and now(book.row(ME, records[2].key)) is None
    assert now(book.rows(YOU)).total == 1


def test_all_together_have_so_many_rows(open_book):
    book = open_book(limits=Limits(runs=Limit(2, 10**9)))
    for owner in (ME, YOU, an_owner()):
        record(book, a_record(), owner=owner)
    assert [now(book.rows(owner)).total for owner in (ME, YOU)] == [0, 1]


def test_rows_are_limited_in_bytes_too(open_book):
    book = open_book(limits=Limits(runs=Limit(100, 3 * 2 * MOST_PICTURE_BYTES)))
    for _ in range(8):
        record(book, a_record())
    assert 3 <= now(book.rows(ME)).total < 6


def test_a_batch_larger_than_the_limits_keeps_the_newest(open_book):
    book = open_book(limits=Limits(runs=Limit(5, 10**9)))
    records = [a_record() for _ in range(50)]
    record(book, *records)
    assert keys(now(book.rows(ME))) == [entry.key for entry in reversed(records[-5:])]


def test_the_table_has_every_row_the_oldest_first(book):
    for steps in (1, 2, 3):
        record(book, a_record(steps=steps))
    lines = now(book.table(ME)).split("\r\n")
    column = lines[0].split(",").index("steps")
    assert [line.split(",")[column] for line in lines[1:-1]] == ["1", "2", "3"]
