"""The optimizers' rules, clipping and penalties in float64, stage by stage, as flat vectors of all parameters.

The twins in `engine/updates.py`, `penalties.py` and `training.py` do the same at once and in place.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from glassbox.engine.choices import Optimizer, Penalty
from glassbox.engine.recipe import Recipe
from glassbox.study.graph.tape import Array

Stages = dict[str, Array]

_SAFETY = 1e-6  # added to the norm when clipping, as PyTorch does
_TINY = 1e-300
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


def shrunk(power: float, amount: Array, weights: Array) -> Array:
    """Where each weight ends for p ≤ 1: it moves towards zero as the penalty asks, by up to its own `amount` for p = 1,
    and stops there.
    """
    sizes = np.abs(weights)
    if power == 1:
        return np.sign(weights) * np.maximum(sizes - amount, 0)
    amount = np.maximum(amount, _TINY)  # of biases it is 0
    least = (2 * amount / power * (1 - power)) ** (1 / (2 - power))
    stays = sizes > least + amount * least ** (power - 1)
    x = np.where(stays, sizes, 1.0)
    for _ in range(_ROUNDS):
        pull = amount * x ** (power - 1)
        x = np.where(stays, (sizes - (2 - power) * pull) / (1 - (1 - power) * pull / x), 1.0)
    return np.where(stays, np.sign(weights) * x, 0.0)


class Given(NamedTuple):
    """What a rule is given: the recipe with its coefficients, the gradient, and the optimizer's memory so far.

    Attributes:
        rate: the learning rate as the schedule has it now.
        updates: how many updates this optimizer has made, this one included.
    """

    recipe: Recipe
    rate: float
    updates: int
    gradient: Array
    first: Array
    second: Array


def stages_of(step: Given) -> Stages:
    """The stages of one step of the optimizer, the last of them `change`, which is added to the parameters."""
    return RULES[step.recipe.optimizer](step)


def _sgd(step: Given) -> Stages:
    return {"change": -step.rate * step.gradient}


def _momentum(step: Given) -> Stages:
    velocity = step.recipe.momentum * step.first + step.gradient
    return {"first_before": step.first, "first": velocity, "change": -step.rate * velocity}


def _nesterov(step: Given) -> Stages:
    g, mu = step.gradient, step.recipe.momentum
    velocity = mu * step.first + g
    return {"first_before": step.first, "first": velocity, "change": -step.rate * (g + mu * velocity)}


def _rmsprop(step: Given) -> Stages:
    g, decay = step.gradient, step.recipe.rmsprop_decay
    squares = decay * step.second + (1 - decay) * g**2
    change = -step.rate * g / (np.sqrt(squares) + step.recipe.epsilon)
    return {"second_before": step.second, "second": squares, "change": change}


def _adam(step: Given) -> Stages:
    g, beta1, beta2 = step.gradient, step.recipe.beta1, step.recipe.beta2
    mean, squares = beta1 * step.first + (1 - beta1) * g, beta2 * step.second + (1 - beta2) * g**2
    fair_mean, fair_squares = mean / (1 - beta1**step.updates), squares / (1 - beta2**step.updates)
    return {
        "first_before": step.first, "second_before": step.second, "first": mean, "second": squares,
        "first_fair": fair_mean, "second_fair": fair_squares,
        "change": -step.rate * fair_mean / (np.sqrt(fair_squares) + step.recipe.epsilon),
    }  # fmt: skip


RULES: dict[Optimizer, Callable[[Given], Stages]] = {
    Optimizer.SGD: _sgd,
    Optimizer.MOMENTUM: _momentum,
    Optimizer.NESTEROV: _nesterov,
    Optimizer.RMSPROP: _rmsprop,
    Optimizer.ADAM: _adam,
}


def reach_of(step: Given, stages: Stages) -> Array:
    """How far a steady gradient of 1 would move each parameter in this step, whose stages are known.

    Velocity counts as it would have built up by now; RMSprop and Adam by what they divide by (Yun et al., 2021).
    """
    optimizer, mu, ones = step.recipe.optimizer, step.recipe.momentum, np.ones_like(step.gradient)
    if optimizer in (Optimizer.MOMENTUM, Optimizer.NESTEROV):
        gathered = step.updates + (optimizer is Optimizer.NESTEROV)
        return ones * step.rate * (1 - mu**gathered) / (1 - mu)
    if optimizer in (Optimizer.RMSPROP, Optimizer.ADAM):
        squares = stages["second_fair" if optimizer is Optimizer.ADAM else "second"]
        return step.rate / (np.sqrt(squares) + step.recipe.epsilon)
    return ones * step.rate
