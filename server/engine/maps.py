"""Maps drawn, scaled and packed in one compiled call, for frames, which are made many times a second.

What `surface` and `pictures` do one after the other. But each call of a kernel gives the GIL away and has to get it
back, and where several threads are busy that costs more than the map of a small network.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from glassbox.engine._jit import SameTypes, jit, pasted
from glassbox.engine.arrays import Floats, Integers
from glassbox.engine.choices import OutputActivation
from glassbox.engine.losses import softmax
from glassbox.engine.network import Architecture
from glassbox.engine.no_refcount import borrowed
from glassbox.engine.pictures import _largest, _pack, _quantise
from glassbox.engine.surface import Windows, fill_maps, scratch

OWN_SCALE = 0.0
_SCORE = OutputActivation.SCORE.code
_FLOAT32 = np.dtype(np.float32)


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
    known = work.statistics if statistics is None else statistics
    kernel = _draw if all(map(_is_usual, (parameters, known, large.inputs, small.inputs))) else _render
    packed, scales, count, end, end_of_classes = kernel(
        architecture.plan, parameters, known, work,
        large.inputs, large.size, _table(large.windows), float(large.scale), bool(large.as_classes),
        small.inputs, small.size, _table(small.windows), float(small.scale),
    )  # fmt: skip
    told = packed.tobytes()
    return (
        RenderedMaps(scales[:count], told[:end], told[end:end_of_classes]),
        RenderedMaps(scales[count:], told[end_of_classes:], b""),
    )


def _is_usual(array: Floats) -> bool:
    """Whether it is of the type that `_draw` is compiled for: float32, whole, and not read-only."""
    return array.dtype is _FLOAT32 and array.flags.carray


@lru_cache(maxsize=1024)
def _table(windows: Windows) -> Integers:
    return np.array(windows, np.int64)


@jit
def _render(
    plan, parameters, statistics, work, inputs, size, windows, scale, as_classes,
    small, small_size, small_windows, small_scale,
):  # fmt: skip
    """All packed pictures in one array, and all scales in another: each array that is handed out has its price.

    Returns:
        packed, scales; how many scales are the large map's, and where in `packed` its pixels and its classes end.
    """
    plan, work = borrowed(plan), borrowed(work)
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
    end = pixels.size + classes.size
    packed = np.empty(end + small_pixels.size, np.uint8)
    packed[: pixels.size], packed[pixels.size : end], packed[end:] = pixels, classes, small_pixels
    all_scales = np.empty(scales.size + small_scales.size, np.float32)
    all_scales[: scales.size], all_scales[scales.size :] = scales, small_scales
    return packed, all_scales, scales.size, pixels.size, end


_draw = SameTypes(_render)


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
