"""Computes what a network is given of each point (x₁, x₂): the chosen input features, for training and for maps."""

from collections.abc import Callable

import numpy as np

from glassbox.engine.arrays import Floats
from glassbox.engine.data_choices import Feature

_FORMULAS: dict[Feature, Callable[[Floats, Floats], Floats]] = {
    Feature.X1: lambda x1, x2: x1,
    Feature.X2: lambda x1, x2: x2,
    Feature.X1_SQUARED: lambda x1, x2: x1 * x1,
    Feature.X2_SQUARED: lambda x1, x2: x2 * x2,
    Feature.X1_X2: lambda x1, x2: x1 * x2,
    Feature.SIN_X1: lambda x1, x2: np.sin(x1),
    Feature.SIN_X2: lambda x1, x2: np.sin(x2),
}


def compute_features(points: Floats, features: tuple[Feature, ...], scale: float = 1.0) -> Floats:
    """The features of points float32 [n, 2], times `scale`, in the order asked for: float32 [features, n], contiguous.

    Without any features, every column of the points: data with more than two inputs are given whole.
    """
    if not features:
        return np.ascontiguousarray(points.T * np.float32(scale))
    values = np.empty((len(features), len(points)), np.float32)
    for row, feature in zip(values, features, strict=True):
        row[:] = _FORMULAS[feature](points[:, 0], points[:, 1])
    values *= np.float32(scale)
    return values
