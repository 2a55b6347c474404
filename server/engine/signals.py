"""How signals and gradients fare through depth: how large each layer's outputs are, and the gradient of its weights."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.arrays import Floats
from glassbox.engine.flow import flow
from glassbox.engine.full_batch import FullBatch
from glassbox.engine.kernel_args import State
from glassbox.engine.recipe import Recipe


class LayerSignal(NamedTuple):
    """Of one layer, the root mean square of its outputs (of the last: its logits), over all units and samples, and of
    the loss's gradient by its weights."""

    outputs: float
    gradients: float


def layer_signals(recipe: Recipe, state: State, x: Floats, t: Floats) -> tuple[LayerSignal, ...]:
    """Of each layer, the first hidden one first, at this state (`Trainer.state()`).

    The outputs are those of an evaluation, the gradients those of the mean loss over the samples, without penalty,
    dropout, noise and clipping. With weights that fit the activation both stay about as large from layer to layer
    (Glorot & Bengio 2010; He et al. 2015).

    Args:
        x: [features, samples]. t: [samples].
    """
    architecture = recipe.architecture
    gradients = FullBatch(recipe, x, t).gradients(state)
    return tuple(
        LayerSignal(rms(layer.outputs), rms(architecture.layout.matrix(gradients, number)))
        for number, layer in enumerate(flow(architecture, state.parameters, state.statistics, x), start=1)
    )


def ratio_per_layer(signals: tuple[LayerSignal, ...]) -> float | None:
    """By how much a hidden layer's outputs are larger than those of the one before, in the geometric mean.

    None: there are not two hidden layers, or one of their ends is silent.
    """
    first, last, steps = signals[0].outputs, signals[-2].outputs if len(signals) > 1 else 0.0, len(signals) - 2
    return float((last / first) ** (1 / steps)) if steps > 0 and first > 0 and last > 0 else None


def rms(numbers: NDArray[Any]) -> float:
    """The root of the mean square."""
    return float(np.sqrt((numbers.astype(np.float64) ** 2).mean()))
