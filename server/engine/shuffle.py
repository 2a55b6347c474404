"""The order in which an epoch's samples are trained: a random permutation that seed and epoch alone decide.

Nothing is carried from epoch to epoch, so a run can be cut into slices, paused, rewound and repeated without ever
coming to another order.
"""

import numpy as np

from server.engine._jit import inlined, jit

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MIX_1, _MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_EPOCH_KEY = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)


@inlined
def _mixed(state):
    """SplitMix64's output function (Steele, Lea & Flood, 2014)."""
    z = (state ^ (state >> np.uint64(30))) * _MIX_1
    z = (z ^ (z >> np.uint64(27))) * _MIX_2
    return z ^ (z >> np.uint64(31))


@jit
def shuffle(order, seed, epoch):
    """Fill `order` (int64 [samples]) with a permutation of its indices, the same for the same seed and epoch.

    Fisher & Yates' shuffle. A 32-bit number scaled to the range is even to one part in 2³² / samples.
    """
    state = _mixed(np.uint64(seed) * _GOLDEN) ^ _mixed(np.uint64(epoch) * _EPOCH_KEY + _GOLDEN)
    for i in range(order.size):
        order[i] = i
    for i in range(order.size - 1, 0, -1):
        state += _GOLDEN
        high = _mixed(state) >> _HALF
        j = np.int64((high * np.uint64(i + 1)) >> _HALF)
        order[i], order[j] = order[j], order[i]
