"""Takes the temperature of a network in training: gradients, the next updates, and the loss at other weights.

All by the engine's own kernels, in private trainers; the run itself is not touched.
"""

from dataclasses import dataclass

import numpy as np

from glassbox.engine.arrays import Doubles, Floats
from glassbox.engine.full_batch import FullBatch
from glassbox.engine.trainer import Trainer
from glassbox.run.restore import trainer_at
from glassbox.run.snapshot import Snapshot

MOST_SAMPLES = 500  # are looked at
FEWEST_SAMPLES = 64
MOST_PRODUCTS = 20_000_000  # samples × parameters in a pass: some ten milliseconds
MOST_STEPS = 8  # of the updates that come next


def samples_looked_at(snapshot: Snapshot) -> int:
    """How many training samples a check-up looks at: the first ones, which are a fair part of all."""
    affordable = MOST_PRODUCTS // snapshot.state.parameters.size
    return min(len(snapshot.data_split.data.t_train), MOST_SAMPLES, max(affordable, FEWEST_SAMPLES))


class Probe:
    """The network of a snapshot before the first `count` training samples, all in one batch,
    without any method on top.
    """

    def __init__(self, snapshot: Snapshot, count: int) -> None:
        data = snapshot.data_split.data
        x, t = np.ascontiguousarray(data.x_train[:, :count]), data.t_train[:count].copy()
        self._batch = FullBatch(snapshot.recipe, x, t)
        self._state = snapshot.state

    def gradients(self) -> Floats:
        """∂L/∂θ of the mean loss, flat as the parameters."""
        return self._batch.gradients(self._state)

    def loss(self, parameters: Floats) -> float:
        """The mean loss with these parameters."""
        return self._batch.loss(self._state._replace(parameters=parameters))


@dataclass(frozen=True, eq=False)
class Updates:
    """The steps that would come next in the run.

    Attributes:
        norms: the length of each step in each layer's weights, [steps, layers].
        mean: the mean step of all parameters, flat.
    """

    norms: Doubles
    mean: Floats


def next_updates(snapshot: Snapshot) -> Updates:
    """Train a copy on for a few steps, as the run will: its own optimizer, rate and mini-batches."""
    trainer, layout = trainer_at(snapshot.moment), snapshot.recipe.architecture.layout
    start, norms = trainer.parameters.copy(), []
    for _ in range(_steps(trainer)):
        before = trainer.parameters.copy()
        trainer.run(1)
        moved = (trainer.parameters - before).astype(np.float64)
        norms.append([float(np.linalg.norm(moved[layout.weights(layer)])) for layer in range(1, len(layout.sizes))])
    return Updates(np.array(norms), (trainer.parameters - start) / np.float32(len(norms)))


def _steps(trainer: Trainer) -> int:
    products = trainer.parameters.size * trainer.recipe.batch_size
    return min(max(MOST_PRODUCTS // products, 1), MOST_STEPS)
