"""The class's file as a table: read back by any reader of CSV, and nothing that a spreadsheet would run."""

import csv
import io

from glassbox.web.classroom.class_table import FACTS, class_table
from tests.web.classroom.files import MARKUP, some_file


def read(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_for_each_member():
    first, second, third = read(class_table(some_file()))
    assert (first["name"], first["parameters"], first["epochs"], first["challenge"]) == (
        "Amber Otter",
        "13",
        "2.0",
        "13",
    )
    assert first["settings.hidden"] == "3" and first["Does it <i>fall</i>? (round 1)"] == "It falls"
    assert float(first["test_loss"]) > 0 and second["data"] == "sine"
    assert not any(third[name] for name in FACTS) and third["name"] == "Witty Zebra"


def test_what_is_the_same_for_all_is_told_too_after_what_differs():
    text = class_table(some_file())
    heads = text.splitlines()[0].split(",")
    assert heads.index("settings.hidden") < heads.index("settings.optimizer") < heads.index("challenge")
    assert [row["settings.optimizer"] for row in read(text)] == ["sgd", "sgd", ""]


def test_a_name_that_looks_like_a_formula_stays_a_text():
    assert read(class_table(some_file()))[1]["name"] == f"'{MARKUP}"
