"""Batch and layer normalization of a layer's sums, forward and backward; gradients go through mean and spread exactly.

A tile lies units by samples; of its `width` samples the first `count` are real. Forward leaves the normalized sums ẑ in
`normalized` and 1/σ in `scales`: for each unit at the start of its row (batch), or for each sample in the first row
(layer). Backward needs both.
"""

import math

from glassbox.engine._jit import inlined, jit
from glassbox.engine.choices import Normalization
from glassbox.engine.functions import f

BATCH = Normalization.BATCH.code
LAYER = Normalization.LAYER.code
EPSILON = 1e-5  # added to variances, as in PyTorch
MEMORY = 0.1  # what a mini-batch counts in the running statistics
_ZERO = f(0)


@jit
def normalize(code, sums, normalized, scales, gains, shifts, means, variances, width, count, training):
    """In place: `sums` become γ ẑ + β.

    Args:
        gains, shifts: γ and β, [units].
        means, variances: running ones [units], for batch normalization: used unless `training`, when they are updated.
    """
    if code == LAYER:
        _standardize_samples(sums, normalized, scales, width)
    else:
        _standardize_units(sums, normalized, scales, means, variances, width, count, training)
    for unit in range(gains.size):
        row, unscaled = sums[unit * width : (unit + 1) * width], normalized[unit * width : (unit + 1) * width]
        for s in range(width):
            row[s] = gains[unit] * unscaled[s] + shifts[unit]


@inlined
def _standardize_units(sums, normalized, scales, means, variances, width, count, training):
    for unit in range(means.size):
        row, standard = sums[unit * width : (unit + 1) * width], normalized[unit * width : (unit + 1) * width]
        mean, variance = float(means[unit]), float(variances[unit])
        if training:
            mean, variance = _moments(row, count)
            means[unit] += MEMORY * (mean - means[unit])
            if count > 1:  # one sample has no spread to learn from
                variances[unit] += MEMORY * (variance * count / (count - 1) - variances[unit])
        scale = sums.dtype.type(1 / math.sqrt(variance + EPSILON))
        centre = sums.dtype.type(mean)
        scales[unit * width] = scale
        for s in range(count):
            standard[s] = (row[s] - centre) * scale
        for s in range(count, width):
            standard[s] = _ZERO  # what only fills the tile up has no part in μ and σ, and could grow without bound


@inlined
def _standardize_samples(sums, normalized, scales, width):
    for s in range(width):
        column, standard = sums[s::width], normalized[s::width]
        mean, variance = _moments(column, column.size)
        scale = sums.dtype.type(1 / math.sqrt(variance + EPSILON))
        centre = sums.dtype.type(mean)
        scales[s] = scale
        for unit in range(column.size):
            standard[unit] = (column[unit] - centre) * scale


@inlined
def _moments(values, count):
    """Mean and (biased) variance of the first `count`, in float64."""
    mean = 0.0
    for i in range(count):
        mean += values[i]
    mean /= count
    variance = 0.0
    for i in range(count):
        variance += (values[i] - mean) ** 2
    return mean, variance / count


@jit
def denormalize(code, deltas, normalized, scales, gains, gain_gradients, shift_gradients, width, count):
    """In place: `deltas` from ∂L/∂(γ ẑ + β) to ∂L/∂z; adds the gradients of γ and β.

    With g = γ · delta, ∂L/∂z = (g − mean g − ẑ · mean(g ẑ)) / σ, means taken over what was normalized together.
    """
    for unit in range(gains.size):
        row, standard = deltas[unit * width : (unit + 1) * width], normalized[unit * width : (unit + 1) * width]
        for s in range(count):
            gain_gradients[unit] += row[s] * standard[s]
            shift_gradients[unit] += row[s]
            row[s] *= gains[unit]
    if code == LAYER:
        for s in range(count):
            _through_moments(deltas[s::width], normalized[s::width], scales[s], gains.size)
    else:
        for unit in range(gains.size):
            row, standard = deltas[unit * width : (unit + 1) * width], normalized[unit * width : (unit + 1) * width]
            _through_moments(row, standard, scales[unit * width], count)
            for s in range(count, width):
                row[s] = _ZERO


@inlined
def _through_moments(gradients, standard, scale, count):
    mean = mixed = 0.0
    for i in range(count):
        mean += gradients[i]
        mixed += gradients[i] * standard[i]
    mean, mixed = mean / count, mixed / count
    for i in range(count):
        gradients[i] = (gradients[i] - mean - standard[i] * mixed) * scale
