"""The optimizers: one mini-batch's gradients move the parameters; the same updates as PyTorch's.

Coefficients come as one float64 array, in the order of `Rate`. `first` and `second` are the optimizer's memory:
velocity or running mean of gradients, and running mean of their squares; zero when an optimizer starts.
"""

import math
from enum import IntEnum

from server.engine._jit import jit, pasted
from server.engine.choices import Optimizer


class Rate(IntEnum):
    """Where each number lies in the array of rates."""

    LEARNING_RATE = 0
    MOMENTUM = 1
    RMSPROP_DECAY = 2
    BETA1 = 3
    BETA2 = 4
    EPSILON = 5
    PENALTY_RATE = 6


SGD = Optimizer.SGD.code
MOMENTUM = Optimizer.MOMENTUM.code
NESTEROV = Optimizer.NESTEROV.code
RMSPROP = Optimizer.RMSPROP.code
_LEARNING_RATE, _MOMENTUM, _DECAY, _BETA1, _BETA2, _EPSILON, _ = map(int, Rate)


@jit
def update(optimizer, rates, parameters, gradients, first, second, updates):
    """One step of `optimizer` on all parameters.

    Args:
        optimizer: code of `choices.Optimizer`.
        updates: how many this optimizer has made, this one included; for Adam's correction.
    """
    number = parameters.dtype.type
    rate, mu = number(rates[_LEARNING_RATE]), number(rates[_MOMENTUM])
    if optimizer == SGD:
        for i in range(parameters.size):
            parameters[i] -= rate * gradients[i]
    elif optimizer == MOMENTUM:
        for i in range(parameters.size):
            first[i] = mu * first[i] + gradients[i]
            parameters[i] -= rate * first[i]
    elif optimizer == NESTEROV:
        for i in range(parameters.size):
            first[i] = mu * first[i] + gradients[i]
            parameters[i] -= rate * (gradients[i] + mu * first[i])
    elif optimizer == RMSPROP:
        _rmsprop(rates, parameters, gradients, second)
    else:
        _adam(rates, parameters, gradients, first, second, updates)


@pasted
def _rmsprop(rates, parameters, gradients, squares):
    """Tieleman & Hinton, 2012."""
    number = parameters.dtype.type
    rate, epsilon = number(rates[_LEARNING_RATE]), number(rates[_EPSILON])
    decay, share = number(rates[_DECAY]), number(1 - rates[_DECAY])
    for i in range(parameters.size):
        g = gradients[i]
        squares[i] = decay * squares[i] + share * g * g
        parameters[i] -= rate * g / (math.sqrt(squares[i]) + epsilon)


@pasted
def _adam(rates, parameters, gradients, means, squares, updates):
    """Kingma & Ba, 2015. The corrections are computed in float64: a power of 0.999 in float32 would be off."""
    number = parameters.dtype.type
    beta1, beta2 = rates[_BETA1], rates[_BETA2]
    rate = number(rates[_LEARNING_RATE] / (1 - beta1**updates))
    root_scale = number(1 / math.sqrt(1 - beta2**updates))
    keep_mean, mean_share = number(beta1), number(1 - beta1)
    keep_square, square_share = number(beta2), number(1 - beta2)
    epsilon = number(rates[_EPSILON])
    for i in range(parameters.size):
        g = gradients[i]
        means[i] = keep_mean * means[i] + mean_share * g
        squares[i] = keep_square * squares[i] + square_share * g * g
        parameters[i] -= rate * means[i] / (math.sqrt(squares[i]) * root_scale + epsilon)
