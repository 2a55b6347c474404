"""The learning rates from which on a quadratic is climbed: just below each the engine's own optimizer comes down."""

import numpy as np
import pytest

from glassbox.engine.choices import Optimizer
from glassbox.engine.kernel_args import Counter, Hyper, State
from glassbox.engine.stability import critical_rates
from glassbox.engine.updates import update

STEEPNESS = 7.0


def distance_after(optimizer, rate, momentum, steps=3000):
    hyper = np.zeros(len(Hyper))
    hyper[Hyper.MOMENTUM] = momentum
    place = np.ones(1)
    state = State(place, np.zeros(1), np.zeros(1), np.zeros((2, 0)), np.zeros(len(Counter), np.int64))
    for _ in range(steps):
        update(optimizer.code, rate, hyper, state, STEEPNESS * place)
    return abs(place[0])


@pytest.mark.parametrize("momentum", [0.0, 0.5, 0.9])
@pytest.mark.parametrize("optimizer", [Optimizer.SGD, Optimizer.MOMENTUM, Optimizer.NESTEROV])
def test_a_quadratic_is_descended_below_the_critical_rate_and_climbed_above_it(optimizer, momentum):
    rate = critical_rates(STEEPNESS, momentum)[optimizer]
    assert distance_after(optimizer, 0.99 * rate, momentum) < 1e-3
    assert distance_after(optimizer, 1.01 * rate, momentum) > 1e3
