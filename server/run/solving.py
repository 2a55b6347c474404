"""Gives a run the best output layer for its training data, at once, while the layers below stay as they are."""

import numpy as np

from glassbox.engine.choices import Loss, OutputActivation, Penalty
from glassbox.engine.last_layer import can_be_solved, solve_last_layer, with_last_layer
from glassbox.engine.recipe import Recipe
from glassbox.protocol.refusals import Refusal
from glassbox.run import words
from glassbox.run.by_hand import Solved
from glassbox.run.run import Run


def check_solvable(run: Run) -> None:
    """Raises Refusal: there is no closed form for this loss, output or penalty, or the output is frozen."""
    if not can_be_solved(run.trainer.recipe):
        raise Refusal(_why_not(run.trainer.recipe))
    if run.holds.frozen(run.holds.layers - 1).any():
        raise Refusal(words.OUTPUT_FROZEN)


def solve(run: Run) -> Solved:
    """Put the output's weights and bias to those that make the training loss, with an L2 penalty, smallest.

    Connections that are disabled stay so. The optimizer begins without memory, which was of another network.

    Raises:
        Refusal: the weights would be larger than float32 has numbers for; nothing is changed.
    """
    trainer, holds, data = run.trainer, run.holds, run.data_split.data
    last, state, before = holds.layers - 1, trainer.state(), _cost(run)
    layer = solve_last_layer(
        trainer.recipe, state, data.x_train, data.t_train, cut=holds.cut(last)[0], precision=np.float32
    )
    with np.errstate(over="ignore"):
        parameters = with_last_layer(trainer.recipe, state.parameters, layer)
    trainer.take_weights(state._replace(parameters=parameters))
    after = _cost(run)
    if not np.isfinite(after):
        trainer.restore(state)
        raise Refusal(words.TOO_LARGE_TO_SOLVE)
    return Solved(before, after, trainer.recipe.penalty is not Penalty.NONE)


def _cost(run: Run) -> float:
    """What training makes small, at this moment."""
    evaluation = run.trainer.evaluate()
    return evaluation.train.loss + evaluation.penalty


def _why_not(recipe: Recipe) -> str:
    if recipe.architecture.output is not OutputActivation.IDENTITY:
        return words.NO_NUMBERS
    if recipe.loss is not Loss.SQUARED_ERROR:
        return words.NO_SQUARED_ERROR.format(loss=recipe.loss.label)
    return words.NO_L2.format(penalty=recipe.penalty.label)
