"""Counts how numbers are distributed, for the small pictures of a layer."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from glassbox.study.answers.of_diagnostics import Histogram

BINS = 31  # odd, so that the middle one holds zero
LEAST_REACH = 1e-12  # half the width, where all numbers are zero


def histogram(numbers: NDArray[Any], reach: float | None = None) -> Histogram:
    """Counts over [−reach, reach], mean and spread. What is not finite is left out.

    Args:
        reach: of the picture; None: the largest number's size.
    """
    finite = np.asarray(numbers, np.float64).ravel()
    finite = finite[np.isfinite(finite)]
    width = max(reach_of(finite) if reach is None else reach, LEAST_REACH)
    counts, _ = np.histogram(finite, bins=BINS, range=(-width, width))
    mean, spread = (float(finite.mean()), float(finite.std())) if finite.size else (0.0, 0.0)
    return Histogram(
        reach=width,
        counts=counts.tolist(),
        mean=mean,
        spread=spread,
    )


def reach_of(*groups: NDArray[Any]) -> float:
    """The size of the largest finite number in all groups."""
    sizes = [np.abs(group[np.isfinite(group)]).max(initial=0.0) for group in groups]
    return float(max(sizes))
