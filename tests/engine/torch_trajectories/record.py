"""Records how PyTorch trains the networks of `cases.py`, as the standard that the engine's training is held to.

Run it from the repository where PyTorch is installed (pip install torch==2.13.0), after changing `cases.py`:
python -m tests.engine.torch_trajectories.record
"""

import numpy as np
import torch
from torch.nn import functional
from torch.optim import lr_scheduler

from server.engine.choices import Activation, Loss, Normalization, Optimizer, Problem, Schedule
from tests.engine.torch_trajectories.cases import CASES, CHECKPOINTS, FIXTURE, STATISTICS, batches, initial

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
    """The parameters after each step, [steps, parameters], in the engine's order, and the running statistics at the end."""
    layers, statistics = _layers(network, dtype), _statistics(network, dtype)
    every, weights = [part for parts in layers for part in parts], [parts[0] for parts in layers]
    others = [part for parts in layers for part in parts[1:]]
    optimizer = _optimizer(rule, [{"params": weights, "weight_decay": decay}, {"params": others}])
    schedule = _schedule(rule, optimizer)
    after = []
    for x, t in zip(*batches(network), strict=True):
        optimizer.zero_grad()
        z = _forward(network, layers, statistics, torch.tensor(x, dtype=dtype))
        _loss(network, z, torch.tensor(t, dtype=dtype)).backward()
        if rule.clip_norm:
            torch.nn.utils.clip_grad_norm_(every, rule.clip_norm)
        optimizer.step()
        schedule.step()
        after.append(np.concatenate([part.detach().numpy().ravel() for part in every]))
    return np.array(after), np.concatenate([part.numpy() for part in statistics], axis=1)


def _layers(network, dtype):
    """Each layer's weights, biases, and if it is normalized γ and β."""
    rest, layers = initial(network), []
    for layer in range(1, len(network.sizes)):
        parts = []
        for shape in network.parts(layer):
            values, rest = np.split(rest, [int(np.prod(shape))])
            parts.append(torch.tensor(values.reshape(shape), dtype=dtype, requires_grad=True))
        layers.append(parts)
    return layers


def _statistics(network, dtype):
    """Running mean and variance of each layer's units, inputs first, [2, units] each; only batch normalization changes them."""
    return [torch.stack([torch.zeros(units, dtype=dtype), torch.ones(units, dtype=dtype)]) for units in network.sizes]


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


def _schedule(rule, optimizer):
    """PyTorch's own schedules; but its cosine would rise again after so many epochs."""
    epochs, factor = rule.schedule_epochs, rule.schedule_factor

    def cosine(epoch):
        return (1 + np.cos(np.pi * min(epoch / epochs, 1))) / 2

    makers = {
        Schedule.CONSTANT: lambda: lr_scheduler.ConstantLR(optimizer, 1.0),
        Schedule.STEP: lambda: lr_scheduler.StepLR(optimizer, int(epochs), factor),
        Schedule.EXPONENTIAL: lambda: lr_scheduler.ExponentialLR(optimizer, factor ** (1 / epochs)),
        Schedule.COSINE: lambda: lr_scheduler.LambdaLR(optimizer, cosine),
        Schedule.WARM_UP: lambda: lr_scheduler.LinearLR(optimizer, 1 / epochs, total_iters=int(epochs) - 1),
    }
    return makers[rule.schedule]()


def _forward(network, layers, statistics, x):
    for layer, ((weight, bias, *learned), activation) in enumerate(zip(layers[:-1], network.activations, strict=True), start=1):
        z = x @ weight.T + bias
        if learned and network.normalizations[layer - 1] is Normalization.BATCH:
            z = functional.batch_norm(z, *statistics[layer], *learned, training=True, momentum=0.1)
        elif learned:
            z = functional.layer_norm(z, z.shape[1:], *learned)
        x = ACTIVATIONS[activation](z)
    weight, bias = layers[-1]
    return x @ weight.T + bias


def _loss(network, z, t):
    losses = {
        (Problem.BINARY, Loss.CROSS_ENTROPY): lambda: functional.binary_cross_entropy_with_logits(z[:, 0], t),
        (Problem.BINARY, Loss.SQUARED_ERROR): lambda: _half_square(torch.tanh(z), 2 * t[:, None] - 1),
        (Problem.BINARY, Loss.HINGE): lambda: torch.clamp(1 - (2 * t - 1) * z[:, 0], min=0).mean(),
        (Problem.MULTICLASS, Loss.CROSS_ENTROPY): lambda: functional.cross_entropy(z, t.long()),
        (Problem.MULTICLASS, Loss.SQUARED_ERROR): lambda: _half_square(
            torch.softmax(z, dim=1), functional.one_hot(t.long(), z.shape[1])
        ),
        (Problem.MULTICLASS, Loss.HINGE): lambda: _class_hinge(z, t.long()[:, None]),
        (Problem.REGRESSION, Loss.SQUARED_ERROR): lambda: _half_square(z, t[:, None]),
        (Problem.REGRESSION, Loss.ABSOLUTE): lambda: functional.l1_loss(z[:, 0], t),
        (Problem.REGRESSION, Loss.HUBER): lambda: functional.huber_loss(z[:, 0], t, delta=network.huber_delta),
    }
    return losses[network.problem, network.loss]()


def _half_square(outputs, targets):
    """The mean over samples of half the squared distance."""
    return ((outputs - targets) ** 2).sum(dim=1).mean() / 2


def _class_hinge(z, own):
    """By how much less than 1 the own class leads the best of the others."""
    rival = z.scatter(1, own, -torch.inf).max(dim=1).values
    return torch.clamp(1 + rival - z.gather(1, own)[:, 0], min=0).mean()


def main():
    """Write the fixture: for each case the parameters at the checkpoints, [checkpoints, parameters] float32.

    And the running statistics after the last step, for networks that have some: [2, units of all layers].
    """
    places, recorded = np.array(CHECKPOINTS) - 1, {}
    for name, (network, rule, decay) in CASES.items():
        parameters, statistics = trajectory(network, rule, decay)
        recorded[name] = parameters[places].astype(np.float32)
        if Normalization.BATCH in network.normalizations:
            recorded[name + STATISTICS] = statistics.astype(np.float32)
    np.savez_compressed(FIXTURE, **recorded)
    print(f"Recorded {len(CASES)} runs of PyTorch {torch.__version__.split('+')[0]}.")


if __name__ == "__main__":
    main()
