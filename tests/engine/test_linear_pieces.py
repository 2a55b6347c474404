"""Tests that a network's straight pieces along a line are counted exactly: as fractions do it, and by hand."""

import itertools
from fractions import Fraction

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Normalization, OutputActivation
from glassbox.engine.linear_pieces import affine_layers, is_made_of_pieces, pieces_along
from glassbox.engine.linear_regions import most_regions
from glassbox.engine.network import Architecture
from tests import reference
from tests.engine.networks import lively_parameters, lively_statistics

PIECEWISE = [activation for activation in Activation if activation.kinks is not None]
LEFT, RIGHT = np.array([-6.0]), np.array([6.0])


def network_of(sizes, activation=Activation.RELU, kind=Normalization.NONE):
    hidden = len(sizes) - 2
    return Architecture(sizes, (activation,) * hidden, OutputActivation.IDENTITY, (kind,) * hidden)


def tent_map(layers):
    """Hidden layers of two ReLU units each that fold [−6, 6] in half again and again: a triangle wave by hand."""
    architecture, parts = network_of((1, *[2] * layers, 1)), [(np.full((2, 1), 1 / 12), np.array([0.5, 0.0]))]
    parts += [(np.array([[2.0, -4.0]] * 2), np.array([0.0, -0.5]))] * (layers - 1)
    return architecture, reference.join([*parts, (np.array([[2.0, -4.0]]), np.zeros(1))])


# The slow twin: every number a fraction, which rounds nothing.

SHAPES = {
    Activation.LINEAR: lambda z: (z, 1),
    Activation.RELU: lambda z: (z, 1) if z > 0 else (0, 0),
    Activation.LEAKY_RELU: lambda z: (z, 1) if z > 0 else (z * Fraction(0.01), Fraction(0.01)),
    Activation.STEP: lambda z: (1 if z > 0 else 0, 0),
}


def lines_of(layers, start, end):
    """The breaks of a network from one point to another: its line is cut at every zero of every unit's sum."""
    pieces = [
        (
            Fraction(0),
            Fraction(1),
            [(Fraction(float(a)), Fraction(float(b - a))) for a, b in zip(start, end, strict=False)],
        )
    ]
    for weights, biases, activation in layers:
        pieces = [new for piece in pieces for new in cut(piece, weights, biases, activation)]
    breaks = []
    for (_, at, lines), (_, _, following) in itertools.pairwise(pieces):
        if lines != following:
            breaks.append(at)
    return breaks, len(pieces)


def cut(piece, weights, biases, activation):
    begin, end, lines = piece
    sums = []
    for row, bias in zip(weights.tolist(), biases.tolist(), strict=True):
        level = Fraction(bias) + sum(Fraction(w) * line[0] for w, line in zip(row, lines, strict=True))
        sums.append((level, sum(Fraction(w) * line[1] for w, line in zip(row, lines, strict=True))))
    zeros = {-level / rise for level, rise in sums if rise and activation.kinks}
    ends = [begin, *sorted(zero for zero in zeros if begin < zero < end), end]
    for left, right in itertools.pairwise(ends):
        bent = []
        for level, rise in sums:
            value, slope = SHAPES[activation](level + rise * (left + right) / 2)
            bent.append((value - slope * rise * (left + right) / 2, slope * rise))
        yield left, right, bent


def exact(architecture, parameters, start, end, statistics=None):
    return lines_of(affine_layers(architecture, parameters, statistics), start, end)


@pytest.mark.parametrize("layers", range(1, 9))
def test_the_tent_map_has_two_to_the_layers_pieces(layers):
    """Of 6k + 1 parameters; one hidden layer would need 2ᵏ − 1 units for it."""
    architecture, parameters = tent_map(layers)
    assert architecture.layout.size == 6 * layers + 1
    for of in (
        parameters,
        parameters.astype(np.float32),
    ):  # on the page weights have seven digits, and 1/12 is not exact
        pieces = pieces_along(architecture, of, LEFT, RIGHT)
        assert pieces.count == 2**layers
        np.testing.assert_allclose(pieces.breaks, np.arange(1, 2**layers) / 2**layers, atol=1e-6)


@pytest.mark.parametrize("sizes", [(1, 9, 1), (1, 4, 4, 1), (3, 5, 4, 3, 2), (2, 3, 3, 3, 3, 1)])
@pytest.mark.parametrize("activation", PIECEWISE)
def test_breaks_are_those_of_exact_fractions(sizes, activation):
    architecture, chance = network_of(sizes, activation), np.random.default_rng(len(sizes))
    for _ in range(3):
        parameters = lively_parameters(architecture, chance).astype(np.float32)
        start, end = chance.normal(0, 4, (2, sizes[0]))
        breaks, _ = exact(architecture, parameters, start, end)
        found = pieces_along(architecture, parameters, start, end)
        np.testing.assert_allclose(found.breaks, np.array(breaks, np.float64), atol=1e-9)
        assert found.count <= found.patterns <= most_regions(architecture, 1)


def test_batch_normalization_moves_the_kinks():
    architecture, chance = network_of((2, 4, 3, 1), kind=Normalization.BATCH), np.random.default_rng(3)
    parameters = lively_parameters(architecture, chance).astype(np.float32)
    statistics = lively_statistics(architecture.sizes, chance).astype(np.float32)
    x = chance.normal(size=(2, 50))
    values = x
    for weights, biases, activation in affine_layers(architecture, parameters, statistics):
        values = reference.PHI[activation](weights @ values + biases[:, None])
    _, outputs = reference.forward(architecture, parameters, x, statistics)
    np.testing.assert_allclose(values, outputs[-1], rtol=1e-9, atol=1e-9)
    found = pieces_along(architecture, parameters, x[:, 0], x[:, 1], statistics)
    breaks, _ = exact(architecture, parameters, x[:, 0], x[:, 1], statistics)
    np.testing.assert_allclose(found.breaks, np.array(breaks, np.float64), atol=1e-9)


def test_between_its_breaks_the_network_is_straight():
    architecture, chance = network_of((2, 12, 12, 1)), np.random.default_rng(5)
    parameters = lively_parameters(architecture, chance).astype(np.float32)
    start, end = np.array([-5.0, 2.0]), np.array([6.0, -3.0])
    breaks = pieces_along(architecture, parameters, start, end).breaks
    ends = np.array([0, *breaks, 1])
    for left, right in itertools.pairwise(ends):
        along = start[:, None] + np.outer(end - start, np.linspace(left, right, 5))
        y = reference.forward(architecture, parameters, along)[1][-1][0]
        np.testing.assert_allclose(np.diff(y, 2), 0, atol=1e-9)


def test_a_kink_that_no_output_shows_ends_no_piece():
    architecture = network_of((1, 2, 1))
    parameters = np.array([1, 1, 0, -1, 1, 0, 0], np.float32)  # the second unit's kink at 1 has weight 0
    pieces = pieces_along(architecture, parameters, LEFT, RIGHT)
    assert (pieces.count, pieces.patterns) == (2, 3)
    np.testing.assert_allclose(pieces.breaks, [0.5])


def test_a_dead_network_is_one_piece():
    architecture = network_of((1, 3, 1))
    assert pieces_along(architecture, np.full(architecture.layout.size, -1.0), np.zeros(1), RIGHT).count == 1


@pytest.mark.parametrize("activation", Activation)
def test_networks_that_are_curved_are_not_made_of_pieces(activation):
    architecture = network_of((1, 2, 1), activation)
    assert is_made_of_pieces(architecture) == (activation in SHAPES)
    assert not is_made_of_pieces(network_of((1, 2, 1), activation, Normalization.LAYER))
    if activation not in SHAPES:
        with pytest.raises(ValueError, match="straight but for kinks"):
            pieces_along(architecture, np.ones(architecture.layout.size, np.float32), LEFT, RIGHT)
