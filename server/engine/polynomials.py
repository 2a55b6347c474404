"""Polynomials fitted to points in closed form: the oldest picture of under- and overfitting and a second descent."""

from dataclasses import dataclass

import numpy as np
from numpy.polynomial.legendre import legvander

from glassbox.engine.arrays import Doubles
from glassbox.engine.dataset import EDGE
from glassbox.engine.least_squares import mean_square, solve

MOST_DEGREE = 100
CURVE_POINTS = 241


@dataclass(frozen=True, eq=False)
class PolynomialFit:
    """A fitted polynomial.

    Attributes:
        coefficients: of the Legendre polynomials of x/6, from degree 0 on: float64 [degree + 1].
        train_mse, test_mse: the mean of (y − t)² over the points.
        curve: places over [−6, 6] and its values there: float64 [2, 241].
    """

    coefficients: Doubles
    train_mse: float
    test_mse: float
    curve: Doubles

    @property
    def parameters(self) -> int:
        """How many coefficients it has."""
        return len(self.coefficients)

    def at(self, x: Doubles) -> Doubles:
        """Its values at places x."""
        return polynomial_columns(x, self.parameters - 1) @ self.coefficients


def polynomial_columns(x: Doubles, degree: int) -> Doubles:
    """The Legendre polynomials of x/6 of degree 0 to `degree`, float64 [places, degree + 1].

    They span the same polynomials as 1, x, x² …, and stay between −1 and 1 on [−6, 6], so that they can be told apart
    up to a high degree.

    Raises:
        ValueError: the degree is not between 0 and 100.
    """
    if not 0 <= degree <= MOST_DEGREE:
        raise ValueError(f"Expected a degree from 0 to {MOST_DEGREE}; got {degree}.")
    return np.asarray(legvander(np.asarray(x, np.float64) / EDGE, degree))


def fit_polynomial(
    x_train: Doubles, t_train: Doubles, x_test: Doubles, t_test: Doubles, degree: int, ridge: float = 0.0
) -> PolynomialFit:
    """The polynomial of this degree with the smallest Σ (y − t)² + ridge Σ c² on the training points.

    From as many coefficients as points on it goes through all of them, and of all that do it is the one with the
    shortest coefficients.

    Args:
        x_train, t_train, x_test, t_test: places and targets, [points] each; float32 will do.
    """
    coefficients = solve(polynomial_columns(x_train, degree), np.asarray(t_train, np.float64), ridge)
    places = np.linspace(-EDGE, EDGE, CURVE_POINTS)
    return PolynomialFit(
        coefficients,
        mean_square(polynomial_columns(x_train, degree) @ coefficients - t_train),
        mean_square(polynomial_columns(x_test, degree) @ coefficients - t_test),
        np.stack([places, polynomial_columns(places, degree) @ coefficients]),
    )
