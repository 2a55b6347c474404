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
    "no index": (table("a,b,id", lambda n: f"{n / 7},{n / 3},{n * 7 % 41}"), "b", "the last column"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "target", "reason"), REASONS.values(), ids=REASONS)
def test_the_target_comes_with_its_reason(data, target, reason):
    found, _, why, _ = suggested(data)
    assert found == target and reason in why


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


def test_a_number_that_repeats_or_is_broken_is_an_input_whatever_its_name():
    _, inputs, _, notes = suggested(table("room no,id,kind", lambda n: f"{n % 9},{n * 7 % 41 + 0.5},{'ab'[n % 2]}"))
    assert inputs == ["room no", "id"] and notes == ()
