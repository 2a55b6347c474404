"""How well a network does on a set of samples: for `Trainer.evaluate`."""

import numpy as np

from glassbox.engine._jit import jit, pasted
from glassbox.engine.functions import f
from glassbox.engine.inference import infer
from glassbox.engine.losses import SIGMOID, binary_loss, is_right, sample_loss
from glassbox.engine.penalties import cost

_ZERO, _HALF = f(0), f(0.5)


@jit
def evaluate(plan, delta, power, rate, x_train, t_train, x_test, t_test, parameters, statistics, work):
    """The `_score` of both parts of the data and the penalty's `cost`.

    In one call, because each gives the GIL away and waits for it.
    """
    train = test = (0.0, 0, 0.0)
    for part in range(2):  # a loop, so that the way through the network is compiled once
        test = _score(
            plan, delta, x_test if part else x_train, t_test if part else t_train, parameters, statistics, work
        )
        train = train if part else test
    return train, test, cost(power, rate, plan, parameters)


@pasted
def _score(plan, delta, x, t, parameters, statistics, work):
    """The mean loss, how many were put into the right class, and the mean squared error of the first output.

    Which of them mean something depends on the problem.

    Args:
        delta: the Huber loss's.
        x, t: inputs [features, samples] and targets [samples].
    """
    units, samples = plan.sizes[-1], t.size
    windows = np.zeros((plan.sizes.size, 2), np.int64)
    windows[-1, 1] = units
    logits = np.empty((units, samples), parameters.dtype)
    infer(plan, windows, x, parameters, statistics, work, logits)
    return _measured(plan.output, plan.loss, delta, logits, t)


@pasted
def _measured(output, loss, delta, logits, targets):
    if output == SIGMOID and logits.shape[0] == 1:
        return _measured_of_two(logits[0], targets)
    summed, right, squares = 0.0, 0, 0.0
    for s in range(targets.size):
        z, target = logits[:, s], targets[s]
        summed += np.float64(sample_loss(output, loss, delta, z, target))
        right += is_right(z, target)
        squares += np.float64((z[0] - target) ** 2)
    return summed / targets.size, right, squares / targets.size


@jit
def _measured_of_two(logits, targets):
    """The same for the most frequent of all problems, with nothing in the way of vectors."""
    summed, right, squares = 0.0, 0, 0.0
    for s in range(targets.size):
        z, target = logits[s], targets[s]
        summed += np.float64(binary_loss(z, target))
        right += (z > _ZERO) == (target > _HALF)
        squares += np.float64((z - target) * (z - target))
    return summed / targets.size, right, squares / targets.size
