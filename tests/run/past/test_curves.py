"""Tests of the record: each epoch has one point, exactly there; gaps for what is not finite; flags do not pile up."""

import json
import math

import pytest

from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.protocol.server_messages import Mark
from glassbox.run.lows import NO_LOWS, Low
from glassbox.run.past.curves import MOST_BRANCH_POINTS, MOST_BRANCHES, MOST_MARKS, Curves
from tests.run.past.make_golden_curves import GOLDEN, golden

MANY = 2000  # points: as many as a run of a thousand million epochs has


def evaluation(loss, accuracy=0.5, rmse=None, validation=None):
    measures = Metrics(loss, accuracy, rmse, None)
    return Evaluation(measures, measures, 0.0, validation)


def filled(points, interval=1.0):
    history = Curves()
    for index in range(points):
        history.record(index * interval, evaluation(1 / (1 + index)), 0.1)
    return history


def test_points_are_columns():
    history = Curves()
    history.record(0.0, evaluation(0.7, accuracy=0.5), 0.1)
    history.record(
        0.5,
        evaluation(0.25, accuracy=None, rmse=0.5, validation=Metrics(0.3, None, 0.6, None)),
        0.05,
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


def test_what_is_recorded_again_is_renewed():
    """Data, weights or the loss may have changed at that very step; and with other data an epoch may begin again."""
    history = Curves()
    for x, loss in ((0.0, 1.0), (1.0, 2.0), (1.0, 3.0), (1.5, 4.0), (1.25, 5.0)):
        history.record(x, evaluation(loss), 0.1)
    assert (history.plain(1)["x"], history.plain(1)["train_loss"]) == ([0.0, 1.0, 1.25], [1.0, 3.0, 5.0])


def test_epochs_are_kept_exactly():
    history = filled(400, 1 / 3)
    assert history.plain(1)["x"] == [index * (1 / 3) for index in range(400)]
    history.go_on_from(100 * (1 / 3), NO_LOWS)
    assert history.plain(1)["x"][-1] == 100 * (1 / 3)


def test_points_since_one_are_told():
    history = filled(5)
    last = history.last_number
    history.record(4.0, evaluation(9.0), 0.1)
    history.record(5.0, evaluation(8.0), 0.1)
    first, columns = history.since(last)
    assert (first, columns[0], columns[1]) == (4, [4.0, 5.0], [9.0, 8.0])
    assert history.since(history.last_number) == (6, [[]] * 8)
    history.cut(2.0)
    assert history.since(last) == (3, [[]] * 8)


def test_the_lowest_losses_are_exact_and_come_back_with_the_past():
    history = Curves()
    for x, loss in ((0.0, 3.0), (1.0, 1.0), (2.0, 2.0)):
        history.record(x, evaluation(loss), 0.1)
    then = history.lows
    history.look(2.5, evaluation(0.123456789))
    assert history.lows.lowest["test"] == Low(2.5, 0.123456789) and history.plain(1)["x"] == [0.0, 1.0, 2.0]
    history.go_on_from(2.0, then)
    assert history.lows.lowest["test"] == Low(1.0, 1.0)
    history.forget_lows()
    assert not history.lows.lowest


def test_what_is_not_finite_is_a_gap():
    history = Curves()
    history.record(0.0, evaluation(math.inf, accuracy=math.nan), 0.1)
    assert history.plain(1)["train_loss"] == [None] and history.plain(1)["test_score"] == [None]
    json.dumps(history.plain(1), allow_nan=False)


def test_numbers_are_short():
    history = Curves()
    history.record(123.456789012, evaluation(1 / 3e7), 0.1)
    assert len(json.dumps(history.plain(1))) < 270


def test_a_long_history_is_small_enough_to_send():
    assert len(json.dumps(filled(MANY, 1 / 3).plain(1))) < 190_000


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
    history.go_on_from(4.0, NO_LOWS)
    history.record(5.0, evaluation(9.0), 0.1)
    plain = history.plain(1)
    assert plain["x"] == [0, 1, 2, 3, 4, 5] and plain["train_loss"][-1] == 9
    assert [mark.text for mark in plain["marks"]] == ["kept"]
    assert plain["branch"] == 1 and [each["x"] for each in plain["branches"]] == [[4, 5, 6, 7, 8, 9]]
    assert plain["branches"][0]["train_loss"][1] == pytest.approx(1 / 6, rel=1e-5)


def test_nothing_is_left_where_nothing_came_after():
    history = filled(5)
    history.go_on_from(4.0, NO_LOWS)
    assert history.plain(1)["branches"] == [] and history.branch == 1 and len(history.plain(1)["x"]) == 5


def test_few_earlier_curves_stay_and_they_are_short():
    history = filled(MANY)
    for start in (5.0, 4.0, 3.0, 2.0, 1.0):
        history.go_on_from(start, NO_LOWS)
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
    """A thread may read it while the next point is being recorded, or points are being renewed."""
    history = filled(MANY)
    handed_out = history.plain(1)
    before = json.dumps(handed_out)
    history.record(float(MANY), evaluation(0.1), 0.1)
    assert json.dumps(handed_out) == before
