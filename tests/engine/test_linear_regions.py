"""Tests that the linear regions met on a plane are the activation patterns there, and never more than there may be."""

from math import comb

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Normalization, OutputActivation
from glassbox.engine.linear_pieces import pieces_along
from glassbox.engine.linear_regions import most_regions, regions_at
from glassbox.engine.network import Architecture
from glassbox.engine.surface import grid
from tests import reference
from tests.engine.networks import lively_parameters, lively_statistics


def network_of(sizes, activation=Activation.RELU, kind=Normalization.NONE):
    hidden = len(sizes) - 2
    return Architecture(sizes, (activation,) * hidden, OutputActivation.IDENTITY, (kind,) * hidden)


@pytest.mark.parametrize("kind", [Normalization.NONE, Normalization.BATCH])
@pytest.mark.parametrize("activation", [Activation.RELU, Activation.LEAKY_RELU, Activation.STEP])
def test_points_are_in_one_region_if_the_same_units_are_on(activation, kind):
    architecture, chance = network_of((2, 5, 4, 1), activation, kind), np.random.default_rng(2)
    parameters = lively_parameters(architecture, chance).astype(np.float32)
    statistics, x = lively_statistics(architecture.sizes, chance), chance.normal(0, 3, (2, 5000))
    sums, _ = reference.forward(architecture, parameters, x, statistics)
    patterns = {}
    for at, pattern in enumerate(zip(*(row > 0 for layer in sums[:-1] for row in layer), strict=True)):
        patterns.setdefault(pattern, []).append(at)
    found = regions_at(architecture, parameters, x, statistics)
    assert sorted(map(len, patterns.values())) == sorted(np.bincount(found))
    assert all(len(set(found[points])) == 1 for points in patterns.values())


def test_on_a_fine_line_they_are_its_pieces():
    architecture, chance = network_of((1, 6, 6, 1)), np.random.default_rng(8)
    parameters = lively_parameters(architecture, chance).astype(np.float32)
    met = regions_at(architecture, parameters, np.linspace(-6, 6, 100_001)[None])
    pieces = pieces_along(architecture, parameters, np.array([-6.0]), np.array([6.0]))
    assert np.count_nonzero(np.diff(met)) == pieces.patterns - 1


@pytest.mark.parametrize(
    ("hidden", "line", "plane"),
    [([66], 67, comb(66, 0) + 66 + comb(66, 2)), ([12, 12], 169, 79**2), ([8] * 3, 729, 50_653),
     ([7] * 4, 4096, 707_281), ([49], 50, 1226), ([11, 11], 144, 4489), ([1, 9], 20, 20)],
)  # fmt: skip
def test_the_most_there_may_be_are_those_of_the_recipe(hidden, line, plane):
    """A layer of one unit leaves a line behind it."""
    assert most_regions(network_of((1, *hidden, 1)), 1) == line
    assert most_regions(network_of((2, *hidden, 1)), 2) == plane


def test_a_step_leaves_no_dimension_and_a_straight_layer_cuts_nothing():
    assert most_regions(network_of((2, 5, 7, 1), Activation.STEP), 2) == 1 + 5 + 10
    assert most_regions(network_of((2, 5, 1), Activation.LINEAR), 2) == 1
    assert most_regions(network_of((2, 1)), 2) == 1


@pytest.mark.parametrize("hidden", [[5], [4, 4], [3, 3, 3], [1, 6], [2, 5, 2]])
def test_no_network_has_more(hidden):
    architecture, plane = network_of((2, *hidden, 1)), np.ascontiguousarray(grid(200).T)
    for seed in range(10):
        parameters = lively_parameters(architecture, np.random.default_rng(seed)).astype(np.float32)
        assert regions_at(architecture, parameters, plane).max() + 1 <= most_regions(architecture, 2)


def test_three_lines_cut_the_plane_into_seven():
    architecture = network_of((2, 3, 1))
    parameters = np.array([1, 0, 0, 1, 1, 1, 0, 0, -1, 1, 1, 1, 0], np.float32)
    assert regions_at(architecture, parameters, np.ascontiguousarray(grid(100).T)).max() + 1 == 7
