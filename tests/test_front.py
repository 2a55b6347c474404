"""Several servers in front of one site: each code is exactly one's."""

import pytest

from glassbox.classroom.codes import new_code
from glassbox.front import Front, read_front


def test_every_code_is_one_fronts():
    fronts = [Front(number, 3) for number in (1, 2, 3)]
    for _ in range(50):
        code = new_code()
        assert sum(front.has(code) for front in fronts) == 1
        assert Front().has(code)


def test_each_has_its_part():
    codes = {f"{at:04}" for at in range(1000)}
    assert all(400 < sum(map(front.has, codes)) < 600 for front in (Front(1, 2), Front(2, 2)))


@pytest.mark.parametrize("text", ["1/2", "2/2", "64/64"])
def test_it_is_read_as_it_is_written(text):
    assert str(read_front(text)) == text


@pytest.mark.parametrize("text", ["", "1", "0/2", "3/2", "1/65", "a/b", "1/2/3", "-1/2", "1 /2"])
def test_what_says_no_front_is_none(text):
    assert read_front(text) is None
