"""Into how many linear regions a network cuts what it is given: those met at some points, and the most there may be."""

from math import comb, prod

import numpy as np

from glassbox.engine.activations import activated
from glassbox.engine.arrays import Bytes, Doubles, Floats, Integers
from glassbox.engine.linear_pieces import affine_layers
from glassbox.engine.network import Architecture

AT_ONCE = 4096  # points


def regions_at(
    architecture: Architecture, parameters: Floats, inputs: Floats, statistics: Floats | None = None
) -> Integers:
    """In which region each of these points lies, counted from 0: int64 [points].

    Two points are in one region if the same units are on for both: between them the network is then one straight
    function. The largest number + 1 is how many regions the points meet; regions that lie between them are missed.

    Args:
        inputs: [features, points]. statistics: needed if a layer is batch-normalized.
    Raises:
        ValueError: the network is not made of pieces.
    """
    patterns = [
        _patterns(architecture, parameters, inputs[:, first : first + AT_ONCE], statistics)
        for first in range(0, inputs.shape[1], AT_ONCE)
    ]
    whole = np.ascontiguousarray(np.concatenate(patterns))
    rows = whole.view(np.dtype((np.void, whole.shape[1]))).ravel()
    return np.asarray(np.unique(rows, return_inverse=True)[1], np.int64)


def most_regions(architecture: Architecture, dimensions: int) -> int:
    """The most linear regions that any weights could cut a space of so many dimensions into.

    n hyperplanes cut d dimensions into at most Σⱼ C(n, j), j ≤ d, parts (Zaslavsky 1975); layer by layer each part may
    be cut so again, in no more dimensions than the narrowest layer before leaves (Montúfar 2017, proposition 3). Behind
    a unit that jumps and is flat elsewhere there is no dimension left.
    """
    factors, left = list[int](), dimensions
    for units, activation in zip(architecture.sizes[1:-1], architecture.activations, strict=True):
        kinks = units * len(activation.kinks or ())
        factors.append(sum(comb(kinks, j) for j in range(left + 1)))
        left = 0 if activation.straight_through else min(left, units)
    return prod(factors)


def _patterns(architecture: Architecture, parameters: Floats, inputs: Floats, statistics: Floats | None) -> Bytes:
    """On which side of every kink each point lies, in bits: uint8 [points, bytes]."""
    sides, values = [np.ones((1, inputs.shape[1]), np.bool_)], np.asarray(inputs, np.float64)
    for weights, biases, activation in affine_layers(architecture, parameters, statistics):
        sums: Doubles = weights @ values + biases[:, None]
        sides += [sums > kink for kink in activation.kinks or ()]
        values = activated(activation, sums)[0]
    return np.packbits(np.concatenate(sides), axis=0).T
