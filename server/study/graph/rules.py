"""The optimizers' rules, clipping and penalties in float64, stage by stage, as flat vectors of all parameters.

The twins in `engine/updates.py`, `penalties.py` and `training.py` do the same at once and in place.
"""

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.choices import Optimizer, Penalty
from glassbox.engine.trainer import Recipe

Array = NDArray[np.float64]
Stages = dict[str, Array]

_SAFETY = 1e-6  # added to the norm when clipping, as PyTorch does
_ROUNDS = 60  # of Newton's method: far more than it needs


def power_of(recipe: Recipe) -> float:
    """The p of the penalty (λ/p) Σ |w|ᵖ; 0 for none."""
    powers = {Penalty.NONE: 0.0, Penalty.L1: 1.0, Penalty.L2: 2.0}
    return powers.get(recipe.penalty, recipe.penalty_power)


def clip_factor(norm: float, most: float) -> float:
    """What gradients of this norm are multiplied by so that they are no longer than `most`; 0 stands for any length."""
    return most / (norm + _SAFETY) if 0 < most < norm else 1.0


def penalty_gradients(power: float, rate: float, weights: Array) -> Array:
    """λ |w|ᵖ⁻¹ sign w, for p > 1."""
    return rate * np.abs(weights) ** (power - 1) * np.sign(weights)


def shrunk(power: float, amount: float, weights: Array) -> Array:
    """Where each weight ends for p ≤ 1: it moves towards zero as the penalty asks, and stops there."""
    sizes = np.abs(weights)
    if power == 1:
        return np.sign(weights) * np.maximum(sizes - amount, 0)
    least = (2 * amount / power * (1 - power)) ** (1 / (2 - power))
    stays = sizes > least + amount * least ** (power - 1)
    x = np.where(stays, sizes, 1.0)
    for _ in range(_ROUNDS):
        pull = amount * x ** (power - 1)
        x = np.where(stays, (sizes - (2 - power) * pull) / (1 - (1 - power) * pull / x), 1.0)
    return np.where(stays, np.sign(weights) * x, 0.0)


def step(recipe: Recipe, rate: float, count: int, gradient: Array, first: Array, second: Array) -> Stages:
    """The stages of one step of the optimizer, the last of them `change`, which is added to the parameters.

    Args:
        rate: the learning rate as the schedule has it now.
        count: how many updates this optimizer has made, this one included.
        first, second: its memory so far.
    """
    g, mu = gradient, recipe.momentum
    if recipe.optimizer is Optimizer.SGD:
        return {"change": -rate * g}
    if recipe.optimizer is Optimizer.RMSPROP:
        squares = recipe.rmsprop_decay * second + (1 - recipe.rmsprop_decay) * g**2
        return {"second_before": second, "second": squares, "change": -rate * g / (np.sqrt(squares) + recipe.epsilon)}
    if recipe.optimizer is Optimizer.ADAM:
        return _adam(recipe, rate, count, g, first, second)
    velocity = mu * first + g
    ahead = g + mu * velocity if recipe.optimizer is Optimizer.NESTEROV else velocity
    return {"first_before": first, "first": velocity, "change": -rate * ahead}


def _adam(recipe: Recipe, rate: float, count: int, g: Array, first: Array, second: Array) -> Stages:
    mean = recipe.beta1 * first + (1 - recipe.beta1) * g
    squares = recipe.beta2 * second + (1 - recipe.beta2) * g**2
    fair_mean, fair_squares = mean / (1 - recipe.beta1**count), squares / (1 - recipe.beta2**count)
    return {
        "first_before": first, "second_before": second, "first": mean, "second": squares,
        "first_fair": fair_mean, "second_fair": fair_squares,
        "change": -rate * fair_mean / (np.sqrt(fair_squares) + recipe.epsilon),
    }  # fmt: skip
