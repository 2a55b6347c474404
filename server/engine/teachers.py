"""The data sets for regression over many inputs, for `generators.py`: numbers that a random teacher makes of them.

Each takes the points' random numbers and gives every input and the target of every point. Another seed has another
teacher, and points that are drawn apart have the same one.
"""

import numpy as np

from glassbox.engine.arrays import Doubles
from glassbox.engine.data_rng import DataRng
from glassbox.engine.streams import Purpose, stream

INPUTS = 8
WIDE, NARROW = 60, 4  # inputs of each scale
SCALES = (1.0,) * WIDE + (0.05,) * NARROW
_WEIGHT_OF_WIDE = 1.2  # the norm of all their weights; that of the narrow ones' is 1
_LOOKED_AT = 4096  # inputs, to find the mean and the spread of a teacher's outputs


def teacher(chance: DataRng) -> tuple[Doubles, ...]:
    """A random network of 30 ReLU units."""
    return _network(chance, units=30)


def small_teacher(chance: DataRng) -> tuple[Doubles, ...]:
    """A random network of 3 ReLU units."""
    return _network(chance, units=3)


def two_scales(chance: DataRng) -> tuple[Doubles, ...]:
    """A random linear function of 60 normal inputs and of 4 that are given 20 times smaller than it takes them.

    As in R. Heckel & F. F. Yilmaz, “Early Stopping in Deep Networks: Double Descent and How to Eliminate It” (2021).
    """
    weights = stream(chance.seed, Purpose.TEACHER).standard_normal(WIDE + NARROW)
    weights[:WIDE] *= _WEIGHT_OF_WIDE / np.linalg.norm(weights[:WIDE])
    weights[WIDE:] /= np.linalg.norm(weights[WIDE:])
    x = chance.normals(Purpose.CLOUD, WIDE + NARROW)
    return (*(x * np.array(SCALES)[:, None]), _weighted(weights, x))


def _network(chance: DataRng, units: int) -> tuple[Doubles, ...]:
    """Of normal inputs: hidden weights N(0, 1/8), biases N(0, 1/4), output weights N(0, 1); then standardised."""
    own = stream(chance.seed, Purpose.TEACHER)
    weights, biases = own.standard_normal((units, INPUTS)) / np.sqrt(INPUTS), own.standard_normal((units, 1)) / 2
    output = own.standard_normal(units)

    def taught(x: Doubles) -> Doubles:
        return _weighted(output, np.maximum(_weighted(weights, x) + biases, 0))

    usual = taught(own.standard_normal((INPUTS, _LOOKED_AT)))
    x = chance.normals(Purpose.CLOUD, INPUTS)
    return (*x, (taught(x) - usual.mean()) / usual.std())


def _weighted(weights: Doubles, x: Doubles) -> Doubles:
    """Sums [..., points] of rows [inputs, points] by weights [..., inputs].

    Row by row and not by a library's matrix product, which may round a point differently in another crowd.
    """
    return np.asarray(sum(weights[..., at, None] * row for at, row in enumerate(x)))
