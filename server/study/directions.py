"""Two directions through the space of all parameters, along which a picture of the loss is drawn."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.arrays import Doubles
from glassbox.engine.layout import Layout
from glassbox.engine.streams import Purpose, stream
from glassbox.protocol.refusals import Refusal
from glassbox.study import descent_words as words

LEAST_POINTS = 3  # of a path, to have two directions
LEAST_BEND = 1e-5  # of a path: how wide it is at least, as a share of how long


def random_directions(layout: Layout, parameters: Doubles, seed: int) -> Doubles:
    """Filter-normalised: the part of each unit is as long as the unit's own weights,
    so that scales compare (Li et al., 2018).

    Biases, and the scale and shift of normalized layers, do not move. float64 [2, parameters].
    """
    chance = stream(seed, Purpose.DIRECTIONS)
    directions = np.zeros((2, layout.size))
    for direction in directions:
        for layer in range(1, len(layout.sizes)):
            own = layout.matrix(parameters, layer)
            drawn = chance.standard_normal(own.shape)
            direction[layout.weights(layer)] = (drawn * _lengths(own) / _lengths(drawn)).ravel()
    return directions


def _lengths(matrix: NDArray[np.generic]) -> Doubles:
    return np.asarray(np.linalg.norm(matrix.astype(np.float64), axis=1, keepdims=True), np.float64)


def main_directions(path: Doubles) -> Doubles:
    """The two principal components of a path [points, parameters]: no other plane leaves out less of its variance.

    Orthonormal, float64 [2, parameters]; signed so that the path comes from the left and from above.

    Raises:
        Refusal: the path has no two directions.
    """
    if len(path) < LEAST_POINTS:
        raise Refusal(words.NO_PATH.of(len(path)))
    centred = path - path.mean(axis=0)
    # A path has few points and many parameters: the small matrix of inner products has the same singular values.
    squares, places = np.linalg.eigh(centred @ centred.T)
    lengths = np.sqrt(np.maximum(squares[[-1, -2]], 0))
    if lengths[1] <= LEAST_BEND * lengths[0]:
        raise Refusal(words.STRAIGHT_PATH)
    directions = places[:, [-1, -2]].T @ centred / lengths[:, None]
    signs = np.sign([directions[0] @ (path[-1] - path[0]), _largest((path - path[-1]) @ directions[1])])
    return np.asarray(directions * np.where(signs == 0, 1, signs)[:, None])


def _largest(numbers: Doubles) -> float:
    """The one that is furthest from zero."""
    return float(numbers[np.abs(numbers).argmax()])


def weight_directions(layout: Layout, places: Sequence[tuple[int, int, int | None]]) -> Doubles:
    """One parameter for each direction: (layer, unit, source), where the source None is the bias. float64 [2,
    parameters].

    Raises:
        Refusal: there is no such parameter, or it is the same one twice.
    """
    directions = np.zeros((2, layout.size))
    at = [_place(layout, *place) for place in places]
    if at[0] == at[1]:
        raise Refusal(words.SAME_WEIGHT)
    directions[[0, 1], at] = 1
    return directions


def _place(layout: Layout, layer: int, unit: int, source: int | None) -> int:
    sizes = layout.sizes
    if not (
        1 <= layer < len(sizes) and 0 <= unit < sizes[layer] and (source is None or 0 <= source < sizes[layer - 1])
    ):
        if source is None:
            raise Refusal(words.NO_SUCH_BIAS.format(layer=layer, unit=unit + 1))
        raise Refusal(words.NO_SUCH_WEIGHT.format(layer=layer, unit=unit + 1, source=source + 1))
    if source is None:
        return int(layout.bias(layer).start) + unit
    return int(layout.weights(layer).start) + unit * sizes[layer - 1] + source


def coordinates(path: Doubles, origin: Doubles, directions: Doubles) -> Doubles:
    """Where the path is nearest to in the plane through `origin`, in units of the directions: float64 [points, 2]."""
    return np.asarray(np.linalg.lstsq(directions.T, (path - origin).T, rcond=None)[0].T, np.float64)


def left_out(path: Doubles, directions: Doubles) -> float:
    """The share of the path's variance (squared distances from its mean) that a plane along the
    directions does not show.
    """
    centred = path - path.mean(axis=0)
    total = float((centred**2).sum())
    if total == 0:
        return 0.0
    shown = coordinates(centred, np.zeros(path.shape[1]), directions) @ directions
    return float(((centred - shown) ** 2).sum()) / total
