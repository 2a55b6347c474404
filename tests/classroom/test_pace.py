"""Each pace holds what it needs, and nothing of another."""

import pytest

from glassbox.classroom import said, told
from glassbox.classroom.pace import read_pace
from glassbox.classroom.refused import Refused


def wish(**fields):
    return read_pace(said.Pace(counter=1, **fields))


def test_what_another_pace_would_need_is_left_out():
    assert wish(mode="with_me", text="x", lesson="y", first=1, last=2) == told.Pace()
    assert wish(mode="own", trains=False) == told.Pace(mode="own")
    assert wish(mode="eyes_up", text=" Look \n here ", trains=False, lesson="y") == told.Pace(
        mode="eyes_up", text="Look here", trains=False
    )
    assert wish(mode="steps", lesson="xor", first=2, last=4, text="x") == told.Pace(
        mode="steps", lesson="xor", first=2, last=4
    )


@pytest.mark.parametrize(("lesson", "first", "last"), [("", 1, 2), ("xor", 0, 2), ("xor", 3, 2)])
def test_steps_are_of_a_lesson_and_in_order(lesson, first, last):
    with pytest.raises(Refused, match="steps_need_a_lesson"):
        wish(mode="steps", lesson=lesson, first=first, last=last)
