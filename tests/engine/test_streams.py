"""Tests that no purpose of random numbers has another's: not the data's, and not a layer's weights, of any seeds."""

from itertools import combinations, product

import numpy as np
import pytest

from glassbox.engine.choices import Initialization
from glassbox.engine.counter_rng import key_of
from glassbox.engine.data_rng import DataRng
from glassbox.engine.dropout import dropout_key
from glassbox.engine.layout import Layout
from glassbox.engine.network import initial_parameters
from glassbox.engine.streams import Purpose, stream
from glassbox.engine.training import noise_key


def test_no_two_purposes_parts_or_seeds_draw_alike():
    drawn = [stream(*key).standard_normal(20) for key in product((0, 1, 6, 7), Purpose, (0, 1, 2, 6))]
    everything = np.concatenate(drawn)
    assert len(np.unique(everything)) == len(everything)


@pytest.mark.parametrize("seed", [0, 1, 42])
def test_weights_and_data_of_one_seed_share_nothing(seed):
    """Layer 1's weights were the first points' places in their clouds."""
    layout, data = Layout((4, 5, 3, 2)), DataRng(seed, 200)
    weights = initial_parameters(layout, Initialization.HE, 1.0, seed)
    of_data = np.concatenate([data.normals(purpose, 2).ravel() for purpose in Purpose if purpose < Purpose.WEIGHTS])
    for layer in (1, 2, 3):
        of_layer = layout.matrix(weights, layer).ravel() / np.sqrt(2 / layout.sizes[layer - 1])
        assert not np.isclose(of_layer[:, None], of_data, rtol=1e-6, atol=0).any()


def test_what_is_drawn_while_training_has_keys_of_its_own():
    """The order of an epoch, a step's dropout and a step's input noise, of one seed."""
    kinds = (key_of, dropout_key, noise_key)
    keys = {int(key(42, number)) for key in kinds for number in range(1000)}
    assert len(keys) == len(kinds) * 1000


def test_layers_share_no_numbers():
    layout = Layout((5, 5, 5, 5))
    weights = initial_parameters(layout, Initialization.XAVIER_NORMAL, 1.0, seed=3)
    for one, other in combinations((1, 2, 3), 2):
        assert not (layout.matrix(weights, one) == layout.matrix(weights, other)).any()
