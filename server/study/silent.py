"""Which hidden units tell nothing of a training sample, dead ones and others, for the network's picture."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.choices import Activation
from glassbox.engine.flow import LayerFlow, flow
from glassbox.run.snapshot import Snapshot
from glassbox.study.answers.of_network import SilentAnswer, UnitPlace

ALIKE = 1e-3  # of the largest output or 1, whichever is more: what a picture of 256 shades can show is coarser


def silent(snapshot: Snapshot) -> SilentAnswer:
    """Looks at all training samples, as the network evaluates them: nothing dropped, running statistics.

    A unit is dead where its activation has one flat side and every sample lies on it, so that no gradient comes
    through; and even where its output is the same for every sample while it is not dead.
    """
    state, architecture = snapshot.state, snapshot.recipe.architecture
    flowed = flow(architecture, state.parameters, state.statistics, snapshot.data_split.data.x_train)
    layers = [_layer(*each) for each in zip(architecture.activations, flowed[:-1], strict=True)]
    return SilentAnswer(
        run=snapshot.run,
        step=snapshot.step,
        dead=list(_places(dead for dead, _ in layers)),
        even=list(_places(even for _, even in layers)),
    )


def _layer(activation: Activation, values: LayerFlow) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which units of it are dead, and which are even, each bool [units]."""
    is_flat = (np.abs(values.slopes) < activation.flat_below).all(axis=1)
    dead = np.asarray(is_flat & activation.can_die, np.bool_)
    most = np.maximum(np.abs(values.outputs).max(axis=1), 1)
    even = np.ptp(values.outputs, axis=1) <= ALIKE * most
    return dead, np.asarray(even & ~dead, np.bool_)


def _places(layers: Iterator[NDArray[np.bool_]]) -> Iterator[UnitPlace]:
    for number, found in enumerate(layers, start=1):
        for unit in np.flatnonzero(found):
            yield number, int(unit)
