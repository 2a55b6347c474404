"""Random networks with data to try them on, for the tests that hold kernels to their slow twins."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from hypothesis import strategies as st

from server.engine.choices import Activation, Initialization, Loss, Optimizer, OutputActivation, Penalty, Problem
from server.engine.network import Architecture
from server.engine.trainer import Recipe
from server.engine.workspace import workspace
from tests import reference

HEADS = (  # every pair of output and loss that `network.output_activation` makes
    (OutputActivation.SIGMOID, Loss.CROSS_ENTROPY),
    (OutputActivation.TANH, Loss.SQUARED_ERROR),
    (OutputActivation.SOFTMAX, Loss.CROSS_ENTROPY),
    (OutputActivation.SOFTMAX, Loss.SQUARED_ERROR),
    (OutputActivation.IDENTITY, Loss.SQUARED_ERROR),
)
PROBLEMS = {
    OutputActivation.SIGMOID: Problem.BINARY,
    OutputActivation.TANH: Problem.BINARY,
    OutputActivation.SOFTMAX: Problem.MULTICLASS,
    OutputActivation.IDENTITY: Problem.REGRESSION,
}
CLEAR_OF_KINKS = 1e-4  # more than float32 rounds, so that kernel and twin are on the same side
CLOSE_PASSES = {np.float32: 3e-5, np.float64: 1e-12}
# Constants in the slopes that float64 runs have in float32 too: a quarter turn, and 3 · 0.044715.
FLOAT32_CONSTANTS = {Activation.SINE: 1e-6, Activation.GELU: 1e-7}
widths = st.one_of(st.integers(1, 40), st.sampled_from([1, 2, 3, 4, 16, 17, 64, 65, 80, 130]))


@dataclass(frozen=True)
class Case:
    """A network, its loss, and data: parameters and x [features, samples] and t [samples], all of one dtype."""

    architecture: Architecture
    loss: Loss
    parameters: np.ndarray
    x: np.ndarray
    t: np.ndarray

    @property
    def dtype(self):
        return self.x.dtype.type

    @property
    def plan(self):
        """The architecture as kernels take it."""
        return self.architecture.size_array, self.architecture.code_array

    @property
    def codes(self):
        """Output and loss as kernels take them."""
        return self.architecture.output.code, self.loss.code

    def workspace(self):
        """Scratch memory in which everything is NaN, so that nothing can be read before it is written."""
        work = workspace(self.architecture.layout, self.dtype)
        for part in work:
            part[:] = np.nan
        return work


@st.composite
def cases(
    draw, dtype=np.float32, deepest=8, samples=st.integers(1, 200), activations=st.sampled_from(list(Activation))
):
    """Any network of 0 to `deepest` hidden layers with any activations, loss and number of samples."""
    hidden = draw(st.lists(st.tuples(widths, activations), max_size=deepest))
    output, loss = draw(st.sampled_from(HEADS))
    units = draw(st.integers(2, 21)) if output is OutputActivation.SOFTMAX else 1
    sizes = (draw(st.integers(1, 20)), *(width for width, _ in hidden), units)
    architecture = Architecture(sizes, tuple(activation for _, activation in hidden), output)
    return case_of(architecture, loss, draw(samples), draw(st.integers(0, 2**32 - 1)), dtype)


def case_of(architecture, loss, samples, seed, dtype=np.float32):
    """The network with weights that keep signals of ordinary size, and samples clear of the kinks."""
    chance = np.random.default_rng(seed)
    parameters = lively_parameters(architecture.sizes, chance).astype(dtype)
    candidates = chance.normal(size=(architecture.sizes[0], 2 * samples + 20)).astype(dtype)
    clear = np.flatnonzero(reference.distance_to_kinks(architecture, parameters, candidates) > CLEAR_OF_KINKS)
    if len(clear) < samples:  # as when a sum is near a kink whatever the input
        return case_of(architecture, loss, samples, seed + 1, dtype)
    x = np.ascontiguousarray(candidates[:, clear[:samples]])
    return Case(architecture, loss, parameters, x, targets(architecture, samples, chance).astype(dtype))


def lively_parameters(sizes, chance):
    """Weights of variance 1 / inputs and biases of deviation ½, in both of which every unit differs."""
    shapes = [(weights.shape, biases.shape) for weights, biases in reference.layers(np.zeros(count(sizes)), sizes)]
    drawn = [(chance.normal(0, np.sqrt(1 / w[1]), w), chance.normal(0, 0.5, b)) for w, b in shapes]
    return reference.join(drawn)


def count(sizes):
    """How many parameters there are."""
    return sum((before + 1) * units for before, units in pairwise(sizes))


def targets(architecture, samples, chance):
    """Numbers, or class numbers."""
    if architecture.output is OutputActivation.IDENTITY:
        return chance.normal(size=samples)
    return chance.integers(0, max(2, architecture.sizes[-1]), samples)


def recipe_of(architecture, loss, **changes):
    """A recipe with the page's defaults."""
    defaults = dict(
        optimizer=Optimizer.SGD, learning_rate=0.03, momentum=0.9, rmsprop_decay=0.99, beta1=0.9, beta2=0.999, epsilon=1e-8,
        penalty=Penalty.NONE, penalty_rate=0.001, batch_size=10, initialization=Initialization.XAVIER_UNIFORM, gain=1.0, seed=42,
    )  # fmt: skip
    return Recipe(architecture=architecture, problem=PROBLEMS[architecture.output], loss=loss, **defaults | changes)


def tolerance(case):
    """Of slopes and gradients, relative to the largest."""
    return max([CLOSE_PASSES[case.dtype], *(FLOAT32_CONSTANTS.get(name, 0) for name in case.architecture.activations)])


def assert_close(actual, expected, tolerance, scale=0):
    """Each number differs by at most `tolerance` times the largest of them all, or times `scale` if that is more."""
    actual, expected = np.asarray(actual, np.float64), np.asarray(expected, np.float64)
    assert actual.shape == expected.shape
    if expected.size:
        worst, scale = np.abs(actual - expected).max(), max(np.abs(expected).max(), scale)
        assert worst <= tolerance * scale, f"off by {worst:.2g} of {scale:.2g}"


def assert_gradients_close(case, found, expected):
    """Weights and biases of each layer by themselves, since gradients may shrink a thousandfold from layer to layer.

    Where they all but vanish in one layer, what rounding leaves of them is measured by the whole.
    """
    floor = np.abs(expected).max() / 100
    for ours, theirs in zip(*(reference.layers(g, case.architecture.sizes) for g in (found, expected)), strict=True):
        for part, exact in zip(ours, theirs, strict=True):
            assert_close(part, exact, 10 * tolerance(case), floor)
