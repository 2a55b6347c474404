"""What a curve of medians shows, by criteria, and in sentences."""

import pytest

from glassbox.experiments.plan import Plan
from glassbox.experiments.tally import Tally
from glassbox.experiments.trials import TrialResult
from glassbox.experiments.verdicts import VERDICTS, best_at, caveats, sentences, watched
from tests.experiments.an_experiment import an_experiment, axis


@pytest.mark.parametrize(
    ("curve", "shown"),
    [
        ([1.2, 1.0, 1.2], {"u"}),
        ([1.2, 1.0, 1.1], set()),
        ([1.1, 1.0, 1.1], {"no_effect"}),
        ([0.166, 0.093, 0.213], {"u"}),
        ([0.26, 0.6, 0.19], {"double_descent"}),
        ([0.3, 0.26, 0.6, 0.4], {"double_descent"}),
        ([3.0, 2.0, 1.0], {"falls"}),
        ([1.0, 2.0, 3.0], {"rises"}),
        ([1.0, None, 0.5], {"double_descent"}),
        ([1.0, 0.5, None], {"u"}),
        ([1.0], set()),
        ([], set()),
        ([None, None, None], set()),
    ],
)
def test_criteria(curve, shown):
    assert {name for name, is_so in VERDICTS.items() if is_so(curve)} == shown


def test_where_it_is_lowest():
    assert best_at([3.0, 1.0, None]) == 1
    assert best_at([None]) is None is best_at([])


def tallied(values, **asked):
    """An experiment in which the first axis has these test errors."""
    plan = Plan(an_experiment(**({"axes": [axis("width", *range(1, len(values) + 1))], "seeds": 4} | asked)))
    tally = Tally(plan)
    seeds = plan.experiment.seeds
    for number in range(plan.total):
        value = values[number // seeds % len(values)]
        tally.add(
            [TrialResult(number, "done" if value else "diverged", 9, 5, {"train_mse": [1.0], "test_mse": [value]}, "")]
        )
    return plan, tally


def test_a_u_is_told_with_its_numbers():
    [told] = sentences(*tallied([0.166, 0.093, 0.213]))
    assert told == (
        "Test MSE is lowest at Units per hidden layer 2, 0.093 (median over the seeds), and higher on both sides of "
        "it: 0.166 at 1, 0.213 at 3."
    )


def test_each_value_of_the_second_axis_has_its_sentence():
    plan, tally = tallied([0.3, 0.2, 0.1], axes=[axis("batch_size", 5, 10), axis("width", 1, 2, 3)])
    assert sentences(plan, tally) == [], "two values make no curve"
    plan, tally = tallied([0.3, 0.3], axes=[axis("width", 1, 2, 3), axis("batch_size", 5, 10)])
    assert [told.split(":")[0] for told in sentences(plan, tally)] == ["Batch 5", "Batch 10"]


def test_too_few_points_say_nothing():
    assert sentences(*tallied([0.3, 0.2])) == []


def test_infinite_ends_are_said_to_be_infinite():
    [told] = sentences(*tallied([0.3, 0.1, None]))
    assert "infinite at 3" in told


def test_what_it_does_not_show_is_told():
    plan, tally = tallied([0.3, None, 0.2], seeds=1)
    told = caveats(plan, tally)
    assert told[0].startswith("Of 3 trainings 1 have diverged") and "few seeds" in told[1]
    assert caveats(plan, Tally(plan)) == []


def test_sentences_are_about_unseen_data():
    assert watched(("train_loss", "test_loss")) == "test_loss"
    assert watched(("goal_epoch",)) == "goal_epoch"
