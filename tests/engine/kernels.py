"""The engine's kernels as tests call them: a network and data in, matrices out, as from their slow twins.

Some kernels exist only inside others; here each is compiled by itself, in float32 and in float64.
"""

import numpy as np

from server.engine import losses, passes, scoring, training
from server.engine._jit import jit

LANES = 16
TILE = 64


@jit
def _softmax(logits, width):
    losses.softmax(logits, width)


@jit
def _logit_gradients(output, loss, logits, targets, count, share, deltas):
    losses.logit_gradients(output, loss, logits, targets, count, share, deltas)


@jit
def _sample_losses(output, loss, logits, targets, found):
    width = targets.size
    for s in range(width):
        found[s] = losses.sample_loss(output, loss, logits[s::width], targets[s])


@jit
def _rights(output, logits, targets, found):
    width = targets.size
    for s in range(width):
        found[s] = losses.is_right(output, logits[s::width], targets[s])


@jit
def _backward(parameters, sizes, outputs, slopes, deltas, transposed, gradients, last, width):
    passes.backward(parameters, sizes, outputs, slopes, deltas, transposed, gradients, last, width)


@jit
def _gradients(output, loss, sizes, activations, x, t, order, start, count, parameters, work):
    training.gradients(output, loss, sizes, activations, x, t, order, start, count, parameters, work)


def padded(count):
    return -(-count // LANES) * LANES


def softmax(z):
    """Of logits [units, samples]."""
    logits = z.ravel().copy()
    _softmax(logits, z.shape[1])
    return logits.reshape(z.shape)


def logit_gradients(output, loss, z, t, share=1.0):
    """∂L/∂z times `share`, for logits [units, samples]; the tile is filled up with ones, whose gradient must be 0."""
    samples, width = len(t), padded(len(t))
    logits, targets = np.ones((len(z), width), z.dtype), np.zeros(width, z.dtype)
    logits[:, :samples], targets[:samples] = z, t
    deltas = np.full(len(z) * width, np.nan, z.dtype)
    _logit_gradients(output.code, loss.code, logits.ravel(), targets, samples, z.dtype.type(share), deltas)
    deltas = deltas.reshape(len(z), width)
    np.testing.assert_array_equal(deltas[:, samples:], 0)
    return deltas[:, :samples]


def sample_losses(output, loss, z, t):
    """Each sample's loss."""
    found = np.empty(len(t), z.dtype)
    _sample_losses(output.code, loss.code, z.ravel().copy(), t, found)
    return found


def rights(output, z, t):
    """Whether each sample is put into its class."""
    found = np.empty(len(t), bool)
    _rights(output.code, z.ravel().copy(), t, found)
    return found


def forward(case, work):
    """Outputs and slopes of each layer [units, samples], inputs first, and where the last begins; for up to a tile."""
    samples, width = case.x.shape[1], padded(case.x.shape[1])
    inputs = work.outputs[: len(case.x) * width].reshape(-1, width)
    inputs[:, :samples], inputs[:, samples:] = case.x, 0
    last = passes.forward(case.parameters, *case.plan, work.outputs, work.slopes, width)
    outputs = cut(case.architecture.sizes, work.outputs, samples)
    return outputs, cut(case.architecture.sizes, work.slopes, samples), last


def cut(sizes, rows, samples):
    """Each layer's part of a flat array that holds a tile, without what fills it up."""
    width, cuts, at = padded(samples), [], 0
    for units in sizes:
        cuts.append(rows[at : at + units * width].reshape(units, width)[:, :samples])
        at += units * width
    return cuts


def backward(case, work, last, delta):
    """The gradients from the last layer's ∂L/∂z [units, samples], after `forward` in the same workspace."""
    samples, width = delta.shape[1], padded(delta.shape[1])
    rows = work.deltas[last : last + len(delta) * width].reshape(-1, width)
    rows[:, :samples], rows[:, samples:] = delta, 0
    work.gradients[:] = 0
    _backward(
        case.parameters, case.plan[0], work.outputs, work.slopes, work.deltas, work.transposed, work.gradients, last, width
    )  # fmt: skip
    return work.gradients


def gradients(case, order=None, start=0, count=None):
    """Of the mean loss over `count` samples of an order; over all of them, if nothing else is said."""
    order = np.arange(len(case.t)) if order is None else order
    work = case.workspace()
    _gradients(
        *case.codes, *case.plan, case.x, case.t, order, start, len(case.t) if count is None else count, case.parameters, work
    )  # fmt: skip
    return work.gradients


def score(case):
    """The mean loss, and how many were put into the right class."""
    return scoring.score(
        *case.codes, *case.plan, case.x, case.t, np.arange(len(case.t)), case.parameters, case.workspace()
    )  # fmt: skip
