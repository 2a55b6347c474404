"""There is something to write down as soon as anything has changed."""

import pytest

from glassbox.classroom.news import Unkept


@pytest.mark.parametrize("unkept", [Unkept(room=True), Unkept(members={1}), Unkept(answers={(1, 1, 1)})])
def test_anything_is_something(unkept):
    assert unkept and not Unkept()
