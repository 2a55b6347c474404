"""The second derivative φ″ of every activation, for whoever asks how the loss bends; networks train without it."""

from collections.abc import Callable

import numpy as np

from glassbox.engine.activations import GELU_INNER, GELU_OUTER, activated
from glassbox.engine.arrays import Doubles
from glassbox.engine.choices import Activation

Formula = Callable[[Doubles, Doubles, Doubles], Doubles]  # of z, φ(z) and φ′(z)


def second_slopes(activation: Activation, z: Doubles) -> tuple[Doubles, Doubles, Doubles]:
    """φ(z), φ′(z) and φ″(z), in float64; at a kink φ″ is 0, and a step has the slopes that it trains by."""
    values, slopes = activated(activation, np.asarray(z, np.float64))
    bends = FORMULAS[activation](z, values, slopes) if activation.kinks is None else np.zeros_like(values)
    return values, slopes, bends


def _of_gelu(z: Doubles, _values: Doubles, _slopes: Doubles) -> Doubles:
    """φ = ½ z (1 + tanh u), u = a (z + c z³): φ″ = (1 − tanh² u) (u′ + ½ z u″ − z tanh u · u′²)."""
    t = np.tanh(GELU_OUTER * (z + GELU_INNER * z**3))
    u1, u2 = GELU_OUTER * (1 + 3 * GELU_INNER * z**2), 6 * GELU_OUTER * GELU_INNER * z
    return np.asarray((1 - t**2) * (u1 + z * u2 / 2 - z * t * u1**2))


def _of_silu(z: Doubles, _values: Doubles, _slopes: Doubles) -> Doubles:
    s, steepness, _ = second_slopes(Activation.SIGMOID, z)
    return steepness * (2 + z * (1 - 2 * s))


FORMULAS: dict[Activation, Formula] = {
    Activation.SIGMOID: lambda z, a, s: s * (1 - 2 * a),
    Activation.TANH: lambda z, a, s: -2 * a * s,
    Activation.ELU: lambda z, a, s: np.where(z > 0, 0.0, s),
    Activation.SOFTPLUS: lambda z, a, s: s * (1 - s),
    Activation.SILU: _of_silu,
    Activation.GELU: _of_gelu,
    Activation.SINE: lambda z, a, s: -a,
}
