"""A refusal brings the values that its sentence names, and no others."""

import pytest

from glassbox.classroom.refused import Refused


def test_it_tells_an_id_and_values():
    refused = Refused("room_is_full", most=300)
    assert (refused.id, refused.values, str(refused)) == ("room_is_full", {"most": 300}, "room_is_full")


@pytest.mark.parametrize(("name", "values"), [("room_is_full", {}), ("no_such_room", {"code": "k7px"})])
def test_a_sentence_without_its_values_is_a_fault(name, values):
    with pytest.raises(AssertionError):
        Refused(name, **values)
