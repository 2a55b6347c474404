"""Tests of the speedometer: the speed shown, and portions that fit into a slice,
also when steps change their length.
"""

import pytest

from glassbox.run.speedometer import WINDOW, Speedometer

PRODUCTS = 250


def drive(meter, seconds_per_step, portions=30, slice_length=0.008):
    """Let portions of work take what they take; how long the last one took."""
    took = 0.0
    for _ in range(portions):
        steps = meter.steps_in(slice_length)
        took = steps * seconds_per_step
        meter.calibrate(steps, took)
    return took


@pytest.mark.parametrize("seconds_per_step", [2e-8, 1e-6, 1e-4, 3e-3])
def test_portions_come_to_fill_a_slice(seconds_per_step):
    assert 0.004 < drive(Speedometer(PRODUCTS), seconds_per_step) <= 0.0081


def test_a_step_longer_than_the_slice_is_still_made():
    assert drive(Speedometer(PRODUCTS), 0.5) == 0.5


def test_the_first_portion_is_cautious():
    assert Speedometer(117_000 * 2500).steps_in(0.008) == 1


def test_a_larger_network_gets_smaller_portions_at_once():
    meter = Speedometer(PRODUCTS)
    drive(meter, 1e-6)
    meter.expect(PRODUCTS * 4000)
    assert meter.steps_in(0.008) * 4e-3 <= 0.0081


def test_a_smaller_network_is_not_believed_to_be_faster_until_it_was():
    meter = Speedometer(PRODUCTS * 4000)
    drive(meter, 4e-3)
    before = meter.steps_in(0.008)
    meter.expect(PRODUCTS)
    assert meter.steps_in(0.008) == before
    assert 0.004 < drive(meter, 1e-6) <= 0.0081


def test_one_hiccup_does_not_last():
    meter = Speedometer(PRODUCTS)
    drive(meter, 1e-6)
    meter.calibrate(8000, 0.8)
    assert 0.004 < drive(meter, 1e-6, portions=20) <= 0.0081


def test_the_shown_speed_is_that_of_the_last_moments():
    meter = Speedometer(PRODUCTS)
    for tick in range(400):
        meter.add(25 if tick < 200 else 50, tick * 0.025, tick * 0.025 + 0.001)
    assert meter.rate(400 * 0.025) == pytest.approx(2000, rel=0.05)


def test_the_first_step_does_not_pass_for_a_thousand_a_second():
    meter = Speedometer(PRODUCTS)
    meter.add(1, 5.0, 5.0001)
    assert meter.rate(5.0002) <= 4


def test_slow_speeds_are_shown_too():
    meter = Speedometer(PRODUCTS)
    for second in range(10):
        meter.add(1, second, second + 0.0001)
    assert meter.rate(9.5) == pytest.approx(1, rel=0.5)


def test_after_a_rest_it_begins_anew():
    meter = Speedometer(PRODUCTS)
    meter.add(1000, 0.0, 1.0)
    meter.rest()
    assert meter.rate(1.0) == 0
    meter.add(10, 100.0, 101.0)
    assert meter.rate(101.0) == pytest.approx(10)


def test_memory_stays_flat():
    meter = Speedometer(PRODUCTS)
    for tick in range(100_000):
        meter.add(1, tick * 0.008, tick * 0.008 + 0.008)
    assert len(meter._trained) <= WINDOW / 0.008 + 3
