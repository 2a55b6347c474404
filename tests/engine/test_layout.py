"""Tests of where parameters lie: each in one place, in the order the twin cuts them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from glassbox.engine.layout import Layout
from tests import reference

shapes = st.lists(st.integers(1, 9), min_size=2, max_size=7).map(tuple)


@st.composite
def layouts(draw):
    """With scale and shift in any of the hidden layers."""
    sizes = draw(shapes)
    return Layout(
        sizes, draw(st.frozensets(st.integers(1, len(sizes) - 2)) if len(sizes) > 2 else st.just(frozenset()))
    )


@given(layouts())
def test_layers_lie_as_the_twin_cuts_them(layout):
    parameters = np.arange(layout.size)
    for layer, (weights, biases, *learned) in enumerate(
        reference.layers(parameters, layout.sizes, layout.normalized), start=1
    ):
        assert bool(learned) == (layer in layout.normalized)
        for part, place in zip(learned, (layout.scale(layer), layout.shift(layer)), strict=bool(learned)):
            np.testing.assert_array_equal(parameters[place], part)
        np.testing.assert_array_equal(layout.matrix(parameters, layer), weights)
        np.testing.assert_array_equal(parameters[layout.weights(layer)], weights.ravel())
        np.testing.assert_array_equal(parameters[layout.bias(layer)], biases)


@given(layouts())
def test_every_parameter_lies_in_one_place(layout):
    sizes, seen = layout.sizes, np.zeros(layout.size, int)
    for layer in range(1, len(sizes)):
        seen[layout.weights(layer)] += 1
        seen[layout.bias(layer)] += 1
        if layer in layout.normalized:
            seen[layout.scale(layer)] += 1
            seen[layout.shift(layer)] += 1
    np.testing.assert_array_equal(seen, 1)
    assert layout.starts[0] == 0 and layout.starts[-1] == layout.size and len(layout.starts) == len(sizes)


def test_a_matrix_is_a_view_to_write_through():
    layout, parameters = Layout((2, 3, 1)), np.zeros(13)
    layout.matrix(parameters, 1)[2, 1] = 7
    assert parameters[5] == 7
