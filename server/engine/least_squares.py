"""Linear least squares in closed form, by singular values in float64: for layers that need no descent.

Where several answers fit alike (more columns than rows, or columns that repeat each other) it is the shortest of them,
the minimum-norm solution, which gradient descent from zero comes to as well.
"""

import numpy as np

from glassbox.engine.arrays import Doubles
from glassbox.engine.one_thread import one_thread


def solve(columns: Doubles, t: Doubles, ridge: float = 0.0, precision: type[np.floating] = np.float64) -> Doubles:
    """The weights w that make |columns · w − t|² + ridge |w|² smallest; of several, the shortest: float64 [columns].

    Ridge regression is Hoerl & Kennard (1970).

    Args:
        columns: [samples, columns]. t: [samples].
        ridge: what squared weights cost; 0 for plain least squares, where singular values below
            max(samples, columns) · ε of the largest count as 0.
        precision: of which ε is the machine epsilon: of whoever is going to compute with these weights.
    Raises:
        ValueError: the ridge is negative, or the numbers are not finite.
    """
    if not (ridge >= 0 and np.isfinite(columns).all() and np.isfinite(t).all()):
        raise ValueError(f"Expected finite numbers and a ridge of 0 or more; got a ridge of {ridge}.")
    with one_thread():
        return _solved(columns, t, ridge, precision)


def _solved(columns: Doubles, t: Doubles, ridge: float, precision: type[np.floating]) -> Doubles:
    left, lengths, right = np.linalg.svd(columns, full_matrices=False)
    along = left.T @ t
    if ridge > 0:
        return np.asarray(right.T @ (lengths / (lengths**2 + ridge) * along))
    known = lengths > max(columns.shape) * np.finfo(precision).eps * lengths.max(initial=0.0)
    return np.asarray(right[known].T @ (along[known] / lengths[known]))


def solve_with_bias(
    columns: Doubles, t: Doubles, ridge: float = 0.0, precision: type[np.floating] = np.float64
) -> tuple[Doubles, float]:
    """The same with a bias, which is free: weights and bias that make |columns · w + b − t|² + ridge |w|² smallest."""
    middle = columns.mean(axis=0)
    weights = solve(columns - middle, t - t.mean(), ridge, precision)
    return weights, float(t.mean() - middle @ weights)


def mean_square(missed: Doubles) -> float:
    """The mean of the squares of what is missed: an MSE."""
    return float((missed**2).mean())
