"""The slow twin of the engine: every formula of `server/engine` in plain NumPy, to be read beside a textbook.

It is the specification the kernels are tested against. It shares with them their vocabularies and nothing else:
matrices are matrices here, numbers are float64, and nothing is done for speed. Samples are columns.
"""

from itertools import pairwise

import numpy as np

from server.engine.choices import Activation, Initialization, Loss, Optimizer, OutputActivation, Penalty


def single(number):
    """The engine's own constants are float32 numbers, in its float64 runs too."""
    return float(np.float32(number))


LEAK = single(0.01)
GELU_OUTER, GELU_INNER = single(np.sqrt(2 / np.pi)), single(0.044715)


# --- activations: φ(z) and φ′(z)


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def gelu_inside(z):
    return GELU_OUTER * (z + GELU_INNER * z**3)


def gelu_slope(z):
    t = np.tanh(gelu_inside(z))
    return 0.5 * (1 + t) + 0.5 * z * (1 - t**2) * GELU_OUTER * (1 + 3 * GELU_INNER * z**2)


PHI = {
    Activation.LINEAR: lambda z: z,
    Activation.SIGMOID: sigmoid,
    Activation.TANH: np.tanh,
    Activation.RELU: lambda z: np.where(z > 0, z, 0),
    Activation.LEAKY_RELU: lambda z: np.where(z > 0, z, LEAK * z),
    Activation.ELU: lambda z: np.where(z > 0, z, np.expm1(np.minimum(z, 0))),
    Activation.SOFTPLUS: lambda z: np.logaddexp(0, z),
    Activation.SILU: lambda z: z * sigmoid(z),
    Activation.GELU: lambda z: 0.5 * z * (1 + np.tanh(gelu_inside(z))),
    Activation.SINE: np.sin,
    Activation.STEP: lambda z: np.where(z > 0, 1.0, 0.0),
}

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


# --- the network: z = W a + b, a = φ(z), layer by layer


def layers(parameters, sizes):
    """The flat vector, cut into each layer's matrix of weights [units, units before] and its biases [units]."""
    cut, at = [], 0
    for before, units in pairwise(sizes):
        weights = parameters[at : at + units * before].reshape(units, before)
        biases = parameters[at + units * before : at + units * before + units]
        cut.append((weights, biases))
        at += units * (before + 1)
    return cut


def join(pairs):
    """The inverse of `layers`: matrices and biases as one flat vector."""
    return np.concatenate([part.ravel() for pair in pairs for part in pair])


def forward(architecture, parameters, x):
    """The sums z of each layer, and the outputs a of each layer, inputs first; of the last layer, z is the output."""
    sums, outputs = [], [np.asarray(x, np.float64)]
    for weights, biases in layers(np.asarray(parameters, np.float64), architecture.sizes):
        sums.append(weights @ outputs[-1] + biases[:, None])
        last = len(sums) == len(architecture.sizes) - 1
        outputs.append(sums[-1] if last else PHI[architecture.activations[len(sums) - 1]](sums[-1]))
    return sums, outputs


def distance_to_kinks(architecture, parameters, x):
    """For each sample, how near any of its sums comes to a kink."""
    sums, _ = forward(architecture, parameters, x)
    near = [np.full(x.shape[1], np.inf)]
    for z, activation in zip(sums, architecture.activations, strict=False):
        near += [np.abs(z - kink).min(axis=0) for kink in KINKS.get(activation, ())]
    return np.min(near, axis=0)


# --- predictions and losses, from the logits z [units, samples] and the targets t [samples]


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)


def one_hot(t, classes):
    return (np.arange(classes)[:, None] == t).astype(np.float64)


def predictions(output, z):
    """What the network says: a number, or probabilities of the classes, or a value between −1 and 1."""
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


def sample_losses(output, loss, z, t):
    """Each sample's loss: ½ Σ (y − t)², or −Σ t ln p written so that p is never rounded to 0."""
    if loss is Loss.SQUARED_ERROR:
        return 0.5 * ((predictions(output, z) - wanted(output, t, len(z))) ** 2).sum(axis=0)
    if output is OutputActivation.SIGMOID:
        return np.logaddexp(0, z[0]) - t * z[0]
    largest = z.max(axis=0)
    own = (one_hot(t, len(z)) * (z - largest)).sum(axis=0)
    return np.log(np.exp(z - largest).sum(axis=0)) - own


def logit_gradients(output, loss, z, t):
    """∂L/∂z of each sample: p − t for both cross-entropies, else (y − t) through the output's derivative."""
    y = predictions(output, z)
    error = y - wanted(output, t, len(z))
    if loss is Loss.CROSS_ENTROPY or output is OutputActivation.IDENTITY:
        return error
    if output is OutputActivation.TANH:
        return error * (1 - y**2)
    jacobians = (np.diag(p) - np.outer(p, p) for p in y.T)
    return np.stack([jacobian @ e for jacobian, e in zip(jacobians, error.T, strict=True)], axis=1)


def mean_loss(architecture, loss, parameters, x, t):
    """Of all samples."""
    sums, _ = forward(architecture, parameters, x)
    return sample_losses(architecture.output, loss, sums[-1], t).mean()


def accuracy(architecture, parameters, x, t):
    """The share of samples put into their class."""
    z = forward(architecture, parameters, x)[0][-1]
    classes = z.argmax(axis=0) if architecture.output is OutputActivation.SOFTMAX else z[0] > 0
    return (classes == t).mean()


# --- backpropagation


def gradients(architecture, loss, parameters, x, t):
    """Of the mean loss, for all parameters, flat: δ = (Wᵀ δ of the layer after) · φ′(z), ∂L/∂W = δ aᵀ, ∂L/∂b = Σ δ."""
    sums, outputs = forward(architecture, parameters, x)
    delta = logit_gradients(architecture.output, loss, sums[-1], t) / len(t)
    return join(backward(architecture, parameters, sums, outputs, delta))


def backward(architecture, parameters, sums, outputs, delta):
    """The gradients of each layer's weights and biases, from the ∂L/∂z of the last layer."""
    matrices = layers(np.asarray(parameters, np.float64), architecture.sizes)
    found = []
    for layer in range(len(matrices) - 1, -1, -1):
        found.insert(0, (delta @ outputs[layer].T, delta.sum(axis=1)))
        if layer > 0:
            slope = SLOPE[architecture.activations[layer - 1]](sums[layer - 1])
            delta = matrices[layer][0].T @ delta * slope
    return found


# --- penalties


def is_weight(sizes):
    """For each parameter, whether it is a weight; biases are free."""
    return join([(np.ones((units, before), bool), np.zeros(units, bool)) for before, units in pairwise(sizes)])


def penalty_cost(penalty, rate, parameters, sizes):
    """λ Σ |w| or ½ λ Σ w²."""
    w = np.asarray(parameters, np.float64)[is_weight(sizes)]
    return {Penalty.NONE: 0.0, Penalty.L1: rate * np.abs(w).sum(), Penalty.L2: rate * (w**2).sum() / 2}[penalty]


def shrunk(amount, parameters, sizes):
    """Every weight nearer to zero by `amount`, and not beyond: the proximal step of L1."""
    soft = np.sign(parameters) * np.maximum(np.abs(parameters) - amount, 0)
    return np.where(is_weight(sizes), soft, parameters)


# --- optimizers: the new parameters and memory (first, second) from a gradient g


def updated(recipe, parameters, g, first, second, count):
    """One step of the recipe's optimizer; `count` of them were made, this one included."""
    rate = recipe.learning_rate
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
    mean = recipe.beta1 * first + (1 - recipe.beta1) * g
    squares = recipe.beta2 * second + (1 - recipe.beta2) * g**2
    unbiased_mean, unbiased_squares = mean / (1 - recipe.beta1**count), squares / (1 - recipe.beta2**count)
    return parameters - rate * unbiased_mean / (np.sqrt(unbiased_squares) + recipe.epsilon), mean, squares


# --- training


def trained(recipe, parameters, x, t, steps):
    """The parameters after so many mini-batches: a new order for every epoch, whose last batch may be smaller."""
    parameters = np.asarray(parameters, np.float64)
    first = second = np.zeros_like(parameters)
    epoch, done = 0, 0
    for count in range(1, steps + 1):
        batch = shuffled(len(t), recipe.seed, epoch)[done : done + recipe.batch_size]
        parameters, first, second = trained_once(recipe, parameters, x[:, batch], t[batch], first, second, count)
        done += len(batch)
        if done == len(t):
            epoch, done = epoch + 1, 0
    return parameters


def trained_once(recipe, parameters, x, t, first, second, count):
    """One mini-batch: its gradients, the penalty, the optimizer."""
    sizes = recipe.architecture.sizes
    g = gradients(recipe.architecture, recipe.loss, parameters, x, t)
    if recipe.penalty is Penalty.L2:
        g = g + recipe.penalty_rate * np.where(is_weight(sizes), parameters, 0)
    parameters, first, second = updated(recipe, parameters, g, first, second, count)
    if recipe.penalty is Penalty.L1:
        parameters = shrunk(recipe.learning_rate * recipe.penalty_rate, parameters, sizes)
    return parameters, first, second


def shuffled(samples, seed, epoch):
    """The order of an epoch: Fisher & Yates' shuffle, its numbers from SplitMix64."""
    state = mixed(seed * GOLDEN) ^ mixed(epoch * 0xD6E8FEB86659FD93 + GOLDEN)
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


def grafted(old_sizes, old, new_sizes, fresh, origins):
    """The fresh parameters, in which what joins two kept units of neighbouring layers has its old value."""
    old_layers, new_layers = layers(old, old_sizes), layers(fresh.copy(), new_sizes)
    for layer, (weights, biases) in enumerate(new_layers, start=1):
        for unit, old_unit in enumerate(origins[layer].units):
            if origins[layer].layer < 0 or old_unit < 0:
                continue
            old_weights, old_biases = old_layers[origins[layer].layer - 1]
            biases[unit] = old_biases[old_unit]
            for source, old_source in enumerate(origins[layer - 1].units):
                if origins[layer - 1].layer == origins[layer].layer - 1 and old_source >= 0:
                    weights[unit, source] = old_weights[old_unit, old_source]
    return join(new_layers)


# --- what the network computes over the plane


def shown_outputs(architecture, parameters, x):
    """Each layer's outputs at the points x as pictures show them: for two classes, the last layer is 2p − 1."""
    *hidden, z = forward(architecture, parameters, x)[1]
    y = predictions(architecture.output, z)
    return [*hidden, 2 * y - 1 if architecture.output is OutputActivation.SIGMOID else y]
