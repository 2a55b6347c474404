"""Whether a run has reached its goal, and when: the same at every speed, kept with the run, never of other settings."""

import pytest

from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.protocol.messages import Play
from glassbox.run.answers import take_snapshot
from glassbox.run.checkpoint import PackedCheckpoint, pack
from glassbox.run.commands import obey
from glassbox.run.fork import fork
from glassbox.run.goal import Check, GoalJudge, Reached, is_met, value_of
from glassbox.settings import Goal, Settings
from tests.run.tools import Clock, configure, run_of, tell, train_epochs

QUICK = {"optimizer": "adam", "learning_rate": 0.03, "samples": 60, "hidden": [{"units": 3}]}
TEST_LOSS = {"goal": "test_loss", "goal_value": 0.3}
ENOUGH = 300  # epochs, in which every run here has reached its goal


def play(run, budget=0.005, stop=lambda run: False):
    """Play in slices of about so many seconds, until it rests or `stop` says so."""
    obey(run, Play(type="play"))
    clock, now = Clock(tick=0.001), 0.0
    while run.playing and run.trainer.epoch < ENOUGH and not stop(run):
        run.begin_frame(now)
        run.train(budget, clock)
        now += 0.03


def reached_by(**settings):
    run = run_of(**QUICK, **settings)
    play(run, stop=lambda run: run.goal.check.reached is not None)
    return run


def first_epoch(settings, reached):
    """The slow twin: one epoch after the other, each evaluated."""
    run = run_of(**QUICK, **settings)
    while not reached(run.trainer.evaluate()):
        run.trainer.run(run.trainer.steps_to_epoch_end)
    return run.trainer.epoch


@pytest.mark.parametrize("speed", ["step_20", "epoch_5", "epoch_frame", "epochs_10_frame", "full"])
def test_it_is_the_same_epoch_at_every_speed(speed):
    expected = first_epoch({}, lambda told: told.test.loss <= 0.3)
    reached = reached_by(speed=speed, **TEST_LOSS).goal.check.reached
    assert (reached.epoch, reached.parameters) == (expected, 13) and expected > 3
    assert reached.value <= 0.3


@pytest.mark.parametrize(
    ("goal", "value", "is_reached"),
    [
        ("train_loss", 0.3, lambda told: told.train.loss <= 0.3),
        ("test_accuracy", 90, lambda told: told.test.accuracy >= 0.9),
        ("train_accuracy", 90, lambda told: told.train.accuracy >= 0.9),
        ("gap", 0.01, lambda told: told.test.loss - told.train.loss <= 0.01),
    ],
)
def test_each_measure_counts_in_its_own_direction(goal, value, is_reached):
    reached = reached_by(speed="full", goal=goal, goal_value=value).goal.check.reached
    assert reached.epoch == first_epoch({}, is_reached)


@pytest.mark.parametrize("goal", [goal for goal in Goal if goal is not Goal.NONE])
def test_the_value_is_the_engines(goal):
    parts = {
        "train": Metrics(0.25, 0.75, 0.5, 0.875),
        "test": Metrics(0.5, 0.625, 0.75, 0.5),
        "validation": Metrics(0.375, 0.6875, None, None),
    }
    value = value_of(goal, Evaluation(parts["train"], parts["test"], 0.0, parts["validation"]))
    assert value == (0.25 if goal is Goal.GAP else getattr(parts[goal.part], goal.measure))


def test_what_these_data_do_not_have_is_never_reached():
    without = Metrics(0.25, None, None, None)
    evaluation = Evaluation(without, without, 0.0)
    absent = (Goal.TEST_ACCURACY, Goal.TRAIN_RMSE, Goal.TEST_R2, Goal.VALIDATION_LOSS)
    assert [value_of(goal, evaluation) for goal in absent] == [None] * 4
    judge = GoalJudge()
    assert not judge.judge(Settings(goal=Goal.TEST_ACCURACY, goal_value=0), 1, 13, lambda: evaluation)


@pytest.mark.parametrize("count", [3, 7, 29, 113, 250, 499])
def test_a_share_reaches_its_own_percentage(count):
    for right in range(count + 1):
        assert is_met(Goal.TEST_ACCURACY, 100 * right / count, right / count)
        assert not is_met(Goal.TEST_ACCURACY, 100 * (right + 1) / count, right / count)


def test_what_is_not_a_number_reaches_nothing():
    assert not is_met(Goal.TEST_LOSS, 0.1, float("nan")) and not is_met(Goal.TEST_R2, 0.0, float("nan"))


def test_a_network_that_is_too_large_does_not_reach_it():
    run = reached_by(speed="full", goal_parameters=12, **TEST_LOSS)
    assert run.trainer.epoch >= ENOUGH and run.goal.check.reached is None
    assert reached_by(speed="full", goal_parameters=13, **TEST_LOSS).goal.check.reached.parameters == 13


def test_it_counts_within_its_epochs_only():
    epoch = first_epoch({}, lambda told: told.test.loss <= 0.3)
    assert reached_by(speed="full", goal_epochs=epoch, **TEST_LOSS).goal.check.reached.epoch == epoch
    assert reached_by(speed="full", goal_epochs=epoch - 1, **TEST_LOSS).goal.check.reached is None


def test_training_goes_on_unless_it_is_to_stop_there():
    run = run_of(**QUICK, speed="full", **TEST_LOSS)
    play(run)
    assert run.trainer.epoch >= ENOUGH > run.goal.check.reached.epoch


def test_it_stops_at_the_goal_once():
    run = run_of(**QUICK, speed="full", at_goal="stop", **TEST_LOSS)
    play(run)
    reached = run.goal.check.reached
    assert run.trainer.epoch == reached.epoch < ENOUGH and run.trainer.progress == 0
    assert f"the test loss was {reached.value:.3g} after epoch {reached.epoch}" in run.stop.text
    play(run)
    assert run.trainer.epoch >= ENOUGH and run.goal.check.reached == reached


def test_a_goal_that_is_set_later_is_looked_for_from_there():
    run = run_of(**QUICK)
    train_epochs(run, 100)
    configure(run, goal="train_loss", goal_value=50.0)
    check = run.goal.check
    assert (check.since, check.reached.epoch) == (100, 100)


def test_after_a_reset_the_run_before_is_told_as_such():
    run = reached_by(speed="full", **TEST_LOSS)
    first = run.goal.check.reached
    tell(run, "reset")
    assert run.goal.check == Check() and run.goal.earlier.reached == first
    assert run.goal.earlier_text(run.settings) == ""


def test_other_settings_are_judged_anew_and_the_earlier_ones_are_named():
    run = reached_by(speed="full", **TEST_LOSS)
    first = run.goal.check.reached
    tell(run, "pause")
    configure(run, hidden=[{"units": 4}], learning_rate=0.1)
    assert run.goal.check.reached != first and run.goal.earlier.reached == first
    assert run.goal.earlier_text(run.settings) == "Hidden layers 3, Learning rate 0.03"


@pytest.mark.parametrize("changes", [{"speed": "step_1"}, {"stop_epochs": 500}, {"patience": 9}, {"at_goal": "stop"}])
def test_what_changes_nothing_about_the_training_leaves_it(changes):
    run = reached_by(speed="full", **TEST_LOSS)
    reached = run.goal.check.reached
    configure(run, **changes)
    assert run.goal.check.reached == reached and run.goal.earlier is None


def test_another_goal_knows_nothing_of_the_one_before():
    run = reached_by(speed="full", **TEST_LOSS)
    tell(run, "pause")
    configure(run, goal_value=0.0)
    assert run.goal.check.reached is None and run.goal.earlier is None


def test_a_goal_changes_nothing_about_the_run():
    run = run_of(**QUICK)
    told = configure(run, **TEST_LOSS)
    assert run.changes == 0 and told[0].mark is None


def test_weights_that_were_set_by_hand_reach_it_without_training():
    run = run_of(dataset="gauss", hidden=[], goal="test_accuracy", goal_value=95, samples=60)
    assert run.goal.check.reached is None
    for source, value in enumerate((5.0, 5.0)):
        tell(run, "set_weight", layer=1, unit=0, source=source, value=value)
    assert run.goal.check.reached == Reached(0, value_of(Goal.TEST_ACCURACY, run.trainer.evaluate()), 3, by_hand=True)
    tell(run, "set_bias", layer=1, unit=0, value=100.0)
    assert run.goal.check.reached is None and run.goal.earlier.reached.by_hand


def test_back_in_time_the_moment_knows_what_it_knew_and_the_present_what_came():
    run = run_of(**QUICK, speed="full", at_goal="stop", **TEST_LOSS)
    train_epochs(run, 1)
    play(run)
    reached = run.goal.check.reached
    run.evaluate()
    tell(run, "rewind", step=0)
    assert run.goal.check.reached is None and run.goal.earlier.reached == reached
    tell(run, "rewind", step=None)
    assert run.goal.check.reached == reached


def test_a_checkpoint_keeps_it():
    run = reached_by(speed="full", **TEST_LOSS)
    tell(run, "pause")
    opened = PackedCheckpoint(pack(take_snapshot(run))).snapshot(run.settings)
    assert opened.moment.check == run.goal.check


def test_a_fork_has_come_the_same_way():
    run = reached_by(speed="full", **TEST_LOSS)
    _, twin = fork(run, 2, 9)
    assert twin.goal.check == run.goal.check


def test_no_goal_costs_nothing():
    """Without one, or once it is reached, training pauses as seldom as before."""
    run = run_of(**QUICK)
    assert not run.goal.is_open(run.settings, 0, 13)
    assert not GoalJudge(Check(0, Reached(3, 0.1, 13))).is_open(Settings(goal=Goal.TEST_LOSS), 5, 13)
