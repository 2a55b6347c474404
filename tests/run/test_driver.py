"""A driver trains what is owed, in portions, and finds the last step whose numbers are finite."""

import pytest

from glassbox.run.driver import Driver
from glassbox.run.watch import Watch
from tests.run.tools import Clock, run_of


def a_driver(**settings):
    run = run_of(**settings)
    return Driver(run.trainer), run.trainer, Watch(run.trainer, run.history)


def test_an_epoch_is_owed_to_its_end():
    driver, trainer, watch = a_driver()
    trainer.run(3)
    driver.owe_epoch()
    assert driver.owed == trainer.steps_per_epoch - 3
    driver.train(10.0, Clock(), watch)
    assert (driver.owed, trainer.epoch, trainer.progress) == (0, 1, 0.0)


def test_no_more_is_trained_than_may_be():
    driver, trainer, watch = a_driver()
    driver.owe_epoch()
    driver.train(10.0, Clock(), watch, most=4)
    assert trainer.step == 4 and driver.owed == trainer.steps_per_epoch - 4


def test_who_rests_owes_nothing():
    driver, *_ = a_driver()
    driver.owe_step()
    driver.rest()
    assert driver.owed == 0


def test_it_goes_back_to_the_last_finite_step():
    driver, trainer, watch = a_driver(dataset="plane", learning_rate=10, activation="relu")
    for _ in range(500):
        driver.owe_step()
    assert not driver.train(60.0, Clock(), watch) or watch.is_lost
    driver.back_to_finite()
    last = trainer.step
    assert trainer.finite() and 0 <= last < 500


@pytest.mark.parametrize("step", [2, 9])
def test_it_comes_to_a_step_wherever_it_stands(step):
    driver, trainer, watch = a_driver()
    driver.come_to(5, Clock(), watch)
    assert driver.come_to(step, Clock(), watch) and trainer.step == step
