"""The cache of people's own data: ids that cannot be guessed, a budget that holds,
and the longest unused goes first.
"""

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
    cache = ByteLRU[Box](100)
    box = Box(10)
    assert cache.find(cache.keep(box)) is box
    assert len(cache) == 1 and cache.nbytes == 10


def test_ids_cannot_be_guessed():
    ids = {unguessable() for _ in range(1000)}
    assert len(ids) == 1000 and {len(name) for name in ids} == {22}


def test_the_longest_unused_is_let_go_for_a_new_one():
    cache = ByteLRU[Box](30, counted())
    a, b, c = (cache.keep(Box(10)) for _ in range(3))
    cache.find(a)
    d = cache.keep(Box(10))
    assert [name in cache for name in (a, b, c, d)] == [True, False, True, True]
    cache.keep(Box(30))
    assert len(cache) == 1 and cache.nbytes == 30


@pytest.mark.parametrize("name", ["", "never", "box 0"])
def test_what_is_gone_is_refused_with_what_to_do(name):
    cache = ByteLRU[Box](10, counted())
    cache.keep(Box(10))
    cache.keep(Box(10))
    assert "no longer on the server" in refusal(cache.find, name)


def test_what_would_need_the_whole_budget_and_more_is_refused_and_nothing_lost():
    cache = ByteLRU[Box](10)
    name = cache.keep(Box(10))
    assert "too large" in refusal(cache.keep, Box(11))
    assert name in cache


def test_letting_go_twice_does_no_harm():
    cache = ByteLRU[Box](10)
    name = cache.keep(Box(4))
    cache.let_go(name)
    cache.let_go(name)
    assert len(cache) == cache.nbytes == 0


@given(st.lists(st.integers(0, 40)))
def test_the_budget_holds(sizes):
    cache = ByteLRU[Box](100)
    for size in sizes:
        name = cache.keep(Box(size))
        assert cache.nbytes <= 100 and name in cache
