"""The history is a table that the standard library reads back, with nothing where nothing was measured."""

import csv
import math

import pytest

from glassbox.exports.history_csv import history_csv


def table(*curves):
    return list(csv.DictReader(history_csv(*curves).content.decode().splitlines()))


def test_one_row_for_each_moment():
    rows = table([0, 0.5, 1e6], [0.7, 0.25, 1e-9], [0.7, 0.5, 1 / 3], [None, 0.5, 1], [None, None, 0.999])
    assert rows[1] == {"epoch": "0.5", "train_loss": "0.25", "test_loss": "0.5", "train_score": "0.5", "test_score": ""}
    assert float(rows[2]["epoch"]) == 1e6 and float(rows[2]["test_loss"]) == pytest.approx(1 / 3, 1e-8)
    assert rows[0]["train_score"] == ""


def test_a_run_without_history_has_only_names():
    assert history_csv([], [], [], [], []).content == b"epoch,train_loss,test_loss,train_score,test_score\r\n"


def test_diverged_losses_are_told_as_they_are():
    (row,) = table([3], [math.inf], [math.nan], [None], [None])
    assert float(row["train_loss"]) == math.inf and math.isnan(float(row["test_loss"]))


def test_validation_has_columns_where_it_has_values():
    rows = table([0, 1], [0.7, 0.6], [0.8, 0.7], [0.5, 0.6], [0.5, 0.5], ([None, 0.75], [None, 0.55]))
    assert [row["validation_loss"] for row in rows] == ["", "0.75"] and rows[1]["validation_score"] == "0.55"
    nothing = ([None, None], [None, None])
    assert "validation_loss" not in table([0, 1], [0.7, 0.6], [0.8, 0.7], [0.5, 0.6], [0.5, 0.5], nothing)[0]


def test_a_change_is_told_in_the_first_row_that_is_of_it():
    columns = ([0, 4, 8], *[[0.7, 0.6, 0.5]] * 4)
    rows = table(*columns, (), [(4, "Data xor"), (5.5, "Noise 0.1"), (7, "Seed 2"), (9, "Seed 3")])
    assert [row["changed"] for row in rows] == ["", "Data xor", "Noise 0.1; Seed 2"]
    assert "changed" not in table(*columns, (), [(9, "Seed 3")])[0]


def test_curves_of_different_length_are_refused():
    with pytest.raises(ValueError):
        history_csv([1, 2], [1], [1], [1], [1])
