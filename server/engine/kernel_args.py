"""What kernels are told and what they work on, in a few named bundles of plain numbers and arrays."""

from enum import IntEnum
from typing import NamedTuple

from glassbox.engine.arrays import Doubles, Integers, Reals


class Plan(NamedTuple):
    """A network's shape and everything chosen from a menu, as the integer codes of `choices`."""

    sizes: Integers  # [layers + 1], inputs first
    activations: Integers  # [layers − 1], of the hidden layers
    normalizations: Integers  # [layers − 1]
    dropout: Doubles  # [layers − 1], the share that is dropped
    output: int
    loss: int
    optimizer: int
    penalty: int
    schedule: int


class Hyper(IntEnum):
    """Where each number a person sets lies in the float64 array of hyperparameters."""

    LEARNING_RATE = 0
    MOMENTUM = 1
    RMSPROP_DECAY = 2
    BETA1 = 3
    BETA2 = 4
    EPSILON = 5
    PENALTY_RATE = 6
    PENALTY_POWER = 7
    HUBER_DELTA = 8
    CLIP_NORM = 9  # 0: gradients are not clipped
    INPUT_NOISE = 10
    SCHEDULE_EPOCHS = 11
    SCHEDULE_FACTOR = 12


class Counter(IntEnum):
    """Where a run is, in its int64 array."""

    EPOCH = 0
    DONE = 1  # samples of the running epoch
    UPDATES = 2  # by this optimizer
    STEP = 3


class State(NamedTuple):
    """What training changes: all of it is needed to go on from a moment."""

    parameters: Reals
    first: Reals
    second: Reals
    statistics: Reals  # [2, units of all layers]: running mean and variance, for batch normalization
    where: Integers  # in the order of `Counter`

    @property
    def step(self) -> int:
        """Mini-batches trained until then."""
        return int(self.where[Counter.STEP])

    @property
    def epoch(self) -> int:
        """Whole epochs trained until then."""
        return int(self.where[Counter.EPOCH])

    def copy(self) -> "State":
        """The same, in arrays of its own."""
        return State(
            self.parameters.copy(), self.first.copy(), self.second.copy(), self.statistics.copy(), self.where.copy()
        )


class FrozenParameters(NamedTuple):
    """Parameters and running statistics that do not move: their places, and the values they keep."""

    at: Integers
    values: Reals
    units: Integers  # columns of `State.statistics`
    statistics: Reals  # [2, units]


class Batches(NamedTuple):
    """The training data and the order it is taken in."""

    x: Reals  # [features, samples]
    t: Reals  # [samples]
    order: Integers  # [samples], the running epoch's
    batch_size: int
    seed: int
