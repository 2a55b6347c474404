"""Tests that φ″ of every activation is the derivative of its φ′."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation
from glassbox.engine.second_slopes import second_slopes
from tests import reference

Z, STEP = np.linspace(-4, 4, 80), 1e-5  # no kink among them


@pytest.mark.parametrize("activation", Activation)
def test_it_is_the_slope_of_the_slope(activation):
    values, slopes, bends = second_slopes(activation, Z)
    np.testing.assert_allclose(values, reference.PHI[activation](Z), atol=1e-12)
    np.testing.assert_allclose(slopes, reference.SLOPE[activation](Z), atol=1e-12)
    measured = (reference.SLOPE[activation](Z + STEP) - reference.SLOPE[activation](Z - STEP)) / (2 * STEP)
    np.testing.assert_allclose(bends, measured, atol=1e-8)
