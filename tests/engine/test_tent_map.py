"""The tent map by hand has as many straight pieces as its depth allows, and is the triangle wave that the data have."""

import numpy as np
import pytest

from glassbox.engine.dataset import EDGE
from glassbox.engine.flow import flow
from glassbox.engine.linear_pieces import pieces_along
from glassbox.engine.tent_map import FEWEST, MOST, tent_architecture, tent_map


def wave(layers, x):
    """2^layers straight pieces between −1 and 1, rising first."""
    teeth = 2 ** (layers - 1)
    place = (x + EDGE) / (2 * EDGE) * teeth % 1.0
    return 1 - 4 * np.abs(place - 0.5)


@pytest.mark.parametrize("layers", range(FEWEST, MOST + 1))
def test_each_layer_doubles_the_straight_pieces(layers):
    architecture, parameters = tent_architecture(layers), tent_map(layers)
    found = pieces_along(architecture, parameters, np.array([-EDGE]), np.array([EDGE]))
    assert found.count == 2**layers
    assert parameters.size == 6 * layers + 1
    np.testing.assert_allclose(np.diff(found.breaks), 1 / 2**layers, atol=1e-6)


@pytest.mark.parametrize("layers", [1, 3, 5, 8])
def test_it_is_the_triangle_wave(layers):
    x = np.linspace(-EDGE, EDGE, 1001)
    outputs = flow(tent_architecture(layers), tent_map(layers), np.zeros((2, 2 * layers + 2), np.float32), x[None])[-1]
    np.testing.assert_allclose(outputs.outputs[0], wave(layers, x), atol=1e-4)


@pytest.mark.parametrize("layers", [FEWEST - 1, MOST + 1])
def test_other_depths_are_refused(layers):
    with pytest.raises(ValueError, match="Expected 1 to 8 layers"):
        tent_map(layers)
