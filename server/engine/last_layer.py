"""The output layer in closed form: its best weights while all hidden layers stay as they are."""

from typing import NamedTuple

import numpy as np

from glassbox.engine.arrays import Bools, Doubles, Floats
from glassbox.engine.choices import Loss, OutputActivation, Penalty
from glassbox.engine.flow import flow
from glassbox.engine.kernel_args import State
from glassbox.engine.least_squares import solve_with_bias
from glassbox.engine.one_thread import one_thread
from glassbox.engine.recipe import Recipe


class LastLayer(NamedTuple):
    """Weights [units before] and bias of an output layer of one unit, in float64."""

    weights: Doubles
    bias: float


def can_be_solved(recipe: Recipe) -> bool:
    """Whether the best output layer has a closed form: the squared error of a plain sum, and no penalty but L2."""
    is_plain = recipe.architecture.output is OutputActivation.IDENTITY and recipe.loss is Loss.SQUARED_ERROR
    return is_plain and recipe.penalty in (Penalty.NONE, Penalty.L2)


def solve_last_layer(
    recipe: Recipe,
    state: State,
    x: Floats,
    t: Floats,
    ridge: float | None = None,
    cut: Bools | None = None,
    precision: type[np.floating] = np.float64,
) -> LastLayer:
    """The weights and bias that make Σ (y − t)² + ridge |w|² smallest over these samples, evaluated as they are.

    Where several are best, the weights are the shortest of these (the minimum-norm solution).

    Args:
        x: [features, samples]. t: [samples].
        ridge: None: what makes loss and penalty together smallest, n λ with an L2 penalty of rate λ and n samples.
        cut: bool [units before]: those that are not connected to the output, with a weight of 0; None: all are.
        precision: of the network that is to have these weights. In float32, larger ones could lose in its sums what
            they win here.
    Raises:
        ValueError: it has no closed form (`can_be_solved`).
    """
    if not can_be_solved(recipe):
        raise ValueError("Expected squared error on an output that is a plain sum, and no penalty but L2.")
    if ridge is None:
        ridge = len(t) * recipe.penalty_rate if recipe.penalty is Penalty.L2 else 0.0
    exact = x.astype(np.float64)  # rounded outputs would make units that repeat each other differ a little
    with one_thread():
        flowed = flow(recipe.architecture, state.parameters, state.statistics, exact)
        below = np.asarray(flowed[-2].outputs if len(flowed) > 1 else exact, np.float64)
        weights = np.zeros(len(below))
        counts = np.full(len(below), fill_value=True) if cut is None else ~cut
        weights[counts], bias = solve_with_bias(below[counts].T, t.astype(np.float64), ridge, precision)
    return LastLayer(weights, bias)


def with_last_layer(recipe: Recipe, parameters: Floats, solved: LastLayer) -> Floats:
    """The parameters, flat, with this output layer."""
    layout, changed = recipe.architecture.layout, parameters.copy()
    last = len(layout.sizes) - 1
    changed[layout.weights(last)], changed[layout.bias(last)] = solved.weights, solved.bias
    return changed
