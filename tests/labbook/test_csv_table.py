"""The table for spreadsheets: every fact and setting, and nothing that one of them would run."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.labbook import words
from glassbox.labbook.csv_table import FACTS, csv_table
from glassbox.labbook.records import DamagedRow, RunRecord
from glassbox.settings import Settings

ROW = RunRecord(
    key="k" * 22, created=0.0, updated=86400.5, version=1, name="my run", problem="binary", seed=42, epochs=1.5,
    steps=3,
    changes=0, train_loss=-0.5, test_loss=None, train_score=1e-7, test_score=0.1 + 0.2, stop="", stop_text="",
    settings=Settings().model_dump(mode="json"), picture=None, is_kept=False,
)  # fmt: skip


def read(rows):
    return list(csv.DictReader(io.StringIO(csv_table(rows), newline="")))


def test_a_column_for_each_fact_and_each_setting():
    (line,) = read([ROW])
    assert list(line) == [*FACTS, *(f"settings.{name}" for name in Settings.model_fields)]
    assert (line["created"], line["updated"]) == ("1970-01-01T00:00:00+00:00", "1970-01-02T00:00:00+00:00")
    assert (line["train_loss"], line["test_loss"], line["train_score"]) == ("-0.5", "", "1e-07")
    assert float(line["test_score"]) == ROW.test_score
    assert (line["settings.features"], line["settings.hidden"]) == ("x1,x2", "4,2")
    assert line["settings.learning_rate"] == "0.03"


def test_layers_are_as_in_the_pages_address():
    settings = Settings.model_validate({"hidden": [{"units": 4, "activation": "relu", "dropout": 0.2}, {"units": 2}]})
    rows = [replace(ROW, settings=each.model_dump(mode="json")) for each in (settings, Settings(hidden=()))]
    assert [line["settings.hidden"] for line in read(rows)] == ["4-relu-drop0.2,2", "none"]


def test_what_was_changed_on_the_way_is_told():
    changed = {"learning_rate": {"first": 0.03, "times": 2, "epochs": 12.25}}
    (line,) = read([replace(ROW, changed=changed, began=3.0)])
    assert line["began"] == "3.0"
    assert (
        line["changed"] == "learning_rate was 0.03 at first, changed 2 × while it trained, the last time at epoch 12.25"
    )


def test_a_damaged_row_is_told_as_such():
    bad, good = read([DamagedRow("k" * 22, 0.0, None, "=mine"), ROW])
    assert (bad["created"], bad["updated"], bad["name"], bad["stop_text"]) == (
        "1970-01-01T00:00:00+00:00", "", "'=mine", words.DAMAGED_ROW,
    )  # fmt: skip
    assert set(bad.values()) - {bad["created"], bad["name"], bad["stop_text"]} == {""} and good["steps"] == "3"


def test_no_rows_are_a_line_of_headings():
    assert csv_table([]) == ",".join(FACTS) + "\r\n"


def test_rows_of_other_versions_have_their_columns():
    lines = read([replace(ROW, settings={"old": True}), replace(ROW, settings={"new": "x"})])
    assert [(line["settings.old"], line["settings.new"]) for line in lines] == [("true", ""), ("", "x")]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1", "=cmd|' /C calc'!A0"])
@pytest.mark.parametrize("column", ["name", "stop_text", "settings"])
def test_a_text_is_no_formula(name, column):
    row = replace(ROW, settings={"name": name}) if column == "settings" else replace(ROW, **{column: name})
    (line,) = read([row])
    assert line["settings.name" if column == "settings" else column] == "'" + name


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_name_comes_back(name):
    (line,) = read([replace(ROW, name=name)])
    assert line["name"] in (name, "'" + name)
