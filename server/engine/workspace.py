"""Scratch memory for the kernels: made once for an architecture, so that a step allocates nothing."""

from typing import NamedTuple

import numpy as np

from glassbox.engine.arrays import Reals
from glassbox.engine.layout import Layout
from glassbox.engine.network import fresh_statistics
from glassbox.engine.simd import LANES

TILE = 64  # samples that go through the network together
_CACHE_LINE = 64  # bytes; vectors that straddle two lines are slower


class Workspace(NamedTuple):
    """Flat arrays of one dtype; `passes.py` says how a tile lies in them."""

    outputs: Reals
    slopes: Reals
    deltas: Reals
    transposed: Reals
    gradients: Reals
    targets: Reals  # [tile]: as many samples go through the network together
    normalized: Reals  # for normalized layers only: z after standardizing, and 1/σ
    scales: Reals
    statistics: Reals  # what `kernel_args.State.statistics` starts from: means 0, variances 1


def workspace(layout: Layout, dtype: type[np.floating], tile: int = TILE) -> Workspace:
    """Memory for a network of this layout, and tiles of up to `tile` samples, a multiple of 16.

    Rows are read 16 at a time, hence the spare ones.
    """
    rows = tile * (sum(layout.sizes) + LANES)
    widest = -(-max(layout.sizes) // LANES) * LANES
    standard = rows if layout.normalized else 0
    return Workspace(
        outputs=aligned(rows, dtype),
        slopes=aligned(rows, dtype),
        deltas=aligned(rows, dtype),
        transposed=aligned(tile * widest, dtype),
        gradients=aligned(layout.size, dtype),
        targets=aligned(tile, dtype),
        normalized=aligned(standard, dtype),
        scales=aligned(standard, dtype),
        statistics=fresh_statistics(layout, dtype),
    )


def aligned(count: int, dtype: type[np.floating]) -> Reals:
    """`count` zeros that begin at a cache line."""
    size = np.dtype(dtype).itemsize
    spare = np.zeros(count + _CACHE_LINE // size, dtype)
    start = -spare.ctypes.data % _CACHE_LINE // size
    return spare[start : start + count]
