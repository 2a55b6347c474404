"""Networks that are made of straight pieces: which are, how many pieces one has along a line, exactly, and where.

What is counted are pieces of the logits: what the output makes of them bends no line.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from glassbox.engine.activations import activated
from glassbox.engine.arrays import Doubles, Floats, Integers
from glassbox.engine.choices import Activation, Normalization
from glassbox.engine.network import Architecture
from glassbox.engine.normalizations import EPSILON

SHORTEST = 1e-12  # of the line: nearer to each other, two kinks are one and the rest is rounding
SEEN = 1e-7  # of the line: shorter pieces are not counted, for a float32 weight's last digit moves kinks so far
SAME = 1e-9  # of the steepest slope: what differs by less goes straight on


class AffineLayer(NamedTuple):
    """What a layer does to the outputs below it, and its activation: weights [units, units before], biases [units]."""

    weights: Doubles
    biases: Doubles
    activation: Activation


@dataclass(frozen=True, eq=False)
class LinePieces:
    """The pieces of a network along a line, from its start (0) to its end (1).

    Attributes:
        breaks: where one straight piece ends and the next begins, rising: float64 [pieces − 1].
        patterns: on how many stretches other units are on; some of their ends may not be seen at the output.
    """

    breaks: Doubles
    patterns: int

    @property
    def count(self) -> int:
        """How many straight pieces there are."""
        return len(self.breaks) + 1


def is_made_of_pieces(architecture: Architecture) -> bool:
    """Whether the network is straight but for kinks: all its activations are, and no layer is layer-normalized."""
    return Normalization.LAYER not in architecture.normalizations and all(
        activation.kinks is not None for activation in architecture.activations
    )


def affine_layers(
    architecture: Architecture, parameters: Floats, statistics: Floats | None = None
) -> list[AffineLayer]:
    """The network's layers in float64, batch normalization by its running statistics taken into the weights.

    Args:
        statistics: as in `kernel_args.State`; needed if a layer is batch-normalized.
    Raises:
        ValueError: the network is not made of pieces.
    """
    if not is_made_of_pieces(architecture):
        raise ValueError("Expected activations that are straight but for kinks, and no layer normalization.")
    layout, made = architecture.layout, list[AffineLayer]()
    for layer in range(1, len(architecture.sizes)):
        activation = [*architecture.activations, Activation.LINEAR][layer - 1]
        weights = np.asarray(layout.matrix(parameters, layer), np.float64)
        biases = parameters[layout.bias(layer)].astype(np.float64)
        if layer in layout.normalized and statistics is not None:
            units = slice(sum(architecture.sizes[:layer]), sum(architecture.sizes[: layer + 1]))
            mean, variance = statistics[:, units].astype(np.float64)
            scale = parameters[layout.scale(layer)] / np.sqrt(variance + EPSILON)
            weights, biases = scale[:, None] * weights, scale * (biases - mean) + parameters[layout.shift(layer)]
        made.append(AffineLayer(weights, biases, activation))
    return made


def pieces_along(
    architecture: Architecture, parameters: Floats, start: Doubles, end: Doubles, statistics: Floats | None = None
) -> LinePieces:
    """The straight pieces between two points [inputs], as the network evaluates.

    Exact but for rounding in float64: layer by layer each piece is cut where a unit's sum crosses a kink, and at last
    those that go on in the same direction are counted as one, and those shorter than 1e−7 of the line not at all.

    Raises:
        ValueError: the network is not made of pieces.
    """
    start, end = np.asarray(start, np.float64), np.asarray(end, np.float64)
    ends, values, slopes = np.array([0.0, 1.0]), start[:, None], (end - start)[:, None]
    for weights, biases, activation in affine_layers(architecture, parameters, statistics):
        sums, rises = weights @ values + biases[:, None], weights @ slopes
        kept, ends = _cut(ends, sums, rises, activation.kinks or ())
        rises = rises[:, kept.pieces]
        sums = sums[:, kept.pieces] + rises * kept.begins
        values, slopes = _bent(activation, sums, rises, np.diff(ends))
    seen = np.diff(ends) > SEEN
    return LinePieces(_breaks(ends[:-1][seen], values[:, seen], slopes[:, seen]), len(ends) - 1)


class _Kept(NamedTuple):
    """Of each new piece, which old one it is a part of, and how far behind that one's start it begins."""

    pieces: Integers
    begins: Doubles


def _cut(ends: Doubles, sums: Doubles, rises: Doubles, kinks: tuple[float, ...]) -> tuple[_Kept, Doubles]:
    """Cut every piece where a sum [units, pieces] crosses a kink; the new pieces, and all their ends."""
    lengths = np.diff(ends)
    pieces, begins = [np.arange(len(lengths))], [np.zeros(len(lengths))]
    for kink in kinks:
        with np.errstate(divide="ignore", invalid="ignore"):
            crossings = (kink - sums) / rises
        units, at = np.nonzero((crossings > 0) & (crossings < lengths))  # where nothing rises, it is ±∞ or no number
        pieces.append(at)
        begins.append(crossings[units, at])
    piece, begin = np.concatenate(pieces), np.concatenate(begins)
    order = np.lexsort((begin, piece))
    piece, begin = piece[order], begin[order]
    starts = ends[piece] + begin
    keep = np.diff(starts, append=1.0) > SHORTEST  # of those that are one, the last: what is right of it goes on long
    return _Kept(piece[keep], begin[keep]), np.append(starts[keep], 1.0)


def _bent(activation: Activation, sums: Doubles, rises: Doubles, lengths: Doubles) -> tuple[Doubles, Doubles]:
    """What the activation makes of pieces: on each the straight line that it is at the piece's middle."""
    middles = sums + rises * lengths / 2
    values, steepness = activated(activation, middles)
    if activation.straight_through:
        steepness = np.zeros_like(steepness)
    return values + steepness * (sums - middles), steepness * rises


def _breaks(starts: Doubles, values: Doubles, slopes: Doubles) -> Doubles:
    """The starts of those pieces at which the line turns or jumps."""
    steepest, largest = np.abs(slopes).max(), np.abs(values).max()
    turned = np.abs(np.diff(slopes, axis=1)) > SAME * steepest
    missed = values[:, 1:] - values[:, :-1] - slopes[:, :-1] * np.diff(starts)
    jumped = np.abs(missed) > SAME * largest + SEEN * steepest
    return np.asarray(starts[1:][(turned | jumped).any(axis=0)])
