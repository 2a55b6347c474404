"""Several servers in front of one site: which one each is."""

import pytest

from glassbox.front import Front, read_front


def test_by_itself_it_is_alone():
    assert Front().is_alone and not Front(1, 2).is_alone and not Front(2, 2).is_alone


@pytest.mark.parametrize("text", ["1/2", "2/2", "64/64"])
def test_it_is_read_as_it_is_written(text):
    assert str(read_front(text)) == text


@pytest.mark.parametrize("text", ["", "1", "0/2", "3/2", "1/65", "a/b", "1/2/3", "-1/2", "1 /2"])
def test_what_says_no_front_is_none(text):
    assert read_front(text) is None
