"""The slow twin of the engine: every formula of `server/engine` in plain NumPy, to be read beside a textbook.

It is the specification the kernels are tested against. It shares with them their vocabularies and nothing else:
matrices are matrices here, numbers are float64, and nothing is done for speed. Samples are columns.
"""

import math
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from glassbox.engine.choices import (
    Activation,
    Initialization,
    Loss,
    Normalization,
    Optimizer,
    OutputActivation,
    Penalty,
    Schedule,
)

LEAK = 0.01
EPSILON = 1e-5  # added to variances
GELU_OUTER, GELU_INNER = np.sqrt(2 / np.pi), 0.044715


# --- activations: φ(z) and φ′(z)


def sigmoid(z, np=np):
    return np.exp(-np.logaddexp(0, -z))


def gelu_inside(z):
    return GELU_OUTER * (z + GELU_INNER * z**3)


def gelu_slope(z):
    t = np.tanh(gelu_inside(z))
    return 0.5 * (1 + t) + 0.5 * z * (1 - t**2) * GELU_OUTER * (1 + 3 * GELU_INNER * z**2)


def formulas(np):
    """φ of every activation, in NumPy or in a library of its kind that differentiates."""
    return {
        Activation.LINEAR: lambda z: z,
        Activation.SIGMOID: lambda z: sigmoid(z, np),
        Activation.TANH: np.tanh,
        Activation.RELU: lambda z: np.where(z > 0, z, 0),
        Activation.LEAKY_RELU: lambda z: np.where(z > 0, z, LEAK * z),
        Activation.ELU: lambda z: np.where(z > 0, z, np.expm1(np.minimum(z, 0))),
        Activation.SOFTPLUS: lambda z: np.logaddexp(0, z),
        Activation.SILU: lambda z: z * sigmoid(z, np),
        Activation.GELU: lambda z: 0.5 * z * (1 + np.tanh(gelu_inside(z))),
        Activation.SINE: np.sin,
        Activation.STEP: lambda z: np.where(z > 0, 1.0, 0.0),
    }


PHI = formulas(np)

SLOPE = {
    Activation.LINEAR: np.ones_like,
    Activation.SIGMOID: lambda z: sigmoid(z) * (1 - sigmoid(z)),
    Activation.TANH: lambda z: 1 - np.tanh(z) ** 2,
    Activation.RELU: lambda z: np.where(z > 0, 1.0, 0.0),
    Activation.LEAKY_RELU: lambda z: np.where(z > 0, 1.0, LEAK),
    Activation.ELU: lambda z: np.where(z > 0, 1.0, np.exp(np.minimum(z, 0))),
    Activation.SOFTPLUS: sigmoid,
    Activation.SILU: lambda z: sigmoid(z) + z * sigmoid(z) * (1 - sigmoid(z)),
    Activation.GELU: gelu_slope,
    Activation.SINE: np.cos,
    Activation.STEP: lambda z: np.where(np.abs(z) <= 1, 1.0, 0.0),  # straight-through: not the derivative
}

KINKS = {  # where φ or φ′ jumps: a rounding error decides there on which side a sum falls
    Activation.RELU: (0,),
    Activation.LEAKY_RELU: (0,),
    Activation.STEP: (-1, 0, 1),
}


# --- the network: z = W a + b, if the layer is normalized γ ẑ + β in its place, a = φ(z), layer by layer


def layers(parameters, sizes, normalized=()):
    """The flat vector, cut into each layer's weights [units, units before], biases [units],
    and if normalized γ and β.
    """
    cut, at = [], 0
    for layer, (before, units) in enumerate(pairwise(sizes), start=1):
        parts = []
        for shape in [(units, before), (units,), *[(units,), (units,)] * (layer in normalized)]:
            parts.append(parameters[at : at + math.prod(shape)].reshape(shape))
            at += math.prod(shape)
        cut.append(tuple(parts))
    return cut


def count(sizes, normalized=()):
    """How many parameters there are."""
    layers = enumerate(pairwise(sizes), start=1)
    return sum((before + 1 + 2 * (layer in normalized)) * units for layer, (before, units) in layers)


def layers_of(architecture, parameters):
    """The layers of a network whose architecture is known."""
    return layers(parameters, architecture.sizes, normalized_layers(architecture))


def join(parts):
    """The inverse of `layers`: all their parts as one flat vector."""
    return np.concatenate([part.ravel() for each in parts for part in each])


def normalization(architecture, layer):
    """Of layer 1, 2 …; of the last one, none."""
    kinds = architecture.normalizations
    return kinds[layer - 1] if layer <= len(kinds) else Normalization.NONE


def normalized_layers(architecture):
    return {
        layer
        for layer in range(1, len(architecture.sizes))
        if normalization(architecture, layer) is not Normalization.NONE
    }


def units_of(sizes, layer):
    """The columns of a layer's units in the running statistics, [2, units of all layers]."""
    return slice(sum(sizes[:layer]), sum(sizes[: layer + 1]))


def forward(architecture, parameters, x, statistics=None, masks=()):
    """What each layer's activation is given, and the outputs a of each layer, inputs first;
    the last layer has no activation.

    Args:
        statistics: running means and variances [2, units] that batch normalization evaluates with; None: the batch's
            own.
        masks: what each hidden layer's outputs are multiplied by, for dropout.
    """
    sums, outputs = [], [np.asarray(x, np.float64)]
    for layer, (weights, biases, *learned) in enumerate(
        layers_of(architecture, np.asarray(parameters, np.float64)), start=1
    ):
        z = weights @ outputs[-1] + biases[:, None]
        if learned:
            gain, shift = learned
            kind = normalization(architecture, layer)
            z = gain[:, None] * standardized(z, *moments(kind, z, statistics, units_of(architecture.sizes, layer)))
            z = z + shift[:, None]
        sums.append(z)
        if layer < len(architecture.sizes) - 1:
            z = PHI[architecture.activations[layer - 1]](z)
            z = z * masks[layer - 1] if masks else z
        outputs.append(z)
    return sums, outputs


# --- normalization: ẑ = (z − μ) / σ, over the batch or over the layer's units


def moments(kind, z, statistics=None, units=slice(None)):
    """Mean and variance of sums z [units, samples], in a shape that divides them."""
    if kind is Normalization.LAYER:
        return z.mean(axis=0), z.var(axis=0)
    if statistics is None:
        return z.mean(axis=1)[:, None], z.var(axis=1)[:, None]
    return np.asarray(statistics, np.float64)[:, units, None]


def standardized(z, mean, variance):
    return (z - mean) / np.sqrt(variance + EPSILON)


def through_standardizing(kind, z, g):
    """∂L/∂z from g = ∂L/∂ẑ: of n sums that share mean and variance, the Jacobian is (1 − 1/n − ẑ ẑᵀ / n) / σ."""
    if kind is Normalization.LAYER:
        return through_standardizing(Normalization.BATCH, z.T, g.T).T
    found = np.empty_like(z)
    for unit, row in enumerate(z):
        n, standard = len(row), standardized(row, row.mean(), row.var())
        jacobian = (np.eye(n) - 1 / n - np.outer(standard, standard) / n) / np.sqrt(row.var() + EPSILON)
        found[unit] = jacobian @ g[unit]
    return found


def next_statistics(architecture, parameters, outputs, statistics):
    """The running ones after a mini-batch: a tenth of its mean and unbiased variance,
    which one sample does not have.
    """
    statistics = statistics.copy()
    for layer, (weights, biases, *_) in enumerate(layers_of(architecture, parameters), start=1):
        if normalization(architecture, layer) is not Normalization.BATCH:
            continue
        z, units = weights @ outputs[layer - 1] + biases[:, None], units_of(architecture.sizes, layer)
        statistics[0, units] = 0.9 * statistics[0, units] + 0.1 * z.mean(axis=1)
        if z.shape[1] > 1:
            statistics[1, units] = 0.9 * statistics[1, units] + 0.1 * z.var(axis=1, ddof=1)
    return statistics


def fresh_statistics(sizes):
    """Means 0 and variances 1."""
    return np.array([np.zeros(sum(sizes)), np.ones(sum(sizes))])


# --- kinks


def distance_to_kinks(architecture, parameters, x):
    """For each sample, how near any of its sums comes to a kink."""
    sums, _ = forward(architecture, parameters, x)
    near = [np.full(x.shape[1], np.inf)]
    for z, activation in zip(sums, architecture.activations, strict=False):
        near += [np.abs(z - kink).min(axis=0) for kink in KINKS.get(activation, ())]
    return np.min(near, axis=0)


def distance_to_loss_kinks(output, loss, z, t):
    """For each sample, how near it comes to where its loss has two slopes."""
    if loss is Loss.ABSOLUTE:
        return np.abs(z[0] - t)
    if output is not OutputActivation.SCORE:
        return np.full(len(t), np.inf)
    near = np.abs(margins(z, t) - 1)
    if len(z) < 3:
        return near
    rivals = np.sort(np.where(one_hot(t, len(z)) == 1, -np.inf, z), axis=0)
    return np.minimum(near, rivals[-1] - rivals[-2])


# --- predictions and losses, from the logits z [units, samples] and the targets t [samples]


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)


def one_hot(t, classes):
    return (np.arange(classes)[:, None] == t).astype(np.float64)


def predictions(output, z):
    """What the network says: a number or score, or probabilities of the classes, or a value between −1 and 1."""
    if output is OutputActivation.SOFTMAX:
        return softmax(z)
    if output is OutputActivation.SIGMOID:
        return sigmoid(z)
    return np.tanh(z) if output is OutputActivation.TANH else z


def wanted(output, t, units):
    """The targets in the shape and range of the predictions."""
    if output is OutputActivation.SOFTMAX:
        return one_hot(t, units)
    return (2 * t - 1 if output is OutputActivation.TANH else t)[None, :]


def margins(z, t):
    """By how much each sample's own class leads the best of the others; of two classes, z or −z."""
    if len(z) == 1:
        return (2 * t - 1) * z[0]
    own = one_hot(t, len(z)) == 1
    return np.where(own, z, -np.inf).max(axis=0) - np.where(own, -np.inf, z).max(axis=0)


def sample_losses(output, loss, z, t, delta=1.0):
    """Each sample's loss: ½ Σ (y − t)² and its kin, the hinge, or −Σ t ln p written so that p is never rounded to 0."""
    if output is OutputActivation.SCORE:
        return np.maximum(0, 1 - margins(z, t))
    if loss is Loss.SQUARED_ERROR:
        return 0.5 * ((predictions(output, z) - wanted(output, t, len(z))) ** 2).sum(axis=0)
    if output is OutputActivation.IDENTITY:
        miss = np.abs(z[0] - t)
        return miss if loss is Loss.ABSOLUTE else np.where(miss <= delta, 0.5 * miss**2, delta * (miss - delta / 2))
    if output is OutputActivation.SIGMOID:
        return np.logaddexp(0, z[0]) - t * z[0]
    largest = z.max(axis=0)
    own = (one_hot(t, len(z)) * (z - largest)).sum(axis=0)
    return np.log(np.exp(z - largest).sum(axis=0)) - own


def logit_gradients(output, loss, z, t, delta=1.0):
    """∂L/∂z of each sample: p − t for both cross-entropies, else (y − t) through the output's derivative."""
    if output is OutputActivation.SCORE:
        return hinge_gradients(z, t)
    y = predictions(output, z)
    error = y - wanted(output, t, len(z))
    if loss is Loss.ABSOLUTE:
        return np.sign(error)
    if loss is Loss.HUBER:
        return np.clip(error, -delta, delta)
    if loss is Loss.CROSS_ENTROPY or output is OutputActivation.IDENTITY:
        return error
    if output is OutputActivation.TANH:
        return error * (1 - y**2)
    jacobians = (np.diag(p) - np.outer(p, p) for p in y.T)
    return np.stack([jacobian @ e for jacobian, e in zip(jacobians, error.T, strict=True)], axis=1)


def hinge_gradients(z, t):
    """Where the margin is below 1: −t of two classes;
    of several −1 for the own one and 1 for the best of the others.
    """
    short = margins(z, t) < 1
    if len(z) == 1:
        return np.where(short, 1 - 2 * t, 0)[None, :]
    own = one_hot(t, len(z))
    rival = one_hot(np.where(own == 1, -np.inf, z).argmax(axis=0), len(z))
    return np.where(short, rival - own, 0)


def mean_loss(architecture, loss, parameters, x, t, statistics=None, delta=1.0):
    """Of all samples."""
    sums, _ = forward(architecture, parameters, x, statistics)
    return sample_losses(architecture.output, loss, sums[-1], t, delta).mean()


def accuracy(architecture, parameters, x, t, statistics=None):
    """The share of samples put into their class."""
    z = forward(architecture, parameters, x, statistics)[0][-1]
    classes = z.argmax(axis=0) if len(z) > 1 else z[0] > 0
    return (classes == t).mean()


# --- backpropagation


def gradients(architecture, loss, parameters, x, t, delta=1.0, masks=()):
    """Of the mean loss, for all parameters, flat: δ = (Wᵀ δ of the layer after) · φ′(z), ∂L/∂W = δ aᵀ, ∂L/∂b = Σ δ."""
    sums, outputs = forward(architecture, parameters, x, masks=masks)
    error = logit_gradients(architecture.output, loss, sums[-1], t, delta) / len(t)
    return join(backward(architecture, parameters, sums, outputs, error, masks))


def backward(architecture, parameters, sums, outputs, error, masks=()):
    """The gradients of each layer's parameters, from the ∂L/∂z of the last layer."""
    cut = layers_of(architecture, np.asarray(parameters, np.float64))
    found = []
    for layer in range(len(cut), 0, -1):
        weights, biases, *learned = cut[layer - 1]
        below = outputs[layer - 1]
        of_learned = ()
        if learned:
            z, kind = weights @ below + biases[:, None], normalization(architecture, layer)
            of_learned = (error * standardized(z, *moments(kind, z))).sum(axis=1), error.sum(axis=1)
            error = through_standardizing(kind, z, learned[0][:, None] * error)
        found.insert(0, (error @ below.T, error.sum(axis=1), *of_learned))
        if layer > 1:
            error = weights.T @ error * SLOPE[architecture.activations[layer - 2]](sums[layer - 2])
            error = error * masks[layer - 2] if masks else error
    return found


# --- dropout and noise, from random numbers that are known by what they are for


def dropout_masks(dropout, sizes, seed, step, samples):
    """What each hidden layer's outputs are multiplied by in a step, [units, samples]: 0, or 1 / (1 − rate)."""
    key, masks = key_of(seed ^ 0x0D20907, step), []
    for layer, rate in enumerate(dropout, start=1):
        units = range(sum(sizes))[units_of(sizes, layer)]
        numbers = np.array([[bits32(key, (unit << 32) + sample) for sample in range(samples)] for unit in units])
        masks.append(np.where(numbers < int(rate * 2**32), 0, 1 / (1 - rate)))
    return masks


def jittered(x, deviation, seed, step):
    """The inputs [features, samples] as a step sees them: each moved by a normal number of its own."""
    key, (features, samples) = key_of(seed ^ 0x4E015E, step), x.shape
    moves = [[normal(key, sample * features + feature) for sample in range(samples)] for feature in range(features)]
    return x + deviation * np.array(moves).reshape(x.shape)


def key_of(seed, number):
    return mixed(seed * GOLDEN) ^ mixed(number * 0xD6E8FEB86659FD93 + GOLDEN)


def bits32(key, index):
    return mixed(key + index * GOLDEN) >> 32


def normal(key, index):
    """Box and Muller's."""
    u, v = (bits32(key, 2 * index) + 0.5) / 2**32, bits32(key, 2 * index + 1) / 2**32
    return math.sqrt(-2 * math.log(u)) * math.cos(2 * math.pi * v)


# --- penalties: (λ/p) Σ |w|ᵖ


def is_weight(sizes, normalized=()):
    """For each parameter, whether it is a weight; biases, γ and β are free."""
    parts = layers(np.zeros(count(sizes, normalized)), sizes, normalized)
    return join(
        [(np.ones_like(weights, bool), *(np.zeros_like(part, bool) for part in rest)) for weights, *rest in parts]
    )


def power_of(penalty, power):
    """The p of a penalty; 0 for none."""
    return {Penalty.NONE: 0, Penalty.L1: 1, Penalty.L2: 2, Penalty.LP: power}[penalty]


def penalty_cost(power, rate, weights):
    """0 without a penalty."""
    return rate / power * (np.abs(np.asarray(weights, np.float64)) ** power).sum() if power else 0.0


def penalty_gradients(power, rate, weights):
    """For p > 1."""
    return rate * np.abs(weights) ** (power - 1) * np.sign(weights)


def shrunk(power, amount, weights):
    """For p ≤ 1, the proximal step: what makes ½ (x − w)² + amount · |x|ᵖ / p smallest, for each weight w.

    Where that falls and rises again between 0 and |w|, its lower end is found by halving; then 0 may still be better.
    """
    size = np.abs(np.asarray(weights, np.float64))
    bend = (amount * (1 - power)) ** (1 / (2 - power))  # beyond it the slope rises
    low, high = np.minimum(bend, size), size.copy()
    for _ in range(200):
        middle = (low + high) / 2
        rising = middle - size + amount * np.maximum(middle, 1e-300) ** (power - 1) > 0
        low, high = np.where(rising, low, middle), np.where(rising, middle, high)
    costs = (high - size) ** 2 / 2 + amount * high**power / power
    return np.sign(weights) * np.where(costs < size**2 / 2, high, 0)


# --- learning rate and gradients on their way to the optimizer


def learning_rate(recipe, epochs):
    """After so many epochs; the engine asks at a step's beginning, but at its end while warming up."""
    e, factor = epochs / recipe.schedule_epochs, recipe.schedule_factor
    return (
        recipe.learning_rate
        * {
            Schedule.CONSTANT: 1,
            Schedule.STEP: factor ** math.floor(e),
            Schedule.EXPONENTIAL: factor**e,
            Schedule.COSINE: (1 + math.cos(math.pi * min(e, 1))) / 2,
            Schedule.WARM_UP: min(e, 1),
        }[recipe.schedule]
    )


def clipped(g, most):
    """Shortened to the norm `most`, if that is not 0."""
    norm = np.sqrt((g**2).sum())
    return g * most / (norm + 1e-6) if most and norm > most else g


# --- optimizers: the new parameters and memory (first, second) from a gradient g


def updated(recipe, rate, parameters, g, first, second, count):
    """One step of the recipe's optimizer at a learning rate; `count` of them were made, this one included."""
    if recipe.optimizer is Optimizer.SGD:
        return parameters - rate * g, first, second
    if recipe.optimizer is Optimizer.MOMENTUM:
        velocity = recipe.momentum * first + g
        return parameters - rate * velocity, velocity, second
    if recipe.optimizer is Optimizer.NESTEROV:
        velocity = recipe.momentum * first + g
        return parameters - rate * (g + recipe.momentum * velocity), velocity, second
    if recipe.optimizer is Optimizer.RMSPROP:
        squares = recipe.rmsprop_decay * second + (1 - recipe.rmsprop_decay) * g**2
        return parameters - rate * g / (np.sqrt(squares) + recipe.epsilon), first, squares
    assert recipe.optimizer is Optimizer.ADAM, f"The slow twin has no rule for {recipe.optimizer.label} yet."
    mean = recipe.beta1 * first + (1 - recipe.beta1) * g
    squares = recipe.beta2 * second + (1 - recipe.beta2) * g**2
    unbiased_mean, unbiased_squares = mean / (1 - recipe.beta1**count), squares / (1 - recipe.beta2**count)
    return parameters - rate * unbiased_mean / (np.sqrt(unbiased_squares) + recipe.epsilon), mean, squares


def reach(recipe, rate, second, count):
    """How far a steady gradient of 1 moves each parameter in update number `count`, by the optimizers' own rules."""
    one, none = np.ones_like(second), np.zeros_like(second)
    if recipe.optimizer in (Optimizer.RMSPROP, Optimizer.ADAM):  # their step is a mean gradient over this
        grown = 1 - recipe.beta2**count if recipe.optimizer is Optimizer.ADAM else 1
        return rate / (np.sqrt(second / grown) + recipe.epsilon)
    at, memory = none, none
    for each in range(1, count + 1):
        before = at
        at, memory, _ = updated(recipe, rate, at, one, memory, none, each)
    return before - at


# --- training


class Moment(NamedTuple):
    """Of training: parameters, the optimizer's memory and running statistics."""

    parameters: np.ndarray
    first: np.ndarray
    second: np.ndarray
    statistics: np.ndarray


def beginning(architecture, parameters, statistics=None):
    """The moment before the first step."""
    parameters = np.asarray(parameters, np.float64)
    known = fresh_statistics(architecture.sizes) if statistics is None else np.asarray(statistics, np.float64)
    return Moment(parameters, np.zeros_like(parameters), np.zeros_like(parameters), known)


def trained(recipe, parameters, x, t, steps, held=((), (), ())):
    """The moment after so many mini-batches: a new order for every epoch, whose last batch may be smaller."""
    moment, epoch, done = beginning(recipe.architecture, parameters), 0, 0
    for step in range(steps):
        batch = shuffled(len(t), recipe.seed, epoch)[done : done + recipe.batch_size]
        ahead = len(batch) if recipe.schedule is Schedule.WARM_UP else 0
        rate = learning_rate(recipe, epoch + (done + ahead) / len(t))
        moment = trained_once(recipe, moment, x[:, batch], t[batch], rate, step, step + 1, held)
        done += len(batch)
        if done == len(t):
            epoch, done = epoch + 1, 0
    return moment


def trained_once(recipe, moment, x, t, rate, step, count, held=((), (), ())):
    """One mini-batch: its gradients, clipped, the penalty's, the optimizer; `count` updates, this one included.

    Args:
        held: places of parameters that do not move, the values they keep, and units whose running statistics do not
            move.
    """
    architecture, places, values, units = recipe.architecture, np.array(held[0], int), held[1], np.array(held[2], int)
    parameters, power = moment.parameters, power_of(recipe.penalty, recipe.penalty_power)
    weights = is_weight(architecture.sizes, normalized_layers(architecture))
    masks = dropout_masks(recipe.dropout, architecture.sizes, recipe.seed, step, len(t))
    x = jittered(x, recipe.input_noise, recipe.seed, step) if recipe.input_noise else x

    g = gradients(architecture, recipe.loss, parameters, x, t, recipe.huber_delta, masks)
    g[places] = 0
    g = clipped(g, recipe.clip_norm)
    if power > 1:
        g = g + np.where(weights, penalty_gradients(power, recipe.penalty_rate, parameters), 0)
    _, outputs = forward(architecture, parameters, x, masks=masks)
    statistics = next_statistics(architecture, parameters, outputs, moment.statistics)
    parameters, first, second = updated(recipe, rate, parameters, g, moment.first, moment.second, count)
    if 0 < power <= 1:
        amounts = recipe.penalty_rate * reach(recipe, rate, second, count)
        parameters = np.where(weights, shrunk(power, amounts, parameters), parameters)
    parameters[places] = values
    statistics[:, units] = moment.statistics[:, units]
    return Moment(parameters, first, second, statistics)


def shuffled(samples, seed, epoch):
    """The order of an epoch: Fisher & Yates' shuffle, its numbers from SplitMix64."""
    state = key_of(seed, epoch)
    order = list(range(samples))
    for i in range(samples - 1, 0, -1):
        state += GOLDEN
        j = (mixed(state) >> 32) * (i + 1) >> 32
        order[i], order[j] = order[j], order[i]
    return np.array(order, np.int64)


GOLDEN = 0x9E3779B97F4A7C15  # 2⁶⁴ divided by the golden ratio


def mixed(state):
    """SplitMix64's output function, in whole numbers modulo 2⁶⁴."""
    z = state % 2**64
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
    z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
    return z ^ z >> 31


# --- initial weights, and weights that move into another architecture


def spread(initialization, before, units):
    """The standard deviation of a layer's initial weights with gain 1."""
    return {
        Initialization.ZEROS: 0,
        Initialization.UNIFORM: 0.5 / np.sqrt(3),  # of a uniform distribution: its edge over √3
        Initialization.XAVIER_UNIFORM: np.sqrt(2 / (before + units)),
        Initialization.XAVIER_NORMAL: np.sqrt(2 / (before + units)),
        Initialization.HE: np.sqrt(2 / before),
        Initialization.LECUN: np.sqrt(1 / before),
    }[initialization]


def grafted(old_sizes, old, new_sizes, fresh, origins, old_normalized=(), new_normalized=()):
    """The fresh parameters, in which what joins two kept units of neighbouring layers has its old value."""
    old_layers, new_layers = layers(old, old_sizes, old_normalized), layers(fresh.copy(), new_sizes, new_normalized)
    for layer, (weights, *of_units) in enumerate(new_layers, start=1):
        for unit, old_unit in enumerate(origins[layer].units):
            if origins[layer].layer < 0 or old_unit < 0:
                continue
            old_weights, *of_old_units = old_layers[origins[layer].layer - 1]
            for part, old_part in zip(of_units, of_old_units, strict=False):  # γ and β only where both have them
                part[unit] = old_part[old_unit]
            for source, old_source in enumerate(origins[layer - 1].units):
                if origins[layer - 1].layer == origins[layer].layer - 1 and old_source >= 0:
                    weights[unit, source] = old_weights[old_unit, old_source]
    return join(new_layers)


def grafted_statistics(old_sizes, old, new_sizes, origins, old_normalized, new_normalized):
    """Fresh statistics, in which each kept unit of a layer that was and is normalized has its old ones."""
    statistics = fresh_statistics(new_sizes)
    for layer in new_normalized:
        for unit, old_unit in enumerate(origins[layer].units):
            if origins[layer].layer in old_normalized and old_unit >= 0:
                source = sum(old_sizes[: origins[layer].layer]) + old_unit
                statistics[:, sum(new_sizes[:layer]) + unit] = old[:, source]
    return statistics


# --- what the network computes over the plane


def shown_outputs(architecture, parameters, x, statistics=None):
    """Each layer's outputs at the points x as pictures show them: for two classes, the last layer is 2p − 1."""
    *hidden, z = forward(architecture, parameters, x, statistics)[1]
    y = predictions(architecture.output, z)
    return [*hidden, 2 * y - 1 if architecture.output is OutputActivation.SIGMOID else y]
