"""The curves of the gallery against the slow twin, and their ranges against what the textbooks say."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation
from glassbox.study.activations import POINTS, REACH, activation_curves
from tests import reference

RANGES = {  # least and largest output, to two digits; None: no end
    Activation.LINEAR: (None, None),
    Activation.SIGMOID: (0, 1),
    Activation.TANH: (-1, 1),
    Activation.RELU: (0, None),
    Activation.LEAKY_RELU: (None, None),
    Activation.ELU: (-1, None),
    Activation.SOFTPLUS: (0, None),
    Activation.SILU: (-0.28, None),
    Activation.GELU: (-0.17, None),
    Activation.SINE: (-1, 1),
    Activation.STEP: (0, 1),
}


def test_every_activation_is_there():
    assert list(activation_curves().curves) == [each.value for each in Activation]


@pytest.mark.parametrize("activation", list(Activation))
def test_a_curve_and_its_slope_are_the_twins(activation):
    told = activation_curves()
    curve, z = told.curves[activation.value], np.linspace(-REACH, REACH, POINTS)
    np.testing.assert_allclose(told.z, z, atol=1e-5)
    np.testing.assert_allclose(curve.values, reference.PHI[activation](z), atol=2e-5)
    np.testing.assert_allclose(curve.slopes, reference.SLOPE[activation](z), atol=2e-5)


@pytest.mark.parametrize("activation", RANGES)
def test_ranges(activation):
    curve = activation_curves().curves[activation.value]
    assert (curve.lowest, curve.highest) == RANGES[activation]


@pytest.mark.parametrize("activation", list(Activation))
def test_ranges_are_the_twins(activation):
    curve, wide = activation_curves().curves[activation.value], np.append(np.linspace(-30, 30, 60_001), [-1e6, 1e6])
    values = reference.PHI[activation](wide)
    for told, end in ((curve.lowest, values.min()), (curve.highest, values.max())):
        assert told is None if abs(end) > 1e3 else told == pytest.approx(end, abs=0.006)
