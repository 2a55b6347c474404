"""The training loop: mini-batch after mini-batch, epoch after epoch, in one compiled call that takes no GIL."""

from server.engine._jit import jit, pasted
from server.engine.losses import logit_gradients
from server.engine.passes import backward, forward, padded
from server.engine.penalties import L1, L2, add_decay, shrink
from server.engine.shuffle import shuffle
from server.engine.updates import Rate, update
from server.engine.workspace import TILE

_LEARNING_RATE, _PENALTY_RATE = int(Rate.LEARNING_RATE), int(Rate.PENALTY_RATE)


@jit
def train(steps, where, codes, sizes, activations, rates, batch_size, seed, x, t, order, parameters, first, second, work):
    """Train `steps` mini-batches.

    Args:
        where: int64 [3], counted on: epoch, samples of it that are done, updates by this optimizer.
        codes: int64 [4]: output activation, loss, optimizer, penalty.
        sizes, activations: as `passes.forward` takes them.
        rates: float64, in the order of `updates.Rate`.
        x, t: inputs [features, samples] and targets [samples]; the samples of a mini-batch are gathered from here.
        order: int64 [samples], the running epoch's; made anew when an epoch begins.
        work: a `workspace.Workspace`.
    """
    output, loss, optimizer, penalty = codes[0], codes[1], codes[2], codes[3]
    samples = t.size
    for _ in range(steps):
        if where[1] == 0:
            shuffle(order, seed, where[0])
        count = min(batch_size, samples - where[1])
        gradients(output, loss, sizes, activations, x, t, order, where[1], count, parameters, work)
        if penalty == L2:
            add_decay(parameters.dtype.type(rates[_PENALTY_RATE]), parameters, sizes, work.gradients)
        where[2] += 1
        update(optimizer, rates, parameters, work.gradients, first, second, where[2])
        if penalty == L1:
            shrink(parameters.dtype.type(rates[_LEARNING_RATE] * rates[_PENALTY_RATE]), parameters, sizes)
        where[1] += count
        if where[1] >= samples:
            where[0] += 1
            where[1] = 0


@pasted
def gradients(output, loss, sizes, activations, x, t, order, start, count, parameters, work):
    """The mean gradients of a mini-batch, order[start : start + count], into `work.gradients`; without the penalty."""
    for i in range(work.gradients.size):
        work.gradients[i] = 0
    share = parameters.dtype.type(1 / count)
    for done in range(0, count, TILE):
        real = min(TILE, count - done)
        width = padded(real)
        gather(x, t, order, start + done, real, width, work.outputs, work.targets)
        last = forward(parameters, sizes, activations, work.outputs, work.slopes, width)
        end = last + sizes[-1] * width
        logit_gradients(
            output, loss, work.outputs[last:end], work.targets[:width], real, share, work.deltas[last:end]
        )  # fmt: skip
        backward(
            parameters, sizes, work.outputs, work.slopes, work.deltas, work.transposed, work.gradients, last, width
        )  # fmt: skip


@pasted
def gather(x, t, order, start, count, width, inputs, targets):
    """A tile's inputs, units by samples, and its targets; the rest of its width is 0."""
    chosen = order[start:]
    for feature in range(x.shape[0]):
        row, values = inputs[feature * width :], x[feature]
        for s in range(width):
            row[s] = values[chosen[s]] if s < count else 0
    for s in range(width):
        targets[s] = t[chosen[s]] if s < count else 0
