"""The shelf of rooms asks the database's thread; what it cannot be asked says so."""

import pytest

from glassbox.labbook.book import LabBook, LabBookUnavailable
from glassbox.labbook.room_record import RoomChanges
from tests.labbook.conftest import now


def test_without_a_database_it_says_so():
    book = LabBook(None)
    assert not book.has_a_place
    for question in (book.rooms.everything(), book.rooms.keep(RoomChanges()), book.rooms.remove("k7px")):
        with pytest.raises(LabBookUnavailable):
            now(question)
    now(book.close())
