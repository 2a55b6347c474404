"""Records how PyTorch trains the networks of `cases.py`, as the standard that the engine's optimizers are held to.

Run it from the repository where PyTorch is installed (pip install torch==2.13.0), after changing `cases.py`:
python -m tests.engine.torch_trajectories.record
"""

from itertools import pairwise

import numpy as np
import torch
from torch.nn import functional

from server.engine.choices import Activation, Loss, Optimizer, Problem
from tests.engine.torch_trajectories.cases import CASES, CHECKPOINTS, FIXTURE, batches, initial

ACTIVATIONS = {
    Activation.TANH: torch.tanh,
    Activation.SIGMOID: torch.sigmoid,
    Activation.RELU: torch.relu,
    Activation.SILU: functional.silu,
    Activation.GELU: lambda z: functional.gelu(z, approximate="tanh"),
    Activation.ELU: functional.elu,
    Activation.SINE: torch.sin,
}


def trajectory(network, rule, decay, dtype=torch.float64):
    """The parameters after each step, [steps, parameters], in the engine's order."""
    weights, biases = _layers(network, dtype)
    optimizer = _optimizer(rule, [{"params": weights, "weight_decay": decay}, {"params": biases}])
    after = []
    for x, t in zip(*batches(network), strict=True):
        optimizer.zero_grad()
        z = _forward(network, weights, biases, torch.tensor(x, dtype=dtype))
        _loss(network, z, torch.tensor(t, dtype=dtype)).backward()
        optimizer.step()
        after.append(_flat(weights, biases))
    return np.array(after)


def _layers(network, dtype):
    rest = initial(network)
    weights, biases = [], []
    for before, units in pairwise(network.sizes):
        matrix, bias, rest = np.split(rest, [before * units, (before + 1) * units])
        weights.append(torch.tensor(matrix.reshape(units, before), dtype=dtype, requires_grad=True))
        biases.append(torch.tensor(bias, dtype=dtype, requires_grad=True))
    return weights, biases


def _flat(weights, biases):
    pairs = zip(weights, biases, strict=True)
    return np.concatenate([part.detach().numpy().ravel() for pair in pairs for part in pair])


def _optimizer(rule, groups):
    rate, optim = rule.learning_rate, torch.optim
    makers = {
        Optimizer.SGD: lambda: optim.SGD(groups, rate),
        Optimizer.MOMENTUM: lambda: optim.SGD(groups, rate, momentum=rule.momentum),
        Optimizer.NESTEROV: lambda: optim.SGD(groups, rate, momentum=rule.momentum, nesterov=True),
        Optimizer.RMSPROP: lambda: optim.RMSprop(groups, rate, alpha=rule.rmsprop_decay, eps=rule.epsilon),
        Optimizer.ADAM: lambda: optim.Adam(groups, rate, betas=(rule.beta1, rule.beta2), eps=rule.epsilon),
    }
    return makers[rule.optimizer]()


def _forward(network, weights, biases, x):
    for weight, bias, activation in zip(weights[:-1], biases[:-1], network.activations, strict=True):
        x = ACTIVATIONS[activation](x @ weight.T + bias)
    return x @ weights[-1].T + biases[-1]


def _loss(network, z, t):
    losses = {
        (Problem.BINARY, Loss.CROSS_ENTROPY): lambda: functional.binary_cross_entropy_with_logits(z[:, 0], t),
        (Problem.BINARY, Loss.SQUARED_ERROR): lambda: _half_square(torch.tanh(z), 2 * t[:, None] - 1),
        (Problem.MULTICLASS, Loss.CROSS_ENTROPY): lambda: functional.cross_entropy(z, t.long()),
        (Problem.MULTICLASS, Loss.SQUARED_ERROR): lambda: _half_square(
            torch.softmax(z, dim=1), functional.one_hot(t.long(), z.shape[1])
        ),
        (Problem.REGRESSION, Loss.SQUARED_ERROR): lambda: _half_square(z, t[:, None]),
    }
    return losses[network.problem, network.loss]()


def _half_square(outputs, targets):
    """The mean over samples of half the squared distance."""
    return ((outputs - targets) ** 2).sum(dim=1).mean() / 2


def main():
    """Write the fixture: for each case the parameters at the checkpoints, [checkpoints, parameters] float32."""
    places = np.array(CHECKPOINTS) - 1
    recorded = {name: trajectory(*case)[places].astype(np.float32) for name, case in CASES.items()}
    np.savez_compressed(FIXTURE, **recorded)
    print(f"Recorded {len(recorded)} runs of PyTorch {torch.__version__.split('+')[0]}.")


if __name__ == "__main__":
    main()
