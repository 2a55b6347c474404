"""Where a column can be read in several ways a person is asked, and each answer gives what it says."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from glassbox.tables.chosen import make_points
from glassbox.tables.facts import ColumnKind, facts_of
from glassbox.tables.preview import preview
from glassbox.tables.questions import questions_on
from glassbox.tables.reading import read_table
from glassbox.tables.wishes import NO_WISH, Absent, Alike, Odd, Wishes
from tests.tables.refusals import check_sentence

SAMPLES = Path(__file__).parent / "samples"


def asked(data, wishes=None):
    """The table, and the questions by what they are about and the column's place."""
    table = read_table(data, wishes or Wishes())
    found = {(question.about, question.column): question for question in questions_on(table)}
    for question in found.values():
        check_sentence(question.text)
        assert question.chosen in [option.value for option in question.options]
    return table, found


def wish(place, **fields):
    return Wishes(columns={place: replace(NO_WISH, **fields)})


def sample(name):
    return (SAMPLES / name).read_bytes()


def test_an_odd_cell_is_named_by_row_and_column_and_can_be_taken_in_three_ways():
    table, found = asked(sample("form.csv"))
    question = found["odd", 1]
    assert question.text == "One cell of column “How tall are you (cm)?” is not a number: “158 cm” in row 6."
    assert [option.label for option in question.options] == [
        "take as missing", "leave the rows out", "read the number in it, as 158",
    ]  # fmt: skip
    assert question.chosen == "missing" and np.isnan(table.columns[1].values[4])


def test_the_number_in_an_odd_cell_is_read_if_that_is_asked_for():
    table, found = asked(sample("form.csv"), wish(1, odd=Odd.NUMBER))
    assert table.columns[1].values[4] == 158 and found["odd", 1].chosen == Odd.NUMBER
    notes = make_points(table, 2, [1]).notes
    assert any(note.endswith("“158 cm” in row 6; the number in such a cell is taken.") for note in notes)


def test_rows_of_odd_cells_are_left_out_if_that_is_asked_for_and_the_question_stays():
    table, found = asked(sample("sum.csv"), wish(0, odd=Odd.LEAVE_OUT))
    assert 42 not in table.rows and table.left_out == (42,) and found["odd", 0].chosen == Odd.LEAVE_OUT
    assert preview(table).notes == ("One row was left out because of a cell that is not as the others: row 42.",)
    assert [option.value for option in found["odd", 0].options] == ["missing", "leave_out"]  # “Sum” has no number


def test_all_rows_left_out_are_no_table():
    table = read_table(b"a,b\n1,2\n3,4\nx,5\n" + b"4,4\n" * 20, wish(0, odd=Odd.LEAVE_OUT))
    assert table.rows.tolist() == [2, 3, *range(5, 25)]


def test_the_sign_of_an_error_has_no_number_in_it_nor_has_one_beyond_all_numbers():
    for cell in (b"#DIV/0!", b"1e400"):
        table, _ = asked(b"a,b\n" + b"1,2\n3,4\n" * 10 + cell + b",5\n", wish(0, odd=Odd.NUMBER))
        assert np.isnan(table.columns[0].values[-1])


def test_a_column_of_which_every_cell_has_its_unit_is_texts_until_its_numbers_are_asked_for():
    data = b"height,b\n" + b"".join(b"%d cm,%d\n" % (150 + n, n % 3) for n in range(30))
    table, found = asked(data)
    assert facts_of(table.columns[0]).kind is ColumnKind.TEXTS
    assert found["odd", 0].text.startswith("Column “height” holds texts that begin with numbers, the first is “150 cm”")
    assert [option.label for option in found["odd", 0].options][:2] == [
        "keep as texts",
        "read the numbers in them, as 150",
    ]
    table, _ = asked(data, wish(0, odd=Odd.NUMBER))
    assert table.columns[0].values.tolist() == list(range(150, 180))


def test_names_are_not_asked_for_their_numbers():
    assert asked(b"name,b\n" + b"".join(b"car %d,%d\n" % (n, n % 3) for n in range(30)))[1] == {}


def test_a_number_that_can_be_read_in_two_ways_is_shown_both_ways():
    table, found = asked(sample("thousands.csv"))
    question = found["way", 0]
    assert question.text == "The cell “47,000” in column “price” can be read in two ways."
    assert [(option.value, option.label) for option in question.options] == [(".", "47000"), (",", "47")]
    assert question.chosen == "." and table.columns[0].values[0] == 47000
    table, found = asked(sample("thousands.csv"), wish(0, way=","))
    assert table.columns[0].values[0] == 47 and found["way", 0].chosen == ","
    assert {option.value: option.label for option in found["way", 0].options} == {".": "47000", ",": "47"}


def test_a_date_that_can_be_read_in_two_ways_is_shown_both_ways():
    table, found = asked(sample("form.csv"))
    assert [option.label for option in found["way", 0].options] == ["3 April 2024", "4 March 2024"]
    other = found["way", 0].options[1].value
    table, found = asked(sample("form.csv"), wish(0, way=other))
    assert table.columns[0].start == "2024-03-04" and found["way", 0].chosen == other


PEOPLE = "who,a\n" + "Anna,1\nanna,2\nBen,3\n" * 5 + "ANNA,4\nNA,5\nNA,6\n"


def test_texts_that_differ_in_capitals_are_asked_about_and_can_be_one():
    table, found = asked(PEOPLE.encode())
    assert found["alike", 0].text.endswith("differ in capitals or spaces only: “ANNA” and “Anna” and “anna”.")
    assert table.columns[0].texts == ("ANNA", "Anna", "Ben", "anna") and found["alike", 0].chosen == "apart"
    table, found = asked(PEOPLE.encode(), wish(0, alike=Alike.TOGETHER))
    assert table.columns[0].texts == ("Anna", "Ben") and found["alike", 0].chosen == "together"
    coding = make_points(table, 1, [0]).observations.about.inputs[0].coding
    assert coding.alike and coding.values == ("ben", "anna")


def test_na_can_be_a_class_that_someone_means():
    table, found = asked(PEOPLE.encode())
    assert found["absent", 0].text == "Column “who” has the text “NA”, which often says that a value is missing."
    assert table.columns[0].present.sum() == 16
    table, found = asked(PEOPLE.encode(), wish(0, absent=Absent.VALUE))
    assert "NA" in table.columns[0].texts and table.columns[0].present.all()
    assert found["absent", 0].chosen == Absent.VALUE


@pytest.mark.parametrize("name", ["plain.csv", "iris.csv", "titanic_small.csv", "price.csv", "eu.csv", "xor.csv"])
def test_a_table_that_can_be_read_in_one_way_only_asks_nothing(name):
    path = SAMPLES / name
    assert not path.exists() or asked(path.read_bytes())[1] == {}
