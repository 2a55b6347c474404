"""An experiment as tables: a row a training, or a row a point."""

import csv
import io

from glassbox.experiments.plan import Plan
from glassbox.experiments.table import as_csv, point_rows, trial_rows
from glassbox.experiments.tally import Tally
from glassbox.experiments.train import train
from tests.experiments.an_experiment import an_experiment, axis
from tests.experiments.running import AtOnce, finished


def read(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_row_a_training():
    plan = Plan(an_experiment())
    rows = read(as_csv(trial_rows(plan, finished(plan, AtOnce()))))
    result = train(plan.trial(3))
    assert [row["axis_width"] for row in rows] == ["1", "1", "4", "4", "2", "2"]
    assert (rows[3]["seed"], rows[3]["digest"], rows[3]["parameters"]) == ("2", result.digest, "17")
    assert float(rows[3]["test_mse"]) == result.told["test_mse"][0]


def test_a_row_for_each_moment():
    plan = Plan(an_experiment(axes=[axis("epochs", 1, 5)], seeds=1))
    rows = trial_rows(plan, finished(plan, AtOnce()))
    assert [(row["trial"], row["axis_epochs"]) for row in rows] == [(0, 1), (0, 5)]


def test_a_row_a_point_where_something_has_ended():
    plan = Plan(an_experiment())
    tally = Tally(plan)
    tally.add([train(plan.trial(0))])
    [row] = read(as_csv(point_rows(plan, tally)))
    assert (row["axis_width"], row["trainings"], row["diverged"]) == ("1", "1", "0")
    assert float(row["test_mse_median"]) == tally.point((0,)).median["test_mse"]


def test_before_anything_has_ended_there_is_only_a_mark():
    plan = Plan(an_experiment())
    assert read(as_csv(trial_rows(plan, Tally(plan)))) == []


def test_no_cell_is_a_formula():
    assert b"'=1" in as_csv([{"a": "=1", "b": None, "c": -1.5}]) and b"-1.5" in as_csv([{"c": -1.5}])
