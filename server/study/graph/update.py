"""The update that the graph's gradients bring: for every parameter what it was, each stage of the rule,
and what it becomes.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.arrays import Integers
from glassbox.engine.kernel_args import Counter, State
from glassbox.engine.recipe import Recipe
from glassbox.engine.schedules import step_factor
from glassbox.study.answers.of_graph import UpdateRule
from glassbox.study.graph.float64_network import Float64Network
from glassbox.study.graph.rules import (
    Given,
    Stages,
    clip_factor,
    penalty_gradients,
    power_of,
    reach_of,
    shrunk,
    stages_of,
)
from glassbox.study.graph.tape import Array


@dataclass(frozen=True)
class Update:
    """`stages`: flat vectors that lie as the parameters do, by name; `numbers`: what the rule was given."""

    stages: Stages
    numbers: UpdateRule

    @property
    def after(self) -> Array:
        """The new parameters."""
        return self.stages["after"]


def update_of(
    network: Float64Network, state: State, held: Integers, gradients: Array, count: int, samples: int
) -> Update:
    """What a step of training makes of these gradients.

    Args:
        state: where training is, with the optimizer's memory.
        held: the places of what does not move; its gradients do not count when clipping, nor gather momentum.
        gradients: flat; those of the loss alone.
        count, samples: how many samples they are the mean of, and how many there are to train on.
    """
    recipe, before = network.recipe, network.parameters
    power, rate = power_of(recipe), learning_rate(recipe, state, count, samples)
    updates = int(state.where[Counter.UPDATES]) + 1
    learning = gradients.copy()
    learning[held] = 0
    norm = float(np.linalg.norm(learning))
    factor = clip_factor(norm, recipe.clip_norm)
    weights = is_weight(network)
    stages: Stages = {"before": before, "gradient": gradients}
    used = factor * learning
    if factor < 1:
        stages["clipped"] = used
    if power > 1:
        stages["penalty"] = np.where(weights, penalty_gradients(power, recipe.penalty_rate, before), 0.0)
        used = used + stages["penalty"]
    if factor < 1 or power > 1:
        stages["used"] = used
    first, second = state.first.astype(np.float64), state.second.astype(np.float64)
    step = Given(recipe, rate, updates, used, first, second)
    stages |= stages_of(step)
    stages["change"][held] = 0
    after = before + stages["change"]
    if 0 < power <= 1:
        stages["moved"] = after
        stages["pull"] = np.where(weights, recipe.penalty_rate * reach_of(step, stages), 0.0)
        after = np.where(weights, shrunk(power, stages["pull"], after), after)
        after[held] = before[held]
    stages["after"] = after
    numbers = UpdateRule(
        optimizer=recipe.optimizer.value,
        learning_rate=rate,
        momentum=recipe.momentum,
        decay=recipe.rmsprop_decay,
        beta1=recipe.beta1,
        beta2=recipe.beta2,
        epsilon=recipe.epsilon,
        updates=updates,
        penalty_power=power,
        penalty_rate=recipe.penalty_rate,
        norm=norm,
        clip_norm=recipe.clip_norm,
        clip_factor=factor,
    )
    return Update(stages, numbers)


def learning_rate(recipe: Recipe, state: State, count: int, samples: int) -> float:
    """Of the next step, of `count` samples."""
    epoch, done = int(state.where[Counter.EPOCH]), int(state.where[Counter.DONE])
    factor = step_factor(
        recipe.schedule.code, epoch, done, count, samples, recipe.schedule_epochs, recipe.schedule_factor
    )
    return float(recipe.learning_rate * factor)


def is_weight(network: Float64Network) -> NDArray[np.bool_]:
    """For each parameter, whether the penalty counts it: biases, γ and β are free."""
    layout = network.recipe.architecture.layout
    found = np.zeros(layout.size, np.bool_)
    for layer in range(1, network.last + 1):
        found[layout.weights(layer)] = True
    return found
