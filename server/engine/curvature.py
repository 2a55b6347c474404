"""How the training loss bends at a network's weights: Hessian–vector products, and the largest curvature λmax.

In float64 and exact: not by differences of gradients, which would count kinks that lie between, but by the R-operator
(Pearlmutter 1994), which differentiates forward and backward pass along a direction.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from glassbox.engine.arrays import Bools, Doubles, Floats
from glassbox.engine.choices import Activation, Normalization
from glassbox.engine.eigenvalues import SMALL, Eigenvalue, largest_eigenvalue
from glassbox.engine.layout import Layout
from glassbox.engine.logit_curvature import logit_slopes, logit_turns
from glassbox.engine.penalties import power_of
from glassbox.engine.recipe import Recipe
from glassbox.engine.second_slopes import second_slopes


@dataclass(frozen=True, eq=False)
class _LayerPass:
    """What one layer gave and got: inputs a [units before, samples]; φ′ and φ″ of its sums, and ∂L/∂ its outputs."""

    weights: Doubles
    inputs: Doubles
    slopes: Doubles
    bends: Doubles
    upstream: Doubles


def has_curvature(recipe: Recipe) -> bool:
    """Whether `LossCurvature` knows this network: nothing in it is normalized, and its activations have true slopes."""
    architecture = recipe.architecture
    is_plain = all(kind is Normalization.NONE for kind in architecture.normalizations)
    return is_plain and not any(activation.straight_through for activation in architecture.activations)


class LossCurvature:
    """The mean training loss with its penalty, around given weights; nothing is dropped or jittered.

    Attributes:
        gradient: ∂L/∂θ, float64, flat as the parameters.
    """

    def __init__(self, recipe: Recipe, parameters: Floats, x: Floats, t: Floats) -> None:
        """`x`: [features, samples], `t`: [samples].

        Raises:
            ValueError: the network is normalized, or trains by slopes that are not its own.
        """
        if not has_curvature(recipe):
            raise ValueError(
                "Expected a network without normalization, and activations that train by their true slope."
            )
        self._recipe, self._layout = recipe, recipe.architecture.layout
        self._parameters, self._share = parameters.astype(np.float64), 1 / len(t)
        self._power, self._rate = power_of(recipe.penalty.code, recipe.penalty_power), recipe.penalty_rate
        self._is_weight = _places_of_weights(self._layout)
        self._t = np.asarray(t, np.float64)
        self._logits, self._layers = self._passes(np.asarray(x, np.float64))
        self.gradient = self._gathered([layer.upstream * layer.slopes for layer in self._layers]) + self._pulls()

    @property
    def size(self) -> int:
        """How many parameters there are."""
        return self._parameters.size

    def times(self, direction: Doubles) -> Doubles:
        """H · v for a direction v, flat as the parameters: how the gradient changes along it."""
        moved, turned = self._moved(direction)
        recipe = self._recipe
        arriving = self._share * logit_turns(
            recipe.architecture.output, recipe.loss, self._logits, self._t, turned[-1], recipe.huber_delta
        )
        product = np.empty_like(direction)
        for at in reversed(range(len(self._layers))):
            layer, weights, biases = self._layers[at], *_parts(self._layout, product, at + 1)
            delta = layer.upstream * layer.slopes
            turn = arriving * layer.slopes + layer.upstream * layer.bends * turned[at]
            weights[:] = turn @ layer.inputs.T + delta @ moved[at].T
            biases[:] = turn.sum(axis=1)
            arriving = layer.weights.T @ turn + _parts(self._layout, direction, at + 1)[0].T @ delta
        return product + self._penalty_bends() * direction

    def _passes(self, x: Doubles) -> tuple[Doubles, list[_LayerPass]]:
        """The logits, and what each layer gave and got."""
        recipe, forward, a = self._recipe, list[tuple[Doubles, ...]](), x
        for layer, activation in enumerate([*recipe.architecture.activations, Activation.LINEAR], start=1):
            weights, biases = _parts(self._layout, self._parameters, layer)
            values, slopes, bends = second_slopes(activation, weights @ a + biases[:, None])
            forward.append((weights, a, slopes, bends))
            a = values
        upstream = self._share * logit_slopes(recipe.architecture.output, recipe.loss, a, self._t, recipe.huber_delta)
        layers = list[_LayerPass]()
        for weights, inputs, slopes, bends in reversed(forward):
            layers.append(_LayerPass(weights, inputs, slopes, bends, upstream))
            upstream = weights.T @ (upstream * slopes)
        return a, layers[::-1]

    def _moved(self, direction: Doubles) -> tuple[list[Doubles], list[Doubles]]:
        """How each layer's inputs and sums change along the direction."""
        moved, turned = [np.zeros_like(self._layers[0].inputs)], list[Doubles]()
        for at, layer in enumerate(self._layers):
            weights, biases = _parts(self._layout, direction, at + 1)
            turned.append(weights @ layer.inputs + layer.weights @ moved[at] + biases[:, None])
            moved.append(layer.slopes * turned[at])
        return moved, turned

    def _gathered(self, deltas: list[Doubles]) -> Doubles:
        gradient = np.empty_like(self._parameters)
        for at, delta in enumerate(deltas):
            weights, biases = _parts(self._layout, gradient, at + 1)
            weights[:], biases[:] = delta @ self._layers[at].inputs.T, delta.sum(axis=1)
        return gradient

    def _pulls(self) -> Doubles:
        """The penalty's gradient λ |w|ᵖ⁻¹ sign w; at p ≤ 1 it has none, and training shrinks weights otherwise."""
        if self._power <= 1:
            return np.zeros(self.size)
        w = self._parameters
        return np.asarray(np.where(self._is_weight, self._rate * np.abs(w) ** (self._power - 1) * np.sign(w), 0.0))

    def _penalty_bends(self) -> Doubles:
        """The penalty's curvature λ (p − 1) |w|ᵖ⁻²; where that is infinite, at a weight of 0 and p < 2, none."""
        if self._power <= 1:
            return np.zeros(self.size)
        with np.errstate(divide="ignore"):
            bends = self._rate * (self._power - 1) * np.abs(self._parameters) ** (self._power - 2)
        return np.where(self._is_weight & np.isfinite(bends), bends, 0.0)


def largest_curvature(
    recipe: Recipe, parameters: Floats, x: Floats, t: Floats, still_wanted: Callable[[], None] = lambda: None
) -> Eigenvalue:
    """λmax: the largest eigenvalue of the Hessian of the mean training loss at these parameters, penalty included.

    Exact (the Hessian is written out) without a hidden layer and for up to 100 parameters, else by Lanczos's method to
    within 1e−4 of it.

    Args:
        x: [features, samples]. t: [samples].
        still_wanted: called before each Hessian–vector product; it may raise to end the work.
    Raises:
        ValueError: the network is normalized, or trains by slopes that are not its own (`has_curvature`).
    """
    curvature = LossCurvature(recipe, parameters, x, t)

    def product(direction: Doubles) -> Doubles:
        still_wanted()
        return curvature.times(direction)

    is_linear = not recipe.architecture.activations
    return largest_eigenvalue(product, curvature.size, small=curvature.size if is_linear else SMALL)


def _parts(layout: Layout, flat: Doubles, layer: int) -> tuple[Doubles, Doubles]:
    """Views of a layer's weights [units, units before] and biases [units] in a vector that lies as parameters do."""
    return np.asarray(layout.matrix(flat, layer), np.float64), flat[layout.bias(layer)]


def _places_of_weights(layout: Layout) -> Bools:
    """Which parameters are weights, bool [parameters]."""
    found = np.zeros(layout.size, np.bool_)
    for layer in range(1, len(layout.sizes)):
        found[layout.weights(layer)] = True
    return found
