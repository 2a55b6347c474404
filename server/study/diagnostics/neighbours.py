"""What a sample's nearest neighbours say of it: how much the data can tell, whatever network there is,
and which labels are odd.
"""

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.arrays import Floats, Integers

NEAREST = 7  # neighbours asked; odd, so that two classes cannot tie
AGAINST = 6  # of them with another label make a label odd


def nearest(x: Floats) -> Integers:
    """For each sample of x [features, samples] its nearest others, [samples, NEAREST or fewer]."""
    points = x.T.astype(np.float64)
    squares = (points**2).sum(axis=1)
    distances = squares[:, None] + squares - 2 * points @ points.T
    np.fill_diagonal(distances, np.inf)
    count = min(NEAREST, len(points) - 1)
    return np.asarray(np.argsort(distances, axis=1, kind="stable")[:, :count], np.int64)


def votes(labels: Integers, near: Integers, classes: int) -> Integers:
    """How many of each sample's neighbours are of each class, [samples, classes]."""
    return np.asarray((labels[near][:, :, None] == np.arange(classes)).sum(axis=1), np.int64)


def odd(labels: Integers, counts: Integers) -> NDArray[np.bool_]:
    """Which labels nearly all neighbours contradict."""
    agreeing = counts[np.arange(len(labels)), labels]
    return np.asarray(counts.sum(axis=1) - agreeing >= AGAINST, np.bool_)
