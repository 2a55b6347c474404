"""What large weights cost, L1 or L2, on weights and not on biases.

L2 adds λ w to the gradient, as PyTorch's weight decay does. L1 instead moves each weight towards zero by α λ after the
update and stops at zero (proximal gradient descent: Daubechies et al., 2004; Parikh & Boyd, 2014): so a weight becomes
exactly zero, and returns as soon as the data pull harder than the penalty.
"""

import math

import numpy as np

from server.engine._jit import jit
from server.engine.choices import Penalty

L1 = Penalty.L1.code
L2 = Penalty.L2.code


@jit
def add_decay(rate, parameters, sizes, gradients):
    """gradients += rate · w, for every weight w."""
    at = 0
    for layer in range(1, sizes.size):
        weights = sizes[layer - 1] * sizes[layer]
        w, g = parameters[at : at + weights], gradients[at : at + weights]
        for i in range(weights):
            g[i] += rate * w[i]
        at += weights + sizes[layer]


@jit
def shrink(amount, parameters, sizes):
    """Every weight moves towards zero by `amount`, and not beyond."""
    at = 0
    for layer in range(1, sizes.size):
        weights = sizes[layer - 1] * sizes[layer]
        w = parameters[at : at + weights]
        for i in range(weights):
            size = abs(w[i]) - amount
            w[i] = math.copysign(size, w[i]) if size > 0 else w[i] * 0
        at += weights + sizes[layer]


@jit
def cost(penalty, rate, parameters, sizes):
    """λ Σ |w| or ½ λ Σ w², as float64; 0 without a penalty."""
    total, at = 0.0, 0
    for layer in range(1, sizes.size):
        weights = sizes[layer - 1] * sizes[layer]
        for weight in parameters[at : at + weights]:
            w = np.float64(weight)  # in kernels, float() of a float32 is one
            total += abs(w) if penalty == L1 else w * w / 2
        at += weights + sizes[layer]
    return rate * total if penalty in (L1, L2) else 0.0
