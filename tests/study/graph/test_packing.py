"""Matrices packed for the page: small pictures keep what is strong, many numbers go as float32."""

import numpy as np

from glassbox.study.graph.packing import MOST_DOTS, MOST_PLAIN, picture, whole
from tests.study.graphs import dots, unpacked


def test_in_a_small_picture_nothing_strong_is_lost():
    matrix = np.zeros((100, 70))
    matrix[57, 3], matrix[99, 69] = -4.0, 2.0
    found = dots(picture(matrix))
    assert found.shape == (MOST_DOTS, MOST_DOTS) and sorted(found[found != 0]) == [-127, 64]
    assert found[-1, -1] == 64
    assert not dots(picture(np.zeros((3, 3)))).any()


def test_numbers_that_are_none_still_make_a_picture():
    assert dots(picture(np.array([[np.nan, 1.0], [-1.0, np.inf]]))).shape == (2, 2)


def test_many_numbers_go_as_float32_and_few_as_they_are():
    few, many = np.random.default_rng(1).normal(size=(2, MOST_PLAIN, 2))
    np.testing.assert_array_equal(unpacked(whole(few[: MOST_PLAIN // 2])), few[: MOST_PLAIN // 2])
    np.testing.assert_array_equal(unpacked(whole(many)), many.astype(np.float32))
