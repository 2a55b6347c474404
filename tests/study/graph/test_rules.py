"""Clipping and penalties of the graph's update: by hand, by differences, and as the equation they solve."""

import numpy as np
import pytest

from glassbox.study.graph.rules import clip_factor, penalty_gradients, shrunk

WEIGHTS = np.array([-2.0, -0.4, 0.3, 1.5])


def test_only_what_is_too_long_is_clipped():
    assert clip_factor(3.0, 0.0) == clip_factor(3.0, 4.0) == 1
    assert clip_factor(8.0, 2.0) == pytest.approx(0.25, rel=1e-6)


@pytest.mark.parametrize("power", [1.5, 2.0, 3.0])
def test_penalty_gradients_are_what_differences_measure(power):
    def penalty(weights):
        return 0.1 / power * np.abs(weights) ** power

    measured = (penalty(WEIGHTS + 1e-6) - penalty(WEIGHTS - 1e-6)) / 2e-6
    np.testing.assert_allclose(penalty_gradients(power, 0.1, WEIGHTS), measured, rtol=1e-6)


def test_an_absolute_penalty_moves_each_weight_towards_zero_and_stops_there():
    np.testing.assert_allclose(shrunk(1.0, np.array([0.5, 0.5, 0.1, 0.5]), WEIGHTS), [-1.5, 0, 0.2, 1.0])


def test_below_one_a_weight_ends_where_penalty_and_distance_balance():
    ends = shrunk(0.5, np.full(4, 0.1), WEIGHTS)
    stays = ends != 0
    sizes = np.abs(ends[stays])
    np.testing.assert_allclose(sizes + 0.1 * sizes ** (0.5 - 1), np.abs(WEIGHTS[stays]), rtol=1e-12)
    assert stays[[0, 3]].all()
