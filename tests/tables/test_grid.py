"""Tests of the grid: the delimiter is found, rows keep their numbers, and a row that does not fit is named."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.tables.grid import SPACES, grid_of
from glassbox.tables.limits import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from glassbox.tables.words import DELIMITERS as DELIMITERS_TO_CHOOSE
from tests.tables.refusals import refusal

SAMPLES = Path(__file__).parent / "samples"
DELIMITED = {
    "commas": ("a,b\n1,2\n3,4\n", ","),
    "semicolons": ("a;b\n1;2\n", ";"),
    "tabs": ("a\tb\n1\t2\n", "\t"),
    "decimal commas between semicolons": ("a;b\n1,5;2,5\n3,5;4,5\n", ";"),
    "decimal commas and no header": ("1,5;2,5\n3,5;4,5\n", ";"),
    "decimal commas between tabs": ("a\tb\n1,5\t2,5\n", "\t"),
    "commas within names": ("length, mm;width, mm\n1;2\n3;4\n", ";"),
    "semicolons in a remark": ('x,remark\n1,"a; b"\n2,c\n', ","),
    "commas, the header in quotation marks": ('"a","b"\n"1","2"\n', ","),
    "a short row": ("a,b,c\n1,2,3\n4,5\n6,7,8\n", ","),
}


@pytest.mark.parametrize(("text", "delimiter"), DELIMITED.values(), ids=DELIMITED)
def test_the_delimiter_is_found(text, delimiter):
    grid = grid_of(text)
    assert grid.delimiter == delimiter
    assert {len(cells) for _, cells in grid.rows} == {len(grid.rows[0][1])}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_known(end):
    assert grid_of(end.join(["a,b", "1,2", "", "3,4"])).rows == [(1, ["a", "b"]), (2, ["1", "2"]), (4, ["3", "4"])]


def test_cells_come_without_quotation_marks_and_space_around_them():
    text = 'name, note\n "Müller, Eva", "says ""hi"""\n x ,"two\nlines"\n'
    assert [cells for _, cells in grid_of(text).rows] == [
        ["name", "note"], ["Müller, Eva", 'says "hi"'], ["x", "two\nlines"],
    ]  # fmt: skip


def test_blank_rows_are_skipped_but_counted():
    rows = grid_of("\n\na;b\n;;\n1;2\n   \n3;4\n\n").rows
    assert [number for number, _ in rows] == [3, 5, 7]


def test_a_short_row_is_filled_up_and_empty_cells_too_many_are_cut():
    assert grid_of("a;b;c\n1\n1;2;3;;\n").rows[1:] == [(2, ["1", "", ""]), (3, ["1", "2", "3"])]


@given(
    st.lists(st.lists(st.text('ab";,\n\r 1', max_size=5), min_size=3, max_size=3), min_size=1, max_size=8),
    st.sampled_from(",;\t"),
)
def test_what_a_csv_writer_writes_is_read_again(rows, delimiter):
    rows = [["name", "b", "c"], *rows]
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    read = [cells for _, cells in grid_of(file.getvalue()).rows]
    stripped = [[cell.strip() for cell in cells] for cells in rows]
    assert read == [cells for cells in stripped if any(cells)]


def test_a_long_row_is_refused_by_its_number():
    assert refusal(grid_of, "a;b\n1;2\n\n1;2;3\n") == (
        "Row 4 has 3 cells, but row 1 has 2; give every row as many, and put a cell that holds a semicolon in quotation marks."
    )


def sample(name):
    return grid_of((SAMPLES / name).read_text())


SEPARATED = {"excel_sep.csv": (";", 2), "pipe.csv": ("|", 1), "padded.csv": (";", 3)}


@pytest.mark.parametrize(
    ("name", "delimiter", "first"), [(name, *how) for name, how in SEPARATED.items()], ids=SEPARATED
)
def test_a_table_is_found_however_its_cells_are_separated_and_whatever_stands_above(name, delimiter, first):
    grid, plain = sample(name), sample("plain.csv")
    assert grid.delimiter == delimiter and grid.rows[0][0] == first
    cells = [[cell.replace(",", ".") for cell in cells] for _, cells in grid.rows]
    assert cells == [cells for _, cells in plain.rows]


def test_columns_of_fixed_width_are_found_also_with_one_tab_before_a_name():
    grid = sample("auto-mpg.data")
    assert grid.delimiter == SPACES and {len(cells) for _, cells in grid.rows} == {9}
    assert grid.rows[0] == (1, ["28.6", "4", "142.0", "97.0", "2340.", "15.1", "82", "1", "chevrolet 0"])


SPACED = {
    "one space": "a b\n1 2\n3 4\n",
    "padded to the right": "  a   b\n  1   2\n 13  44\n",
    "padded to the left": "a   b  \n1   2  \n13  44 \n",
    "tabs among them": "a \t b\r\n1\t2\r\n3   4\r\n",
}


@pytest.mark.parametrize("text", SPACED.values(), ids=SPACED)
def test_spaces_part_cells(text):
    grid = grid_of(text)
    assert {len(cells) for _, cells in grid.rows} == {2} and [cells for _, cells in grid.rows][:2] == [
        ["a", "b"],
        ["1", "2"],
    ]


def test_between_spaces_an_empty_cell_in_quotation_marks_keeps_its_place():
    assert grid_of('a b c\n1 "" 3\n4 "5 6" 7\n').rows[1:] == [(2, ["1", "", "3"]), (3, ["4", "5 6", "7"])]


def test_between_spaces_a_short_row_is_refused_as_nothing_tells_which_cell_is_missing():
    text = "a b c\n" + "1 2 3\n" * 30 + "4 5\n"
    assert refusal(grid_of, text) == (
        "Row 32 has 2 cells, but row 1 has 3; give every row as many, and put a cell that holds a space in quotation marks."
    )


def test_spaces_within_texts_do_not_part_cells():
    assert grid_of("name,b\nAnna Smith,2\nBen Jones,4\nCara,5,6\n".replace(",6", ",")).delimiter == ","
    assert grid_of("full name\tb\nAnna Smith\t2\nBen Jones\t4\n").delimiter == "\t"


@pytest.mark.parametrize("mark", [";", ",", "|", "\t"])
def test_a_first_line_that_names_the_delimiter_is_obeyed(mark):
    grid = grid_of(f"sep={mark}\r\na{mark}b\r\n1{mark}2\r\n")
    assert (grid.delimiter, grid.notes) == (mark, ()) and grid.rows == [(2, ["a", "b"]), (3, ["1", "2"])]


def test_what_stands_above_the_names_of_columns_is_left_out_and_told():
    one = grid_of("Measured in May, 2024\n\na;b\n1;2\n3;4\n")
    assert [number for number, _ in one.rows] == [3, 4, 5]
    assert one.notes == ("Row 1 stands above the table, so it is not used.",)
    two = grid_of("Class 9b\nMeasured in May\na,b\n1,2\n3,4\n")
    assert two.rows[0] == (3, ["a", "b"])
    assert two.notes == ("The rows from 1 to 2 stand above the table, so they are not used.",)


def test_a_first_row_of_one_value_is_no_title():
    assert grid_of("cat,\n1,2\n3,4\n").rows[0] == (1, ["cat", ""])
    assert grid_of("5,\na,b\nc,d\n").rows[0] == (1, ["5", ""])


def test_a_line_above_a_table_without_names_is_refused():
    """What follows might be one column with decimal commas."""
    assert refusal(grid_of, "Measured in May\n\n1,2\n3,4\n") == (
        "Row 1 has one cell, but row 3 has 2; choose the line in which the table begins."
    )


@pytest.mark.parametrize("text", ["hello\nworld\n", "1\n2\n3\n", "a b\nc\nd e f\n"])
def test_one_column_is_no_table(text):
    assert "two or more" in refusal(grid_of, text)


BROKEN_QUOTES = {
    "never closed": ('a,b\n1,2\n"3,4\n5,6\n', 3),
    "closed too early": ('a,b\n"x"y,2\n', 2),
    "closed too early, far down": ("a,b\n" + "1,2\n" * 500 + '"x"y,2\n', 502),
}


@pytest.mark.parametrize(("text", "row"), BROKEN_QUOTES.values(), ids=BROKEN_QUOTES)
def test_quotation_marks_that_do_not_pair_up_are_refused_by_row(text, row):
    assert f"In row {row} the quotation marks" in refusal(grid_of, text)


@pytest.mark.parametrize("length", [LONGEST_CELL + 1, 200_000])
def test_of_a_huge_cell_the_beginning_is_used_and_that_is_told(length):
    grid = grid_of(f"a,b\n1,2\n3,{'x' * length}\n4,{'y' * LONGEST_CELL}\n")
    assert grid.rows[2:] == [(3, ["3", "x" * LONGEST_CELL + "…"]), (4, ["4", "y" * LONGEST_CELL])]
    assert grid.notes == ("Row 3 has a cell of more than 10,000 characters; only its beginning is used.",)


def test_what_is_left_of_a_huge_number_is_none():
    assert grid_of(f"a,b\n1,{'0' * LONGEST_CELL}7\n").rows[1][1][1].endswith("0…")


def test_many_huge_cells_are_told_at_once():
    huge = f"1,{'x' * (LONGEST_CELL + 1)}\n"
    assert grid_of("a,b\n" + huge * 3).notes == (
        "3 rows have a cell of more than 10,000 characters, the first of them row 2; of such a cell only the beginning is used.",
    )


def test_too_many_columns_are_refused():
    header = ",".join(f"c{number}" for number in range(MOST_COLUMNS + 1))
    assert "201 columns" in refusal(grid_of, f"{header}\n{header}\n")


def test_of_too_many_rows_a_fair_sample_is_kept_always_the_same():
    text = "row,b\n" + "".join(f"{number},1\n" for number in range(20_000))
    grid = grid_of(text)
    assert grid.total == 20_001 and len(grid.rows) == MOST_ROWS + 1
    assert grid.rows[0] == (1, ["row", "b"])
    numbers = [number for number, _ in grid.rows]
    assert numbers == sorted(numbers) and [int(cells[0]) + 2 for _, cells in grid.rows[1:]] == numbers[1:]
    assert abs(sum(numbers) / len(numbers) - 10_000) < 300
    assert grid_of(text).rows == grid.rows


def test_a_table_begins_in_the_line_that_is_asked_for_and_rows_keep_their_numbers():
    text = 'Class "9b, in May\nlength,,\ncm,in,\na,b,kind\n1,2,x\n\n3,4,y\n'
    grid = grid_of(text, first=4)
    assert grid.rows == [(4, ["a", "b", "kind"]), (5, ["1", "2", "x"]), (7, ["3", "4", "y"])]
    assert grid.notes == ("The rows from 1 to 3 stand above the table, so they are not used.",)
    assert grid_of("a;b\r\n1;2\r\n3;4\r\n", first=2).rows == [(2, ["1", "2"]), (3, ["3", "4"])]


@pytest.mark.parametrize("first", [9, 10**30])
def test_a_line_beyond_the_file_is_refused(first):
    assert refusal(grid_of, "a,b\n1,2\n", first=first) == (
        f"This file has no line {first}; choose an earlier one for the table to begin in."
    )


@pytest.mark.parametrize("mark", DELIMITERS_TO_CHOOSE)
def test_a_table_is_split_at_the_separator_that_is_asked_for(mark):
    text = f"a,1{mark}b;2\n5,5{mark}6;6\n7,7{mark}8;8\n"
    assert grid_of(text, mark).rows[1] == (2, ["5,5", "6;6"] if mark not in ",;" else grid_of(text, mark).rows[1][1])
    assert grid_of(text, mark).delimiter == mark


def test_of_too_many_rows_a_seed_chooses():
    text = "a,b\n" + "".join(f"{n},{n}\n" for n in range(MOST_ROWS + 500))
    one, other = grid_of(text), grid_of(text, seed=1)
    assert one.rows != other.rows and len(one.rows) == len(other.rows) == MOST_ROWS + 1
    assert grid_of(text, seed=1).rows == other.rows
