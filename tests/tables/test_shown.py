"""Tests of showing texts from a file: short, visible, and no two alike."""

from hypothesis import given
from hypothesis import strategies as st

from glassbox.tables.limits import LONGEST_SHOWN
from glassbox.tables.shown import distinct, shown


@given(st.text())
def test_what_is_shown_is_short_and_visible(text):
    assert shown(text).isprintable() and len(shown(text)) <= LONGEST_SHOWN + 1


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=LONGEST_SHOWN).filter(str.isprintable))
def test_ordinary_texts_stay_as_they_are(text):
    assert shown(text) == text


def test_control_characters_are_made_visible():
    assert shown("a\tb\nc\x1b[31m\u202ed\x7f") == "a␉b␊c␛[31m·d·"
    assert shown("x" * 100) == "x" * LONGEST_SHOWN + "…"


@given(st.lists(st.sampled_from(["a", "a (2)", "b", ""]), max_size=12))
def test_names_become_distinct_and_the_first_of_each_kind_stays(names):
    unique = distinct(names)
    assert len(set(unique)) == len(names) == len(unique)
    assert unique[:1] == tuple(names[:1])


def test_a_repeated_name_is_counted():
    assert distinct(["a", "b", "a", "a"]) == ("a", "b", "a (2)", "a (3)")
