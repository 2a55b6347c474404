"""Changes of rooms are something to write as soon as there is one."""

import pytest

from glassbox.labbook.room_record import RoomChanges


@pytest.mark.parametrize(
    "changes",
    [
        RoomChanges(rooms={"k7px": (1.0, b"")}),
        RoomChanges(members={("k7px", 1): (b"", b"")}),
        RoomChanges(answers={("k7px", 1, 1, 1): None}),
    ],
)
def test_any_change_is_something(changes):
    assert changes and not RoomChanges()
