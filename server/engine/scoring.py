"""How well a network does on a set of samples: one pass over all of them, for `Trainer.evaluate`."""

import numpy as np

from server.engine._jit import jit
from server.engine.losses import is_right, sample_loss
from server.engine.passes import forward, padded
from server.engine.penalties import cost
from server.engine.training import gather
from server.engine.workspace import TILE


@jit
def score(output, loss, sizes, activations, x, t, order, parameters, work):
    """The mean loss, float64, and how many were put into the right class (for regression: meaningless).

    Args:
        output, loss: codes of `choices.OutputActivation` and `choices.Loss`.
        x, t: inputs [features, samples] and targets [samples]. order: int64 [samples], 0, 1, 2 …
    """
    summed, right, samples = 0.0, 0, t.size
    for done in range(0, samples, TILE):
        real = min(TILE, samples - done)
        width = padded(real)
        gather(x, t, order, done, real, width, work.outputs, work.targets)
        last = forward(parameters, sizes, activations, work.outputs, work.slopes, width)
        for s in range(real):
            logits, target = work.outputs[last + s : last + sizes[-1] * width : width], work.targets[s]
            summed += np.float64(sample_loss(output, loss, logits, target))
            right += is_right(output, logits, target)
    return summed / samples, right


@jit
def evaluate(output, loss, penalty, rate, sizes, activations, x_train, t_train, x_test, t_test, parameters, work):
    """`score` on both parts of the data and the penalty's `cost`: one call, because each gives the GIL away and waits for it."""
    train = score(output, loss, sizes, activations, x_train, t_train, np.arange(t_train.size), parameters, work)
    test = score(output, loss, sizes, activations, x_test, t_test, np.arange(t_test.size), parameters, work)
    return train, test, cost(penalty, rate, parameters, sizes)
