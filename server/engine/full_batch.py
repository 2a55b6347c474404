"""A network before all samples of some data at once, without any method on top: its loss and its plain gradients.

For whoever takes the temperature of a network, by the kernels that train it.
"""

from dataclasses import replace

import numpy as np

from glassbox.engine.arrays import Floats
from glassbox.engine.choices import Optimizer, Penalty, Schedule
from glassbox.engine.kernel_args import State
from glassbox.engine.recipe import Recipe
from glassbox.engine.trainer import Trainer
from glassbox.engine.training_data import TrainingData


class FullBatch:
    """No penalty, no dropout, no input noise, no clipping."""

    def __init__(self, recipe: Recipe, x: Floats, t: Floats) -> None:
        """`x`: [features, samples], `t`: [samples]."""
        plain = replace(
            recipe, optimizer=Optimizer.SGD, learning_rate=1.0, schedule=Schedule.CONSTANT, penalty=Penalty.NONE,
            clip_norm=0.0, input_noise=0.0, dropout=(), batch_size=len(t),
        )  # fmt: skip
        self._trainer = Trainer(plain, TrainingData(x, t, x, t))

    def gradients(self, state: State) -> Floats:
        """∂L/∂θ of the mean loss, flat as the parameters; batch normalization is by these samples."""
        self._stand_at(state)
        self._trainer.run(1)
        return self._trainer.gradients.copy()

    def loss(self, state: State) -> float:
        """The mean loss; batch normalization is by running statistics."""
        self._stand_at(state)
        return self._trainer.evaluate().train.loss

    def _stand_at(self, state: State) -> None:
        self._trainer.restore(state._replace(where=np.zeros_like(state.where)))
