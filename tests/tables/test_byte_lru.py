"""Tests of the shelf: ids that cannot be guessed, a budget that holds, and the longest unused goes first."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.tables.byte_lru import ByteLRU, unguessable
from tests.tables.refusals import refusal


@dataclass(frozen=True)
class Box:
    nbytes: int


def counted():
    numbers = iter(range(1000))
    return lambda: f"box {next(numbers)}"


def test_what_is_kept_is_found_by_its_id():
    shelf = ByteLRU[Box](100)
    box = Box(10)
    assert shelf.find(shelf.keep(box)) is box
    assert len(shelf) == 1 and shelf.nbytes == 10


def test_ids_cannot_be_guessed():
    ids = {unguessable() for _ in range(1000)}
    assert len(ids) == 1000 and {len(name) for name in ids} == {22}


def test_the_longest_unused_is_let_go_for_a_new_one():
    shelf = ByteLRU[Box](30, counted())
    a, b, c = (shelf.keep(Box(10)) for _ in range(3))
    shelf.find(a)
    d = shelf.keep(Box(10))
    assert [name in shelf for name in (a, b, c, d)] == [True, False, True, True]
    shelf.keep(Box(30))
    assert len(shelf) == 1 and shelf.nbytes == 30


@pytest.mark.parametrize("name", ["", "never", "box 0"])
def test_what_is_gone_is_refused_with_what_to_do(name):
    shelf = ByteLRU[Box](10, counted())
    shelf.keep(Box(10))
    shelf.keep(Box(10))
    assert "no longer on the server" in refusal(shelf.find, name)


def test_what_would_need_the_whole_budget_and_more_is_refused_and_nothing_lost():
    shelf = ByteLRU[Box](10)
    name = shelf.keep(Box(10))
    assert "too large" in refusal(shelf.keep, Box(11))
    assert name in shelf


def test_letting_go_twice_does_no_harm():
    shelf = ByteLRU[Box](10)
    name = shelf.keep(Box(4))
    shelf.let_go(name)
    shelf.let_go(name)
    assert len(shelf) == shelf.nbytes == 0


@given(st.lists(st.integers(0, 40)))
def test_the_budget_holds(sizes):
    shelf = ByteLRU[Box](100)
    for size in sizes:
        name = shelf.keep(Box(size))
        assert shelf.nbytes <= 100 and name in shelf
