"""The graph's activations against central differences and the engine's own formulas told once more."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation
from glassbox.study.graph.curves import CURVES, sigmoid
from tests import reference

Z = np.linspace(-4, 4, 38)  # no kink among them
H = 1e-6


@pytest.mark.parametrize("activation", [each for each in Activation if each is not Activation.STEP])
def test_slopes_are_what_differences_measure(activation):
    curve = CURVES[activation]
    np.testing.assert_allclose(curve.slope(Z), (curve.value(Z + H) - curve.value(Z - H)) / (2 * H), atol=1e-8)


@pytest.mark.parametrize("activation", list(Activation))
def test_values_are_those_of_the_slow_twin(activation):
    np.testing.assert_allclose(
        CURVES[activation].value(Z), reference.PHI[activation](Z), rtol=1e-6, atol=1e-12
    )  # GELU has constants of float32


def test_a_step_lets_gradients_straight_through_near_zero():
    assert CURVES[Activation.STEP].slope(np.array([-1.5, -1.0, 0.2, 1.0, 1.5])).tolist() == [0, 1, 1, 1, 0]


def test_a_sigmoid_far_out_is_still_a_number():
    assert sigmoid(np.array([-800.0, 0.0, 800.0])).tolist() == [0, 0.5, 1]
