"""Random numbers for kernels, without a state to carry: each is a function of what it is for.

So a run can be cut into slices, paused, rewound and repeated without ever drawing another number.
"""

import math

import numpy as np

from glassbox.engine._jit import inlined, jit

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MIX_1, _MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_SECOND_KEY = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)
_UNIT = 1 / 2**32


@inlined
def mixed(state):
    """SplitMix64's output function (Steele, Lea & Flood, 2014)."""
    z = (state ^ (state >> np.uint64(30))) * _MIX_1
    z = (z ^ (z >> np.uint64(27))) * _MIX_2
    return z ^ (z >> np.uint64(31))


@inlined
def key_of(seed, number):
    """A 64-bit key for the `number`-th use of `seed`; neighbours have nothing in common."""
    return mixed(np.uint64(seed) * GOLDEN) ^ mixed(np.uint64(number) * _SECOND_KEY + GOLDEN)


@inlined
def bits32(key, index):
    """32 random bits, as uint64: the `index`-th of a key."""
    return mixed(key + np.uint64(index) * GOLDEN) >> _HALF


@inlined
def normal(key, index):
    """A standard normal number, float64: the `index`-th of a key. Box & Muller (1958)."""
    u = (np.float64(bits32(key, 2 * index)) + 0.5) * _UNIT
    v = np.float64(bits32(key, 2 * index + 1)) * _UNIT
    return math.sqrt(-2 * math.log(u)) * math.cos(2 * math.pi * v)


@jit
def shuffle(order, seed, epoch):
    """Fill `order` (int64 [samples]) with a permutation of its indices, the same for the same seed and epoch.

    Fisher & Yates' shuffle. A 32-bit number scaled to the range is even to one part in 2³² / samples.
    """
    key, last = key_of(seed, epoch), order.size - 1
    partners = np.empty(max(last, 0), np.uint64)
    for draw in range(last):  # apart from the exchanges, so that it vectorises
        bits = mixed(key + GOLDEN * np.uint64(draw + 1)) >> _HALF
        partners[draw] = (bits * np.uint64(order.size - draw)) >> _HALF
    for i in range(order.size):
        order[i] = i
    for draw in range(last):
        i, j = last - draw, partners[draw]  # without a sign: it does not count from the end
        order[i], order[j] = order[j], order[i]
