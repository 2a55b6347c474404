"""Networks to take home, and the outputs of the engine that every file must give again."""

from dataclasses import dataclass, replace

import numpy as np
from hypothesis import strategies as st

from glassbox.engine.choices import Activation, Loss, Normalization, OutputActivation, Problem
from glassbox.engine.data_choices import Feature
from glassbox.engine.features import compute_features
from glassbox.engine.network import Architecture, output_activation
from glassbox.engine.surface import unit_maps
from glassbox.exports.network_copy import PLANE, NetworkCopy, number_of_classes, plane_inputs
from glassbox.settings import Settings
from tests import reference

HEADS = (  # every kind of output: problem, loss, output units
    (Problem.BINARY, Loss.CROSS_ENTROPY, 1),
    (Problem.BINARY, Loss.SQUARED_ERROR, 1),
    (Problem.BINARY, Loss.HINGE, 1),
    (Problem.MULTICLASS, Loss.CROSS_ENTROPY, 3),
    (Problem.MULTICLASS, Loss.HINGE, 4),
    (Problem.REGRESSION, Loss.HUBER, 1),
)
CLOSE = 1e-5
ROUNDING = 5e-7  # some times more than float32 rounds
EPSILON = 1e-5


def copy_of(hidden, head=HEADS[0], features=(Feature.X1, Feature.X2), seed=0, scale=1.0, **changes):
    """A network of hidden layers (units, activation, normalization) whose numbers are all alive."""
    problem, loss, outputs = head
    architecture = Architecture(
        sizes=(len(features), *(units for units, _, _ in hidden), outputs),
        activations=tuple(activation for _, activation, _ in hidden),
        output=output_activation(problem, loss),
        normalizations=tuple(normalization for _, _, normalization in hidden),
    )
    chance = np.random.default_rng(seed)
    parts = dict(
        architecture=architecture, parameters=lively_parameters(architecture, chance),
        statistics=lively_statistics(architecture, chance), columns=PLANE, inputs=plane_inputs(features, scale),
        problem=problem, loss=loss, settings=Settings().model_dump(mode="json"), seed=42, epochs=120,
        samples=30, steps=3003,
        class_names=tuple(f"class {number}" for number in range(number_of_classes(problem, outputs))),
    )  # fmt: skip
    return NetworkCopy(**parts | changes)


def lively_parameters(architecture, chance):
    layout = architecture.layout
    parameters = np.zeros(layout.size, np.float32)
    for layer, (before, units) in enumerate(zip(layout.sizes, layout.sizes[1:], strict=False), 1):
        parameters[layout.weights(layer)] = chance.normal(0, np.sqrt(1 / before), before * units)
        parameters[layout.bias(layer)] = chance.normal(0, 0.5, units)
        if layer in layout.normalized:
            parameters[layout.scale(layer)] = chance.uniform(0.5, 1.5, units)
            parameters[layout.shift(layer)] = chance.normal(0, 0.3, units)
    return parameters


def lively_statistics(architecture, chance):
    """Only batch-normalized layers have any."""
    statistics = np.zeros((2, sum(architecture.sizes)), np.float32)
    statistics[1] = 1
    for layer, kind in enumerate(architecture.normalizations, 1):
        if kind is Normalization.BATCH:
            units = slice(sum(architecture.sizes[:layer]), sum(architecture.sizes[: layer + 1]))
            statistics[0, units] = chance.normal(0, 0.5, architecture.sizes[layer])
            statistics[1, units] = chance.uniform(0.3, 3, architecture.sizes[layer])
    return statistics


@st.composite
def copies(draw):
    """Any network of 0 to 4 hidden layers, given any features, scaled or not."""
    hidden = draw(st.lists(layers, max_size=4))
    features = draw(st.lists(st.sampled_from(list(Feature)), min_size=1, max_size=7, unique=True))
    scale = draw(st.sampled_from([1.0, 1.0, 0.1, 1.5]))
    return copy_of(tuple(hidden), draw(st.sampled_from(HEADS)), tuple(features), draw(st.integers(0, 2**32 - 1)), scale)


def is_well_conditioned(layer):
    """A layer of two or three units that is normalized divides by the spread of so few that rounding
    shows in the fifth digit.
    """
    units, _, normalization = layer
    return normalization is not Normalization.LAYER or units >= 4


layers = st.tuples(st.integers(1, 20), st.sampled_from(list(Activation)), st.sampled_from(list(Normalization))).filter(
    is_well_conditioned
)


@dataclass(frozen=True)
class Answers:
    """What the engine makes of points x float32 [n, 2]: logits and predictions [n, units]."""

    x: np.ndarray
    logits: np.ndarray
    predictions: np.ndarray


def answers(copy, count=60, seed=1):
    """The engine's outputs for points of the plane, where they are steady."""
    chance = np.random.default_rng(seed)
    points = chance.uniform(-6, 6, (count, 2)).astype(np.float32)
    x = points[steady(copy, points, chance)]
    features = tuple(feature for given in copy.inputs for feature in Feature if feature.label == given.name)
    given, shape = compute_features(x, features, copy.inputs[0].factor), copy.architecture
    windows = ((0, 0),) * (len(shape.sizes) - 1) + ((0, shape.sizes[-1]),)
    plain = replace(shape, output=OutputActivation.IDENTITY)
    logits = unit_maps(plain, copy.parameters, given, windows, copy.statistics).T
    predictions = unit_maps(shape, copy.parameters, given, windows, copy.statistics).T
    if shape.output is OutputActivation.SIGMOID:
        predictions = (predictions + 1) / 2  # a map shows 2p − 1
    return Answers(x, logits, predictions)


def steady(copy, points, chance):
    """Which points stand clear of a step's edge and of sums without spread, where the last bit of float32 decides."""
    moved = copy.parameters * (1 + ROUNDING * chance.choice([-1, 1], (8, copy.parameters.size)))
    exact, *others = (twin_logits(copy, parameters, points) for parameters in (copy.parameters, *moved))
    distance = np.max([np.abs(other - exact) for other in others], axis=0)
    return (distance <= CLOSE / 3 * np.maximum(1, np.abs(exact))).all(axis=1)


def twin_logits(copy, parameters, points):
    """The network once more, in plain float64."""
    architecture, layout, parameters = copy.architecture, copy.architecture.layout, parameters.astype(np.float64)
    a = np.stack([feature_of(given, points.astype(np.float64)) for given in copy.inputs])
    for layer in range(1, len(architecture.sizes)):
        z = layout.matrix(parameters, layer) @ a + parameters[layout.bias(layer), None]
        if layer == len(architecture.sizes) - 1:
            return z.T
        a = reference.PHI[architecture.activations[layer - 1]](normalized(copy, parameters, layer, z))
    raise AssertionError


def feature_of(given, points):
    columns = [points[:, at] for at in given.columns]
    formulas = {"column": lambda a: a, "square": lambda a: a**2, "product": lambda a, b: a * b, "sine": np.sin}
    return given.factor * formulas[given.formula](*columns)


def normalized(copy, parameters, layer, z):
    architecture, layout = copy.architecture, copy.architecture.layout
    kind = architecture.normalizations[layer - 1] if architecture.normalizations else Normalization.NONE
    if kind is Normalization.NONE:
        return z
    mean, variance = z.mean(axis=0), z.var(axis=0)
    if kind is Normalization.BATCH:
        first = sum(architecture.sizes[:layer])
        mean, variance = copy.statistics[:, first : first + len(z), None].astype(np.float64)
    standard = (z - mean) / np.sqrt(variance + EPSILON)
    return parameters[layout.scale(layer), None] * standard + parameters[layout.shift(layer), None]


def assert_same(actual, expected):
    """Each number is equal to 1e-5, relative to itself where it is above 1."""
    actual = np.asarray(actual)
    assert actual.shape == expected.shape and actual.dtype == np.float32
    assert (np.abs(actual - expected) <= CLOSE * np.maximum(1, np.abs(expected))).all(), np.abs(actual - expected).max()
