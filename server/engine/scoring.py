"""How well a network does on a set of samples, from its logits: for `Trainer.evaluate`."""

import numpy as np

from server.engine._jit import jit
from server.engine.losses import is_right, sample_loss


@jit
def score(output, loss, delta, logits, targets):
    """The mean loss, how many were put into the right class, and the mean squared error of the first output.

    Which of them mean something depends on the problem.

    Args:
        output, loss: codes of `choices.OutputActivation` and `choices.Loss`. delta: the Huber loss's.
        logits: [units, samples]. targets: [samples].
    """
    summed, right, squares = 0.0, 0, 0.0
    for s in range(targets.size):
        z, target = logits[:, s], targets[s]
        summed += np.float64(sample_loss(output, loss, delta, z, target))
        right += is_right(z, target)
        squares += np.float64((z[0] - target) ** 2)
    return summed / targets.size, right, squares / targets.size
