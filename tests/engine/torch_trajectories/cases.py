"""The training runs whose weights are compared with PyTorch's: networks, optimizers, mini-batches, initial weights.

Read by `record.py`, which runs them in PyTorch, and by `test_torch_trajectories.py`, which runs them in the engine.
"""

from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import numpy as np

from glassbox.engine.choices import Activation, Loss, Normalization, Optimizer, Penalty, Problem, Schedule

FIXTURE = Path(__file__).parent / "trajectories.npz"
SEED = 1
STEPS = 50
BATCH = 7  # odd and smaller than any tile, so that padding would show
CHECKPOINTS = (1, 2, 10, 50)  # steps after which the recorded weights are kept
STATISTICS = ", statistics"  # after a case's name, for its running ones


@dataclass(frozen=True)
class Network:
    """A network and its loss; `sizes` from the two inputs to the output."""

    problem: Problem
    loss: Loss
    sizes: tuple[int, ...]
    activations: tuple[Activation, ...]
    normalizations: tuple[Normalization, ...] = ()
    huber_delta: float = 1.0
    dropout: tuple[float, ...] = ()
    input_noise: float = 0.0

    def parts(self, layer):
        """The shapes of a layer's parameters, in the engine's order: weights, biases,
        and if it is normalized γ and β.
        """
        before, units = self.sizes[layer - 1], self.sizes[layer]
        normalized = layer <= len(self.normalizations) and self.normalizations[layer - 1] is not Normalization.NONE
        return [(units, before), (units,), *[(units,), (units,)] * normalized]


@dataclass(frozen=True)
class Rule:
    """An optimizer with its coefficients, those it has no use for ignored, and what is done to rate and gradients.

    The penalty is that of a case with decay, its rate.
    """

    optimizer: Optimizer
    learning_rate: float
    momentum: float = 0.0
    rmsprop_decay: float = 0.0
    beta1: float = 0.0
    beta2: float = 0.0
    epsilon: float = 1e-8
    clip_norm: float = 0.0
    schedule: Schedule = Schedule.CONSTANT
    schedule_epochs: float = 24.0  # each mini-batch is an epoch here
    schedule_factor: float = 0.4
    penalty: Penalty = Penalty.L2
    penalty_power: float = 2.0


BY_BATCH, BY_LAYER, PLAIN = Normalization.BATCH, Normalization.LAYER, Normalization.NONE
NETWORKS = {
    "binary, cross-entropy": Network(
        Problem.BINARY, Loss.CROSS_ENTROPY, (2, 4, 2, 1), (Activation.TANH, Activation.TANH)
    ),
    "binary, squared error": Network(Problem.BINARY, Loss.SQUARED_ERROR, (2, 5, 1), (Activation.SIGMOID,)),
    "classes, cross-entropy": Network(
        Problem.MULTICLASS, Loss.CROSS_ENTROPY, (2, 6, 5, 3), (Activation.RELU, Activation.SILU)
    ),
    "classes, squared error": Network(Problem.MULTICLASS, Loss.SQUARED_ERROR, (2, 4, 3), (Activation.GELU,)),
    "regression": Network(Problem.REGRESSION, Loss.SQUARED_ERROR, (2, 4, 3, 1), (Activation.ELU, Activation.SINE)),
    "no hidden layer": Network(Problem.REGRESSION, Loss.SQUARED_ERROR, (2, 1), ()),
    "regression, absolute": Network(Problem.REGRESSION, Loss.ABSOLUTE, (2, 4, 1), (Activation.TANH,)),
    "regression, Huber": Network(
        Problem.REGRESSION, Loss.HUBER, (2, 4, 3, 1), (Activation.TANH, Activation.ELU), huber_delta=0.75
    ),
    "binary, hinge": Network(Problem.BINARY, Loss.HINGE, (2, 5, 1), (Activation.TANH,)),
    "classes, hinge": Network(Problem.MULTICLASS, Loss.HINGE, (2, 6, 4, 3), (Activation.SILU, Activation.TANH)),
    "batch norm": Network(
        Problem.BINARY, Loss.CROSS_ENTROPY, (2, 5, 4, 1), (Activation.TANH, Activation.SILU), (BY_BATCH, BY_BATCH)
    ),
    "layer norm": Network(
        Problem.REGRESSION, Loss.SQUARED_ERROR, (2, 6, 5, 1), (Activation.TANH, Activation.ELU), (BY_LAYER, BY_LAYER)
    ),
    "both norms and none": Network(
        Problem.MULTICLASS, Loss.CROSS_ENTROPY, (2, 6, 5, 4, 3), (Activation.GELU, Activation.TANH, Activation.SINE),
        (BY_BATCH, BY_LAYER, PLAIN),
    ),
}  # fmt: skip
RULES = (
    Rule(Optimizer.SGD, 0.1),
    Rule(Optimizer.MOMENTUM, 0.03, momentum=0.9),
    Rule(Optimizer.NESTEROV, 0.03, momentum=0.8),
    Rule(Optimizer.RMSPROP, 0.005, rmsprop_decay=0.95, epsilon=1e-5),
    Rule(Optimizer.ADAM, 0.01, beta1=0.85, beta2=0.99, epsilon=1e-6),
)
DECAYS = (0.0, 0.05)
PENALTIES = {  # with their rates; below p = 1 a weight jumps to zero, and at some rates one comes too close to the edge
    "L1": (dict(penalty=Penalty.L1), 0.1),
    "L0.5": (dict(penalty=Penalty.LP, penalty_power=0.5), 0.03),
    "L1.5": (dict(penalty=Penalty.LP, penalty_power=1.5), 0.2),
    "L4": (dict(penalty=Penalty.LP, penalty_power=4.0), 0.2),
}
CASES = {
    f"{name}, {rule.optimizer}, decay {decay:g}": (network, rule, decay)
    for (name, network), rule, decay in product(NETWORKS.items(), RULES, DECAYS)
}
CASES |= {
    f"{name}, {rule.optimizer}, clipped": (NETWORKS[name], replace(rule, clip_norm=0.2), 0.05)
    for name, rule in product(("binary, cross-entropy", "regression", "layer norm"), RULES)
}
CASES |= {
    f"{name}, {rule.optimizer}, {schedule}": (NETWORKS[name], replace(rule, schedule=schedule), 0.05)
    for name, rule, schedule in product(("binary, cross-entropy", "regression"), RULES, list(Schedule)[1:])
}
CASES |= {
    f"{name}, {rule.optimizer}, {penalty}": (NETWORKS[name], replace(rule, **kind), rate)
    for name, rule, (penalty, (kind, rate)) in product(
        ("classes, cross-entropy", "regression"), RULES, PENALTIES.items()
    )
}
CASES |= {
    f"{name}, {rule.optimizer}, dropout and noise": (
        replace(NETWORKS[name], dropout=(0.4, 0.25, 0.1)[: len(NETWORKS[name].activations)], input_noise=0.3), rule,
        0.05,
    )
    for name, rule in product(("binary, cross-entropy", "both norms and none"), RULES)
}  # fmt: skip


def batches(network):
    """The mini-batches of a run: inputs float32 [STEPS, BATCH, 2] and targets float32 [STEPS, BATCH]."""
    chance = np.random.default_rng(5)
    x = chance.uniform(-2, 2, (STEPS, BATCH, 2))
    t = x.sum(axis=2) + chance.normal(size=(STEPS, BATCH))
    if network.problem is not Problem.REGRESSION:
        t = np.digitize(t, [0] if network.problem is Problem.BINARY else [-1, 1])
    return x.astype(np.float32), t.astype(np.float32)


def initial(network):
    """The weights and biases a run begins with, as one float32 vector in the engine's order."""
    count = sum(int(np.prod(shape)) for layer in range(1, len(network.sizes)) for shape in network.parts(layer))
    return np.random.default_rng(3).uniform(-0.8, 0.8, count).astype(np.float32)
