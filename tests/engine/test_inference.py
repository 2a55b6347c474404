"""One pass over any number of points against the slow twin: every unit's value, tile after tile, nothing dropped."""

from dataclasses import replace

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Loss, Normalization, OutputActivation
from glassbox.engine.network import Architecture
from glassbox.engine.surface import logits, scratch, unit_maps, windows_on
from glassbox.engine.workspace import TILE
from tests import reference
from tests.engine.networks import CLOSE_PASSES, case_of

SIZES = (2, 5, 3, 1)
CLOSE = CLOSE_PASSES[np.float32]


def case_with(points, **changes):
    shape = Architecture(SIZES, (Activation.TANH, Activation.SIGMOID), OutputActivation.IDENTITY)
    return case_of(replace(shape, **changes), Loss.SQUARED_ERROR, points, seed=3)


def values_of(case, windows):
    """As `infer` fills them: an identity has no predictions but its logits."""
    return unit_maps(case.architecture, case.parameters, case.x, windows, case.statistics)


@pytest.mark.parametrize("points", [1, 15, 16, TILE - 1, TILE, TILE + 1, 3 * TILE + 7])
def test_every_units_value_at_every_point_whatever_is_left_for_the_last_tile(points):
    case = case_with(points)
    values = values_of(case, tuple((0, units) for units in SIZES))
    _, outputs = reference.forward(case.architecture, case.parameters, case.x)
    assert values.shape == (sum(SIZES), points)
    np.testing.assert_allclose(values, np.concatenate(outputs), rtol=0, atol=CLOSE * np.abs(outputs[-1]).max())


def test_windows_choose_the_units_layer_by_layer():
    case = case_with(TILE + 9)
    every = values_of(case, tuple((0, units) for units in SIZES))
    some = values_of(case, ((1, 1), (2, 3), (0, 0), (0, 1)))
    np.testing.assert_array_equal(some, every[[1, 4, 5, 6, 10]])
    assert values_of(case, windows_on(SIZES, 2, 1, 1)).tobytes() == every[8].tobytes()


def test_a_points_values_do_not_depend_on_the_others():
    """A layer looks at the running statistics, not at the points that happen to come along."""
    case = case_with(2 * TILE, normalizations=(Normalization.BATCH, Normalization.LAYER))
    every = values_of(case, windows_on(SIZES, 3))
    alone = replace(case, x=np.ascontiguousarray(case.x[:, 70:71]))
    np.testing.assert_allclose(values_of(alone, windows_on(SIZES, 3))[0], every[0, 70:71], rtol=1e-5, atol=1e-6)


def test_nothing_is_dropped_and_nothing_learned():
    case = case_with(TILE)
    before = case.parameters.tobytes(), case.statistics.tobytes(), scratch(case.architecture).gradients.tobytes()
    first, again = (logits(case.architecture, case.parameters, case.x, case.statistics) for _ in range(2))
    np.testing.assert_array_equal(first, again)
    assert before == (
        case.parameters.tobytes(), case.statistics.tobytes(), scratch(case.architecture).gradients.tobytes()
    )  # fmt: skip


def test_no_points_have_no_values():
    case = case_with(1)
    none = replace(case, x=np.empty((2, 0), np.float32))
    assert values_of(none, windows_on(SIZES, 3)).shape == (1, 0)
