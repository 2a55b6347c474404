"""An experiment laid out: its trainings by their numbers, from coarse to fine, or one sentence why it cannot be run."""

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.experiments.plan import Plan
from glassbox.experiments.train import train
from glassbox.protocol.refusals import Refusal
from glassbox.settings import Settings
from tests.experiments.an_experiment import CURVE, an_experiment, axis
from tests.run.own import LEAVES, some_own


def refusal_of(**asked):
    with pytest.raises(Refusal) as refused:
        Plan(an_experiment(**asked))
    return refused.value.text


def test_a_number_is_a_place_in_the_product_of_axes_and_seeds():
    plan = Plan(an_experiment(axes=[axis("width", 1, 4), axis("learning_rate", 0.1, 0.01, 0.001)], seeds=5))
    assert (plan.total, plan.shape) == (30, (2, 3))
    trial = plan.trial(5 * (1 * 3 + 2) + 4)
    assert trial.settings["hidden"][0]["units"] == 4
    assert (trial.settings["learning_rate"], trial.settings["seed"], trial.settings["data_seed"]) == (0.001, 5, 5)
    assert plan.trials_of((1, 2)) == range(25, 30) and plan.points_of(27) == [(1, 2)]


def test_seeds_are_of_the_data_of_the_network_or_of_both():
    def seeds(vary):
        settings = Plan(an_experiment(vary=vary, first_seed=7)).trial(1).settings
        return settings["seed"], settings["data_seed"]

    assert (seeds("both"), seeds("network"), seeds("data")) == ((8, 8), (8, 1), (42, 8))


@given(st.integers(1, 12), st.integers(1, 4), st.integers(1, 4))
def test_every_training_comes_once_and_coarse_before_fine(count, other, seeds):
    axes = [axis("width", *range(1, count + 1)), axis("learning_rate", *[0.1 / (k + 1) for k in range(other)])]
    plan = Plan(an_experiment(axes=axes, seeds=seeds))
    order = list(plan.in_order())
    assert sorted(order) == list(range(plan.total))
    assert {number % seeds for number in order[: count * other]} == {0}, "first one seed everywhere"
    assert order[0] == 0


def test_the_ends_come_first_then_the_middle():
    plan = Plan(an_experiment(axes=[axis("width", *range(1, 10))], seeds=1))
    assert list(plan.in_order()) == [0, 8, 4, 2, 6, 1, 3, 5, 7]


def test_an_axis_of_epochs_has_moments_of_one_training():
    plan = Plan(an_experiment(axes=[axis("epochs", 5, 1, 3), axis("width", 1, 2)], seeds=2))
    assert (plan.total, plan.tell_at, plan.shape) == (4, (1, 3, 5), (3, 2))
    assert plan.points_of(3) == [(0, 1), (1, 1), (2, 1)]
    assert plan.trials_of((2, 1)) == range(2, 4)
    assert [plan.moment_of((at, 0)) for at in range(3)] == [2, 0, 1]


def test_without_an_axis_it_is_many_seeds_of_one_network():
    plan = Plan(an_experiment(axes=[], seeds=6))
    assert (plan.total, plan.points, plan.trials_of(())) == (6, ((),), range(6))


def test_a_trial_is_plain_data_with_all_settings():
    trial = Plan(an_experiment()).trial(0)
    assert json.loads(json.dumps(vars(trial))) | {"tell_at": (5,), "measures": trial.measures} == vars(trial)
    assert Settings.model_validate(trial.settings).stop_epochs == 5


def test_points_to_learn_from_are_counted_as_the_data_have_them():
    plan = Plan(an_experiment(axes=[axis("samples", 50, 100), axis("validation_share", 0, 50)]))
    counts = [plan.training_points_of(plan.settings_of(point)) for point in plan.points]
    assert counts == [10, 5, 20, 10]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"axes": [axis("width", 1), axis("width", 2)]}, "“Units per hidden layer” is on both axes"),
        ({"base": {"dataset": "own.abc"}}, "this data is no longer on the server"),
        ({"base": {"learning_rate": -1}}, "“Learning rate” (learning_rate): expected 0.00001 or more, but got -1."),
        ({"base": {"depth": 3}}, "There is no field “depth”; leave it out."),
        ({"measures": ["test_error"]}, "“Test error” needs data with classes"),
        ({"measures": ["beauty"]}, "“beauty” cannot be measured; expected one of: train_loss, "),
        ({"measures": ["goal_epoch"]}, "needs a goal"),
        (
            {"axes": [axis("epochs", 1, 9)]},
            "“Epochs”: the training ends after 5 epochs, so it cannot be looked at after 9.",
        ),
        ({"axes": [axis("penalty_rate", 0, 1)]}, "“Penalty rate” has no effect here"),
        ({"axes": [axis("depth_at_budget", 1, 8, budget=10)]}, "8 hidden layers needs at least"),
    ],
)
def test_what_cannot_be_run_is_said_in_one_sentence(asked, told):
    assert told in refusal_of(**asked)


def test_a_million_trainings_are_refused_with_what_they_would_take():
    told = refusal_of(
        axes=[axis("width", *range(1, 101)), axis("batch_size", *range(1, 101))], seeds=100, epochs=50_000
    )
    assert told.startswith("This asks for 1,000,000 trainings, which would take about ")
    assert "hours" in told or "days" in told


def test_few_trainings_that_take_days_are_refused_too():
    base = CURVE | {"samples": 5000, "training_share": 90, "hidden": 4 * [{"units": 128}]}
    told = refusal_of(base=base, axes=[], seeds=100, epochs=100_000)
    assert told.startswith("These 100 trainings would take about ")


def test_an_axis_counts_where_the_other_lets_it():
    plan = Plan(an_experiment(axes=[axis("penalty", "none", "l2"), axis("penalty_rate", 0.1, 0.2)]))
    assert plan.total == 8


LEAF = {"dataset": "own.a-name", "hidden": [{"units": 2}], "learning_rate": 0.1}
OF_LEAVES = {"base": LEAF, "measures": ["train_error", "test_error"]}


def test_it_may_be_about_data_of_ones_own():
    plan = Plan(an_experiment(**OF_LEAVES), own=some_own())
    assert plan.training_points_of(plan.settings_of((0,))) == len(LEAVES.splitlines()[1:]) // 2
    assert plan.parameters_of((1,)) == 4 * (3 + 1) + 4 + 1, "a text of two kinds is one input"
    result = train(plan.trial(3))
    assert result.state == "done" and 0 <= result.told["test_error"][0] <= 1


def test_trials_that_are_sent_together_carry_the_data_once():
    plan = Plan(an_experiment(**OF_LEAVES), own=some_own())
    one, six = (len(pickle.dumps([plan.trial(number) for number in range(count)])) for count in (1, 6))
    assert six - one < 6 * len(pickle.dumps(Plan(an_experiment(base=CURVE)).trial(0)))
    sent = pickle.loads(pickle.dumps([plan.trial(number) for number in range(6)]))
    assert train(sent[4]) == train(plan.trial(4))
    assert len({id(trial.settings["dataset"].observations) for trial in sent}) == 1


def test_all_points_of_ones_own_data_are_used():
    with pytest.raises(Refusal, match="all points of your own data are used"):
        Plan(an_experiment(**OF_LEAVES, axes=[axis("samples", 10, 20)]), own=some_own())
