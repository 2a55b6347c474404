"""An experiment taken home as a program brings the same rows and points as the page, to the byte."""

import runpy
import sys
from types import ModuleType
from unittest.mock import MagicMock

import pytest

from glassbox.experiments.notebook import notebook_copy
from glassbox.experiments.plan import Plan
from glassbox.experiments.table import point_rows, trial_rows
from glassbox.experiments.tally import Tally
from glassbox.exports.experiment_notebook import write_program
from tests.experiments.an_experiment import CURVE, an_experiment, axis
from tests.experiments.running import AtOnce, finished

WILD = an_experiment(
    base=CURVE | {"optimizer": "sgd"}, axes=[axis("width", 1, 4), axis("learning_rate", 0.01, 10)], epochs=8
)  # at the larger rate its numbers blow up


@pytest.fixture(scope="module")
def page():
    plan = Plan(WILD)
    return plan, finished(plan, AtOnce())


@pytest.fixture(scope="module")
def program(tmp_path_factory, page):
    """Run as a person runs it, where matplotlib is installed: what it has made, and what it drew with. After the
    page, so that its processes find the kernels compiled.
    """
    plan = Plan(WILD)
    file = tmp_path_factory.mktemp("home") / "experiment.py"
    file.write_bytes(write_program(notebook_copy(plan, Tally(plan), ("test_mse",))).content)
    matplotlib, drawn = ModuleType("matplotlib"), MagicMock()
    matplotlib.pyplot = drawn
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "matplotlib", matplotlib)
        patch.setitem(sys.modules, "matplotlib.pyplot", drawn)
        return runpy.run_path(str(file), run_name="__main__"), drawn


def test_every_row_is_that_of_the_page(program, page):
    rows = program[0]["rows"]
    assert rows == trial_rows(*page) and len(rows) == 8
    assert {row["state"] for row in rows} == {"done", "diverged"}


def test_every_median_and_band_is_that_of_the_page(program, page):
    told = point_rows(*page)
    points = program[0]["points"]
    assert points == [{name: row[name] for name in points[0]} for row in told]
    assert {point["test_mse_median"] is None for point in points} == {True, False}


def test_it_draws_a_curve_for_each_value_of_the_second_axis(program):
    labels = [call.kwargs["label"] for call in program[1].plot.call_args_list]
    assert labels == ["Test MSE 0.01", "Test MSE 10"]
    program[1].xscale.assert_called_once_with("log")


def test_without_matplotlib_it_prints_tables_alone(page, capsys, monkeypatch):
    """Its own training is stood in for: it was tried above."""
    rows = trial_rows(*page)
    monkeypatch.setattr("glassbox.experiments.sweeping.sweep", lambda experiment: rows)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    exec(write_program(notebook_copy(*page)).content, {"__name__": "__main__"})
    told = capsys.readouterr().out
    assert "pip install matplotlib" in told and "test_mse_median" in told and "–" in told


def test_what_was_seen_is_said():
    plan = Plan(an_experiment())
    assert notebook_copy(plan, Tally(plan)).sentences == ()
    told = notebook_copy(plan, finished(plan, AtOnce()))
    assert told.sentences and told.shown == plan.experiment.measures
