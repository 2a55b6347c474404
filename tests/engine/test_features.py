"""Tests of the input features against their formulas, written out one by one."""

import numpy as np
import pytest

from glassbox.engine.data_choices import Feature
from glassbox.engine.features import compute_features

POINTS = np.array([[1.5, -2.0], [0.0, 6.0], [-6.0, 0.25]], np.float32)
EXPECTED = {
    Feature.X1: [1.5, 0.0, -6.0],
    Feature.X2: [-2.0, 6.0, 0.25],
    Feature.X1_SQUARED: [2.25, 0.0, 36.0],
    Feature.X2_SQUARED: [4.0, 36.0, 0.0625],
    Feature.X1_X2: [-3.0, 0.0, -1.5],
    Feature.SIN_X1: np.sin([1.5, 0.0, -6.0]),
    Feature.SIN_X2: np.sin([-2.0, 6.0, 0.25]),
}


@pytest.mark.parametrize("feature", list(Feature))
def test_each_feature_is_its_formula(feature):
    np.testing.assert_allclose(compute_features(POINTS, (feature,))[0], EXPECTED[feature], rtol=1e-6, atol=1e-7)


def test_rows_come_in_the_order_asked_for_as_one_contiguous_block():
    values = compute_features(POINTS, (Feature.X2, Feature.X1))
    np.testing.assert_array_equal(values, POINTS.T[::-1])
    assert values.dtype == np.float32 and values.flags.c_contiguous


def test_all_are_multiplied_by_the_scale():
    chosen = (Feature.X1_SQUARED, Feature.SIN_X2)
    np.testing.assert_allclose(compute_features(POINTS, chosen, 10.0), 10 * compute_features(POINTS, chosen), rtol=1e-6)


def test_no_points_give_no_columns():
    assert compute_features(np.empty((0, 2), np.float32), (Feature.X1, Feature.X2)).shape == (2, 0)
