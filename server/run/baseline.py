"""The loss of the best answer that does not look at its input: what a network has to beat to have learned anything."""

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.arrays import Doubles
from glassbox.engine.choices import Loss, OutputActivation, Problem
from glassbox.engine.recipe import Recipe

HALVINGS = 60  # of the targets' range: to the last bits of a float64


def constant_loss(recipe: Recipe, t: NDArray[np.float32]) -> float:
    """The mean loss on targets t of always giving the same answer."""
    if recipe.problem is Problem.REGRESSION:
        return _of_numbers(recipe, t.astype(np.float64))
    shares = np.bincount(t.astype(np.int64), minlength=max(2, recipe.architecture.sizes[-1])) / t.size
    return _of_classes(recipe, shares)


def _of_numbers(recipe: Recipe, t: Doubles) -> float:
    if recipe.loss is Loss.SQUARED_ERROR:
        return float(0.5 * t.var())
    if recipe.loss is Loss.ABSOLUTE:
        return float(np.abs(t - np.median(t)).mean())
    delta = recipe.huber_delta
    missed = np.abs(t - _best_for_huber(t, delta))
    return float(np.where(missed <= delta, 0.5 * missed**2, delta * (missed - 0.5 * delta)).mean())


def _best_for_huber(t: Doubles, delta: float) -> float:
    """Where the loss's slope changes its sign, by halving: between mean and median there is no formula for it."""
    low, high = float(t.min()), float(t.max())
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if np.clip(middle - t, -delta, delta).sum() < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _of_classes(recipe: Recipe, shares: Doubles) -> float:
    if recipe.loss is Loss.CROSS_ENTROPY:
        present = shares[shares > 0]
        return float(-(present * np.log(present)).sum())
    if recipe.loss is Loss.HINGE:
        return float(min(1.0, 2 * (1 - shares.max())))
    spread = float(1 - (shares**2).sum())
    return spread if recipe.architecture.output is OutputActivation.TANH else spread / 2
