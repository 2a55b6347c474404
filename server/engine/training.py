"""The training loop: mini-batch after mini-batch, epoch after epoch, in one compiled call that takes no GIL."""

import math

import numpy as np

from glassbox.engine._jit import inlined, jit, pasted
from glassbox.engine.counter_rng import key_of, normal, shuffle
from glassbox.engine.dropout import dropout_key
from glassbox.engine.kernel_args import Counter, Hyper
from glassbox.engine.losses import logit_gradients
from glassbox.engine.no_refcount import borrowed, part
from glassbox.engine.passes import backward, padded, pass_forward
from glassbox.engine.penalties import add_penalty_gradients, power_of, shrink
from glassbox.engine.schedules import step_factor
from glassbox.engine.simd import LANES, store, zeros
from glassbox.engine.updates import move, steady_reach

EPOCH, DONE, UPDATES, STEP = map(int, Counter)
_LEARNING_RATE, _PENALTY_RATE, _PENALTY_POWER = (
    int(Hyper.LEARNING_RATE),
    int(Hyper.PENALTY_RATE),
    int(Hyper.PENALTY_POWER),
)
_CLIP_NORM, _INPUT_NOISE, _HUBER_DELTA = int(Hyper.CLIP_NORM), int(Hyper.INPUT_NOISE), int(Hyper.HUBER_DELTA)
_PERIOD, _FACTOR = int(Hyper.SCHEDULE_EPOCHS), int(Hyper.SCHEDULE_FACTOR)
_NOISE_SALT = 0x4E015E


@jit
def train(steps, plan, hyper, batches, held, state, work):
    """Train `steps` mini-batches.

    Args:
        plan, batches, held, state: bundles of `kernel_args.py`; `state` and the order in `batches` change.
        hyper: float64, in the order of `kernel_args.Hyper`.
        work: a `workspace.Workspace`, with room for the whole mini-batch if one layer is batch-normalized.
    """
    plan, batches, held, state, work = (
        borrowed(plan),
        borrowed(batches),
        borrowed(held),
        borrowed(state),
        borrowed(work),
    )
    where, samples = state.where, batches.t.size
    power = power_of(plan.penalty, hyper[_PENALTY_POWER])
    for _ in range(steps):
        if where[DONE] == 0:
            shuffle(batches.order, batches.seed, where[EPOCH])
        count = min(batches.batch_size, samples - where[DONE])
        gradients(plan, hyper, batches, where[DONE], count, where[STEP], state, work)
        for i in range(held.at.size):
            work.gradients[held.at[i]] = 0  # nor do they count when clipping, or gather momentum
        if hyper[_CLIP_NORM] > 0:
            _clip(hyper[_CLIP_NORM], work.gradients)
        if power > 1:
            add_penalty_gradients(power, hyper[_PENALTY_RATE], plan, state.parameters, work.gradients)
        learning_rate = hyper[_LEARNING_RATE] * step_factor(
            plan.schedule, where[EPOCH], where[DONE], count, samples, hyper[_PERIOD], hyper[_FACTOR]
        )
        where[UPDATES] += 1
        move(plan.optimizer, learning_rate, hyper, state, work.gradients)
        if 0 < power <= 1:
            reach = steady_reach(plan.optimizer, learning_rate, hyper, where[UPDATES])
            shrink(power, hyper[_PENALTY_RATE], reach, plan, state.parameters, state.second)
        for i in range(held.at.size):
            state.parameters[held.at[i]] = held.values[i]
        for i in range(held.units.size):
            for moment in range(2):
                state.statistics[moment, held.units[i]] = held.statistics[moment, i]
        where[STEP] += 1
        where[DONE] += count
        if where[DONE] >= samples:
            where[EPOCH] += 1
            where[DONE] = 0


@jit
def are_finite(parameters, statistics):
    """Whether all parameters and running statistics are ordinary numbers."""
    return _count_finite(parameters) == parameters.size and _count_finite(statistics.reshape(-1)) == statistics.size


@inlined
def _count_finite(numbers):
    """Counting vectorises; to stop at the first that is not would not."""
    count = 0
    for number in numbers:
        count += np.isfinite(number)
    return count


@pasted
def gradients(plan, hyper, batches, start, count, step, state, work):
    """The mean gradients of the `count` samples from order[start] on, into `work.gradients`; without the penalty."""
    for i in range(work.gradients.size):
        work.gradients[i] = 0
    share = state.parameters.dtype.type(1 / count)
    key, tile = dropout_key(batches.seed, step), work.targets.size
    for done in range(0, count, tile):
        real = min(tile, count - done)
        width = padded(real)
        gather(batches.x, batches.t, batches.order, start + done, real, width, work.outputs, work.targets)
        if hyper[_INPUT_NOISE] > 0:
            _add_noise(hyper[_INPUT_NOISE], noise_key(batches.seed, step), done, real, width, plan.sizes[0], work)
        last = pass_forward(plan, state.parameters, state.statistics, work, width, real, np.bool_(True), key, done)
        size = plan.sizes[-1] * width
        logit_gradients(
            plan.output, plan.loss, hyper[_HUBER_DELTA], part(work.outputs, last, size), part(work.targets, 0, width),
            real, share, part(work.deltas, last, size),
        )  # fmt: skip
        backward(plan, state.parameters, work, last, width, real)


@pasted
def gather(x, t, order, start, count, width, inputs, targets):
    """A tile's inputs, units by samples, and its targets; the rest of its width is 0."""
    chosen = part(order, start, count)
    for feature in range(x.shape[0]):
        _pick(x[feature], chosen, part(inputs, feature * width, width))
    _pick(t, chosen, part(targets, 0, width))


@inlined
def _pick(values, chosen, row):
    """The chosen values, and 0 in the rest of the row. Indices without a sign: none of them counts from the end."""
    store(row, row.size - LANES, zeros(row))
    for s in range(chosen.size):
        row[s] = values[np.uint64(chosen[s])]


@inlined
def noise_key(seed, step):
    """The key of a step's input noise."""
    return key_of(seed ^ _NOISE_SALT, step)


@jit
def _add_noise(spread, key, done, count, width, features, work):
    """Jitter a tile's inputs anew: each gets a normal number of standard deviation `spread`."""
    for feature in range(features):
        for s in range(count):
            noise = normal(key, (done + s) * features + feature)
            work.outputs[feature * width + s] += work.outputs.dtype.type(spread * noise)


@inlined
def _clip(most, gradients):
    """Scale all gradients down so that their norm is at most `most`, as PyTorch does."""
    squares = 0.0
    for g in gradients:
        squares += float(g) * float(g)
    norm = math.sqrt(squares)
    if norm > most:
        scale = gradients.dtype.type(most / (norm + 1e-6))
        for i in range(gradients.size):
            gradients[i] *= scale
