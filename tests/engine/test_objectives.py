"""The functions that optimizers race on: gradients and curvatures by finite differences, minima, pictures."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.engine.objectives import HIMMELBLAU, OBJECTIVES, RAVINE, Objective

every_function = pytest.mark.parametrize("hill", OBJECTIVES.values(), ids=OBJECTIVES)


def test_every_objective_is_a_function_with_a_formula_and_a_few_words():
    assert set(OBJECTIVES) == set(Objective)
    assert all(each.formula.startswith("f = ") and each.note and each.note[-1] not in ".;" for each in Objective)


places = st.floats(-3, 3)


@every_function
@given(x=places, y=places)
def test_gradients_and_curvatures_are_those_of_the_function(hill, x, y):
    step, shape = 1e-4, hill.shape
    for axis, (dx, dy) in enumerate([(step, 0), (0, step)]):
        slope = (hill.value(x + dx, y + dy, shape) - hill.value(x - dx, y - dy, shape)) / (2 * step)
        assert hill.gradient(x, y, shape)[axis] == pytest.approx(slope, rel=1e-5, abs=1e-4)
        ahead, behind = hill.gradient(x + dx, y + dy, shape), hill.gradient(x - dx, y - dy, shape)
        bend = (np.array(ahead) - behind) / (2 * step)
        xx, xy, yy = hill.curvature(x, y, shape)
        np.testing.assert_allclose([[xx, xy], [xy, yy]][axis], bend, rtol=1e-5, atol=1e-4)


@every_function
def test_minima_are_minima_and_lie_in_the_picture(hill):
    left, right, bottom, top = hill.box
    for shape in hill.shapes or (hill.shape,):
        for x, y in hill.minima:
            assert np.abs(hill.gradient(x, y, shape)).max() < 1e-10 and left < x < right and bottom < y < top
            xx, xy, yy = hill.curvature(x, y, shape)
            values = np.linalg.eigvalsh([[xx, xy], [xy, yy]])
            assert values[0] > 0 and hill.steepness((x, y), shape) == pytest.approx(values[1])
    assert right - left == top - bottom  # the picture is a square: angles must not lie


def test_the_gentlest_of_several_minima_counts():
    steepest = [HIMMELBLAU.steepness(minimum, 1) for minimum in HIMMELBLAU.minima]
    assert HIMMELBLAU.gentlest(1) == min(steepest) < max(steepest)
    assert RAVINE.gentlest(37.0) == 37


@every_function
def test_the_picture_has_the_functions_values(hill):
    values = hill.over(5, hill.shape).reshape(5, 5)
    left, right, bottom, top = hill.box
    assert values[0, 0] == hill.value(left, bottom, hill.shape) and values[0, 4] == hill.value(
        right, bottom, hill.shape
    )
    assert values[4, 1] == hill.value(left + (right - left) / 4, top, hill.shape)
