"""A root path is read as people write it, and taken away only where it stands whole at the beginning."""

import pytest

from glassbox.app import create_app
from glassbox.config import Config
from glassbox.root_path import OWN, below, read_root_path
from tests.web.routes import first_parts


@pytest.mark.parametrize("text", ["/a/b", "a/b", "/a/b/", " a/b/ "])
def test_slashes_around_it_do_not_matter(text):
    assert read_root_path(text) == "/a/b"


@pytest.mark.parametrize("text", ["", "/", " "])
def test_none_at_all_is_a_site_of_its_own(text):
    assert read_root_path(text) == ""


@pytest.mark.parametrize(
    "text", ["//a", "/a//b", "/..", "/a/../b", "/.", "/a?b", "/a#b", "/a\\b", "/a b", "/a\nb", "/a%2fb"]
)
def test_what_is_no_path_is_refused(text):
    assert read_root_path(text) is None


@pytest.mark.parametrize("text", ["/user/j.doe", "/jürgen/glass-box", "/..a", "/~a/b@c"])
def test_names_of_people_may_stand_in_it(text):
    assert read_root_path(text) == text


def test_the_playgrounds_own_addresses_are_none():
    assert first_parts(create_app(Config(data_folder=None))) == OWN
    assert [read_root_path(f"/{first}/x") for first in OWN] == [None] * len(OWN)


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/a/b/ws", "/ws"), ("/a/b/", "/"), ("/a/b", "/"), ("/ws", "/ws"), ("/a/bc", "/a/bc"), ("/x/a/b/ws", "/x/a/b/ws")],
)
def test_it_is_taken_away_where_it_stands_whole_at_the_beginning(path, expected):
    assert below("/a/b", path) == expected
