"""Races on test functions: gradients against differences, each optimizer against its twin,
and the critical learning rates.
"""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.engine.choices import Optimizer
from glassbox.engine.network import Architecture
from glassbox.engine.objectives import OBJECTIVES, RAVINE, ROSENBROCK, Objective
from glassbox.study import race as race_room
from glassbox.study.questions import RaceQuestion
from glassbox.study.race import FAR, SIZE, critical_rates, descend, race, rates_of, since
from glassbox.words.wire import worded_json
from tests import reference
from tests.engine.networks import HEADS, recipe_of

every_function = pytest.mark.parametrize("function", OBJECTIVES.values(), ids=OBJECTIVES)


every_optimizer = pytest.mark.parametrize("optimizer", list(Optimizer))


ABOVE, BELOW = 1.01, 0.99


@every_function
@every_optimizer
def test_each_way_is_that_of_the_slow_twin(function, optimizer):
    rate, shape = function.adaptive_rate if optimizer.adaptive else function.rate, function.shape
    rules = RaceQuestion(steps=60, momentum=0.8, decay=0.95, beta1=0.85, beta2=0.99)
    ours = descend(function, shape, optimizer, rates_of(rate, rules), function.start, rules.steps)
    recipe = recipe_of(
        Architecture((1, 1), (), HEADS[0][0]), HEADS[0][1], optimizer=optimizer, learning_rate=rate, momentum=0.8,
        rmsprop_decay=0.95, beta1=0.85, beta2=0.99, epsilon=1e-8,
    )  # fmt: skip
    at, first, second = np.array(function.start, float), np.zeros(2), np.zeros(2)
    for count in range(1, rules.steps + 1):
        at, first, second = reference.updated(
            recipe, rate, at, np.array(function.gradient(*at, shape)), first, second, count
        )
        np.testing.assert_allclose(ours[count], at, rtol=1e-7, atol=1e-9)


@given(steepness=st.floats(1, 100), share=st.sampled_from([0.1, 0.5, 0.9, 0.999, 1.001, 1.1, 1.5]))
def test_gradient_descent_multiplies_by_what_the_formula_says(steepness, share):
    rate = share * 2 / steepness
    way = descend(RAVINE, steepness, Optimizer.SGD, rates_of(rate, RaceQuestion(steps=50)), (0.0, 1.0), 50)
    np.testing.assert_allclose(way[:, 1], (1 - rate * steepness) ** np.arange(len(way)), rtol=1e-9, atol=1e-12)
    assert (abs(way[-1, 1]) < 1) == (share < 1)


@pytest.mark.parametrize("steepness", [2, 4, 16, 64])  # powers of two, so that 2/λ·λ is 2 in binary numbers too
def test_at_the_critical_rate_gradient_descent_jumps_to_and_fro_forever(steepness):
    critical = critical_rates(steepness, 0.9)[Optimizer.SGD]
    way = descend(RAVINE, steepness, Optimizer.SGD, rates_of(critical, RaceQuestion(steps=1000)), (0.0, 1.5), 1000)
    np.testing.assert_array_equal(way[:, 1], 1.5 * (-1.0) ** np.arange(1001))


@pytest.mark.parametrize("optimizer", [Optimizer.SGD, Optimizer.MOMENTUM, Optimizer.NESTEROV])
@pytest.mark.parametrize("momentum", [0.0, 0.5, 0.9])
def test_just_below_the_critical_rate_it_comes_down_and_just_above_it_explodes(optimizer, momentum):
    steepness, steps = 20.0, 20_000
    rules, critical = RaceQuestion(momentum=momentum), critical_rates(steepness, momentum)[optimizer]
    below, above = (
        descend(RAVINE, steepness, optimizer, rates_of(critical * side, rules), (0.0, 1.0), steps)
        for side in (BELOW, ABOVE)
    )
    assert len(below) == steps + 1 and abs(below[-1, 1]) < 1e-6
    assert len(above) <= steps and abs(above[-1, 1]) > FAR


@pytest.mark.parametrize("momentum", [0.3, 0.9])
def test_critical_rates_are_where_an_eigenvalue_of_the_step_reaches_minus_one(momentum):
    steepness, critical = 7.0, critical_rates(7.0, momentum)
    g, mu = steepness, momentum
    heavy, nesterov = critical[Optimizer.MOMENTUM], critical[Optimizer.NESTEROV]
    steps = [
        [[1 - heavy * g, -heavy * mu], [g, mu]],
        [[1 - nesterov * (1 + mu) * g, -nesterov * mu**2], [g, mu]],
    ]
    for step in steps:
        assert np.abs(np.linalg.eigvals(step) + 1).min() < 1e-9


def test_a_race_on_every_function_with_its_own_settings_ends_well():
    for name, function in OBJECTIVES.items():
        answer = race(RaceQuestion(hill=name, steps=1000))
        assert len(answer.values) == SIZE**2 and answer.start == function.start
        assert [racer.optimizer for racer in answer.racers] == [optimizer.value for optimizer in Optimizer]
        for racer in answer.racers:
            assert not racer.explodes and racer.left is None
            assert len(racer.points) == len(racer.values) == 1001 and racer.values[-1] < racer.values[0]
    arrived = {
        racer.optimizer for racer in race(RaceQuestion(hill=Objective.RAVINE, steps=300)).racers if racer.arrived
    }
    assert arrived >= {Optimizer.SGD, Optimizer.MOMENTUM, Optimizer.NESTEROV, Optimizer.RMSPROP, Optimizer.ADAM}


def test_divergence_is_told_with_its_step():
    answer = race(RaceQuestion(hill=Objective.BOWL, steps=300, rate=2.5, start=(1.0, 0.0)))
    sgd = answer.racers[0]
    assert sgd.explodes and sgd.arrived is None and len(sgd.points) < 300
    assert sgd.left == 4  # 1.5⁴ is the first power beyond the picture's edge at 4
    assert abs(sgd.points[-1][0]) > FAR >= abs(sgd.points[-2][0])
    json_ready = [
        value
        for racer in race(RaceQuestion(hill=Objective.HIMMELBLAU, steps=300, rate=50.0)).racers
        for value in racer.values
    ]
    assert all(value is None or np.isfinite(value) for value in json_ready)


@every_function
@pytest.mark.parametrize("steps", [1, 40])
@pytest.mark.parametrize("number", [np.inf, -np.inf, np.nan])
def test_an_optimizer_that_diverges_on_its_first_step_is_told_of_and_raises_nothing(
    function, steps, number, monkeypatch
):
    def leap(optimizer, learning_rate, coefficients, state, gradient):
        state.parameters[:] = number

    monkeypatch.setattr(race_room, "update", leap)
    name = next(name for name, each in OBJECTIVES.items() if each is function)
    told = msgspec.json.decode(worded_json(race(RaceQuestion(hill=name, steps=steps))))
    for racer in told["racers"]:
        assert racer["explodes"] and racer["arrived"] is None and racer["left"] == 1
        assert racer["points"] == [list(function.start), [None, None]] and racer["values"][1] is None


def test_starts_of_ones_own_and_bounded_shapes():
    answer = race(
        RaceQuestion(
            hill=Objective.ROSENBROCK, steps=5, shape=7.0, start=(0.5, 0.5), starts={Optimizer.ADAM: (-1.0, 2.0)}
        )
    )
    starts = {racer.optimizer: racer.points[0] for racer in answer.racers}
    assert starts["adam"] == (-1, 2) and starts["sgd"] == starts["rmsprop"] == (0.5, 0.5)
    assert answer.shape == 7 and answer.steepness == pytest.approx(ROSENBROCK.steepness((1, 1), 7))
    assert (
        race(RaceQuestion(hill=Objective.RAVINE, steps=5, shape=1000)).shape == 100
        and race(RaceQuestion(hill=Objective.BOWL, steps=5, shape=9.0)).shape == 1
    )


def test_since_when():
    assert since(np.array([False, True, False, True, True])) == 3
    assert since(np.array([True, True])) == 0 and since(np.array([True, False])) is None
