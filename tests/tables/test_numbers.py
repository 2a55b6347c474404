"""Tests of reading numbers: a decimal point, a decimal comma, words for a missing one,
and nothing that is only alike.
"""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.tables.numbers import is_number, numbers_of

READ = {
    "points": (["1.5", "-2", "+.5", "3.", "1e3", "2.5E-1"], [1.5, -2, 0.5, 3, 1000, 0.25]),
    "commas": (["1,5", "-2", "+,5", "3,", "1,5e3"], [1.5, -2, 0.5, 3, 1500]),
    "whole": (["007", "0", "12"], [7, 0, 12]),
}


@pytest.mark.parametrize(("cells", "values"), READ.values(), ids=READ)
def test_numbers_are_read(cells, values):
    assert numbers_of(cells, ";").values == values


@pytest.mark.parametrize("missing", ["", "NA", "n/a", "NaN", "null", "None", "?", "-", "–", "#N/A"])
def test_a_missing_number_is_nan(missing):
    values = numbers_of(["1", missing, "2,5"], ";").values
    assert math.isnan(values[1]) and [values[0], values[2]] == [1, 2.5]


LOOKALIKES = [
    "inf",
    "-Infinity",
    "0x10",
    "1_000",
    "1 000",
    "1e999",
    "1e101",
    "١٢",
    "½",
    "1.2.3",
    "1e",
    "e5",
    "--1",
    "5 %",
    "1/2",
    "$5",
]


@pytest.mark.parametrize("cell", LOOKALIKES)
def test_what_only_looks_like_a_number_is_none(cell):
    assert numbers_of(["1", "2", cell, "3"], ";").stopped_at == 2


def test_a_column_is_written_in_one_way_and_the_cell_that_departs_from_it_is_found():
    assert numbers_of(["1", "2.5", "3", "4,5"], ";").stopped_at == 3
    assert numbers_of(["1", "2,5", "3", "4.5"], ";").stopped_at == 3
    assert numbers_of(["1,5", "2,5", "abc", "4,5"], ";").stopped_at == 2
    assert numbers_of(["1.234,5"], ";").stopped_at == 0


def test_commas_that_may_part_thousands_are_not_guessed_at():
    """“1,234” in a table delimited by commas is more likely a thousand than one and a bit."""
    assert numbers_of(["999", "1,234"], ",").stopped_at == 1
    assert numbers_of(["999", "1,234"], ";").values == [999, 1.234]
    assert numbers_of(["9,5", "1,234"], ",").values == [9.5, 1.234]


@given(st.lists(st.floats(-1e99, 1e99), min_size=1), st.booleans())
def test_what_is_written_is_read(values, comma):
    cells = [repr(value).replace(".", ",") if comma else repr(value) for value in values]
    assert numbers_of(cells, ";").values == values
    assert all(map(is_number, cells))
