"""The losses: their gradient with respect to the logits, for training, and their value, for the screen.

Kernels work on a tile: `width` samples, a multiple of 16, of which the first `count` are real; logits lie units by
samples in a flat array. Softmax and cross-entropy subtract the largest logit first, so ±1000 is no trouble.
"""

import math

from server.engine._jit import inlined, jit
from server.engine.choices import Loss, OutputActivation
from server.engine.functions import exp, f, half, sigmoid, softplus, tanh

SIGMOID = OutputActivation.SIGMOID.code
TANH = OutputActivation.TANH.code
SOFTMAX = OutputActivation.SOFTMAX.code
SQUARED_ERROR = Loss.SQUARED_ERROR.code
_ZERO, _ONE, _TWO = f(0), f(1), f(2)


@jit
def logit_gradients(output, loss, logits, start, units, width, count, targets, share, deltas, to):
    """∂L/∂z for each logit of a tile, times `share`; 0 for samples that only fill the tile up.

    Args:
        output, loss: codes of `choices.OutputActivation` and `choices.Loss`.
        logits: flat; unit u of sample s at start + u·width + s. Softmax leaves probabilities in their place.
        targets: of the tile's samples: class numbers, or numbers for regression.
        share: 1 / mini-batch, so that gradients are means.
        deltas: flat; written from `to` on.
    """
    if output == SOFTMAX:
        softmax(logits, start, units, width)
        _class_gradients(loss, logits, start, units, width, targets, deltas, to)
    elif output == SIGMOID:
        for s in range(width):
            deltas[to + s] = sigmoid(logits[start + s]) - targets[s]
    elif output == TANH:
        for s in range(width):
            y = tanh(logits[start + s])
            deltas[to + s] = (y - _signed(targets[s])) * (_ONE - y * y)
    else:
        for s in range(width):
            deltas[to + s] = logits[start + s] - targets[s]
    for unit in range(units):
        for s in range(width):
            at = to + unit * width + s
            deltas[at] = deltas[at] * share if s < count else _ZERO


@inlined
def _signed(target):
    """Class 0 or 1 as −1 or 1."""
    return _TWO * target - _ONE


@jit
def softmax(logits, start, units, width):
    """In place: the logits of each of `width` samples become probabilities that sum to 1."""
    for s in range(width):
        largest = logits[start + s]
        for at in range(start + s, start + s + units * width, width):
            largest = max(largest, logits[at])
        summed = logits[start + s] * _ZERO
        for at in range(start + s, start + s + units * width, width):
            logits[at] = exp(logits[at] - largest)
            summed += logits[at]
        for at in range(start + s, start + s + units * width, width):
            logits[at] /= summed


@jit
def _class_gradients(loss, chances, start, units, width, targets, deltas, to):
    """Cross-entropy: p − t. Squared error: pᵢ (eᵢ − Σⱼ eⱼ pⱼ) with e = p − t, through the softmax's Jacobian."""
    for s in range(width):
        for unit in range(units):
            deltas[to + unit * width + s] = chances[start + unit * width + s]
        deltas[to + int(targets[s]) * width + s] -= _ONE
        if loss == SQUARED_ERROR:
            mixed = chances[start + s] * _ZERO
            for at in range(s, s + units * width, width):
                mixed += deltas[to + at] * chances[start + at]
            for at in range(s, s + units * width, width):
                deltas[to + at] = chances[start + at] * (deltas[to + at] - mixed)


@inlined
def sample_loss(output, loss, logits, at, units, width, target):
    """One sample's loss; its logits at `at`, at + width … are left as they are."""
    if output == SOFTMAX:
        return _class_loss(loss, logits, at, units, width, int(target))
    z = logits[at]
    if output == SIGMOID:
        return softplus(z) - target * z
    if output == TANH:
        return half((tanh(z) - _signed(target)) ** 2)
    return half((z - target) ** 2)


@inlined
def _class_loss(loss, logits, at, units, width, target):
    largest = logits[at]
    for unit in range(units):
        largest = max(largest, logits[at + unit * width])
    summed = squares = largest * _ZERO
    for unit in range(units):
        e = exp(logits[at + unit * width] - largest)
        summed += e
        squares += e * e
    own = logits[at + target * width] - largest
    if loss == SQUARED_ERROR:
        return half(squares / (summed * summed) - _TWO * exp(own) / summed + _ONE)
    return math.log(summed) - own


@inlined
def is_right(output, logits, at, units, width, target):
    """Whether the sample would be put into its class."""
    if output != SOFTMAX:
        return (logits[at] > _ZERO) == (target > f(0.5))
    best = 0
    for unit in range(1, units):
        if logits[at + unit * width] > logits[at + best * width]:
            best = unit
    return best == int(target)
