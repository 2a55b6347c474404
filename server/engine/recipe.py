"""How a network is made and trained, but for its data: for the trainer,
and for whoever keeps or writes down a network.
"""

from dataclasses import dataclass

import numpy as np

from glassbox.engine.arrays import Doubles
from glassbox.engine.choices import Initialization, Loss, Optimizer, Penalty, Problem, Schedule
from glassbox.engine.kernel_args import Plan
from glassbox.engine.network import Architecture


@dataclass(frozen=True)
class Recipe:
    """Everything that decides how a network is made and trained, but the data."""

    architecture: Architecture
    problem: Problem
    loss: Loss
    optimizer: Optimizer
    learning_rate: float
    momentum: float
    rmsprop_decay: float
    beta1: float
    beta2: float
    epsilon: float
    penalty: Penalty
    penalty_rate: float
    batch_size: int
    initialization: Initialization
    gain: float
    seed: int
    penalty_power: float = 2.0  # of Lp
    huber_delta: float = 1.0
    clip_norm: float = 0.0  # 0: gradients are not clipped
    input_noise: float = 0.0  # standard deviation of a jitter drawn anew for every step
    dropout: tuple[float, ...] = ()  # rate of each hidden layer; (): none at all
    schedule: Schedule = Schedule.CONSTANT
    schedule_epochs: float = 100.0
    schedule_factor: float = 0.5
    hidden_bias: float = 0.0  # where the biases of hidden units start

    def __post_init__(self) -> None:
        if len(self.dropout) not in (0, len(self.architecture.activations)):
            raise ValueError(
                f"Expected a dropout rate for each of the {len(self.architecture.activations)} hidden layers, or "
                f"none at all; "
                f"got {len(self.dropout)}."
            )

    def plan(self) -> Plan:
        """The choices as kernels take them."""
        shape = self.architecture.plan
        return shape._replace(
            dropout=np.array(self.dropout, np.float64) if self.dropout else shape.dropout,
            loss=self.loss.code,
            optimizer=self.optimizer.code,
            penalty=self.penalty.code,
            schedule=self.schedule.code,
        )

    def hyperparameters(self) -> Doubles:
        """The numbers as kernels take them, in the order of `kernel_args.Hyper`."""
        return np.array(
            [self.learning_rate, self.momentum, self.rmsprop_decay, self.beta1, self.beta2, self.epsilon,
             self.penalty_rate, self.penalty_power, self.huber_delta, self.clip_norm, self.input_noise,
             self.schedule_epochs, self.schedule_factor]
        )  # fmt: skip
