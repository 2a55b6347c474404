"""The local derivatives of single operations are what central differences measure."""

import numpy as np
import pytest

from glassbox.study.graph.single import ADD, DIVIDE, MEAN, MULTIPLY, ROOT, SQUARE, SUBTRACT, Power
from tests.study.graph.differences import pulled_by_differences

OPERATIONS = {
    "add": (ADD, 3), "mean": (MEAN, 3), "multiply": (MULTIPLY, 2), "subtract": (SUBTRACT, 2), "square": (SQUARE, 1),
    "root": (ROOT, 1), "divide": (DIVIDE, 2), "power": (Power(0.7), 1),
}  # fmt: skip


@pytest.mark.parametrize("name", OPERATIONS)
def test_local_derivatives_are_what_differences_measure(name):
    operation, count = OPERATIONS[name]
    given = [np.array([[number]]) for number in (1.3, 0.8, 2.1)[:count]]
    slopes = operation.locals(operation.value(*given), *given)
    measured = pulled_by_differences(operation.value, np.ones((1, 1)), *given)
    np.testing.assert_allclose(np.ravel(slopes), np.ravel(measured), rtol=1e-6)
    pulled = operation.pull(np.full((1, 1), 3.0), operation.value(*given), *given)
    np.testing.assert_allclose(np.ravel(pulled), 3 * np.ravel(slopes))
