"""What each operation of the graph by layer pulls back is what central differences measure."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation
from glassbox.study.graph.operations import (
    SMALLEST_CHANCE,
    Apply,
    ByBatch,
    ByLayer,
    ByRunning,
    Product,
    Scale,
    Shift,
    Sigmoid,
    Softmax,
    chance,
)
from tests import reference
from tests.study.graph.differences import pulled_by_differences

UNITS, SAMPLES = 3, 4
COLUMN = np.array([[0.5], [1.5], [-2.0]])
OPERATIONS = {
    "product": (Product(), [(2, UNITS), (UNITS, SAMPLES)]),
    "shift": (Shift(), [(UNITS, SAMPLES), (UNITS, 1)]),
    "scale": (Scale(), [(UNITS, SAMPLES), (UNITS, 1), (UNITS, 1)]),
    "by running statistics": (ByRunning(COLUMN, COLUMN**2), [(UNITS, SAMPLES)]),
    "by batch": (ByBatch(), [(UNITS, SAMPLES)]),
    "by layer": (ByLayer(), [(UNITS, SAMPLES)]),
    "tanh": (Apply(Activation.TANH), [(UNITS, SAMPLES)]),
    "sigmoid": (Sigmoid(), [(UNITS, SAMPLES)]),
    "softmax": (Softmax(), [(UNITS, SAMPLES)]),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_what_is_pulled_back_is_what_differences_measure(name):
    operation, shapes = OPERATIONS[name]
    chance = np.random.default_rng(7)
    given = [chance.normal(size=shape) for shape in shapes]
    value = operation.value(*given)
    upstream = chance.normal(size=value.shape)
    measured = pulled_by_differences(operation.value, upstream, *given)
    for ours, theirs in zip(operation.pull(upstream, value, *given), measured, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-5, atol=1e-7)


def test_a_bias_that_batch_norm_takes_away_again_has_no_gradient():
    upstream = np.ones((UNITS, SAMPLES))
    _, bias = Shift(is_undone=True).pull(upstream, upstream, upstream, np.zeros((UNITS, 1)))
    assert not bias.any()


def test_a_chance_far_out_is_still_a_number_and_never_nothing():
    assert chance(np.array([-800.0, 0.0, 800.0])).tolist() == [SMALLEST_CHANCE, 0.5, 1]


@pytest.mark.parametrize("activation", list(Activation))
def test_an_activation_is_the_networks_own_without_a_minus_before_0(activation):
    z = np.linspace(-4, 4, 42).reshape(6, 7)
    value, slope = Apply(activation).value(z), Apply(activation).details(z, z)["slope"]
    np.testing.assert_allclose(value, reference.PHI[activation](z), rtol=1e-14, atol=1e-14)
    np.testing.assert_allclose(slope, reference.SLOPE[activation](z), rtol=1e-14, atol=1e-14)
    assert not np.signbit(value[value == 0]).any()
