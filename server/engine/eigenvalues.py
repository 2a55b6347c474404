"""The largest eigenvalue of a symmetric matrix of which one only knows what it does to vectors."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from glassbox.engine.arrays import Doubles
from glassbox.engine.streams import Purpose, stream

Product = Callable[[Doubles], Doubles]

TOLERANCE = 1e-4  # of the eigenvalue, by which the answer may be off
MOST_PRODUCTS = 60
SMALL = 100  # rows, up to which the matrix is written out


class Eigenvalue(NamedTuple):
    """The largest eigenvalue.

    Attributes:
        value: of the largest, not the one farthest from zero.
        error: some eigenvalue lies within so much of it; 0 where the matrix was written out.
        products: how many times the matrix was applied.
    """

    value: float
    error: float
    products: int

    @property
    def is_exact(self) -> bool:
        """Whether nothing but rounding is between it and the truth."""
        return self.error == 0


def largest_eigenvalue(product: Product, size: int, small: int = SMALL) -> Eigenvalue:
    """Of the matrix [size, size] of `product`.

    Up to `small` rows the matrix is written out, column by column. Otherwise by Lanczos's method (1950): the power
    iteration, which applies the matrix again and again, but looks for the answer in all that came by instead of the
    last vector. It ends when its residual is below 1e−4 of the value, or after 60 products.
    """
    if size <= small:
        rows = np.array([product(unit) for unit in np.eye(size)])
        return Eigenvalue(float(np.linalg.eigvalsh((rows + rows.T) / 2)[-1]), 0.0, size)
    return _lanczos(product, size)


def _lanczos(product: Product, size: int) -> Eigenvalue:
    """With every vector made orthogonal to all earlier ones, twice, since rounding would bring old answers back."""
    vector = stream(0, Purpose.CURVATURE).standard_normal(size)
    basis, diagonal, beside = [vector / np.linalg.norm(vector)], list[float](), list[float]()
    while True:
        image = product(basis[-1])
        diagonal.append(float(image @ basis[-1]))
        known = np.array(basis)
        for _ in range(2):
            image = image - known.T @ (known @ image)
        left = float(np.linalg.norm(image))
        values, vectors = np.linalg.eigh(np.diag(diagonal) + np.diag(beside, 1) + np.diag(beside, -1))
        value, error = float(values[-1]), left * abs(float(vectors[-1, -1]))
        if error <= TOLERANCE * abs(value) or len(basis) == min(MOST_PRODUCTS, size):
            return Eigenvalue(value, error, len(basis))
        beside.append(left)
        basis.append(image / left)
