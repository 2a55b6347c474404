"""What a challenge asks for and forbids."""

import pytest

from glassbox.classroom.challenge import ALWAYS_LOCKED, MEASURES
from glassbox.engine.evaluation import Metrics
from glassbox.settings import Goal, Settings
from glassbox.study.challenge.rules import FIXED, Rules, locked_settings


def rules(goal=Goal.TEST_LOSS, at=0.177, by="parameters", locked=()):
    return Rules(Settings(), goal, at, by, locked)


@pytest.mark.parametrize(
    ("goal", "at", "measures", "reached"),
    [
        (Goal.TEST_LOSS, 0.177, Metrics(0.177, 0.9, None, None), True),
        (Goal.TEST_LOSS, 0.177, Metrics(0.178, 0.9, None, None), False),
        (Goal.TEST_ACCURACY, 95.0, Metrics(0.1, 0.95, None, None), True),
        (Goal.TEST_ACCURACY, 95.0, Metrics(0.1, 0.9495, None, None), False),
        (Goal.TEST_R2, 0.9, Metrics(0.1, None, 1.0, 0.91), True),
        (Goal.TEST_R2, 0.9, Metrics(0.1, 0.99, None, None), False),
        (Goal.TEST_RMSE, 1.5, Metrics(0.1, None, 1.4, 0.91), True),
        (Goal.TEST_LOSS, 0.177, Metrics(float("nan"), 0.5, None, None), False),
    ],
)
def test_the_goal_is_reached_at_the_bound_and_not_before(goal, at, measures, reached):
    assert rules(goal, at).is_reached(measures) is reached


def test_only_measures_of_the_test_can_be_scored_on_hidden_points():
    assert {Goal(measure) for measure in MEASURES} == {goal for goal in Goal if goal.part == "test"}


def test_what_a_room_says_is_always_locked_is():
    assert set(locked_settings(ALWAYS_LOCKED)) == FIXED


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({}, ()),
        ({"learning_rate": 0.3, "hidden": [{"units": 1}], "seed": 9, "features": ["x1"]}, ()),
        ({"samples": 900}, ("samples",)),
        ({"data_seed": 9}, ("data_seed",)),
        ({"loss": "squared_error"}, ("loss",)),
        ({"speed": "step_1", "goal": "test_loss"}, ()),
    ],
)
def test_the_data_and_what_a_loss_means_stay_as_the_teacher_set_them(changes, broken):
    assert rules().broken(Settings().changed(changes)) == broken


@pytest.mark.parametrize(
    ("locked", "changes", "broken"),
    [
        ("network", {"hidden": [{"units": 1}]}, ("hidden",)),
        ("settings", {"learning_rate": 0.3}, ("learning_rate",)),
        ("settings", {"input_scale": 2.0}, ("input_scale",)),
        ("seeds", {"seed": 9}, ("seed",)),
        ("activation", {"activation": "relu"}, ("activation",)),
        ("features", {"features": ["x1"]}, ("features",)),
    ],
)
def test_what_the_teacher_locked_stays_too(locked, changes, broken):
    assert rules(locked=(locked,)).broken(Settings().changed(changes)) == broken
    assert rules().broken(Settings().changed(changes)) == ()


def test_parts_lock_what_their_controls_set():
    data = locked_settings(["data"])
    assert {"dataset", "samples", "noise", "label_noise", "training_share"} <= set(data)
    assert {"features", "input_scale", "data_seed", "seed"}.isdisjoint(data)
    assert locked_settings(["seeds"]) == sorted(["data_seed", "seed"], key=list(Settings.model_fields).index)
    assert locked_settings(["weather"]) == []
