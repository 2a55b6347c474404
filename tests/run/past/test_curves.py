"""Tests of the curves: thinned when long, gaps for what is not finite, flags that do not pile up."""

import json
import math
from dataclasses import replace
from itertools import pairwise

import pytest

from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.protocol.server_messages import Mark
from glassbox.run.past.curves import MOST_BRANCH_POINTS, MOST_BRANCHES, MOST_MARKS, MOST_POINTS, Curves
from tests.run.past.make_golden_curves import GOLDEN, golden


def evaluation(loss, accuracy=0.5, rmse=None):
    measures = Metrics(loss, accuracy, rmse, None)
    return Evaluation(measures, measures, 0.0)


def filled(points, interval=1.0):
    history = Curves()
    for index in range(points):
        history.record(index * interval, evaluation(1 / (1 + index)), 0.1)
    return history


def test_points_are_columns():
    history = Curves()
    history.record(0.0, evaluation(0.7, accuracy=0.5), 0.1)
    history.record(
        0.5, replace(evaluation(0.25, accuracy=None, rmse=0.5), validation=Metrics(0.3, None, 0.6, None)), 0.05
    )
    assert history.plain(3) == {
        "run": 3,
        "x": [0.0, 0.5],
        "train_loss": [0.7, 0.25],
        "test_loss": [0.7, 0.25],
        "train_score": [0.5, 0.5],
        "test_score": [0.5, 0.5],
        "validation_loss": [None, 0.3],
        "validation_score": [None, 0.6],
        "learning_rate": [0.1, 0.05],
        "marks": [],
        "lane": 1,
        "branch": 0,
        "branches": [],
    }


def test_a_moment_is_recorded_once():
    history = Curves()
    for x in (0.0, 1.0, 1.0, 0.5, 2.0):
        history.record(x, evaluation(x), 0.1)
    assert history.plain(1)["x"] == [0.0, 1.0, 2.0]


@pytest.mark.parametrize("points", [MOST_POINTS, MOST_POINTS + 1, 5 * MOST_POINTS, 100_000])
def test_long_runs_are_thinned_evenly(points):
    columns = filled(points).plain(1)
    x = columns["x"]
    assert len(x) <= MOST_POINTS and len(x) > min(points, MOST_POINTS) // 2 - 1
    assert {len(columns[name]) for name in columns if name not in ("run", "lane", "branch", "branches", "marks")} == {
        len(x)
    }
    gaps = {later - earlier for earlier, later in pairwise(x)}
    assert x[0] == 0 and len(gaps) <= 2
    assert points - x[-1] <= 2 * max(gaps)
    assert columns["train_loss"] == pytest.approx([1 / (1 + index) for index in x], rel=1e-5)


def test_what_is_not_finite_is_a_gap():
    history = Curves()
    history.record(0.0, evaluation(math.inf, accuracy=math.nan), 0.1)
    assert history.plain(1)["train_loss"] == [None] and history.plain(1)["test_score"] == [None]
    json.dumps(history.plain(1), allow_nan=False)


def test_numbers_are_short():
    history = Curves()
    history.record(123.456789012, evaluation(1 / 3e7), 0.1)
    assert len(json.dumps(history.plain(1))) < 260


def test_a_full_history_is_small_enough_to_send():
    assert len(json.dumps(filled(MOST_POINTS, 1 / 3).plain(1))) < 170_000


def test_the_oldest_flags_go_first():
    history = Curves()
    for index in range(MOST_MARKS + 50):
        history.mark(Mark(float(index), (f"setting {index % 2}",), str(index)))
    texts = [mark.text for mark in history.plain(1)["marks"]]
    assert texts == [str(index) for index in range(50, MOST_MARKS + 50)]


def test_a_dragged_slider_leaves_one_flag_with_its_last_value():
    history = Curves()
    for index in range(10):
        history.mark(Mark(100 + index / 10, ("learning_rate",), f"Learning rate {index}"))
    assert history.plain(1)["marks"] == [Mark(100.0, ("learning_rate",), "Learning rate 9")]


def test_flags_of_other_settings_or_places_stay():
    history = Curves()
    for mark in (Mark(100, ("a",), "1"), Mark(100, ("b",), "2"), Mark(100, ("a",), "3"), Mark(103, ("a",), "4")):
        history.mark(mark)
    assert [mark.text for mark in history.plain(1)["marks"]] == ["1", "2", "3", "4"]


def test_going_on_from_the_past_leaves_the_curve_beside():
    history = filled(10)
    history.mark(Mark(2.0, ("a",), "kept"))
    history.mark(Mark(7.0, ("b",), "left"))
    history.go_on_from(4.0)
    history.record(5.0, evaluation(9.0), 0.1)
    plain = history.plain(1)
    assert plain["x"] == [0, 1, 2, 3, 4, 5] and plain["train_loss"][-1] == 9
    assert [mark.text for mark in plain["marks"]] == ["kept"]
    assert plain["branch"] == 1 and [each["x"] for each in plain["branches"]] == [[4, 5, 6, 7, 8, 9]]
    assert plain["branches"][0]["train_loss"][1] == pytest.approx(1 / 6, rel=1e-5)


def test_nothing_is_left_where_nothing_came_after():
    history = filled(5)
    history.go_on_from(4.0)
    assert history.plain(1)["branches"] == [] and history.branch == 1 and len(history.plain(1)["x"]) == 5


def test_few_earlier_curves_stay_and_they_are_short():
    history = filled(MOST_POINTS)
    for start in (5.0, 4.0, 3.0, 2.0, 1.0):
        history.go_on_from(start)
        for x in range(int(start) + 1, int(start) + 1500):
            history.record(float(x), evaluation(1.0), 0.1)
    branches = history.plain(1)["branches"]
    assert len(branches) == MOST_BRANCHES and all(
        MOST_BRANCH_POINTS // 2 < len(each["x"]) <= MOST_BRANCH_POINTS for each in branches
    )
    assert [each["x"][0] for each in branches] == [3, 2, 1] and branches[-1]["x"][-1] == 2 + 1499
    assert len(json.dumps(history.plain(1))) < 300_000


def test_the_golden_file_is_what_its_script_writes():
    assert json.loads(json.dumps(golden())) == json.loads(GOLDEN.read_text("utf-8"))


def test_what_was_handed_out_stays_while_the_run_goes_on():
    """A thread may read it while the next point is being recorded, or the points are being thinned."""
    history = filled(MOST_POINTS)
    handed_out = history.plain(1)
    before = json.dumps(handed_out)
    history.record(float(MOST_POINTS), evaluation(0.1), 0.1)
    assert json.dumps(handed_out) == before
