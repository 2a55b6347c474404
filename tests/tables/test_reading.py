"""Tests of reading a table: names or none, types of columns, missing values, and whatever a file may hold."""

from pathlib import Path

import numpy as np
import pytest

from glassbox.tables.columns import NumberColumn, TextColumn
from glassbox.tables.reading import read_table
from glassbox.tables.wishes import Wishes
from tests.tables.refusals import refusal


def table_of(text, *wishes):
    return read_table(text.encode(), *wishes)


SAMPLES = Path(__file__).parent / "samples"


def names(table):
    return [column.name for column in table.columns]


HEADERS = {
    "texts above numbers": ("a,b\n1,2\n3,4\n", True),
    "numbers only": ("1,2\n3,4\n", False),
    "numbers and a text in every row": ("1,2,cat\n3,4,dog\n", False),
    "a text above a number, beside a class": ("x,kind\n1,cat\n2,dog\n", True),
    "years as names": ("id,2019,2020\n1,5,6\n2,7,8\n", True),
    "texts only": ("name,kind\nx,cat\ny,dog\n", True),
    "missing in the first row": ("?,2\n3,4\n5,6\n", False),
    "names over some missing numbers": ("a,b\n,2\n,4\n1,NA\n", True),
}


@pytest.mark.parametrize(("text", "header"), HEADERS.values(), ids=HEADERS)
def test_a_header_is_found_out(text, header):
    table = table_of(text)
    assert table.header is header
    assert table.rows[0] == 1 + header


def test_a_person_knows_better_whether_there_is_a_header():
    assert table_of("1,2\n3,4\n", Wishes(header=True)).total == 1
    assert names(table_of("1,2\n3,4\n", Wishes(header=True))) == ["1", "2"]
    assert table_of("a,b\n3,4\n", Wishes(header=False)).total == 2


def test_columns_without_a_name_are_numbered_and_repeated_names_counted():
    assert names(table_of("1,2\n3,4\n")) == ["column 1", "column 2"]
    assert names(table_of(",b,b\n1,2,3\n")) == ["column 1", "b", "b (2)"]


def test_a_column_with_neither_name_nor_value_is_left_out():
    table = table_of("a;b;\n1;2;\n3;4;\n")
    assert names(table) == ["a", "b"] and table.head == (("1", "2"), ("3", "4"))
    assert names(table_of("a;b;c\n1;2;\n3;4;\n")) == ["a", "b", "c"]


def test_columns_are_numbers_or_texts():
    numbers, commas, texts = table_of("a;b;c\n1;1,5;x\n;NA;\n3;-2;y\n").columns
    assert isinstance(numbers, NumberColumn) and isinstance(commas, NumberColumn) and isinstance(texts, TextColumn)
    np.testing.assert_array_equal(numbers.values, [1, np.nan, 3])
    np.testing.assert_array_equal(commas.values, [1.5, np.nan, -2])
    assert texts.codes.tolist() == [0, -1, 1] and texts.labels == ("x", "y")


def test_a_text_column_remembers_where_the_first_text_is():
    column = table_of("a,b\n1,2\n\n3,4\nfive,6\n").columns[0]
    assert isinstance(column, TextColumn) and (column.first.row, column.first.text) == (5, "five")


def test_texts_that_look_alike_when_shortened_stay_apart():
    long = "x" * 60
    column = table_of(f"a,b\n1,{long}1\n2,{long}2\n").columns[1]
    assert column.different == 2 and len(set(column.labels)) == 2


def test_too_many_texts_are_counted_and_the_row_of_the_first_too_many_is_known():
    column = table_of("a,b\n" + "".join(f"{n},t{n % 13}\n" for n in range(50))).columns[1]
    assert column.different == 13 and column.labels == () and column.too_many.row == 12


def test_the_way_the_file_was_read_is_told():
    table = read_table("größe;b\n1,5;2\n".encode("cp1252"))
    assert (table.delimiter, table.encoding, table.header, table.total) == (";", "cp1252", True, 1)
    assert names(table) == ["größe", "b"]


@pytest.mark.parametrize("text", ["a,b\n", "a,b", '"a","b"\n\n\n'])
def test_names_without_rows_are_refused(text):
    assert "no row below" in refusal(table_of, text)


def test_nothing_of_a_file_is_run_or_hidden():
    table = table_of('=cmd|\' /C calc\'!A0,<script>alert(1)</script>\n1,"=1+1"\n2,"{{7*7}}\x1b[2J"\n')
    assert names(table) == ["=cmd|' /C calc'!A0", "<script>alert(1)</script>"]
    assert table.head == (("1", "=1+1"), ("2", "{{7*7}}␛[2J"))


def test_a_name_is_capped():
    assert names(table_of(f"{'n' * 500},b\n1,2\n"))[0] == "n" * 40 + "…"


def test_a_table_knows_the_memory_it_takes():
    table = table_of("a,b,c\n" + "1,2,x\n" * 100)
    assert table.nbytes == 100 * (4 + 8 + 8 + 4)


def test_a_file_of_another_encoding_reads_right_and_can_be_read_in_another():
    data = (SAMPLES / "cyrillic.csv").read_text(encoding="utf-8").encode("cp1251")
    table = read_table(data)
    assert names(table) == ["длина", "ширина", "вид"] and table.encoding == "cp1251"
    assert table.columns[2].texts == ("вид-anna", "вид-berta", "вид-carla")
    assert table.lines[:2] == ("длина;ширина;вид", "4,7;1,6;вид-anna") and len(table.lines) == 8
    assert names(read_table(data, Wishes(encoding="cp1253")))[0] == "δλθνΰ"
