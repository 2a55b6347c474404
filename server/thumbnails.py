"""A few points of every data set, for the small pictures one chooses a data set by; and of a formula's data."""

from functools import cache
from typing import Any

import numpy as np

from glassbox.data import Source, describe, points_from
from glassbox.engine.arrays import Floats
from glassbox.engine.data_choices import Dataset
from glassbox.engine.dataset import EDGE, Points

POINTS = 150
SEED = 1
DECIMALS = 3  # finer than a pixel of the picture
REACH = 0.85  # of the plane, up and down, that a curve takes
SAMPLES = 4  # small pictures beside and above each other, of data that are pictures


@cache
def thumbnails() -> dict[str, Any]:
    """The `thumbnail` of each data set, by its name."""
    return {dataset.value: thumbnail(dataset) for dataset in Dataset}


def thumbnail(source: Source) -> dict[str, Any]:
    """Of some data: their `problem`, `classes` and `points` as [x1, x2, target].

    Of a curve x2 is the target, as large as the picture. Of data that are pictures themselves some stand in place of
    points: `pictures` are lists of ink from 0 to 1, row by row.
    """
    points, about = points_from(source, POINTS, noise=0.0, label_noise=0.0, seed=SEED), describe(source)
    return {
        "problem": points.problem.value,
        "classes": points.classes,
        "points": [] if about.side else _rounded(_placed(points)),
        "pictures": _rounded(_first_of_each(points)) if about.side else [],
    }


def _placed(points: Points) -> Floats:
    x1, x2 = points.x[:, :2].T
    if points.inputs == 1:
        x2 = points.target / np.abs(points.target).max() * np.float32(REACH * EDGE)
    return np.stack([x1, x2, points.target], axis=1)


def _first_of_each(points: Points) -> Floats:
    return np.stack([points.x[points.target == each][0] for each in range(SAMPLES)])


def _rounded(rows: Floats) -> list[list[float]]:
    return [[round(value, DECIMALS) for value in row] for row in rows.tolist()]
