"""The shapes of the data sets for regression, against their formulas: surfaces over the plane, curves over x₁ alone."""

import numpy as np
import pytest

from glassbox.engine import curves
from glassbox.engine.data_rng import DataRng
from glassbox.engine.dataset import EDGE

SURFACES = [curves.plane, curves.multi_gauss]
ALONG_X1 = [curves.line_outliers, curves.sine, curves.step, curves.saw_tooth, curves.triangle4, curves.triangle16]


def points(shape, count=3000, seed=4):
    return shape(DataRng(seed, count))


@pytest.mark.parametrize("shape", SURFACES)
def test_a_surface_has_points_all_over_the_plane(shape):
    x1, x2, _ = points(shape)
    squares = {*zip((x1 + EDGE) // 3, (x2 + EDGE) // 3, strict=True)}
    assert len(squares) == 16 and max(np.abs(x1).max(), np.abs(x2).max()) <= EDGE


@pytest.mark.parametrize("shape", ALONG_X1)
def test_a_curve_has_points_all_along_x1_and_nowhere_else(shape):
    x1, x2, _ = points(shape)
    assert not x2.any() and np.abs(x1).max() <= EDGE
    np.testing.assert_allclose(np.sort(x1), np.linspace(-EDGE, EDGE, len(x1)), atol=0.4)


def test_the_plane_rises_evenly_from_corner_to_corner():
    x1, x2, target = points(curves.plane)
    steps = np.stack([x1, x2, np.ones_like(x1)], axis=1)
    slopes, (left,), *_ = np.linalg.lstsq(steps, target, rcond=None)
    np.testing.assert_allclose(slopes, [1 / 12, 1 / 12, 0], atol=1e-12)  # −1 at (−6, −6), 1 at (6, 6)
    assert left < 1e-20


def test_three_hills_and_three_valleys_are_as_high_as_they_are_deep():
    x1, x2, target = points(curves.multi_gauss, 20_000)
    for c1, c2, top in ((-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1)):
        near = np.hypot(x1 - c1, x2 - c2) < 0.25
        assert near.any() and np.abs(target[near] - top).max() < 0.06
    inside = np.exp(-((1.2 / 1.2) ** 2) / 2)  # a standard deviation away a bell has e^−½ of its height
    ring = np.abs(np.hypot(x1 + 4, x2 - 2.5) - 1.2) < 0.05
    assert abs(target[ring].mean() - inside) < 0.05


def test_one_point_in_four_on_the_right_of_the_line_lies_far_below():
    x1, _, target = points(curves.line_outliers)
    on_the_line = np.abs(target - 0.15 * x1) < 1e-6
    assert abs(on_the_line.mean() - 7 / 8) < 0.02
    assert (x1[~on_the_line] > 0).all() and (target[~on_the_line] < -0.4).all()
    assert abs(target[~on_the_line].mean() + 0.8) < 0.02 and abs(target[~on_the_line].std() - 0.1) < 0.02


def test_the_sine_is_that_of_x1():
    x1, _, target = points(curves.sine)
    np.testing.assert_allclose(target, np.sin(x1), atol=1e-6)


def test_the_step_jumps_at_0():
    x1, _, target = points(curves.step)
    np.testing.assert_array_equal(target, np.sign(x1))


def test_the_saw_has_three_teeth_of_one_slope():
    x1, _, target = points(curves.saw_tooth)
    order = np.argsort(x1)
    rises, runs = np.diff(target[order]), np.diff(x1[order])
    falls = np.flatnonzero(rises < 0)
    assert len(falls) == 2  # between three teeth
    np.testing.assert_allclose(np.delete(rises, falls), np.delete(runs, falls) / 2, atol=1e-9)
    assert -1 <= target.min() < -0.99 and 0.99 < target.max() < 1


@pytest.mark.parametrize(("shape", "teeth"), [(curves.triangle4, 4), (curves.triangle16, 16)])
def test_a_triangle_wave_goes_up_and_down_once_for_each_tooth(shape, teeth):
    x1, _, target = points(shape)
    corners = np.linspace(-EDGE, EDGE, 2 * teeth + 1)
    heights = np.where(np.arange(2 * teeth + 1) % 2, 1.0, -1.0)
    np.testing.assert_allclose(target, np.interp(x1, corners, heights), atol=1e-9)
