"""How much gradients of mini-batches differ from that of all samples: what makes the steps of small batches rough."""

import numpy as np

from glassbox.engine.arrays import Floats
from glassbox.engine.counter_rng import shuffle
from glassbox.engine.full_batch import FullBatch
from glassbox.engine.kernel_args import State
from glassbox.engine.recipe import Recipe


def gradient_noise(recipe: Recipe, state: State, x: Floats, t: Floats) -> float:
    """The root mean square of ‖g_b − g‖ over the whole mini-batches b of the recipe's first epoch, g of all samples.

    The gradients are those of the mean loss at this state, of all parameters together, without penalty, dropout, noise
    and clipping. For b of n samples it is about s · √((1 − b/n) / b), with s the spread of single samples' gradients;
    0 where all samples are one batch. On what follows from it see Bottou, Curtis & Nocedal (2018).

    Args:
        x: [features, samples]. t: [samples].
    """
    size, order = min(recipe.batch_size, len(t)), np.arange(len(t))
    shuffle(order, recipe.seed, 0)
    batches = order[: len(t) // size * size].reshape(-1, size)
    whole = FullBatch(recipe, x, t).gradients(state).astype(np.float64)
    squares = [
        ((FullBatch(recipe, np.ascontiguousarray(x[:, batch]), t[batch]).gradients(state) - whole) ** 2).sum()
        for batch in batches
    ]
    return float(np.sqrt(np.mean(squares)))
