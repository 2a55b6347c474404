"""Tests that an experiment's verdicts become facts, once it has ended."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from glassbox.experiments.plan import Plan
from glassbox.experiments.tally import Tally
from glassbox.lessons.facts import of_experiments
from glassbox.lessons.of_experiment import experiment_facts
from tests.experiments.make_golden_report import the_experiment
from tests.experiments.running import finished


@pytest.fixture(scope="module")
def ended():
    plan = Plan(the_experiment())
    with ThreadPoolExecutor(1) as threads:
        return plan, finished(plan, threads)


def test_verdicts_are_those_on_the_medians(ended):
    plan, tally = ended
    facts = experiment_facts(plan, tally, is_done=True)
    medians = [tally.point(place).median["train_mse"] for place in plan.points]
    assert facts["falls.train_mse"] == float(medians[0] >= 1.5 * medians[-1])
    assert facts["lowest.train_mse"] == plan.values[0][medians.index(min(medians))]
    assert set(facts) <= set(of_experiments()) and facts["done"] == 1


def test_before_it_has_ended_nothing_is_known(ended):
    plan, _ = ended
    assert experiment_facts(plan, Tally(plan), is_done=False) == {"done": 0.0}
    assert experiment_facts(plan, Tally(plan), is_done=True) == {"done": 1.0}
