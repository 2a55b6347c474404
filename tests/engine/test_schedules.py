"""Tests of the schedules against their formulas, in whole epochs and in parts of one."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.engine.choices import Loss, OutputActivation, Schedule
from glassbox.engine.network import Architecture
from glassbox.engine.schedules import schedule_factor
from tests import reference
from tests.engine.networks import recipe_of

epochs = st.one_of(st.integers(0, 300).map(float), st.floats(0, 300))
periods = st.sampled_from([0.5, 1.0, 3.0, 10.0, 100.0])
factors = st.sampled_from([0.1, 0.5, 0.97, 1.0])


@given(st.sampled_from(list(Schedule)), epochs, periods, factors)
def test_factors_are_the_twins(schedule, e, period, factor):
    architecture = Architecture((2, 1), (), OutputActivation.IDENTITY)
    recipe = recipe_of(
        architecture, Loss.SQUARED_ERROR, learning_rate=1.0, schedule=schedule, schedule_epochs=period,
        schedule_factor=factor
    )  # fmt: skip
    found = schedule_factor(schedule.code, e, period, factor)
    np.testing.assert_allclose(found, reference.learning_rate(recipe, e), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize(
    "schedule, places",
    [
        (Schedule.CONSTANT, {0: 1, 7.3: 1, 1e6: 1}),
        (Schedule.STEP, {0: 1, 9.99: 1, 10: 0.5, 19.99: 0.5, 20: 0.25, 100: 0.5**10}),
        (Schedule.EXPONENTIAL, {0: 1, 5: math.sqrt(0.5), 10: 0.5, 20: 0.25}),
        (Schedule.COSINE, {0: 1, 5: 0.5, 10 / 3: 0.75, 10: 0, 11: 0, 1e6: 0}),
        (Schedule.WARM_UP, {0: 0, 1: 0.1, 2.5: 0.25, 10: 1, 1e6: 1}),
    ],
)
def test_known_values(schedule, places):
    for e, expected in places.items():
        np.testing.assert_allclose(schedule_factor(schedule.code, float(e), 10.0, 0.5), expected, atol=1e-12)


@given(st.sampled_from(list(Schedule)), epochs, epochs, periods, st.sampled_from([0.1, 0.5, 1.0]))
def test_rates_never_rise_but_in_a_warm_up(schedule, one, other, period, factor):
    early, late = (schedule_factor(schedule.code, e, period, factor) for e in sorted((one, other)))
    assert 0 <= early <= 1 and 0 <= late <= 1
    assert late >= early if schedule is Schedule.WARM_UP else late <= early
