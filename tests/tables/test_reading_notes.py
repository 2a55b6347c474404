"""Tests of the notes on how a table was read, on tables as people have them."""

from pathlib import Path

import numpy as np
import pytest

from glassbox.tables.preview import preview
from glassbox.tables.reading import read_table
from glassbox.tables.reading_notes import notes_before, notes_on
from tests.tables.refusals import check_sentence

SAMPLES = Path(__file__).parent / "samples"


def notes(text):
    table = read_table(text.encode())
    found = tuple(notes_on(table, table.columns))
    for note in found:
        check_sentence(note)
    return found


def sample(name):
    return read_table((SAMPLES / name).read_bytes())


WRITTEN = {
    "thousands.csv": (
        47_000,
        56_000,
        ("The cell “47,000” in column “price” could be 47000 or 47; it is read as 47000",),
    ),
    "eu.csv": (4700, 5600, ()),
    "nbsp.csv": (4700, 5600, ()),
    "percent.csv": (4.7, 5.6, ("Column “share” is in percent: 5 % is read as 5.",)),
    "euro.csv": (4.7, 5.6, ()),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_numbers_as_people_write_them_are_numbers_of_their_size(name):
    first, second, expected = WRITTEN[name]
    table = sample(name)
    shown = preview(table)
    assert table.columns[0].values[:2].tolist() == [first, second] and table.columns[0].present.all()
    assert [column.kind for column in shown.columns] == ["numbers", "numbers", "a few values"]
    told = tuple(notes_on(table, table.columns))
    assert len(told) == len(expected) and all(map(str.startswith, told, expected))


ODD = {
    "form.csv": (1, "One cell of column “How tall are you (cm)?” is not a number: “158 cm” in row 6; taken as missing."),
    "sum.csv": (0, "One cell of column “length” is not a number: “Sum” in row 42; taken as missing."),
    "1e400.csv": (0, "One cell of column “length” is not a number: “1e400” in row 7; taken as missing."),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_one_odd_cell_leaves_a_column_of_numbers_and_is_named(name):
    place, note = ODD[name]
    table = sample(name)
    assert np.isnan(table.columns[place].values).sum() == 1
    assert note in tuple(notes_on(table, table.columns))


def test_the_first_three_odd_cells_are_named_and_the_others_counted():
    text = "a,b\n" + "".join(f"{'cm' if n % 12 == 0 else n},{n}\n" for n in range(60))
    assert notes(text) == (
        "5 cells of column “a” are not numbers: "
        "“cm” in row 2, “cm” in row 14, “cm” in row 26 and 2 more; taken as missing.",
    )


def test_a_row_of_units_is_named_for_the_first_columns_and_told_of_the_others():
    text = (
        ",".join("abcdefg")
        + "\n"
        + ",".join(["cm"] * 7)
        + "\n"
        + (",".join("1234567") + "\n" + ",".join("2345678") + "\n") * 10
    )
    found = notes(text)
    assert [note[:22] for note in found[:5]] == [f"One cell of column “{name}”" for name in "abcde"]
    assert found[5:] == ("2 more columns have such cells.",)
    seen = preview(read_table(text.encode()))
    assert len(seen.questions) == 5 and found[5] in seen.notes


def test_only_columns_of_interest_are_noted():
    table = sample("form.csv")
    assert tuple(notes_on(table, table.columns[2:])) == ()


def test_of_a_preview_only_those_notes_are_told_that_hold_whatever_is_answered():
    table = sample("sum.csv")
    assert tuple(notes_before(table, table.columns)) == preview(table).notes == ()
