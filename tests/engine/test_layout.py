"""Tests of where parameters lie: each in one place, in the order the twin cuts them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from server.engine.layout import Layout
from tests import reference

shapes = st.lists(st.integers(1, 9), min_size=2, max_size=7).map(tuple)


@given(shapes)
def test_layers_lie_as_the_twin_cuts_them(sizes):
    layout = Layout(sizes)
    parameters = np.arange(layout.size)
    for layer, (weights, biases) in enumerate(reference.layers(parameters, sizes), start=1):
        np.testing.assert_array_equal(layout.matrix(parameters, layer), weights)
        np.testing.assert_array_equal(parameters[layout.weights(layer)], weights.ravel())
        np.testing.assert_array_equal(parameters[layout.bias(layer)], biases)


@given(shapes)
def test_every_parameter_lies_in_one_place(sizes):
    layout = Layout(sizes)
    seen = np.zeros(layout.size, int)
    for layer in range(1, len(sizes)):
        seen[layout.weights(layer)] += 1
        seen[layout.bias(layer)] += 1
    np.testing.assert_array_equal(seen, 1)
    assert layout.starts[0] == 0 and layout.starts[-1] == layout.size and len(layout.starts) == len(sizes)


def test_a_matrix_is_a_view_to_write_through():
    layout, parameters = Layout((2, 3, 1)), np.zeros(13)
    layout.matrix(parameters, 1)[2, 1] = 7
    assert parameters[5] == 7
