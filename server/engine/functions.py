"""The elementary functions inside kernels: in float32 as polynomials that vectorise, in float64 exactly.

`math.tanh` of one number costs as much as 37 of these, since it is called one number at a time. Each docstring states
the largest error in float32 (tests measure it); float64, used to check gradients, calls the exact functions.
Coefficients: tanh as in Eigen's rational approximation; exp, log and sin as in Moshier's Cephes library.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numba import types
from numba.extending import overload

from glassbox.engine._jit import inlined

f = np.float32

_TANH_EDGE = f(7.90531110763549805)  # beyond, tanh is ±1 in float32
_EXP_LOW, _EXP_HIGH = f(-87.3), f(88.3)  # beyond, e^x would leave the ordinary float32 numbers
_LOG2E, _LN2_HIGH, _LN2_LOW = f(1.44269504088896341), f(0.693359375), f(-2.12194440e-4)
_INVERSE_PI = f(0.318309886183790672)
_PI_1, _PI_2, _PI_3 = f(3.140625), f(9.67025756835937500e-4), f(6.2771141529083251953e-7)
SINE_EDGE = f(8192.0)  # the range reduction of sine and cosine is exact enough up to here


@inlined
def _clamped(x, low, high):
    """x within low … high; NaN stays NaN, which `min` and `max` would hide."""
    y = high if x > high else x
    return low if y < low else y


@inlined
def _tanh32(x):
    y = _clamped(x, -_TANH_EDGE, _TANH_EDGE)
    s = y * y
    p = s * f(-2.76076847742355e-16) + f(2.00018790482477e-13)
    p = s * p + f(-8.60467152213735e-11)
    p = s * p + f(5.12229709037114e-08)
    p = s * p + f(1.48572235717979e-05)
    p = s * p + f(6.37261928875436e-04)
    p = y * (s * p + f(4.89352455891786e-03))
    q = s * f(1.19825839466702e-06) + f(1.18534705686654e-04)
    q = s * q + f(2.26843463243900e-03)
    q = s * q + f(4.89352518554385e-03)
    # Exactly ±1 at the ends: GELU's slope multiplies what is missing there by z³.
    return math.copysign(f(1.0), x) if abs(x) >= _TANH_EDGE else p / q


@inlined
def _exp32(x):
    y = _clamped(x, _EXP_LOW, _EXP_HIGH)
    n = np.floor(y * _LOG2E + f(0.5))
    y = (y - n * _LN2_HIGH) - n * _LN2_LOW
    p = y * f(1.9875691500e-4) + f(1.3981999507e-3)
    p = y * p + f(8.3334519073e-3)
    p = y * p + f(4.1665795894e-2)
    p = y * p + f(1.6666665459e-1)
    p = y * p + f(5.0000001201e-1)
    p = y * y * p + y + f(1.0)
    scale = np.int32((np.int32(n) + np.int32(127)) << np.int32(23)).view(np.float32)
    return p * scale


@inlined
def _log1p32(x):
    """For 0 ≤ x ≤ 1: what softplus needs. 2 artanh(x / (2 + x)) as a series in an argument of at most 1/3."""
    r = x / (f(2.0) + x)
    s = r * r
    p = s * f(1 / 13) + f(1 / 11)
    p = s * p + f(1 / 9)
    p = s * p + f(1 / 7)
    p = s * p + f(1 / 5)
    p = s * p + f(1 / 3)
    p = s * p + f(1.0)
    return f(2.0) * r * p


@inlined
def _half_turns(x):
    """The number of half turns nearest to x, and what is left of x: −π/2 … π/2 (Cody & Waite, 1980)."""
    n = np.floor(x * _INVERSE_PI + f(0.5))
    return n, ((x - n * _PI_1) - n * _PI_2) - n * _PI_3


@inlined
def _sine32(x):
    n, y = _half_turns(x)
    s = y * y
    p = s * f(2.6083159809786593541503e-6) + f(-1.981069071916863322258e-4)
    p = s * p + f(8.33307858556509017944336e-3)
    p = s * p + f(-1.6666659712791442871e-1)
    p = y + y * (p * s)
    return -p if np.int32(n) & np.int32(1) else p


@inlined
def _cosine32(x):
    """Its first six terms. Beside a sine of the same x, the turns are counted once for both."""
    n, y = _half_turns(x)
    s = y * y
    p = s * f(-1 / 3628800) + f(1 / 40320)
    p = s * p + f(-1 / 720)
    p = s * p + f(1 / 24)
    p = s * p + f(-1 / 2)
    p = s * p + f(1.0)
    return -p if np.int32(n) & np.int32(1) else p


def _by_dtype(function: Callable[..., Any], single: Callable[..., Any], double: Callable[..., Any]) -> None:
    """In kernels, `function` is `single` for float32 and `double` for everything else."""

    @overload(function)
    def choose(x):
        if x == types.float32:
            return lambda x: single(x)
        return lambda x: double(x)


def tanh(x):
    """tanh x. Float32: absolute error at most 3e-7; odd, and NaN stays NaN."""
    return np.tanh(x)


def exp(x):
    """e to the x. Float32: relative error at most 2e-7 for −87 ≤ x ≤ 88; beyond, the value at that edge."""
    return np.exp(x)


def log1p(x):
    """ln(1 + x) for 0 ≤ x ≤ 1. Float32: relative error at most 5e-7."""
    return np.log1p(x)


def sine(x):
    """sin x. Float32: absolute error at most 1e-6 for |x| ≤ 8192; beyond, take whole turns off first."""
    return np.sin(x)


def cosine(x):
    """cos x. Float32: absolute error at most 1e-6 for |x| ≤ 8192; beyond, take whole turns off first."""
    return np.cos(x)


_by_dtype(tanh, _tanh32, math.tanh)
_by_dtype(exp, _exp32, math.exp)
_by_dtype(log1p, _log1p32, math.log1p)
_by_dtype(sine, _sine32, math.sin)
_by_dtype(cosine, _cosine32, math.cos)


@inlined
def half(x):
    """½ x without changing the dtype: a float64 constant would make float32 kernels slow."""
    return x * f(0.5)


@inlined
def sigmoid(x):
    """1 / (1 + e^−x), through tanh. Float32: absolute error at most 2e-7."""
    return half(tanh(half(x))) + f(0.5)


@inlined
def softplus(x):
    """ln(1 + e^x), stable for any x. Float32: absolute error at most 1e-6."""
    return max(x, f(0.0)) + log1p(exp(-abs(x)))
