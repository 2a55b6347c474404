"""Records how PyTorch trains the networks of `cases.py`, as the standard that the engine's training is held to.

Run it from the repository where PyTorch is installed (pip install torch==2.13.0), after changing `cases.py`:
python -m tests.engine.torch_trajectories.record
"""

import numpy as np
import torch
from torch.nn import functional
from torch.optim import lr_scheduler

from glassbox.engine.choices import Activation, Loss, Normalization, Optimizer, Problem, Schedule
from tests.engine.torch_trajectories.cases import CASES, CHECKPOINTS, FIXTURE, SEED, STATISTICS, batches, initial
from tests.reference import dropout_masks, jittered, power_of, shuffled

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
    """The parameters after each step, [steps, parameters], in the engine's order,
    and the running statistics at the end.

    PyTorch draws other random numbers: which outputs are dropped and how inputs are jittered it is given.
    """
    layers, statistics = _layers(network, dtype), _statistics(network, dtype)
    every, weights = [part for parts in layers for part in parts], [parts[0] for parts in layers]
    others = [part for parts in layers for part in parts[1:]]
    power = power_of(rule.penalty, rule.penalty_power)
    optimizer = _optimizer(rule, [{"params": weights, "weight_decay": decay if power == 2 else 0}, {"params": others}])
    schedule = _schedule(rule, optimizer)
    after = []
    for step, (x, t) in enumerate(zip(*batches(network), strict=True)):
        optimizer.zero_grad()
        x, t, *masks = _as_met(network, x, t, step, dtype)
        (_loss(network, _forward(network, layers, statistics, x, masks), t) + _cost(power, decay, weights)).backward()
        if rule.clip_norm:
            torch.nn.utils.clip_grad_norm_(every, rule.clip_norm)
        optimizer.step()
        _shrink(power, decay, optimizer, weights)
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
    """Running mean and variance of each layer's units, inputs first, [2, units] each;
    only batch normalization changes them.
    """
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


def _as_met(network, x, t, step, dtype):
    """A mini-batch in its epoch's order and jittered, and what each hidden layer's outputs are multiplied by."""
    order = shuffled(len(t), SEED, step)
    x = jittered(x[order].T, network.input_noise, SEED, step).T
    masks = dropout_masks(network.dropout, network.sizes, SEED, step, len(t))
    return [torch.tensor(part, dtype=dtype) for part in (x, t[order], *(mask.T for mask in masks))]


def _cost(power, rate, weights):
    """The penalty beside the loss, where it has a gradient; for p = 2 it is the optimizer's weight decay instead."""
    return rate / power * sum((weight.abs() ** power).sum() for weight in weights) if power > 1 and power != 2 else 0


@torch.no_grad()
def _shrink(power, decay, optimizer, weights):
    """The proximal step of a penalty without a gradient at 0, by formulas that the engine has not."""
    shrunk = {1: _soft_shrunk, 0.5: _half_shrunk}.get(power)
    for weight in weights if shrunk else ():
        weight.copy_(shrunk(weight, decay * _reach(optimizer, weight)))


def _reach(optimizer, weight):
    """How far a steady gradient of 1 moves a weight in PyTorch's last step, by what its optimizer remembers."""
    group, memory = optimizer.param_groups[0], optimizer.state[weight]
    rate, ones = group["lr"], torch.ones_like(weight)
    if "square_avg" in memory:
        return rate / (memory["square_avg"].sqrt() + group["eps"])
    if "exp_avg_sq" in memory:
        return rate / ((memory["exp_avg_sq"] / (1 - group["betas"][1] ** memory["step"])).sqrt() + group["eps"])
    steps = memory.setdefault("glassbox_steps", torch.zeros(())).add_(1)
    ahead = 1 if group["nesterov"] else 0
    return rate * sum(group["momentum"] ** k for k in range(int(steps) + ahead)) * ones


def _soft_shrunk(weight, amount):
    return torch.sign(weight) * torch.clamp(weight.abs() - amount, min=0)


def _half_shrunk(weight, amount):
    """What makes ½ (x − w)² + 2 amount √|x| smallest, in the closed form of Xu et al. (2012)."""
    size = weight.abs()
    angle = torch.arccos(torch.clamp(amount / 2 * (size / 3) ** -1.5, max=1))
    found = 2 / 3 * size * (1 + torch.cos(2 / 3 * (torch.pi - angle)))
    return torch.where(size > 54 ** (1 / 3) / 4 * (4 * amount) ** (2 / 3), torch.sign(weight) * found, 0)


def _forward(network, layers, statistics, x, masks):
    hidden = zip(layers[:-1], network.activations, masks or [1] * len(network.activations), strict=True)
    for layer, ((weight, bias, *learned), activation, mask) in enumerate(hidden, start=1):
        z = x @ weight.T + bias
        if learned and network.normalizations[layer - 1] is Normalization.BATCH:
            z = functional.batch_norm(z, *statistics[layer], *learned, training=True, momentum=0.1)
        elif learned:
            z = functional.layer_norm(z, z.shape[1:], *learned)
        x = ACTIVATIONS[activation](z) * mask
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
