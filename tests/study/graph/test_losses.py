"""The slopes of the losses are what central differences measure, and targets come in the shape of the output."""

import numpy as np
import pytest

from glassbox.engine.choices import Loss, OutputActivation
from glassbox.study.graph.losses import MeanLoss, cost_of, wanted
from tests.study.graph.differences import pulled_by_differences

Y = np.array([[0.3, -1.4, 2.2, 0.9]])
T = np.array([[1.0, -1.0, -1.0, 1.0]])


@pytest.mark.parametrize("loss", [Loss.SQUARED_ERROR, Loss.ABSOLUTE, Loss.HUBER])
def test_slopes_are_what_differences_measure(loss):
    mean = MeanLoss(cost_of(OutputActivation.IDENTITY, loss, 0.7))
    pulled, none = mean.pull(np.ones((1, 1)), mean.value(Y, T, Y), Y, T, Y)
    measured = pulled_by_differences(lambda y: mean.value(y, T, y), np.ones((1, 1)), Y)[0]
    np.testing.assert_allclose(pulled, measured, rtol=1e-6)
    assert none is None  # targets learn nothing


def test_a_hinge_costs_only_what_is_not_clearly_right():
    cost = cost_of(OutputActivation.SCORE, Loss.HINGE, 0.7)
    np.testing.assert_allclose(cost.value(Y, T, Y), np.maximum(0, 1 - (Y * T)[0]))


def test_targets_take_the_shape_and_range_of_the_output():
    classes = np.array([0.0, 2.0, 1.0])
    assert wanted(OutputActivation.SOFTMAX, classes, 3).T.tolist() == [[1, 0, 0], [0, 0, 1], [0, 1, 0]]
    assert wanted(OutputActivation.TANH, np.array([0.0, 1.0]), 1).tolist() == [[-1, 1]]
    assert wanted(OutputActivation.SIGMOID, np.array([0.0, 1.0]), 1).tolist() == [[0, 1]]
