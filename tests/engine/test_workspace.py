"""Tests of the scratch memory: large enough for any tile, and aligned, so that vectors do not straddle cache lines."""

import numpy as np
import pytest

from glassbox.engine.layout import Layout
from glassbox.engine.network import fresh_statistics
from glassbox.engine.workspace import TILE, aligned, workspace


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("count", [1, 15, 16, 17, 1000])
def test_aligned_memory_is_zero_and_begins_at_a_cache_line(count, dtype):
    for _ in range(10):
        numbers = aligned(count, dtype)
        assert numbers.shape == (count,) and numbers.dtype == dtype and not numbers.any()
        assert numbers.ctypes.data % 64 == 0


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("tile", [TILE, 192])
def test_a_workspace_holds_a_tile_of_every_layer(dtype, tile):
    layout = Layout((3, 20, 1))
    work = workspace(layout, dtype, tile)
    assert all(part.dtype == dtype for part in work)
    assert min(len(part) for part in (work.outputs, work.slopes, work.deltas)) >= tile * 24
    assert len(work.gradients) == layout.size and len(work.targets) == tile
    assert len(work.transposed) >= tile * 32  # as many units as the widest layer has, in sixteens


def test_only_normalized_layers_take_memory_for_what_they_keep():
    plain, normalized = (workspace(Layout((3, 20, 1), kinds), np.float32) for kinds in (frozenset(), frozenset({1})))
    assert len(plain.normalized) == len(plain.scales) == 0
    assert min(len(normalized.normalized), len(normalized.scales)) >= TILE * 24


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_statistics_start_with_mean_zero_and_variance_one(dtype):
    found = fresh_statistics(Layout((3, 20, 1)), dtype)
    assert found.dtype == dtype and found.shape == (2, 24)
    assert not found[0].any() and (found[1] == 1).all()
    np.testing.assert_array_equal(workspace(Layout((3, 20, 1)), dtype).statistics, found)
