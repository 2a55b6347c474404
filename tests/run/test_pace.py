"""Tests of the pace: every speed owes the right number of steps, whatever the intervals at which it is asked."""

import pytest

from glassbox.run.pace import LONGEST_CATCH_UP, TEMPI, UNLIMITED, Pace
from glassbox.settings import Speed

STEPS_PER_EPOCH = 25
RATES = {Speed.STEP_1: 1, Speed.STEP_5: 5, Speed.STEP_20: 20, Speed.EPOCH_1: 25, Speed.EPOCH_5: 125}


def test_every_speed_has_a_tempo():
    assert set(TEMPI) == set(Speed)


@pytest.mark.parametrize("interval", [0.001, 0.025, 0.0333, 0.4])
@pytest.mark.parametrize("speed", RATES)
def test_timed_speeds_keep_their_rate(speed, interval):
    pace, now, steps = Pace(), 50.0, 0
    while now <= 60.0:
        steps += pace.due(speed, now, STEPS_PER_EPOCH)
        now += interval
    expected = 10 * RATES[speed]
    assert expected * (1 - interval / 10) - 1 <= steps - 1 <= expected + 1


@pytest.mark.parametrize("speed", RATES)
def test_the_first_step_comes_at_once(speed):
    pace = Pace()
    assert pace.due(speed, 7.0, STEPS_PER_EPOCH) == 1
    pace.due(speed, 7.5, STEPS_PER_EPOCH)
    pace.rest()
    assert pace.due(speed, 99.0, STEPS_PER_EPOCH) == 1


@pytest.mark.parametrize(
    ("speed", "steps"), [(Speed.EPOCH_FRAME, 25), (Speed.EPOCHS_10_FRAME, 250), (Speed.FULL, UNLIMITED)]
)
def test_speeds_by_the_frame_owe_the_same_each_frame(speed, steps):
    pace = Pace()
    assert [pace.due(speed, now, STEPS_PER_EPOCH) for now in (0.0, 0.025, 9.0)] == [steps] * 3
    assert pace.seconds_to_next(speed, STEPS_PER_EPOCH) == 0


def test_time_lost_is_not_caught_up_with():
    pace = Pace()
    pace.due(Speed.STEP_20, 0.0, STEPS_PER_EPOCH)
    assert pace.due(Speed.STEP_20, 1000.0, STEPS_PER_EPOCH) == 20 * LONGEST_CATCH_UP


def test_a_clock_that_goes_back_owes_nothing():
    pace = Pace()
    pace.due(Speed.STEP_20, 10.0, STEPS_PER_EPOCH)
    assert pace.due(Speed.STEP_20, 5.0, STEPS_PER_EPOCH) == 0


@pytest.mark.parametrize("speed", RATES)
def test_it_tells_when_the_next_step_is_due(speed):
    pace, now = Pace(), 3.0
    pace.due(speed, now, STEPS_PER_EPOCH)
    for _ in range(20):
        wait = pace.seconds_to_next(speed, STEPS_PER_EPOCH)
        assert pace.due(speed, now + 0.9 * wait, STEPS_PER_EPOCH) == 0
        now += wait + 1e-9
        assert pace.due(speed, now, STEPS_PER_EPOCH) == 1
