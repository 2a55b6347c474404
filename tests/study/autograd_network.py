"""The network written once more, for an independent automatic-differentiation library: what the graph is held against.

The formulas of its activations are the slow twin's, which the library differentiates by itself.

Every value on the way may be given a nudge, which is zero: the derivative by a node's nudge is the derivative by the
node.
"""

import autograd.numpy as np
from autograd.extend import defvjp, primitive

from glassbox.engine.choices import Activation, Loss, Normalization, OutputActivation
from tests import reference

EPSILON = 1e-5


def straight_through(activation):
    """As training takes it: the value of φ, and a slope that is not its derivative."""
    phi = primitive(reference.PHI[activation])
    defvjp(phi, lambda value, z: lambda upstream: upstream * reference.SLOPE[activation](z))
    return phi


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


PHI = reference.formulas(np) | {each: straight_through(each) for each in Activation if each.straight_through}


def standardized(kind, z, running):
    """`running`: mean and variance to use in the place of the batch's own, or None."""
    if kind is Normalization.LAYER:
        return (z - np.mean(z, axis=0)) / np.sqrt(np.var(z, axis=0) + EPSILON)
    if running is not None:
        return (z - running[0][:, None]) / np.sqrt(running[1][:, None] + EPSILON)
    return (z - np.mean(z, axis=1, keepdims=True)) / np.sqrt(np.var(z, axis=1, keepdims=True) + EPSILON)


def predicted(output, z):
    return {
        OutputActivation.SIGMOID: sigmoid,
        OutputActivation.TANH: np.tanh,
        OutputActivation.SOFTMAX: lambda z: np.exp(z) / np.sum(np.exp(z), axis=0),
    }.get(output, lambda z: z)(z)


def costs(output, loss, y, t, delta):
    """Of each sample; t as class numbers or numbers."""
    several = len(y) > 1
    own = np.array([[float(unit == target) for target in t] for unit in range(len(y))])
    signed = 2 * t - 1
    if loss is Loss.CROSS_ENTROPY:
        return -np.sum(own * np.log(y), axis=0) if several else -t * np.log(y[0]) - (1 - t) * np.log(1 - y[0])
    if loss is Loss.HINGE:
        best = np.max(np.where(own == 1, -np.inf, y), axis=0)
        return np.maximum(0, 1 + best - np.sum(own * y, axis=0)) if several else np.maximum(0, 1 - signed * y[0])
    if several:
        return 0.5 * np.sum((y - own) ** 2, axis=0)
    miss = y[0] - (signed if output is OutputActivation.TANH else t)
    if loss is Loss.SQUARED_ERROR:
        return 0.5 * miss**2
    size = np.abs(miss)
    return size if loss is Loss.ABSOLUTE else np.where(size <= delta, 0.5 * miss**2, delta * (size - delta / 2))


def values(recipe, leaves, nudges, t, running):
    """Every value of the network by its node's name.

    Args:
        leaves: "x" and the parameters "W1", "b1" …; nudges: added to the computed nodes of those names.
        running: statistics [2, units of all layers], or None for the batch's own.
    """
    shape, found, below = recipe.architecture, dict(leaves), "x"
    last = len(shape.sizes) - 1

    def put(name, value):
        found[name] = value + nudges[name]
        return name

    for layer in range(1, last + 1):
        kind = (*shape.normalizations, *[Normalization.NONE] * last)[layer - 1] if layer < last else Normalization.NONE
        product = put(f"s{layer}", np.dot(found[f"W{layer}"], found[below]))
        below = put(f"z{layer}", found[product] + found[f"b{layer}"])
        if kind is not Normalization.NONE:
            units = slice(sum(shape.sizes[:layer]), sum(shape.sizes[: layer + 1]))
            standard = put(
                f"ẑ{layer}", standardized(kind, found[below], None if running is None else running[:, units])
            )
            below = put(f"y{layer}", found[f"γ{layer}"] * found[standard] + found[f"β{layer}"])
        if layer < last:
            below = put(f"a{layer}", PHI[shape.activations[layer - 1]](found[below]))
    if shape.output is OutputActivation.TANH:
        below = put("y", np.tanh(found[below]))
    elif shape.output in (OutputActivation.SIGMOID, OutputActivation.SOFTMAX):
        below = put("p", predicted(shape.output, found[below]))
    put("L", np.mean(costs(shape.output, recipe.loss, found[below], t, recipe.huber_delta)).reshape(1, 1))
    return found
