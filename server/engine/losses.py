"""The losses: their gradient with respect to the logits, for training, and their value, for the screen.

Kernels work on a tile of samples; its logits lie units by samples in a flat array. Softmax and cross-entropy subtract
the largest logit first, so ±1000 is no trouble.
"""

import math

import numpy as np

from glassbox.engine._jit import inlined, jit, pasted
from glassbox.engine.choices import Loss, OutputActivation
from glassbox.engine.functions import exp, f, half, log1p, sigmoid, tanh

SIGMOID = OutputActivation.SIGMOID.code
TANH = OutputActivation.TANH.code
SOFTMAX = OutputActivation.SOFTMAX.code
SCORE = OutputActivation.SCORE.code
SQUARED_ERROR = Loss.SQUARED_ERROR.code
ABSOLUTE = Loss.ABSOLUTE.code
HUBER = Loss.HUBER.code
_ZERO, _ONE, _TWO = f(0), f(1), f(2)


@pasted
def logit_gradients(output, loss, delta, logits, targets, count, share, deltas):
    """∂L/∂z for each logit of a tile, times `share`; 0 for samples that only fill the tile up.

    Args:
        output, loss: codes of `choices.OutputActivation` and `choices.Loss`. delta: the Huber loss's.
        logits: flat, units by samples. Softmax leaves probabilities in their place.
        targets: of the tile's samples, [width]: class numbers, or numbers for regression.
        count: how many of the samples are real.
        share: 1 / mini-batch, so that gradients are means.
        deltas: flat, of the logits' size; written.
    """
    width = targets.size
    if output == SOFTMAX:
        softmax(logits, width)
        _class_gradients(loss, logits, targets, deltas)
    elif output == SIGMOID:
        for s in range(width):
            deltas[s] = sigmoid(logits[s]) - targets[s]
    elif output == TANH:
        for s in range(width):
            y = tanh(logits[s])
            deltas[s] = (y - _signed(targets[s])) * (_ONE - y * y)
    elif output == SCORE:
        _hinge_gradients(logits, targets, deltas)
    else:
        bound = deltas.dtype.type(delta if loss == HUBER else math.inf)
        for s in range(width):
            miss = logits[s] - targets[s]
            deltas[s] = _sign(miss) if loss == ABSOLUTE else min(max(miss, -bound), bound)
    for unit in range(logits.size // width):
        row = deltas[unit * width : (unit + 1) * width]
        for s in range(width):
            row[s] = row[s] * share if s < count else _ZERO


@inlined
def _sign(x):
    """−1, 0 or 1; NaN stays NaN."""
    return x if x != x or x == _ZERO else math.copysign(_ONE, x)


@inlined
def _signed(target):
    """Class 0 or 1 as −1 or 1."""
    return _TWO * target - _ONE


@jit
def softmax(logits, width):
    """In place: the logits, units by `width` samples, become probabilities that sum to 1 for each sample."""
    for s in range(width):
        units = logits[s::width]
        largest = units[0]
        for unit in range(1, units.size):
            largest = max(largest, units[unit])
        summed = largest * _ZERO
        for unit in range(units.size):
            units[unit] = exp(units[unit] - largest)
            summed += units[unit]
        for unit in range(units.size):
            units[unit] /= summed


@pasted
def _class_gradients(loss, chances, targets, deltas):
    """Cross-entropy: p − t. Squared error: pᵢ (eᵢ − Σⱼ eⱼ pⱼ) with e = p − t, through the softmax's Jacobian."""
    width = targets.size
    for i in range(deltas.size):
        deltas[i] = chances[i]
    for s in range(width):
        deltas[np.int64(targets[s]) * width + s] -= _ONE
    if loss == SQUARED_ERROR:
        for s in range(width):
            errors, p = deltas[s::width], chances[s::width]
            mixed = p[0] * _ZERO
            for unit in range(p.size):
                mixed += errors[unit] * p[unit]
            for unit in range(p.size):
                errors[unit] = p[unit] * (errors[unit] - mixed)


@jit
def _hinge_gradients(scores, targets, deltas):
    """Of two classes −t where t z < 1; of several +1 for the best other class and −1 for the right one."""
    width = targets.size
    for s in range(width):
        units, changes = scores[s::width], deltas[s::width]
        if units.size == 1:
            sign = _signed(targets[s])
            changes[0] = -sign if sign * units[0] < _ONE else units[0] * _ZERO
            continue
        right = np.int64(targets[s])
        rival = _best_but(units, right)
        for unit in range(units.size):
            changes[unit] = units[unit] * _ZERO
        if units[right] - units[rival] < _ONE:
            changes[rival] += _ONE
            changes[right] -= _ONE


@inlined
def _best_but(scores, excluded):
    """The index of the largest score, one left out (−1: none). NaN counts as the largest, as in NumPy."""
    best = 1 if excluded == 0 else 0
    for unit in range(best + 1, scores.size):
        if unit != excluded and (scores[unit] > scores[best] or scores[unit] != scores[unit]):
            best = unit
    return best


@pasted
def sample_loss(output, loss, delta, logits, target):
    """One sample's loss, from its `logits` [units], which are left as they are."""
    if output == SOFTMAX:
        return _class_loss(loss, logits, np.int64(target))
    z = logits[0]
    if output == SIGMOID:
        return binary_loss(z, target)
    if output == TANH:
        return half((tanh(z) - _signed(target)) ** 2)
    if output == SCORE:
        missing = _ONE - _margin(logits, target)
        return _ZERO if missing <= _ZERO else missing  # NaN stays NaN
    return _miss_loss(loss, logits.dtype.type(delta), abs(z - target))


@inlined
def binary_loss(z, target):
    """Cross-entropy of two classes: softplus(z) − t z, exact where that is nearly 0."""
    return max(z, _ZERO) - target * z + log1p(exp(-abs(z)))


@inlined
def _margin(scores, target):
    """By how much the right class leads."""
    if scores.size == 1:
        return scores[0] * _signed(target)
    right = np.int64(target)
    return scores[right] - scores[_best_but(scores, right)]


@inlined
def _miss_loss(loss, delta, miss):
    if loss == ABSOLUTE:
        return miss
    if loss == HUBER and miss > delta:
        return delta * (miss - half(delta))
    return half(miss * miss)


@pasted
def _class_loss(loss, logits, target):
    """From the shares of the other classes: where the own one is nearly 1, they are what is left of the loss."""
    largest = logits[0]
    for unit in range(1, logits.size):
        largest = max(largest, logits[unit])
    own = exp(logits[target] - largest)
    others = squares = largest * _ZERO
    for unit in range(logits.size):
        if unit != target:
            e = exp(logits[unit] - largest)
            others += e
            squares += e * e
    if loss == SQUARED_ERROR:
        return half((others * others + squares) / ((own + others) * (own + others)))
    return math.log1p(others) if own == _ONE else math.log(own + others) - (logits[target] - largest)


@pasted
def is_right(logits, target):
    """Whether the sample would be put into its class."""
    if logits.size == 1:
        return (logits[0] > _ZERO) == (target > f(0.5))
    return _best_but(logits, -1) == np.int64(target)
