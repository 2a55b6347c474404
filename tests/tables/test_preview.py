"""Tests of the preview: what a menu shows of each column, and a suggestion that is usually right."""

import dataclasses
import json
from pathlib import Path

import pytest

from glassbox.tables.preview import preview
from glassbox.tables.reading import read_table
from glassbox.tables.target_kind import TargetKind
from tests.tables.refusals import check_sentence

IRIS = "sepal;petal;species\n" + "".join(f"5,{n % 7};1,{n % 5};{'abc'[n % 3]}\n" for n in range(30))


def preview_of(text):
    return preview(read_table(text.encode()))


def suggestion(text):
    shown = preview_of(text)
    names = [column.name for column in shown.columns]
    return None if shown.target is None else names[shown.target], [names[place] for place in shown.inputs]


def test_a_preview_shows_types_missing_values_and_first_rows():
    shown = preview_of("a,b,kind\n1,,x\n2,5,y\n3,NA,x\n" + "4,6,\n" * 20)
    a, b, kind = shown.columns
    assert (a.name, a.kind, a.missing, a.values) == ("a", "numbers", 0, ("1", "2", "3", "4"))
    assert (b.kind, b.missing, b.values) == ("numbers", 2, ("5", "NA", "6"))
    assert (kind.kind, kind.missing, kind.values) == ("two values", 20, ("x", "y"))
    assert shown.head[:2] == (("1", "", "x"), ("2", "5", "y")) and len(shown.head) == 8
    assert (shown.rows, shown.total, shown.delimiter, shown.encoding) == (23, 23, "comma", "UTF-8")


def test_a_preview_is_plain_data():
    assert json.loads(json.dumps(dataclasses.asdict(preview_of(IRIS))))["columns"][2]["readings"] == ["class"]


SUGGESTIONS = {
    "a text of few kinds": (IRIS, ("species", ["sepal", "petal"])),
    "a usual name": (
        "target,a,b\n" + "".join(f"{n % 2},{n * 7 % 11},{n}.5\n" for n in range(20)),
        ("target", ["a", "b"]),
    ),
    "few whole numbers": (
        "a,group,b\n" + "".join(f"{n / 7},{n % 3},{n / 9}\n" for n in range(20)),
        ("group", ["a", "b"]),
    ),
    "the last number": (
        "a,b,price\n" + "".join(f"{n * 3 % 17},{n / 7},{n / 9}\n" for n in range(20)),
        ("price", ["a", "b"]),
    ),
    "an index left out": (
        "no,a,kind\n" + "".join(f"{n},{n * 3 % 7},{'xy'[n % 2]}\n" for n in range(20)),
        ("kind", ["a"]),
    ),
    "an index when nothing else is there": (
        "year,co2\n" + "".join(f"{1990 + n},{n / 7}\n" for n in range(20)),
        ("co2", ["year"]),
    ),
    "a column mostly empty": (
        "a,b,kind\n" + "".join(f"{n * 3 % 7},{'' if n > 3 else n},{'xy'[n % 2]}\n" for n in range(20)),
        ("kind", ["a"]),
    ),
    "constant columns": ("a,b,c\n" + "".join(f"{n / 7},1,{n / 9}\n" for n in range(20)), ("c", ["a"])),
    "nothing": ("a,b\n" + "".join(f"t{n},u{n}\n" for n in range(20)), (None, [])),
}


@pytest.mark.parametrize(("text", "expected"), SUGGESTIONS.values(), ids=SUGGESTIONS)
def test_the_suggestion_is_what_a_person_would_choose(text, expected):
    assert suggestion(text) == expected


def test_a_column_can_be_taken_in_the_ways_that_fit_the_likelier_first():
    rows = "".join(f"{n},{n % 10},{n % 4 / 2},1,t{n},{'xy'[n % 2]}\n" for n in range(20))
    columns = preview_of("many,ten,few,one,texts,kinds\n" + rows).columns
    number, class_ = TargetKind.NUMBER, TargetKind.CLASS
    assert [column.readings for column in columns] == [(number,), (class_, number), (number, class_), (), (), (class_,)]
    assert [not column.no_input for column in columns] == [True, True, True, False, False, True]
    assert [column.becomes for column in columns] == ["", "", "", "", "", "1 for y, 0 for x"]


def test_notes_say_what_one_should_know():
    many = preview_of("a,b\n" + "1,2\n2,3\n" * 4000)
    assert many.notes == (
        "5,000 of the 8,000 rows are used, chosen by the seed 0: rows 2, 3, 4, 5, 6, 7, 8, 10, 11, 12 and 4,990 more.",
    )
    texts = preview_of("a,b\n" + "".join(f"x{n},y{n}\n" for n in range(20)))
    assert texts.notes == (
        "No column can be an input; one needs different numbers or dates, or a few different texts.",
    )
    for note in (*many.notes, *texts.notes):
        check_sentence(note)


def test_a_cell_of_any_length_keeps_no_table_away_and_the_person_is_told():
    table = read_table((Path(__file__).parent / "samples" / "long.csv").read_bytes())
    shown = preview(table)
    assert [column.name for column in shown.columns] == ["length", "width", "kind", "comment"] and shown.rows > 20
    assert shown.notes == ("Row 5 has a cell of more than 10,000 characters; only its beginning is used.",)
