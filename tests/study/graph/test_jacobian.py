"""Jacobians between boxes of the graph, against differences of the network's function written anew, step by step.

(Autograd's, to more digits and for every network, are in test_by_layer.)
"""

import math

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Loss, Normalization, OutputActivation
from glassbox.study.graph.by_layer import record_by_layer
from glassbox.study.graph.jacobian import Factor, TooCoupled, chain, couples, factors
from tests import reference
from tests.engine.networks import ENDS
from tests.study.graphs import graph_case

CLASSES = (OutputActivation.SOFTMAX, Loss.CROSS_ENTROPY, 3)
STEP = 1e-6
SAMPLES = 5
WAYS = (("a1", "x"), ("y1", "z1"), ("a2", "x"), ("z2", "a1"), ("z3", "ẑ2"), ("p", "a1"), ("p", "x"), ("a2", "a1"))

every_normalization = pytest.mark.parametrize("normalization", Normalization)


def recorded(normalization, samples=SAMPLES, end=CLASSES):
    network, chosen = graph_case(Activation.TANH, *end, normalization, samples)
    return network, chosen, record_by_layer(network, chosen)


def boxes_from(network, chosen, start, numbers):
    """What is computed from the box `start` on, were it to hold these numbers; in a batch, by the batch's moments."""
    found = {start: numbers}
    architecture = network.recipe.architecture
    for layer, (weights, biases, *learned) in enumerate(reference.layers_of(architecture, network.parameters), start=1):
        below, z, standard, y, a = (
            f"{letter}{layer - at}" for letter, at in zip("azẑya", (1, 0, 0, 0, 0), strict=True)
        )
        if (below := "x" if layer == 1 else below) in found:
            found[z] = weights @ found[below] + biases[:, None]
        if learned and z in found:
            statistics = None if chosen.is_batch else network.statistics
            kind, units = architecture.normalizations[layer - 1], reference.units_of(architecture.sizes, layer)
            found[standard] = reference.standardized(found[z], *reference.moments(kind, found[z], statistics, units))
        if learned and standard in found:
            found[y] = learned[0][:, None] * found[standard] + learned[1][:, None]
        given = y if learned else z
        if layer < network.last and given in found:
            found[a] = np.tanh(found[given])
    logits = found[z]
    losses = reference.sample_losses(architecture.output, network.recipe.loss, logits, chosen.t)
    return found | {"p": reference.predictions(architecture.output, logits), "L": losses.mean().reshape(1, 1)}


def measured(recording, end, start, of, by):
    """∂ end / ∂ start of the sample `of` by the sample `by`, by central differences: [units of end, units of start]."""
    network, chosen, tape = recording
    columns = []
    for unit in range(len(tape.values[start])):
        sides = []
        for step in (STEP, -STEP):
            moved = tape.values[start].copy()
            moved[unit, by] += step
            sides.append(boxes_from(network, chosen, start, moved)[end][:, of])
        columns.append((sides[0] - sides[1]) / (2 * STEP))
    return np.stack(columns, axis=1)


def product(tape, end, start, of, by):
    *_, last = factors(tape, end, start, of, by)
    return last.product


@every_normalization
@pytest.mark.parametrize(("end", "start"), WAYS)
@pytest.mark.parametrize(("of", "by"), [(3, 3), (3, 1)], ids=["by itself", "by another"])
def test_jacobians_are_what_differences_of_the_networks_function_measure(normalization, end, start, of, by):
    recording = recorded(normalization)
    if normalization is Normalization.NONE:  # then there are neither of these boxes
        start, end = start.replace("ẑ2", "z2"), end.replace("y1", "a1")
    found = product(recording[2], end, start, of, by)
    np.testing.assert_allclose(found, measured(recording, end, start, of, by), rtol=1e-6, atol=1e-8)


@every_normalization
@pytest.mark.parametrize("start", ["x", "a1", "z2"])
def test_the_loss_is_of_all_samples_whichever_it_is_asked_of(normalization, start):
    recording = recorded(normalization)
    for by in (0, 4):
        expected = measured(recording, "L", start, 0, by)
        for of in (0, 2):
            np.testing.assert_allclose(product(recording[2], "L", start, of, by), expected, rtol=1e-6, atol=1e-8)


def test_a_single_sample_is_normalized_by_the_running_statistics():
    recording = recorded(Normalization.BATCH, samples=1)
    assert not couples(recording[2], "p", "x")
    expected = measured(recording, "p", "x", 0, 0)
    np.testing.assert_allclose(product(recording[2], "p", "x", 0, 0), expected, rtol=1e-6, atol=1e-8)


def test_batch_norm_takes_away_what_all_samples_have_in_common():
    """Moving all of them alike moves nothing: a sample's Jacobians by all samples cancel out."""
    _, _, tape = recorded(Normalization.BATCH)
    by_each = [product(tape, "p", "z1", 2, by) for by in range(SAMPLES)]
    assert all(np.abs(each).max() > 1e-4 for each in by_each)
    np.testing.assert_allclose(sum(by_each), 0, atol=1e-12)


@pytest.mark.parametrize(
    ("end", "start", "is_coupled"),
    [
        ("a2", "x", True),
        ("ẑ1", "z1", True),
        ("a1", "y1", False),
        ("z2", "ẑ1", False),
        ("z1", "x", False),
        ("p", "a2", False),
    ],
)
def test_samples_depend_on_each_other_where_a_batch_norm_lies_on_the_way(end, start, is_coupled):
    _, _, tape = recorded(Normalization.BATCH)
    assert couples(tape, end, start) == is_coupled
    assert bool(product(tape, end, start, 1, 0).any()) == is_coupled
    assert product(tape, end, start, 1, 1).any()


def test_the_jacobian_of_a_layers_sums_is_its_weights():
    network, _, tape = recorded(Normalization.NONE)
    np.testing.assert_array_equal(product(tape, "z2", "a1", 0, 0), network.parts(network.parameters)["W2"])
    np.testing.assert_array_equal(product(tape, "a1", "z1", 3, 3), np.diag(1 - tape.values["a1"][:, 3] ** 2))


def test_factors_come_nearest_first_and_each_is_the_product_so_far():
    _, _, tape = recorded(Normalization.NONE)
    found = list(factors(tape, "a2", "x", 0, 0))
    assert [each.name for each in found] == ["z2", "s2", "a1", "z1", "s1", "x"]
    assert [each.product.shape for each in found] == [(3, 3), (3, 3), (3, 4), (3, 4), (3, 4), (3, 3)]
    steps = product(tape, "a2", "z2", 0, 0) @ product(tape, "z2", "a1", 0, 0) @ product(tape, "a1", "x", 0, 0)
    np.testing.assert_allclose(found[-1].product, steps, rtol=1e-12)


def test_a_chain_leads_from_the_inputs_past_parameters_and_targets():
    _, _, tape = recorded(Normalization.BATCH)
    assert chain(tape, "a1") == ["x", "s1", "z1", "ẑ1", "y1", "a1"]
    assert chain(tape, "L")[-3:] == ["z3", "p", "L"]
    assert chain(tape, "x") == ["x"]


def test_the_stretch_is_the_largest_singular_value():
    assert Factor("x", np.array([[3.0, 0.0], [0.0, -4.0]])).stretch == pytest.approx(4)
    assert Factor("x", np.array([[3.0, 4.0]])).stretch == pytest.approx(5)
    assert math.isnan(Factor("x", np.array([[np.inf, 0.0]])).stretch)


def test_more_coupled_samples_than_can_be_followed_are_refused(monkeypatch):
    network, chosen = graph_case(Activation.TANH, *ENDS[0], Normalization.BATCH, 5)
    tape = record_by_layer(network, chosen)
    monkeypatch.setattr("glassbox.study.graph.jacobian.MOST_NUMBERS", 79)  # 4 units by 4 by 5 samples
    with pytest.raises(TooCoupled):
        next(factors(tape, "a1", "x", 0, 0))
    monkeypatch.setattr("glassbox.study.graph.jacobian.MOST_NUMBERS", 80)
    assert next(factors(tape, "a1", "x", 0, 0)).product.shape == (4, 4)
