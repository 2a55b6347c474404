"""The shelf asks the database's thread; what it cannot be asked says so."""

import pytest

from glassbox.labbook.book import LabBook, LabBookUnavailable
from tests.labbook.conftest import an_owner, now


def test_without_a_database_it_says_so():
    book = LabBook(None)
    for question in (book.experiments.listing(an_owner()), book.experiments.find("a" * 22)):
        with pytest.raises(LabBookUnavailable):
            now(question)
    now(book.close())


def test_a_name_that_is_none_asks_nobody():
    book = LabBook(None)
    assert now(book.experiments.find("no key")) is None
    assert now(book.experiments.remove(an_owner(), "no key")) is False
