"""Tests of reading numbers: decimal points and commas, parted thousands, percent and money, words for a missing one,
odd cells, and nothing that is only alike.
"""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.tables.numbers import Mark, is_number, numbers_of, usual_mark

READ = {
    "points": (["1.5", "-2", "+.5", "3.", "1e3", "2.5E-1"], [1.5, -2, 0.5, 3, 1000, 0.25]),
    "commas": (["1,5", "-2", "+,5", "3,", "1,5e3"], [1.5, -2, 0.5, 3, 1500]),
    "whole": (["007", "0", "12"], [7, 0, 12]),
    "thousands parted by commas": (["999", "48,000", "-1,234,567.5"], [999, 48_000, -1_234_567.5]),
    "thousands parted by points": (["999,5", "4.800,00", "1.234.567"], [999.5, 4800, 1_234_567]),
    "thousands parted by spaces": (
        ["4\u00a0800,5", "4\u202f800", "4\u2009800", "1 000 000"],
        [4800.5, 4800, 4800, 1e6],
    ),
    "thousands parted by apostrophes": (["4'800.5", "1’000’000"], [4800.5, 1e6]),
    "percent": (["4.7%", "5 %", "-1.5\u00a0%"], [4.7, 5, -1.5]),
    "money before": (["$5", "-$1,234.50", "$-3", "$ 4"], [5, -1234.5, -3, 4]),
    "money behind": (["4,7 €", "1.234,50 €", "3€", "-2\u00a0€"], [4.7, 1234.5, 3, -2]),
    "a typographic minus": (["\u22125", "2.5"], [-5, 2.5]),
}


@pytest.mark.parametrize(("cells", "values"), READ.values(), ids=READ)
@pytest.mark.parametrize("usual", Mark)
def test_numbers_are_read(cells, values, usual):
    found = numbers_of(cells, usual)
    assert found.values == values and found.are_numbers and not found.odd and found.either is None


@pytest.mark.parametrize("missing", ["", "NA", "n/a", "NaN", "null", "<NA>", "None", "?", "-", "–", "#N/A"])
def test_a_missing_number_is_nan(missing):
    values = numbers_of(["1", missing, "2,5"], Mark.COMMA).values
    assert math.isnan(values[1]) and [values[0], values[2]] == [1, 2.5]


LOOKALIKES = [
    "inf",
    "-Infinity",
    "0x10",
    "1_000",
    "1e999",
    "1e101",
    "١٢",
    "½",
    "1.2.3",
    "1e",
    "e5",
    "--1",
    "1/2",
    "12,34,567.5",
    "1,000 000",
    "0,123,456",
    "5 cm",
    "$",
    "$5 %%",
    "5 $$",
    "- 5",
    "#DIV/0!",
]


@pytest.mark.parametrize("cell", LOOKALIKES)
def test_what_only_looks_like_a_number_is_none(cell):
    found = numbers_of(["1", "2", cell, "3"], Mark.COMMA)
    assert found.odd == (2,) and not found.are_numbers


def test_a_column_is_written_in_one_way_and_the_cell_that_departs_from_it_is_found():
    for usual in Mark:
        assert numbers_of(["1", "2.5", "3", "4,5"], usual).odd == (3,)
        assert numbers_of(["1", "2,5", "3", "4.5"], usual).odd == (3,)
        assert numbers_of(["1,5", "2,5", "abc", "4,5"], usual).odd == (2,)


def test_a_few_odd_cells_are_missing_numbers_and_many_make_a_column_of_texts():
    numbers = [str(number) for number in range(18)]
    found = numbers_of([*numbers, "unknown", "158 cm"], Mark.POINT)
    assert found.are_numbers and found.odd == (18, 19) and all(map(math.isnan, found.values[18:]))
    assert not numbers_of([*numbers[1:], "unknown", "158 cm"], Mark.POINT).are_numbers
    assert not numbers_of([*numbers, "unknown", "158 cm", "1e400"], Mark.POINT).are_numbers


def test_gaps_are_no_numbers_when_odd_cells_are_counted():
    gaps = [""] * 30
    assert numbers_of(["1"] * 9 + ["odd", *gaps], Mark.POINT).are_numbers
    assert not numbers_of(["1"] * 8 + ["odd", *gaps], Mark.POINT).are_numbers


def test_a_number_with_another_unit_is_odd():
    found = numbers_of([*["5 €"] * 20, "$5", "7"], Mark.COMMA)
    assert (found.unit, found.odd, found.values[21]) == ("€", (20,), 7)
    assert numbers_of(["5 %", "7%"], Mark.COMMA).unit == "%" and numbers_of(["5", "7"], Mark.COMMA).unit == ""


def test_a_mark_that_may_part_thousands_is_read_as_in_the_rest_of_the_file_and_told():
    """“4,800” is four thousand eight hundred where decimals have points, else four and eight tenths."""
    cells = ["999", "4,800"]
    thousands, decimals = numbers_of(cells, Mark.POINT), numbers_of(cells, Mark.COMMA)
    assert (thousands.values, thousands.either) == ([999, 4800], ("4,800", 4800, 4.8))
    assert (decimals.values, decimals.either) == ([999, 4.8], ("4,800", 4.8, 4800))
    german = numbers_of(["4.800", "5.100"], Mark.COMMA)
    assert (german.values, german.either) == ([4800, 5100], ("4.800", 4800, 4.8))


def test_nothing_is_told_where_the_column_itself_or_custom_settles_it():
    assert numbers_of(["4,800", "9,5"], Mark.POINT).values == [4.8, 9.5]
    assert numbers_of(["4,800", "1,234,567"], Mark.COMMA).values == [4800, 1_234_567]
    for cells in (["4,800", "9,5"], ["4,800", "1,234,567"], ["4.800", "5.125"], ["0,123", "0,456"]):
        assert numbers_of(cells, Mark.POINT).either is None


def test_the_usual_mark_is_that_of_most_columns_or_else_goes_with_the_delimiter():
    assert usual_mark([["1,5"], ["2,5"], ["4.25"], ["x.y"]], "\t") is Mark.COMMA
    assert usual_mark([["4,800"], ["1.5"]], ";") is Mark.POINT
    assert [usual_mark([["4,800"], ["7"]], delimiter) for delimiter in ",;\t"] == [Mark.POINT, Mark.COMMA, Mark.POINT]


@given(st.lists(st.floats(-1e99, 1e99), min_size=1), st.booleans())
def test_what_is_written_is_read(values, comma):
    cells = [repr(value).replace(".", ",") if comma else repr(value) for value in values]
    assert numbers_of(cells, Mark.COMMA if comma else Mark.POINT).values == values
    assert all(map(is_number, cells))
