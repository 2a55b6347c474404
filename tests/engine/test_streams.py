"""Tests that no purpose of random numbers has another's: not the data's, and not a layer's weights, of any seeds."""

from itertools import combinations, product

import numpy as np

from glassbox.engine.choices import Initialization
from glassbox.engine.layout import Layout
from glassbox.engine.network import initial_parameters
from glassbox.engine.streams import Purpose, stream


def test_no_two_purposes_parts_or_seeds_draw_alike():
    drawn = [stream(*key).standard_normal(20) for key in product((0, 1, 6, 7), Purpose, (0, 1, 2, 6))]
    everything = np.concatenate(drawn)
    assert len(np.unique(everything)) == len(everything)


def test_weights_and_data_of_one_seed_share_nothing():
    """Layer 1's weights were the first points' places in their clouds."""
    layout = Layout((4, 5, 3, 2))
    weights = initial_parameters(layout, Initialization.HE, 1.0, seed=1)
    for purpose, layer in product(Purpose, (1, 2, 3)):
        matrix = layout.matrix(weights, layer).ravel()
        normals = stream(1, purpose).standard_normal(200) * np.sqrt(2 / layout.sizes[layer - 1])
        assert np.abs(matrix[0] - normals).min() > 1e-6 or np.abs(matrix[1] - normals).min() > 1e-6


def test_layers_share_no_numbers():
    layout = Layout((5, 5, 5, 5))
    weights = initial_parameters(layout, Initialization.XAVIER_NORMAL, 1.0, seed=3)
    for one, other in combinations((1, 2, 3), 2):
        assert not (layout.matrix(weights, one) == layout.matrix(weights, other)).any()
