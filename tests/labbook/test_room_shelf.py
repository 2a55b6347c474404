"""The shelf of rooms asks the database's thread; what it cannot be asked says so."""

import pytest

from glassbox.labbook.book import LabBook, LabBookUnavailable
from glassbox.labbook.room_record import Holder, RoomChanges
from tests.labbook.conftest import now


def test_without_a_database_it_says_so():
    book = LabBook(None)
    assert not book.has_a_place
    shared = book.rooms.shared(Holder("a" * 32, 1))
    questions = (
        book.rooms.everything(), book.rooms.keep(RoomChanges()), book.rooms.remove("k7px"),
        shared.keep(RoomChanges()), shared.claim("k7px"), shared.take(["k7px"]), shared.renew(), shared.release(),
        shared.remove("k7px"), shared.remove_left_alone(1.0),
    )  # fmt: skip
    for question in questions:
        with pytest.raises(LabBookUnavailable):
            now(question)
    now(book.close())
