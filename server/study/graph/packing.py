"""Matrices for the page: a picture of each, its length, and the whole of those that are looked at,
none longer than it must be.
"""

from base64 import b64encode
from typing import Any

import numpy as np

from glassbox.study.answers.of_graph import PackedMatrix
from glassbox.study.graph.tape import Array

MOST_DOTS = 24  # of a picture's side: it is drawn no larger than a thumb
MOST_PLAIN = 200  # numbers written out; more than these go as float32, whose seven digits are more than are shown
BRIGHTEST = 127


def picture(matrix: Array) -> PackedMatrix:
    """A heat map as signed bytes in base64, the largest size of a number as 127; and the length ‖·‖ of all of it."""
    dots = _strongest(matrix)
    largest = float(np.abs(dots).max())
    scaled = np.rint(dots / largest * BRIGHTEST) if 0 < largest < np.inf else np.zeros_like(dots)
    return PackedMatrix(
        rows=len(dots),
        dots=_text(np.nan_to_num(scaled).astype(np.int8)),
        length=_length(matrix, largest),
    )


def _length(matrix: Array, largest: float) -> float:
    """In units of the largest size of a number, since the squares of vast ones overflow."""
    return largest * float(np.linalg.norm(matrix / largest)) if 0 < largest < np.inf else largest


def whole(matrix: Array) -> PackedMatrix:
    """Every number, row by row: written out, or as float32 in base64 if they are many."""
    if matrix.size <= MOST_PLAIN:
        return PackedMatrix(
            rows=len(matrix),
            numbers=matrix.ravel().tolist(),
        )
    with np.errstate(over="ignore"):
        return PackedMatrix(
            rows=len(matrix),
            float32=_text(matrix.astype("<f4")),
        )


def _text(numbers: np.ndarray[Any, Any]) -> str:
    return b64encode(np.ascontiguousarray(numbers).tobytes()).decode("ascii")


def _strongest(matrix: Array) -> Array:
    """At most so many rows and columns: of each patch the number that is farthest from zero."""
    return _strongest_rows(_strongest_rows(matrix).T).T


def _strongest_rows(matrix: Array) -> Array:
    if len(matrix) <= MOST_DOTS:
        return matrix
    starts = np.arange(MOST_DOTS) * len(matrix) // MOST_DOTS
    highest, lowest = np.maximum.reduceat(matrix, starts), np.minimum.reduceat(matrix, starts)
    return np.where(highest >= -lowest, highest, lowest)
