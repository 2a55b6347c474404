"""Maps drawn, scaled and packed in one compiled call, for frames, which are made many times a second.

What `surface` and `pictures` do one after the other. But each call of a kernel gives the GIL away and has to get it
back, and where several threads are busy that costs more than the map of a small network.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from glassbox.engine._jit import jit, pasted
from glassbox.engine.arrays import Floats, Integers
from glassbox.engine.choices import OutputActivation
from glassbox.engine.losses import softmax
from glassbox.engine.network import Architecture
from glassbox.engine.pictures import _largest, _pack, _quantise
from glassbox.engine.surface import Windows, fill_maps, scratch

OWN_SCALE = 0.0
_SCORE = OutputActivation.SCORE.code


class MapRequest(NamedTuple):
    """What is to be drawn.

    Attributes:
        inputs: float32 [features, size²], of a square grid.
        windows: for each layer which units, (first, count).
        scale: the value of full colour; OWN_SCALE: each map's largest.
        as_classes: the units are the probabilities of all classes; draw the most probable class and its probability.
    """

    inputs: Floats
    size: int
    windows: Windows
    scale: float = OWN_SCALE
    as_classes: bool = False


class RenderedMaps(NamedTuple):
    """Packed pictures, and each one's value of full colour; `classes` is empty if it was not asked for."""

    scales: Floats
    pixels: bytes
    classes: bytes


def render(
    architecture: Architecture,
    parameters: Floats,
    large: MapRequest,
    small: MapRequest,
    statistics: Floats | None = None,
) -> tuple[RenderedMaps, RenderedMaps]:
    """A network's large and small maps; the small ones show no classes.

    Args:
        statistics: as in `kernel_args.State`; needed if a layer is batch-normalized.
    """
    work = scratch(architecture)
    scales, pixels, classes, small_scales, small_pixels = _render(
        architecture.plan, parameters, work.statistics if statistics is None else statistics, work,
        large.inputs, large.size, _table(large.windows), large.scale, large.as_classes,
        small.inputs, small.size, _table(small.windows), small.scale,
    )  # fmt: skip
    return RenderedMaps(scales, pixels.tobytes(), classes.tobytes()), RenderedMaps(
        small_scales, small_pixels.tobytes(), b""
    )


@lru_cache(maxsize=1024)
def _table(windows: Windows) -> Integers:
    return np.array(windows, np.int64)


@jit
def _render(
    plan, parameters, statistics, work, inputs, size, windows, scale, as_classes,
    small, small_size, small_windows, small_scale,
):  # fmt: skip
    maps = _maps(plan, parameters, statistics, work, inputs, windows)
    classes = np.empty(0, np.uint8)
    if as_classes:
        if plan.output == _SCORE:
            softmax(maps.reshape(maps.size), maps.shape[1])  # a share of certainty, to be drawn
        winners, maps = _winners(maps)
        classes = _pack(winners.reshape(1, size, size))
    scales, pixels = _packed(maps, size, scale)
    maps = _maps(plan, parameters, statistics, work, small, small_windows)
    small_scales, small_pixels = _packed(maps, small_size, small_scale)
    return scales, pixels, classes, small_scales, small_pixels


@pasted
def _maps(plan, parameters, statistics, work, inputs, windows):
    maps = np.empty((windows[:, 1].sum(), inputs.shape[1]), np.float32)
    fill_maps(plan, windows, inputs, parameters, statistics, work, maps)
    return maps


@pasted
def _packed(maps, size, scale):
    scales = np.full(maps.shape[0], scale, np.float32) if scale > 0 else _largest(maps)
    return scales, _pack(_quantise(maps, scales).reshape(maps.shape[0], size, size))


@pasted
def _winners(chances):
    """The most probable class at each point, uint8 [points], and its probability, float32 [1, points]."""
    winners, highest = np.zeros(chances.shape[1], np.uint8), chances[:1].copy()
    for each in range(1, chances.shape[0]):
        for point in range(chances.shape[1]):
            if chances[each, point] > highest[0, point]:
                winners[point], highest[0, point] = each, chances[each, point]
    return winners, highest
