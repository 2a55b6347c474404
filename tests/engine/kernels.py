"""The engine's kernels as tests call them: a network and data in, matrices out, as from their slow twins.

Some kernels exist only inside others; here each is compiled by itself, in float32 and in float64.
"""

import numpy as np

from glassbox.engine import dropout, losses, passes, scoring, training
from glassbox.engine._jit import jit
from glassbox.engine.kernel_args import Batches, Counter, Hyper, State

LANES = 16
TILE = 64


@jit
def _softmax(logits, width):
    losses.softmax(logits, width)


@jit
def _logit_gradients(output, loss, delta, logits, targets, count, share, deltas):
    losses.logit_gradients(output, loss, delta, logits, targets, count, share, deltas)


@jit
def _sample_losses(output, loss, delta, logits, targets, found):
    width = targets.size
    for s in range(width):
        found[s] = losses.sample_loss(output, loss, delta, logits[s::width], targets[s])


@jit
def _rights(logits, targets, found):
    width = targets.size
    for s in range(width):
        found[s] = losses.is_right(logits[s::width], targets[s])


@jit
def _backward(plan, parameters, work, last, width, count):
    passes.backward(plan, parameters, work, last, width, count)


@jit
def _gradients(plan, hyper, batches, start, count, step, state, work):
    training.gradients(plan, hyper, batches, start, count, step, state, work)


@jit
def _training_loss(plan, hyper, batches, step, state, work):
    """The mean loss that a step's gradients are the derivatives of: with its noise, its dropout,
    its batch's statistics.
    """
    delta, deviation = hyper[training._HUBER_DELTA], hyper[training._INPUT_NOISE]
    key, noise_key = dropout.dropout_key(batches.seed, step), training.key_of(batches.seed ^ training._NOISE_SALT, step)
    samples, tile, summed = batches.t.size, work.targets.size, 0.0
    for done in range(0, samples, tile):
        real = min(tile, samples - done)
        width = passes.padded(real)
        training.gather(batches.x, batches.t, batches.order, done, real, width, work.outputs, work.targets)
        if deviation > 0:
            training._add_noise(deviation, noise_key, done, real, width, plan.sizes[0], work)
        last = passes.forward(plan, state.parameters, state.statistics, work, width, real, np.bool_(True), key, done)
        logits = work.outputs[last : last + plan.sizes[-1] * width]
        for s in range(real):
            summed += losses.sample_loss(plan.output, plan.loss, delta, logits[s::width], work.targets[s])
    return summed / samples


def padded(count):
    return -(-count // LANES) * LANES


def softmax(z):
    """Of logits [units, samples]."""
    logits = z.ravel().copy()
    _softmax(logits, z.shape[1])
    return logits.reshape(z.shape)


def logit_gradients(output, loss, z, t, share=1.0, delta=1.0):
    """∂L/∂z times `share`, for logits [units, samples]; the tile is filled up with ones, whose gradient must be 0."""
    samples, width = len(t), padded(len(t))
    logits, targets = np.ones((len(z), width), z.dtype), np.zeros(width, z.dtype)
    logits[:, :samples], targets[:samples] = z, t
    deltas = np.full(len(z) * width, np.nan, z.dtype)
    _logit_gradients(output.code, loss.code, delta, logits.ravel(), targets, samples, z.dtype.type(share), deltas)
    deltas = deltas.reshape(len(z), width)
    np.testing.assert_array_equal(deltas[:, samples:], 0)
    return deltas[:, :samples]


def sample_losses(output, loss, z, t, delta=1.0):
    """Each sample's loss."""
    found = np.empty(len(t), z.dtype)
    _sample_losses(output.code, loss.code, delta, z.ravel().copy(), t, found)
    return found


def rights(z, t):
    """Whether each sample is put into its class."""
    found = np.empty(len(t), bool)
    _rights(z.ravel().copy(), t, found)
    return found


def forward(case, work, training=False, statistics=None):
    """Outputs and slopes of each layer [units, samples], inputs first, and where the last begins; for up to a tile.

    Args:
        statistics: the running ones, changed in training; None: a copy of the case's.
    """
    samples, width = case.x.shape[1], padded(case.x.shape[1])
    inputs = work.outputs[: len(case.x) * width].reshape(-1, width)
    inputs[:, :samples], inputs[:, samples:] = case.x, 0
    known = case.statistics.copy() if statistics is None else statistics
    key = dropout.dropout_key(case.seed, case.step)
    last = passes.forward(
        case.plan, case.parameters, known, work, width, samples, np.bool_(training), np.uint64(key), 0
    )
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
    _backward(case.plan, case.parameters, work, last, width, samples)
    return work.gradients


def gradients(case, order=None, start=0, count=None):
    """Of the mean loss over `count` samples of an order; over all of them, if nothing else is said."""
    work, count = case.workspace(), len(case.t) if count is None else count
    _gradients(case.plan, rates_of(case), batches_of(case, order), start, count, case.step, state_of(case), work)
    return work.gradients


def training_loss(case):
    """The mean loss of all samples in order, as a step sees them."""
    return _training_loss(case.plan, rates_of(case), batches_of(case), case.step, state_of(case), case.workspace())


def rates_of(case):
    """Those that gradients depend on; no other may be looked at."""
    hyper = np.full(len(Hyper), np.nan)
    hyper[Hyper.HUBER_DELTA], hyper[Hyper.INPUT_NOISE] = case.delta, case.noise
    return hyper


def batches_of(case, order=None):
    order = np.arange(len(case.t)) if order is None else order
    return Batches(case.x, case.t, order, len(case.t), case.seed)


def state_of(case):
    """With copies of everything that training would change, and no memory to look at."""
    nothing = np.full_like(case.parameters, np.nan)
    return State(case.parameters.copy(), nothing, nothing, case.statistics.copy(), np.zeros(len(Counter), np.int64))


def score(case):
    """The mean loss, how many were put into the right class, and the mean squared error of the first output."""
    data = case.x, case.t, case.x, case.t
    train, test, _ = scoring.evaluate(
        case.plan, case.delta, 0.0, 0.0, *data, case.parameters, case.statistics, case.workspace()
    )
    assert train == test
    return train
