"""The facts of a column: what it is, what it becomes, and why it cannot be chosen."""

import pytest

from glassbox.tables.columns import column_of
from glassbox.tables.facts import ColumnKind, facts_of, one_of_two
from glassbox.tables.numbers import Mark
from tests.tables.refusals import check_sentence


def facts(*cells):
    return facts_of(column_of("a column", cells, range(2, 2 + len(cells)), Mark.POINT))


KINDS = {
    ColumnKind.NUMBERS: ("1", "2.5", ""),
    ColumnKind.DATES: ("2024-04-03", "2024-04-05"),
    ColumnKind.TWO: ("female", "male", "male"),
    ColumnKind.FEW: ("C", "Q", "S", "S"),
    ColumnKind.TEXTS: tuple(f"text {n}" for n in range(11)),
    ColumnKind.ONE: ("x", "x"),
    ColumnKind.EMPTY: ("", "NA"),
}


@pytest.mark.parametrize(("kind", "cells"), KINDS.items(), ids=KINDS)
def test_a_column_is_of_one_kind_and_what_it_cannot_be_has_a_reason(kind, cells):
    found = facts(*cells)
    assert found.kind is kind
    assert bool(found.readings) != bool(found.no_target)
    assert bool(found.no_input) == (kind in (ColumnKind.TEXTS, ColumnKind.ONE, ColumnKind.EMPTY))
    for sentence in filter(None, (found.no_input, found.no_target)):
        check_sentence(sentence)


def test_equal_numbers_are_one_value():
    assert facts("3", "3", "").kind is ColumnKind.ONE


def test_what_texts_and_dates_become_is_said():
    assert facts("female", "male").becomes == "1 for male, 0 for female"
    assert facts("C", "Q", "S").becomes == "an input of 0 or 1 for each: C, Q, S"
    assert facts("2024-04-03", "2024-04-05").becomes == "days since 2024-04-03"
    assert facts("1", "2").becomes == ""
    assert [facts(*cells).inputs for cells in (("C", "Q", "S"), ("a", "b"), ("1", "2"))] == [3, 1, 1]


@pytest.mark.parametrize(("texts", "one"), [
    (("False", "True"), "True"), (("ja", "nein"), "ja"), (("No", "Yes"), "Yes"), (("female", "male"), "male"),
    (("TRUE", "other"), "TRUE"),
])  # fmt: skip
def test_of_two_texts_the_one_that_says_yes_is_1_or_else_the_second(texts, one):
    assert texts[one_of_two(texts)] == one


def test_remarks_are_no_inputs():
    assert "texts of more than 100 characters" in facts("x" * 101, "y", "z").no_input
