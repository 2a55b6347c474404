"""Tests of the suggestion: the target a teacher would choose, with a reason, and no input that only counts rows."""

from pathlib import Path

import pytest

from glassbox.tables.reading import read_table
from glassbox.tables.suggested import suggestion
from tests.tables.refusals import check_sentence

SAMPLES = Path(__file__).parent / "samples"


def suggested(data):
    """The names of the target and the inputs, the reason, and the notes."""
    columns = read_table(data).columns
    found = suggestion(columns)
    for sentence in filter(None, (found.why, *found.notes)):
        check_sentence(sentence)
    target = None if found.target is None else columns[found.target].name
    return target, [columns[place].name for place in found.inputs], found.why, found.notes


TARGETS = {
    "housing_small.csv": "median_house_value",
    "titanic_small.csv": "Survived",
    "ids.csv": "diagnosis",
    "iris.csv": "Species",
    "penguins.csv": "species",
    "thousands.csv": "price",
}


@pytest.mark.parametrize("name", TARGETS)
def test_the_target_of_a_table_that_teachers_use_is_found(name):
    target, inputs, why, _ = suggested((SAMPLES / name).read_bytes())
    assert target == TARGETS[name] and target not in inputs and f"“{target}”" in why


def table(header, row):
    return (header + "\n" + "".join(row(n) + "\n" for n in range(40))).encode()


REASONS = {
    "a usual name before another": (
        table("survived,pclass,class", lambda n: f"{n % 2},{n % 3},{'abc'[n % 3]}"), "survived", "often called so"),
    "a name's last word": (table("SalePrice,area,zone", lambda n: f"{n * 9 % 41},{n * 7 % 40},{'ab'[n % 2]}"),
        "SalePrice", "often called so"),
    "the only text": (table("a,b,kind", lambda n: f"{n * 3 % 7},{n % 2},{'ab'[n % 2]}"), "kind", "only column of texts"),
    "0 and 1 before texts": (table("won,town,team", lambda n: f"{n % 2},{'ab'[n % 2]},{'cde'[n % 3]}"),
        "won", "nothing but 0 and 1"),
    "texts": (table("a,town,team", lambda n: f"{n / 7},{'ab'[n % 2]},{'cde'[n % 3]}"), "team", "texts can be classes"),
    "few values": (table("a,group,b", lambda n: f"{n / 7},{n % 3},{n / 9}"), "group", "few different values"),
    "the last": (table("a,b,c", lambda n: f"{n / 7},{n / 3},{n / 9}"), "c", "the last column"),
    "the first where the last cannot be": (
        table("a,cylinders,origin,car", lambda n: f"{n / 7},{n % 3},{n % 4},car {n}"), "a", "the first column"),
    "no index": (table("a,b,id", lambda n: f"{n / 7},{n / 3},{n * 7 % 41}"), "b", "the last column"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "target", "reason"), REASONS.values(), ids=REASONS)
def test_the_target_comes_with_its_reason(data, target, reason):
    found, _, why, _ = suggested(data)
    assert found == target and reason in why


TEACHERS = {  # tables made up with the columns that such tables have
    "mpg": (table("mpg,cylinders,displacement,origin,name", lambda n: f"{n / 3},{n % 3},{n / 7},{n % 3},car {n}"), "mpg"),
    "seaborn's titanic": (table("survived,pclass,sex,age,embarked,class,alive", lambda n:
        f"{n % 2},{n % 3 + 1},{'mf'[n % 5 > 2]},{n},{'SCQ'[n * n % 3]},{'ABC'[n % 3]},{['no', 'yes'][n % 2]}"), "survived"),
    "heart failure": (table("age,anaemia,sex,time,DEATH_EVENT", lambda n: f"{n},{n % 2},{n % 3 > 0:d},{n * 7 % 40},{n % 5 > 2:d}"),
        "DEATH_EVENT"),
    "tips": (table("total_bill,tip,sex,smoker,day,time,size", lambda n:
        f"{n / 3},{n / 7},{'mf'[n % 2]},{'yn'[n % 3 > 0]},{'abcd'[n % 4]},{'LD'[n % 5 > 2]},{n % 6}"), "tip"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "target"), TEACHERS.values(), ids=TEACHERS)
def test_no_other_column_is_taken_for_the_target_of_a_table_that_teachers_use(data, target):
    assert suggested(data)[0] == target


def test_a_twin_of_the_target_or_of_another_input_is_no_input_and_told():
    _, inputs, _, notes = suggested(TEACHERS["seaborn's titanic"][0])
    assert inputs == ["pclass", "sex", "embarked"]
    assert notes[1:] == (
        "Column “class” is not among the suggested inputs, because it says the same as column “pclass” in other words.",
        "Column “alive” is not among the suggested inputs, because it says the same as column “survived” in other words.",
    )


def test_of_a_table_without_names_whose_last_columns_are_few_numbers_and_texts_the_first_is_the_target():
    assert suggested((SAMPLES / "auto-mpg.data").read_bytes())[0] == "column 1"


def test_nothing_is_suggested_without_a_reason():
    assert suggested(table("a,b", lambda n: f"t{n},u{n}")) == (None, [], "", ())


@pytest.mark.parametrize(("data", "id_"), [
    ((SAMPLES / "ids.csv").read_bytes(), "id"),
    ((SAMPLES / "titanic_small.csv").read_bytes(), "PassengerId"),
    ((SAMPLES / "iris.csv").read_bytes(), "Id"),
    (table(",a,kind", lambda n: f"{n * 7 % 41},{n / 3},{'ab'[n % 2]}"), "column 1"),
    (table("student no,a,kind", lambda n: f"{n * 7 % 41},{n / 3},{'ab'[n % 2]}"), "student no"),
])  # fmt: skip
def test_what_only_counts_the_rows_is_no_input_sorted_or_not_and_told(data, id_):
    _, inputs, _, notes = suggested(data)
    assert inputs and id_ not in inputs
    assert notes == (
        f"Column “{id_}” is not among the suggested inputs, because its whole numbers only tell the rows apart.",
    )


def test_dates_that_only_grow_from_row_to_row_are_no_input_and_told():
    data = table("when,a,kind", lambda n: f"2024-{n // 28 + 1:02}-{n % 28 + 1:02},{n * 3 % 7},{'ab'[n % 2]}")
    _, inputs, _, notes = suggested(data)
    assert inputs == ["a"]
    assert notes == ("Column “when” is not among the suggested inputs, because its dates only grow from row to row.",)


def test_a_number_that_repeats_or_is_broken_is_an_input_whatever_its_name():
    _, inputs, _, notes = suggested(table("room no,id,kind", lambda n: f"{n % 9},{n * 7 % 41 + 0.5},{'ab'[n % 2]}"))
    assert inputs == ["room no", "id"] and notes == ()
