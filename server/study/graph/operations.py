"""What the nodes of the graph by layer do: each with its value and its pull on gradients.

Values lie units by samples. Written to be read beside a textbook, not for speed.
"""

import numpy as np

from glassbox.engine.activations import activated
from glassbox.engine.choices import Activation
from glassbox.engine.normalizations import EPSILON
from glassbox.study.graph.tape import Array, Operation, Pulled

SMALLEST_CHANCE = 1e-300  # so that 1/p stays a number, and p · 1/p stays 1


class Product(Operation):
    """s = W x."""

    kind = "product"

    def value(self, *given: Array) -> Array:
        weights, x = given
        return weights @ x

    def pull(self, upstream: Array, value: Array, *given: Array) -> Pulled:
        weights, x = given
        return upstream @ x.T, weights.T @ upstream

    def back(self, upstream: Array, value: Array, *given: Array) -> Array:
        return given[0].T @ upstream


class Shift(Operation):
    """z = s + b. `is_undone`: the mini-batch's mean takes b away again,
    so all that is left of its gradient is rounding.
    """

    kind = "shift"

    def __init__(self, is_undone: bool = False) -> None:
        self._is_undone = is_undone

    def value(self, *given: Array) -> Array:
        return given[0] + given[1]

    def pull(self, upstream: Array, value: Array, *given: Array) -> Pulled:
        summed = upstream.sum(axis=1, keepdims=True)
        return upstream, 0 * summed if self._is_undone else summed

    def back(self, upstream: Array, value: Array, *given: Array) -> Array:
        return upstream


class Standardize(Operation):
    """ẑ = (z − μ) / σ; the three kinds differ in what μ and σ are taken of, and so in what depends on what."""

    kind = "standardize"

    def moments(self, z: Array) -> tuple[Array, Array]:
        """μ and σ, in shapes that go with z."""
        raise NotImplementedError

    def value(self, *given: Array) -> Array:
        mean, spread = self.moments(given[0])
        return (given[0] - mean) / spread

    def details(self, value: Array, *given: Array) -> dict[str, Array]:
        mean, spread = (np.broadcast_to(part, value.shape) for part in self.moments(given[0]))
        return {"mean": mean, "spread": spread}


class ByRunning(Standardize):
    """With the running mean and variance, which do not depend on z."""

    kind = "standardize_running"

    def __init__(self, mean: Array, variance: Array) -> None:
        self._mean, self._spread = mean, np.sqrt(variance + EPSILON)

    def moments(self, z: Array) -> tuple[Array, Array]:
        return self._mean, self._spread

    def pull(self, upstream: Array, value: Array, *given: Array) -> Pulled:
        return (upstream / self._spread,)


class ByBatch(Standardize):
    """Over the samples of the mini-batch, each unit by itself."""

    kind = "standardize_batch"
    couples = True
    axis = -1

    def moments(self, z: Array) -> tuple[Array, Array]:
        return z.mean(axis=self.axis, keepdims=True), np.sqrt(z.var(axis=self.axis, keepdims=True) + EPSILON)

    def pull(self, upstream: Array, value: Array, *given: Array) -> Pulled:
        _, spread = self.moments(given[0])
        mean = upstream.mean(axis=self.axis, keepdims=True)
        mixed = (upstream * value).mean(axis=self.axis, keepdims=True)
        return ((upstream - mean - value * mixed) / spread,)


class ByLayer(ByBatch):
    """Over the units of the layer, each sample by itself."""

    kind = "standardize_layer"
    couples = False
    axis = -2


class Scale(Operation):
    """y = γ ⊙ ẑ + β."""

    kind = "scale"

    def value(self, *given: Array) -> Array:
        standard, gain, shift = given
        return gain * standard + shift

    def pull(self, upstream: Array, value: Array, *given: Array) -> Pulled:
        standard, gain, _ = given
        return gain * upstream, (upstream * standard).sum(axis=1, keepdims=True), upstream.sum(axis=1, keepdims=True)

    def back(self, upstream: Array, value: Array, *given: Array) -> Array:
        return given[1] * upstream


class Apply(Operation):
    """a = φ(z), number by number, as the network itself computes it."""

    kind = "activation"

    def __init__(self, activation: Activation) -> None:
        self._activation = activation

    def value(self, *given: Array) -> Array:
        return activated(self._activation, given[0])[0] + 0.0  # no −0, which kernels leave where a unit is off

    def pull(self, upstream: Array, value: Array, *given: Array) -> Pulled:
        return (upstream * self._slope(given[0]),)

    def details(self, value: Array, *given: Array) -> dict[str, Array]:
        return {"slope": self._slope(given[0])}

    def _slope(self, z: Array) -> Array:
        return activated(self._activation, z)[1]


class Sigmoid(Apply):
    """p = 1 / (1 + e⁻ᶻ), the chance of the positive class: never so small that 1/p is infinite."""

    kind = "sigmoid"

    def __init__(self) -> None:
        super().__init__(Activation.SIGMOID)

    def value(self, *given: Array) -> Array:
        return chance(given[0])

    def pull(self, upstream: Array, value: Array, *given: Array) -> Pulled:
        return (upstream * chance(given[0]) * chance(-given[0]),)


class Softmax(Operation):
    """pᵢ = eᶻⁱ / Σⱼ eᶻʲ, sample by sample."""

    kind = "softmax"

    def value(self, *given: Array) -> Array:
        e = np.exp(given[0] - given[0].max(axis=0))
        return np.asarray(np.maximum(e / e.sum(axis=0), SMALLEST_CHANCE))

    def pull(self, upstream: Array, value: Array, *given: Array) -> Pulled:
        return (value * upstream - value * (value * upstream).sum(axis=-2, keepdims=True),)


def chance(z: Array) -> Array:
    """1 / (1 + e⁻ᶻ) for any z, kept clear of 0."""
    return np.maximum(np.exp(-np.logaddexp(0, -z)), SMALLEST_CHANCE)
