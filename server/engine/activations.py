"""Every activation with its slope, applied to a whole layer at once; the derivative is taken on the way forward.

The slope φ′(z) is stored beside each output, so the backward pass is the same for all activations: it multiplies.
To add one: name it in `choices.Activation`, write its function here, and give it a line in `activate`.
"""

import math
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from glassbox.engine._jit import inlined, jit
from glassbox.engine.choices import Activation
from glassbox.engine.functions import SINE_EDGE, cosine, exp, f, half, sigmoid, sine, softplus, tanh
from glassbox.engine.no_refcount import part

Real = TypeVar("Real", bound=np.floating)

SIGMOID = Activation.SIGMOID.code
TANH = Activation.TANH.code
RELU = Activation.RELU.code
LEAKY_RELU = Activation.LEAKY_RELU.code
ELU = Activation.ELU.code
SOFTPLUS = Activation.SOFTPLUS.code
SILU = Activation.SILU.code
GELU = Activation.GELU.code
SINE = Activation.SINE.code
STEP = Activation.STEP.code

_ZERO, _ONE = f(0), f(1)
LEAK = 0.01
GELU_OUTER, GELU_INNER = 0.7978845608028654, 0.044715  # √(2/π), and the cubic's share


def activated(activation: Activation, z: NDArray[Real]) -> tuple[NDArray[Real], NDArray[Real]]:
    """φ(z) and φ′(z) as networks compute them, for whoever draws or explains them: like z, in arrays of their own."""
    values = np.array(z, order="C")
    slopes = np.empty_like(values)
    activate(activation.code, values.reshape(-1), slopes.reshape(-1))
    return values, slopes


@jit
def activate(code, values, slopes):
    """In place: `values` from sums z to φ(z), and `slopes` to φ′(z).

    Args:
        code: of `choices.Activation`; switched on once, so that each loop vectorises.
        values, slopes: flat, of one dtype and size.
    """
    values, slopes = part(values, 0, values.size), part(slopes, 0, slopes.size)  # whose references nobody counts
    number = values.dtype.type
    if code == TANH:
        for i in range(values.size):
            a = tanh(values[i])
            values[i], slopes[i] = a, _ONE - a * a
    elif code == RELU:
        for i in range(values.size):
            z = values[i]
            values[i], slopes[i] = (z if z > _ZERO else z * _ZERO), (_ONE if z > _ZERO else _ZERO)
    elif code == SIGMOID:
        for i in range(values.size):
            a = sigmoid(values[i])
            values[i], slopes[i] = a, a * (_ONE - a)
    elif code == LEAKY_RELU:
        for i in range(values.size):
            slope = _ONE if values[i] > _ZERO else number(LEAK)
            values[i], slopes[i] = values[i] * slope, slope
    elif code == ELU:
        for i in range(values.size):
            values[i], slopes[i] = _elu(values[i])
    elif code == SOFTPLUS:
        for i in range(values.size):
            z = values[i]
            values[i], slopes[i] = softplus(z), sigmoid(z)
    elif code == SILU:
        for i in range(values.size):
            values[i], slopes[i] = _silu(values[i])
    elif code == GELU:
        for i in range(values.size):
            values[i], slopes[i] = _gelu(values[i], number)
    elif code == SINE:
        if _far(values):
            _bring_back(values)
        for i in range(values.size):
            z = values[i]
            values[i], slopes[i] = sine(z), cosine(z)
    elif code == STEP:
        for i in range(values.size):
            values[i], slopes[i] = _step(values[i])
    else:
        for i in range(values.size):
            slopes[i] = _ONE


@inlined
def _far(values):
    """How many sums are too far out for `sine`. Counting vectorises; a maximum, which has to look for NaN, does not."""
    count = 0
    for i in range(values.size):
        count += abs(values[i]) > SINE_EDGE
    return count


@jit
def _bring_back(values):
    """Take whole turns off the sums that are too far out, which few networks ever have."""
    for i in range(values.size):
        if abs(values[i]) > SINE_EDGE:
            z = float(values[i])
            values[i] = math.atan2(math.sin(z), math.cos(z))


@inlined
def _elu(z):
    """exp is taken of negative sums only: of large ones it would be infinite, and 0 · ∞ is not a number."""
    e = exp(z if z < _ZERO else z * _ZERO)
    return (z if z > _ZERO else e - _ONE), (_ONE if z > _ZERO else e)


@inlined
def _silu(z):
    s = sigmoid(z)
    return z * s, s * (_ONE + z * (_ONE - s))


@inlined
def _gelu(z, number):
    """In its tanh form (Hendrycks & Gimpel, 2016)."""
    z2, outer, cubic = z * z, number(GELU_OUTER), number(GELU_INNER)
    t = tanh(outer * z * (_ONE + cubic * z2))
    inner = outer * (_ONE + f(3) * cubic * z2)
    return half(z * (_ONE + t)), half(_ONE + t + z * (_ONE - t * t) * inner)


@inlined
def _step(z):
    """The gradient is straight-through: as if the step were a ramp between −1 and 1 (Bengio et al., 2013)."""
    return (_ONE if z > _ZERO else z * _ZERO), (_ONE if abs(z) <= _ONE else _ZERO)
