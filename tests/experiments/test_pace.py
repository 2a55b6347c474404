"""How fast trainings go, by what was seen: exactly at places that were seen, and elsewhere in proportion."""

import pytest

from glassbox.experiments.pace import Pace
from glassbox.experiments.plan import Plan
from tests.experiments.an_experiment import an_experiment, axis

PLAN = Plan(an_experiment(axes=[axis("width", 1, 8, 64)], seeds=10, epochs=2000))


def test_before_anything_is_seen_it_is_the_estimate():
    assert [Pace(PLAN).seconds_at(index) for index in range(3)] == [PLAN.seconds_at(index) for index in range(3)]


def test_after_the_first_bundle_a_place_takes_what_it_took_and_others_as_much_longer_than_estimated():
    pace = Pace(PLAN)
    pace.learn([0, 10], [4 * PLAN.seconds_at(0), 2 * PLAN.seconds_at(1)])
    assert pace.seconds_at(0) == 4 * PLAN.seconds_at(0) and pace.seconds_at(1) == 2 * PLAN.seconds_at(1)
    assert 2 * PLAN.seconds_at(2) < pace.seconds_at(2) < 4 * PLAN.seconds_at(2)


def test_a_slow_moment_is_forgotten():
    pace = Pace(PLAN)
    pace.learn([0], [1.0])
    pace.learn(range(1, 10), [0.01] * 9)
    assert 0.01 < pace.seconds_at(0) < 0.1
    for _ in range(20):
        pace.learn(range(1, 10), [0.01] * 9)
    assert pace.seconds_at(0) == pytest.approx(0.01)
    assert pace.seconds_at(1) == pytest.approx(PLAN.seconds_at(1) * 0.01 / PLAN.seconds_at(0), rel=0.01)
