"""Directions of a picture of the loss: their lengths, principal components against NumPy, and what is left out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.engine.layout import Layout
from glassbox.protocol.refusals import Refusal
from glassbox.study.directions import coordinates, left_out, main_directions, random_directions, weight_directions

LAYOUT = Layout((2, 5, 3, 1), frozenset({2}))


def parameters(seed=1):
    return np.random.default_rng(seed).normal(size=LAYOUT.size)


def test_random_directions_are_as_long_as_each_units_weights_and_leave_the_rest():
    theta = parameters()
    for direction in random_directions(LAYOUT, theta, seed=3):
        for layer in (1, 2, 3):
            ours, weights = LAYOUT.matrix(direction, layer), LAYOUT.matrix(theta, layer)
            np.testing.assert_allclose(np.linalg.norm(ours, axis=1), np.linalg.norm(weights, axis=1))
            assert not direction[LAYOUT.bias(layer)].any()
        assert not direction[LAYOUT.scale(2)].any() and not direction[LAYOUT.shift(2)].any()


def test_random_directions_follow_their_seed_alone():
    first, again, other = (random_directions(LAYOUT, parameters(), seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert np.abs(first - other).max() > 0.1 and np.abs(first[0] - first[1]).max() > 0.1


def test_a_unit_without_weights_does_not_move():
    directions = random_directions(LAYOUT, np.zeros(LAYOUT.size), seed=1)
    assert not directions.any()


@given(st.integers(3, 40), st.integers(2, 60), st.integers(0, 2**32 - 1))
def test_main_directions_are_the_first_of_numpys_singular_vectors(points, size, seed):
    path = np.random.default_rng(seed).normal(size=(points, size)).cumsum(axis=0)
    directions = main_directions(path)
    np.testing.assert_allclose(directions @ directions.T, np.eye(2), atol=1e-8)
    _, lengths, theirs = np.linalg.svd(path - path.mean(axis=0), full_matrices=False)
    np.testing.assert_allclose(
        np.linalg.norm((path - path.mean(axis=0)) @ directions.T, axis=0), lengths[:2], rtol=1e-6
    )
    if points > 3 and len(lengths) > 2 and lengths[2] < 0.9 * lengths[1] and lengths[1] < 0.9 * lengths[0]:
        np.testing.assert_allclose(np.abs((directions * theirs[:2]).sum(axis=1)), 1, atol=1e-5)
    np.testing.assert_allclose(
        left_out(path, directions), max(0, (lengths[2:] ** 2).sum()) / (lengths**2).sum(), atol=1e-9
    )


def test_the_path_comes_from_the_left_and_from_above():
    path = np.array([[5.0, 0, 0], [4, 3, 0], [2, 4, 0.01], [0, 3, 0], [-3, 0, 0]])
    trace = coordinates(path, path[-1], main_directions(path))
    assert trace[0, 0] < 0 and trace[2, 1] > 0
    np.testing.assert_allclose(trace[-1], 0, atol=1e-12)


@pytest.mark.parametrize("points", [1, 2])
def test_a_path_that_is_too_short_is_refused(points):
    with pytest.raises(Refusal, match="only; train"):
        main_directions(np.arange(3.0 * points).reshape(points, 3))


def test_a_straight_or_resting_path_is_refused():
    with pytest.raises(Refusal, match="straight line"):
        main_directions(np.outer(np.arange(9.0), [1, 2, 3]))
    with pytest.raises(Refusal, match="straight line"):
        main_directions(np.ones((5, 3)))


def test_single_weights_and_biases():
    one, two = weight_directions(LAYOUT, ((2, 1, 4), (3, 0, None)))
    theta = np.zeros(LAYOUT.size)
    LAYOUT.matrix(theta, 2)[1, 4] = 1
    np.testing.assert_array_equal(one, theta)
    assert np.flatnonzero(two).tolist() == [LAYOUT.bias(3).start]


@pytest.mark.parametrize("place", [(0, 0, 0), (4, 0, 0), (1, 5, 0), (1, 0, 2), (1, -1, 0), (1, 0, -1)])
def test_weights_that_do_not_exist_are_refused(place):
    with pytest.raises(Refusal, match="no weight into"):
        weight_directions(LAYOUT, ((1, 0, 0), place))


def test_the_same_weight_twice_is_refused():
    with pytest.raises(Refusal, match="two different"):
        weight_directions(LAYOUT, ((1, 0, 0), (1, 0, 0)))


def test_coordinates_take_slanted_directions_apart():
    directions = np.array([[1.0, 0, 0], [1, 1, 0]])
    path = np.array([[2.0, 1, 7], [0, 0, 0]])
    np.testing.assert_allclose(coordinates(path, path[-1], directions), [[1, 1], [0, 0]], atol=1e-12)


def test_what_is_left_out_counts_from_the_mean():
    path = np.array([[1.0, 0, 0], [-1, 0, 0], [0, 0, 2], [0, 0, -2]])
    assert left_out(path, np.eye(3)[:2]) == pytest.approx(8 / 10)
    assert left_out(path, np.eye(3)[[0, 2]]) == pytest.approx(0, abs=1e-12)
    assert left_out(np.ones((4, 3)), np.eye(3)[:2]) == 0
    assert left_out(path, np.zeros((2, 3))) == 1
