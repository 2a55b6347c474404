"""Tests of the settings of the goal."""

import pytest

from glassbox.settings import AtGoal, Goal, Settings
from glassbox.settings.of_goal import OF_GOAL, OF_JUDGEMENT


def test_there_is_none_until_it_is_asked_for():
    assert (Settings().goal, Settings().at_goal) == (Goal.NONE, AtGoal.GO_ON)
    assert Settings().goal_parameters == Settings().goal_epochs == 0


def test_what_becomes_of_the_training_makes_no_other_goal():
    assert {"at_goal"} == OF_GOAL - OF_JUDGEMENT


@pytest.mark.parametrize("goal", Goal)
def test_a_goal_is_a_part_and_a_measure(goal):
    assert goal.part in ("", "train", "test", "validation")
    assert goal.rises == (goal.measure in ("accuracy", "r2"))
    assert bool(goal.measure) == (goal not in (Goal.NONE, Goal.GAP))
