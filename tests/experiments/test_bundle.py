"""Several trials in one call."""

from glassbox.experiments.bundle import train_all
from glassbox.experiments.plan import Plan
from tests.experiments.an_experiment import an_experiment


def test_results_come_in_the_order_of_the_trials_with_the_time_of_each():
    plan = Plan(an_experiment())
    results, seconds = train_all([plan.trial(4), plan.trial(0)])
    assert [result.number for result in results] == [4, 0] and len(seconds) == 2 and min(seconds) > 0
