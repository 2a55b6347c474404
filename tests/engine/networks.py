"""Random networks with data to try them on, for the tests that hold kernels to their slow twins."""

from dataclasses import dataclass, replace

import numpy as np
from hypothesis import strategies as st

from glassbox.engine.choices import (
    Activation,
    Initialization,
    Loss,
    Optimizer,
    OutputActivation,
    Penalty,
    Problem,
)
from glassbox.engine.network import Architecture
from glassbox.engine.recipe import Recipe
from glassbox.engine.workspace import TILE, workspace
from tests import reference

HEADS = (  # every pair of output and loss that `network.output_activation` makes
    (OutputActivation.SIGMOID, Loss.CROSS_ENTROPY),
    (OutputActivation.TANH, Loss.SQUARED_ERROR),
    (OutputActivation.SOFTMAX, Loss.CROSS_ENTROPY),
    (OutputActivation.SOFTMAX, Loss.SQUARED_ERROR),
    (OutputActivation.IDENTITY, Loss.SQUARED_ERROR),
    (OutputActivation.IDENTITY, Loss.ABSOLUTE),
    (OutputActivation.IDENTITY, Loss.HUBER),
    (OutputActivation.SCORE, Loss.HINGE),
)
UNITS = {OutputActivation.SOFTMAX: (3,), OutputActivation.SCORE: (1, 3)}  # of the last layer; of others 1
ENDS = tuple((output, loss, units) for output, loss in HEADS for units in UNITS.get(output, (1,)))
CLEAR_OF_KINKS = 1e-4  # more than float32 rounds, so that kernel and twin are on the same side
CLEAR_IN_FLOAT64 = 1e-9
CLOSE_PASSES = {np.float32: 3e-5, np.float64: 1e-12}
NORMALIZED = 100  # times as far off may a network with normalized layers be, or further where its sums' spread is small
WORST = 1e6  # beyond such a magnification by small spreads, a comparison says nothing
SMOOTH = (Activation.TANH, Activation.SIGMOID, Activation.SOFTPLUS, Activation.SILU, Activation.LINEAR)
smooth = st.sampled_from(SMOOTH)
widths = st.one_of(st.integers(1, 40), st.sampled_from([1, 2, 3, 4, 16, 17, 64, 65, 80, 130]))


@dataclass(frozen=True)
class Case:
    """A network, its loss, and data: parameters, statistics, x [features, samples] and t [samples],
    all of one dtype.
    """

    architecture: Architecture
    loss: Loss
    parameters: np.ndarray
    x: np.ndarray
    t: np.ndarray
    statistics: np.ndarray
    dropout: tuple[float, ...] = ()
    noise: float = 0.0
    delta: float = 1.0
    seed: int = 7
    step: int = 3

    @property
    def dtype(self):
        return self.x.dtype.type

    @property
    def plan(self):
        """The network as kernels take it."""
        plan = self.architecture.plan._replace(loss=self.loss.code)
        return plan._replace(dropout=np.array(self.dropout)) if self.dropout else plan

    @property
    def masks(self):
        """The twin's, of this step's dropout."""
        sizes = self.architecture.sizes
        return reference.dropout_masks(self.dropout, sizes, self.seed, self.step, len(self.t))

    def workspace(self):
        """Scratch memory in which everything is NaN, so that nothing can be read before it is written."""
        tile = -(-len(self.t) // TILE) * TILE if self.architecture.looks_at_batches else TILE
        work = workspace(self.architecture.layout, self.dtype, tile)
        for part in work:
            part[:] = np.nan
        return work


@st.composite
def cases(
    draw, dtype=np.float32, deepest=8, samples=st.integers(1, 200), activations=st.sampled_from(list(Activation)),
    widths=widths,
    normalizations=None,
):  # fmt: skip
    """Any network of 0 to `deepest` hidden layers with any activations, loss and number of samples."""
    hidden = draw(st.lists(st.tuples(widths, activations), max_size=deepest))
    output, loss = draw(st.sampled_from(HEADS))
    several = output is OutputActivation.SOFTMAX or (output is OutputActivation.SCORE and draw(st.booleans()))
    sizes = (draw(st.integers(1, 20)), *(width for width, _ in hidden), draw(st.integers(2, 21)) if several else 1)
    normalized = () if normalizations is None else tuple(draw(normalizations) for _ in hidden)
    architecture = Architecture(sizes, tuple(activation for _, activation in hidden), output, normalized)
    whole = architecture.looks_at_batches and dtype is np.float64  # then no sample can be chosen by itself
    clear_by = CLEAR_IN_FLOAT64 if whole else CLEAR_OF_KINKS
    case = case_of(architecture, loss, draw(samples), draw(st.integers(0, 2**32 - 1)), dtype, clear_by)
    return replace(case, delta=draw(st.sampled_from([0.25, 1.0, 3.0])))


def case_of(architecture, loss, samples, seed, dtype=np.float32, clear_by=CLEAR_OF_KINKS):
    """The network with weights that keep signals of ordinary size, and samples clear of the kinks."""
    chance = np.random.default_rng(seed)
    parameters = lively_parameters(architecture, chance).astype(dtype)
    spare = 0 if architecture.looks_at_batches else samples + 20  # leaving some out would change all the others
    x = chance.normal(size=(architecture.sizes[0], samples + spare)).astype(dtype)
    t = targets(architecture, samples + spare, chance).astype(dtype)
    clear = np.flatnonzero(distance_to_kinks(architecture, loss, parameters, x, t) > clear_by)[:samples]
    if len(clear) < samples:  # as when a sum is near a kink whatever the input
        return case_of(architecture, loss, samples, seed + 1, dtype, clear_by)
    statistics = lively_statistics(architecture.sizes, chance).astype(dtype)
    return Case(architecture, loss, parameters, np.ascontiguousarray(x[:, clear]), t[clear], statistics)


def distance_to_kinks(architecture, loss, parameters, x, t):
    """Of each sample, in training, those of the loss included; evaluating, other sums would have to be looked at."""
    z = reference.forward(architecture, parameters, x)[0][-1]
    near = reference.distance_to_kinks(architecture, parameters, x)
    return np.minimum(near, reference.distance_to_loss_kinks(architecture.output, loss, z, t))


def lively_parameters(architecture, chance):
    """Weights of variance 1 / inputs, biases and shifts of deviation ½, scales near ±1: every unit differs."""
    parts = reference.layers_of(architecture, np.zeros(architecture.layout.size))
    drawn = []
    for weights, biases, *learned in parts:
        scales = chance.choice([-1, 1], len(biases)) * chance.uniform(0.5, 1.5, len(biases))
        shifts = chance.normal(0, 0.5, len(biases))
        drawn.append(
            (chance.normal(0, np.sqrt(1 / weights.shape[1]), weights.shape), chance.normal(0, 0.5, len(biases)))
            + ((scales, shifts) if learned else ())
        )
    return reference.join(drawn)


def lively_statistics(sizes, chance):
    """As of sums of ordinary size."""
    return np.array([chance.normal(0, 0.5, sum(sizes)), chance.uniform(0.3, 2, sum(sizes))])


def targets(architecture, samples, chance):
    """Numbers, or class numbers."""
    if architecture.output is OutputActivation.IDENTITY:
        return chance.normal(size=samples)
    return chance.integers(0, max(2, architecture.sizes[-1]), samples)


def problem_of(architecture):
    """The problem that its output is for."""
    if architecture.output is OutputActivation.IDENTITY:
        return Problem.REGRESSION
    return Problem.MULTICLASS if architecture.sizes[-1] > 1 else Problem.BINARY


def recipe_of(architecture, loss, **changes):
    """A recipe with the page's defaults."""
    defaults = dict(
        optimizer=Optimizer.SGD, learning_rate=0.03, momentum=0.9, rmsprop_decay=0.99, beta1=0.9, beta2=0.999,
        epsilon=1e-8,
        penalty=Penalty.NONE, penalty_rate=0.001, batch_size=10, initialization=Initialization.XAVIER_UNIFORM, gain=1.0,
        seed=42,
    )  # fmt: skip
    return Recipe(architecture=architecture, problem=problem_of(architecture), loss=loss, **defaults | changes)


def magnification(case):
    """How many times a rounding error may grow, since each normalized layer divides by a spread that may be small."""
    architecture, grown = case.architecture, 1.0
    _, outputs = reference.forward(architecture, case.parameters, case.x, masks=case.masks)
    for layer, (weights, biases, *learned) in enumerate(reference.layers_of(architecture, case.parameters), start=1):
        if learned:
            _, variance = reference.moments(
                reference.normalization(architecture, layer), weights @ outputs[layer - 1] + biases[:, None]
            )
            grown *= max(1, (1 / np.sqrt(variance + reference.EPSILON)).max())
    return max(NORMALIZED, grown) if architecture.layout.normalized else 1.0


def tolerance(case):
    """Of slopes and gradients, relative to the largest."""
    return CLOSE_PASSES[case.dtype] * magnification(case)


def assert_close(actual, expected, tolerance, scale=0):
    """Each number differs by at most `tolerance` times the largest of them all, or times `scale` if that is more."""
    actual, expected = np.asarray(actual, np.float64), np.asarray(expected, np.float64)
    assert actual.shape == expected.shape
    if expected.size:
        worst, scale = np.abs(actual - expected).max(), max(np.abs(expected).max(), scale)
        assert worst <= tolerance * scale, f"off by {worst:.2g} of {scale:.2g}"


def assert_gradients_close(case, found, expected):
    """Weights and biases of each layer by themselves, since gradients may shrink a thousandfold from layer to layer.

    Where they all but vanish in one layer, what rounding leaves of them is measured by the whole; and where samples
    that pull by ±1 may cancel altogether, by a thousandth of that.
    """
    floor = max(np.abs(expected).max() / 100, 1e-3 if case.loss in (Loss.ABSOLUTE, Loss.HINGE) else 0)
    for ours, theirs in zip(*(reference.layers_of(case.architecture, g) for g in (found, expected)), strict=True):
        for part, exact in zip(ours, theirs, strict=True):
            assert_close(part, exact, 10 * tolerance(case), floor)
