"""The shapes of the data sets with classes: where each class lies, and that none touches another."""

import inspect

import numpy as np
import pytest

from glassbox.engine import shapes
from glassbox.engine.data_rng import DataRng
from glassbox.engine.dataset import EDGE

SHAPES = [
    shape for name, shape in inspect.getmembers(shapes, inspect.isfunction)
    if shape.__module__ == shapes.__name__ and not name.startswith("_")
]  # fmt: skip
CLOUDS = {shapes.gauss, shapes.unbalanced, shapes.blobs}  # which have no edge


def points(shape, count=2000, seed=1):
    """Places [n, 2 or 3] and classes [n]."""
    *columns, target = shape(DataRng(seed, count))
    return np.stack(columns, axis=1), target


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_gives_places_in_the_plane_and_whole_classes(shape):
    x, target = points(shape)
    assert len(x) == len(target) == 2000 and x.shape[1] == (3 if shape is shapes.ball else 2)
    np.testing.assert_array_equal(np.unique(target), np.arange(target.max() + 1))
    assert target.max() >= 1
    assert np.abs(x).max() <= EDGE or shape in CLOUDS


def test_circle_is_a_disc_in_a_ring_and_both_are_evenly_filled():
    x, target = points(shapes.circle, 5000)
    radius = np.hypot(*x.T)
    inner, outer = radius[target == 1], radius[target == 0]
    assert inner.max() <= 2.5 and outer.min() >= 3.5 and outer.max() <= 5
    assert abs((inner**2).mean() - 2.5**2 / 2) < 0.15  # the square of the radius is uniform
    assert abs((outer**2).mean() - (3.5**2 + 5**2) / 2) < 0.3


def test_ball_is_inside_a_shell_and_both_are_evenly_filled():
    x, target = points(shapes.ball, 5000)
    radius = np.linalg.norm(x, axis=1)
    inner, outer = radius[target == 1], radius[target == 0]
    assert inner.max() < 2.51 and outer.min() > 3.49 and outer.max() < 5.01
    assert abs((inner**3).mean() - 2.5**3 / 2) < 0.3 and abs(x.mean(axis=0)).max() < 0.15
    assert np.ptp((x**2).mean(axis=0)) < 0.3  # the same in all three directions


def test_xor_has_a_gap_along_the_axes():
    x, target = points(shapes.xor)
    assert np.abs(x).min() >= 0.299
    np.testing.assert_array_equal(target == 1, x.prod(axis=1) > 0)


def test_gauss_is_a_round_cloud_for_each_class():
    x, target = points(shapes.gauss, 5000)
    for kind, centre in ((0, -2), (1, 2)):
        cloud = x[target == kind]
        np.testing.assert_allclose(cloud.mean(axis=0), centre, atol=0.08)
        np.testing.assert_allclose(np.cov(cloud.T), 0.75**2 * np.eye(2), atol=0.05)


def test_one_point_in_ten_of_the_unbalanced_clouds_is_of_the_rare_class():
    x, target = points(shapes.unbalanced, 5000)
    assert abs(target.mean() - 0.1) < 0.02
    np.testing.assert_allclose(x[target == 1].mean(axis=0), 1.5, atol=0.3)


def test_blobs_lie_at_the_corners_of_an_even_triangle_the_first_on_top():
    x, target = points(shapes.blobs, 6000)
    corners = np.array([x[target == kind].mean(axis=0) for kind in range(3)])
    np.testing.assert_allclose(corners[0], [0, 2.7], atol=0.1)
    sides = [np.linalg.norm(corners[one] - corners[other]) for one, other in ((0, 1), (1, 2), (2, 0))]
    np.testing.assert_allclose(sides, 3.2 * np.sqrt(3), atol=0.15)


@pytest.mark.parametrize("shape, gap", [(shapes.spiral, 0.4), (shapes.spiral3, 0.4), (shapes.spiral5, 0.3)])
def test_arms_of_a_spiral_do_not_touch(shape, gap):
    """Five of them are nearest at the hub, where they start."""
    x, target = points(shape)
    apart = np.linalg.norm(x[:, None] - x[None], axis=2)
    assert apart[target[:, None] != target[None]].min() > gap


@pytest.mark.parametrize("shape, classes", [(shapes.spiral, 2), (shapes.spiral3, 3), (shapes.spiral5, 5)])
def test_arms_are_one_curve_turned_and_class_1_starts_upwards(shape, classes):
    place = np.linspace(0, 1, 7, endpoint=False)

    class Chance(DataRng):
        def uniforms(self, purpose, columns):
            return np.stack([np.full(7, (self.seed + 0.5) / classes), place])

    first = np.array(shape(Chance(0, 7))[:2])
    for arm in range(classes):
        turn = 2 * np.pi * arm / classes
        turned = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]]) @ first
        x1, x2, target = shape(Chance(arm, 7))
        np.testing.assert_allclose([x1, x2], turned, atol=1e-12)
        assert set(target) == {arm}
    x1, x2, _ = shape(Chance(1, 7))
    assert (x1[0], x2[0]) == (0, pytest.approx(0.3))


def test_moons_are_half_circles_the_lower_one_inside_the_upper():
    x, target = points(shapes.moons)
    upper, lower = x[target == 0], x[target == 1]
    np.testing.assert_allclose(np.hypot(upper[:, 0] + 1.6, upper[:, 1] + 0.8), 3.2, atol=1e-9)
    np.testing.assert_allclose(np.hypot(lower[:, 0] - 1.6, lower[:, 1] - 0.8), 3.2, atol=1e-9)
    assert upper[:, 1].min() >= -0.8 - 1e-9 and lower[:, 1].max() <= 0.8 + 1e-9
    assert np.linalg.norm(upper[:, None] - lower[None], axis=2).min() > 1


def test_rings_take_turns_and_each_class_fills_both_of_its_own_evenly():
    x, target = points(shapes.rings, 4000)
    ring = (np.hypot(*x.T) - 0.9) / 1.2
    assert (ring % 1 < 0.51).all()
    ring = np.floor(ring)
    np.testing.assert_array_equal(target == 1, (ring == 0) | (ring == 2))
    assert [round((ring == place).mean(), 1) for place in range(4)] == [0.1, 0.2, 0.4, 0.3]


def test_squares_of_a_checkerboard_differ_from_their_neighbours():
    x, target = points(shapes.checkerboard, 3000)
    column, row = ((x + EDGE) // 3).astype(int).T
    np.testing.assert_array_equal(target == 1, (column + row) % 2 == 0)
    assert len(set(zip(column, row, strict=True))) == 16
