"""Tests that networks of equal budget are the widest that fit in, counted one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.engine.budget import even_layout, width_within
from tests import reference


def widest(budget, depth, inputs, outputs, normalized):
    """By trying one width after the other."""
    layers, width = set(range(1, depth + 1)) if normalized else (), 0
    while reference.count((inputs, *[width + 1] * depth, outputs), layers) <= budget:
        width += 1
    return width or None


@given(st.integers(1, 3000), st.integers(1, 8), st.integers(1, 64), st.integers(1, 10), st.booleans())
def test_it_is_the_widest_that_fits(budget, depth, inputs, outputs, normalized):
    assert width_within(budget, depth, inputs, outputs, normalized=normalized) == widest(
        budget, depth, inputs, outputs, normalized
    )


@pytest.mark.parametrize(
    ("budget", "widths"),
    [(250, [62, 13, 9, 8, None, 6]), (120, [29, 8, 6, 5, None, 4]), (500, [124, 19, 14, 11, None, 9])],
)
def test_the_widths_of_the_recipe_deep_or_wide(budget, widths):
    """Two inputs, one output, 1, 2, 3, 4 and 6 hidden layers."""
    for depth, width in enumerate(widths, start=1):
        assert width is None or width_within(budget, depth, 2, 1) == width


def test_its_layout_has_that_many_parameters():
    assert even_layout(1, 62, 2, 1).size == 249
    assert even_layout(3, 9, 2, 1).size == 217
    assert even_layout(2, 5, 3, 2, normalized=True).size == reference.count((3, 5, 5, 2), {1, 2})


@pytest.mark.parametrize("wrong", [(250, 0, 2, 1), (250, 1, 0, 1), (250, 1, 2, 0)])
def test_a_network_has_layers_inputs_and_outputs(wrong):
    with pytest.raises(ValueError, match="Expected a hidden layer, an input and an output"):
        width_within(*wrong)
