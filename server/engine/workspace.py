"""Scratch memory for the kernels: made once for an architecture, so that a step allocates nothing."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from server.engine.lanes import LANES
from server.engine.layout import Layout

TILE = 64  # samples that go through the network together
_CACHE_LINE = 64  # bytes; vectors that straddle two lines are slower

Numbers = NDArray[np.floating]


class Workspace(NamedTuple):
    """Flat arrays of one dtype; `passes.py` says how a tile lies in them."""

    outputs: Numbers
    slopes: Numbers
    deltas: Numbers
    transposed: Numbers
    gradients: Numbers
    targets: Numbers


def workspace(layout: Layout, dtype: type[np.floating]) -> Workspace:
    """Memory for a network of this layout. Rows are read 16 at a time, hence the spare ones."""
    rows = TILE * (sum(layout.sizes) + LANES)
    widest = -(-max(layout.sizes) // LANES) * LANES
    return Workspace(
        outputs=aligned(rows, dtype),
        slopes=aligned(rows, dtype),
        deltas=aligned(rows, dtype),
        transposed=aligned(TILE * widest, dtype),
        gradients=aligned(layout.size, dtype),
        targets=aligned(TILE, dtype),
    )


def aligned(count: int, dtype: type[np.floating]) -> Numbers:
    """`count` zeros that begin at a cache line."""
    size = np.dtype(dtype).itemsize
    spare = np.zeros(count + _CACHE_LINE // size, dtype)
    start = -spare.ctypes.data % _CACHE_LINE // size
    return spare[start : start + count]
