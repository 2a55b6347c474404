"""Tests of the scratch memory: large enough for any tile, and aligned, so that vectors do not straddle cache lines."""

import numpy as np
import pytest

from server.engine.layout import Layout
from server.engine.workspace import TILE, aligned, workspace


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("count", [1, 15, 16, 17, 1000])
def test_aligned_memory_is_zero_and_begins_at_a_cache_line(count, dtype):
    for _ in range(10):
        numbers = aligned(count, dtype)
        assert numbers.shape == (count,) and numbers.dtype == dtype and not numbers.any()
        assert numbers.ctypes.data % 64 == 0


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_workspace_holds_a_tile_of_every_layer(dtype):
    layout = Layout((3, 20, 1))
    work = workspace(layout, dtype)
    assert all(part.dtype == dtype for part in work)
    assert min(len(part) for part in (work.outputs, work.slopes, work.deltas)) >= TILE * 24
    assert len(work.gradients) == layout.size and len(work.targets) >= TILE
