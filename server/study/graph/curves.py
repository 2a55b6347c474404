"""Every activation and its slope in float64, for the graph; the formulas are those of `engine/activations.py`."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from glassbox.engine.choices import Activation
from glassbox.study.graph.tape import Array

_LEAK = 0.01
_OUTER, _INNER = np.sqrt(2 / np.pi), 0.044715  # of GELU's tanh form


class ActivationFunction(NamedTuple):
    """φ and φ′."""

    value: Callable[[Array], Array]
    slope: Callable[[Array], Array]


def sigmoid(z: Array) -> Array:
    """1 / (1 + e⁻ᶻ), for any z."""
    return np.asarray(np.exp(-np.logaddexp(0, -z)))


def _sigmoid_slope(z: Array) -> Array:
    return sigmoid(z) * sigmoid(-z)


def _tanh_slope(z: Array) -> Array:
    return np.asarray(1 - np.tanh(z) ** 2)


def _gelu_tanh(z: Array) -> Array:
    return np.asarray(np.tanh(_OUTER * (z + _INNER * z**3)))


def _gelu_slope(z: Array) -> Array:
    t = _gelu_tanh(z)
    return np.asarray((1 + t) / 2 + z / 2 * (1 - t**2) * _OUTER * (1 + 3 * _INNER * z**2))


def _above(z: Array, over: Array | float, under: Array | float) -> Array:
    return np.where(z > 0, over, under)


CURVES: dict[Activation, ActivationFunction] = {
    Activation.LINEAR: ActivationFunction(lambda z: z.copy(), np.ones_like),
    Activation.SIGMOID: ActivationFunction(sigmoid, _sigmoid_slope),
    Activation.TANH: ActivationFunction(np.tanh, _tanh_slope),
    Activation.RELU: ActivationFunction(lambda z: _above(z, z, 0.0), lambda z: _above(z, 1.0, 0.0)),
    Activation.LEAKY_RELU: ActivationFunction(lambda z: _above(z, z, _LEAK * z), lambda z: _above(z, 1.0, _LEAK)),
    Activation.ELU: ActivationFunction(
        lambda z: _above(z, z, np.expm1(np.minimum(z, 0))), lambda z: _above(z, 1.0, np.exp(np.minimum(z, 0)))
    ),
    Activation.SOFTPLUS: ActivationFunction(lambda z: np.logaddexp(0, z), sigmoid),
    Activation.SILU: ActivationFunction(lambda z: z * sigmoid(z), lambda z: sigmoid(z) + z * _sigmoid_slope(z)),
    Activation.GELU: ActivationFunction(lambda z: z / 2 * (1 + _gelu_tanh(z)), _gelu_slope),
    Activation.SINE: ActivationFunction(np.sin, np.cos),
    Activation.STEP: ActivationFunction(lambda z: _above(z, 1.0, 0.0), lambda z: np.where(np.abs(z) <= 1, 1.0, 0.0)),
}
