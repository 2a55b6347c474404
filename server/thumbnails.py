"""A few points of every data set, for the small pictures one chooses a data set by."""

from functools import cache
from typing import Any

from server.engine.choices import Dataset
from server.engine.datasets import generate, is_on_the_plane

POINTS = 150
SEED = 1
DECIMALS = 3  # finer than a pixel of the picture


@cache
def thumbnails() -> dict[str, Any]:
    """By the data set's name: its `problem`, `classes` and `points` as [x1, x2, target]."""
    return {dataset.value: _thumbnail(dataset) for dataset in Dataset if is_on_the_plane(dataset)}


def _thumbnail(dataset: Dataset) -> dict[str, Any]:
    points = generate(dataset, POINTS, noise=0.0, label_noise=0.0, seed=SEED)
    rows = zip(points.x[:, 0].tolist(), points.x[:, 1].tolist(), points.target.tolist(), strict=True)
    return {
        "problem": points.problem.value,
        "classes": points.classes,
        "points": [[round(value, DECIMALS) for value in row] for row in rows],
    }
