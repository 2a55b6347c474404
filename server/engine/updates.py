"""The optimizers: one mini-batch's gradients move the parameters; the same updates as PyTorch's.

Coefficients come as one float64 array, in the order of `kernel_args.Hyper`. `first` and `second` are the optimizer's
memory: velocity or running mean of gradients, and running mean of their squares; zero when an optimizer starts.
"""

import math
from typing import NamedTuple

from glassbox.engine._jit import inlined, jit, pasted
from glassbox.engine.choices import Optimizer
from glassbox.engine.kernel_args import Counter, Hyper
from glassbox.engine.no_refcount import borrowed

SGD = Optimizer.SGD.code
MOMENTUM = Optimizer.MOMENTUM.code
NESTEROV = Optimizer.NESTEROV.code
RMSPROP = Optimizer.RMSPROP.code
ADAM = Optimizer.ADAM.code
_MOMENTUM, _DECAY = int(Hyper.MOMENTUM), int(Hyper.RMSPROP_DECAY)
_BETA1, _BETA2, _EPSILON = int(Hyper.BETA1), int(Hyper.BETA2), int(Hyper.EPSILON)
_UPDATES = int(Counter.UPDATES)


class Reach(NamedTuple):
    """How far a steady gradient of 1 moves a parameter in one update: far / (root_scale · √second + offset)."""

    far: float
    root_scale: float
    offset: float


@jit
def update(optimizer, learning_rate, hyper, state, gradients):
    """`move` as a kernel of its own."""
    move(optimizer, learning_rate, hyper, borrowed(state), gradients)


@pasted
def move(optimizer, learning_rate, hyper, state, gradients):
    """One step of `optimizer` on all parameters.

    Args:
        optimizer: code of `choices.Optimizer`.
        learning_rate: float64, as the schedule has it now.
        state: a `kernel_args.State`; its updates count this one.
    """
    parameters, first = state.parameters, state.first
    rate, mu = parameters.dtype.type(learning_rate), parameters.dtype.type(hyper[_MOMENTUM])
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
        _rmsprop(learning_rate, hyper, parameters, gradients, state.second)
    else:
        _adam(learning_rate, hyper, parameters, gradients, first, state.second, state.where[_UPDATES])


@pasted
def _rmsprop(learning_rate, hyper, parameters, gradients, squares):
    """Tieleman & Hinton, 2012."""
    number = parameters.dtype.type
    rate, epsilon = number(learning_rate), number(hyper[_EPSILON])
    decay, share = number(hyper[_DECAY]), number(1 - hyper[_DECAY])
    for i in range(parameters.size):
        g = gradients[i]
        squares[i] = decay * squares[i] + share * g * g
        parameters[i] -= rate * g / (math.sqrt(squares[i]) + epsilon)


@pasted
def _adam(learning_rate, hyper, parameters, gradients, means, squares, updates):
    """Kingma & Ba, 2015. The corrections are computed in float64: a power of 0.999 in float32 would be off."""
    number = parameters.dtype.type
    beta1, beta2 = hyper[_BETA1], hyper[_BETA2]
    rate = number(learning_rate / (1 - beta1**updates))
    root_scale = number(1 / math.sqrt(1 - beta2**updates))
    keep_mean, mean_share = number(beta1), number(1 - beta1)
    keep_square, square_share = number(beta2), number(1 - beta2)
    epsilon = number(hyper[_EPSILON])
    for i in range(parameters.size):
        g = gradients[i]
        means[i] = keep_mean * means[i] + mean_share * g
        squares[i] = keep_square * squares[i] + square_share * g * g
        parameters[i] -= rate * means[i] / (math.sqrt(squares[i]) * root_scale + epsilon)


@inlined
def steady_reach(optimizer, learning_rate, hyper, updates):
    """The `Reach` of update number `updates`, as far as the optimizer's memory of a steady gradient has built up.

    So far a penalty of slope 1 has to move a parameter, for an optimizer's rest to be the penalised loss's minimum: the
    velocity of momentum comes to 1 / (1 − μ) gradients; for RMSprop and Adam see Yun, Lozano & Yang (2021, ProxGen).
    """
    mu = hyper[_MOMENTUM]
    if optimizer == MOMENTUM:
        return Reach(learning_rate * (1 - mu**updates) / (1 - mu), 0.0, 1.0)
    if optimizer == NESTEROV:
        return Reach(learning_rate * (1 - mu ** (updates + 1)) / (1 - mu), 0.0, 1.0)
    if optimizer == RMSPROP:
        return Reach(learning_rate, 1.0, hyper[_EPSILON])
    if optimizer == ADAM:
        return Reach(learning_rate, 1 / math.sqrt(1 - hyper[_BETA2] ** updates), hyper[_EPSILON])
    return Reach(learning_rate, 0.0, 1.0)
