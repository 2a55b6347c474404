"""The functions that optimizers race on: gradients and curvatures by finite differences, minima, pictures."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.engine.objectives import HIMMELBLAU, OBJECTIVES, RAVINE, Objective

every_function = pytest.mark.parametrize("function", OBJECTIVES.values(), ids=OBJECTIVES)


def test_every_objective_is_a_function_with_a_formula_and_a_few_words():
    assert set(OBJECTIVES) == set(Objective)
    assert all(each.formula.startswith("f = ") and each.note and each.note[-1] not in ".;" for each in Objective)


places = st.floats(-3, 3)


@every_function
@given(x=places, y=places)
def test_gradients_and_curvatures_are_those_of_the_function(function, x, y):
    step, shape = 1e-4, function.shape
    for axis, (dx, dy) in enumerate([(step, 0), (0, step)]):
        slope = (function.value(x + dx, y + dy, shape) - function.value(x - dx, y - dy, shape)) / (2 * step)
        assert function.gradient(x, y, shape)[axis] == pytest.approx(slope, rel=1e-5, abs=1e-4)
        ahead, behind = function.gradient(x + dx, y + dy, shape), function.gradient(x - dx, y - dy, shape)
        bend = (np.array(ahead) - behind) / (2 * step)
        xx, xy, yy = function.curvature(x, y, shape)
        np.testing.assert_allclose([[xx, xy], [xy, yy]][axis], bend, rtol=1e-5, atol=1e-4)


@every_function
def test_minima_are_minima_and_lie_in_the_picture(function):
    left, right, bottom, top = function.box
    for shape in function.shapes or (function.shape,):
        for x, y in function.minima:
            assert np.abs(function.gradient(x, y, shape)).max() < 1e-10 and left < x < right and bottom < y < top
            xx, xy, yy = function.curvature(x, y, shape)
            values = np.linalg.eigvalsh([[xx, xy], [xy, yy]])
            assert values[0] > 0 and function.steepness((x, y), shape) == pytest.approx(values[1])
    assert right - left == top - bottom  # the picture is a square: angles must not lie


def test_the_gentlest_of_several_minima_counts():
    steepest = [HIMMELBLAU.steepness(minimum, 1) for minimum in HIMMELBLAU.minima]
    assert HIMMELBLAU.gentlest(1) == min(steepest) < max(steepest)
    assert RAVINE.gentlest(37.0) == 37


@every_function
def test_the_picture_has_the_functions_values(function):
    values = function.over(5, function.shape).reshape(5, 5)
    left, right, bottom, top = function.box
    assert values[0, 0] == function.value(left, bottom, function.shape) and values[0, 4] == function.value(
        right, bottom, function.shape
    )
    assert values[4, 1] == function.value(left + (right - left) / 4, top, function.shape)
