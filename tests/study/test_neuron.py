"""One unit taken apart, against the slow twin: sum, curve, points, map."""

from xml.etree import ElementTree

import numpy as np
import pytest

from glassbox.engine.choices import Activation
from glassbox.protocol.refusals import Refusal
from glassbox.run.answers import take_snapshot
from glassbox.study.neuron import MAP_SIZE, MOST_POINTS, neuron
from glassbox.study.questions import NeuronQuestion
from tests import reference
from tests.run.tools import run_of, train_epochs


def trained(**settings):
    run = run_of(**settings)
    train_epochs(run, 4)
    return run


def forward(run, x):
    return reference.forward(run.trainer.recipe.architecture, run.trainer.parameters, x, run.trainer.statistics)


@pytest.mark.parametrize("scale", [1.0, 3.0])
def test_a_hidden_unit_for_a_sample(scale):
    run = trained(hidden=[{"units": 4}, {"units": 3, "activation": "silu"}], input_scale=scale)
    answer = neuron(take_snapshot(run), NeuronQuestion(layer=2, unit=1, sample=7))
    zs, outputs = forward(run, run.data_split.data.x_train)
    assert answer.inputs == pytest.approx(outputs[1][:, 7], abs=1e-5)
    assert np.dot(answer.weights, answer.inputs) + answer.bias == pytest.approx(answer.sum, abs=1e-6)
    assert answer.z == pytest.approx(answer.sum, abs=1e-5) == pytest.approx(zs[1][1, 7], abs=1e-5)
    assert answer.a == pytest.approx(outputs[2][1, 7], abs=1e-5)
    assert answer.slope == pytest.approx(reference.SLOPE[Activation.SILU](zs[1][1, 7]), abs=1e-5)
    assert (answer.activation, answer.normalization, answer.sample.trains) == ("silu", None, True)
    assert answer.sample.place == pytest.approx(run.data_split.points.x[7])
    np.testing.assert_allclose(answer.points.z, zs[1][1], atol=1e-4)
    np.testing.assert_allclose(answer.points.values, outputs[2][1], atol=1e-4)
    np.testing.assert_allclose(answer.axes, outputs[1][:2], atol=1e-4)


def test_the_curve_reaches_every_point():
    answer = neuron(take_snapshot(trained(gain=8.0)), NeuronQuestion(layer=1, unit=0))
    reach = answer.curve.z[-1]
    assert reach > max(abs(z) for z in answer.points.z) > 6
    z = np.array(answer.curve.z)
    np.testing.assert_allclose(answer.curve.values, np.tanh(z), atol=2e-5)
    np.testing.assert_allclose(answer.curve.slopes, 1 - np.tanh(z) ** 2, atol=2e-5)


def test_the_map_is_the_units_sum_over_the_plane():
    run = trained(features=["x1", "x2", "x1_squared"])
    answer = neuron(take_snapshot(run), NeuronQuestion(layer=1, unit=2))
    centres = ((np.arange(MAP_SIZE) + 0.5) / MAP_SIZE * 2 - 1) * 6
    x1, x2 = np.meshgrid(centres, -centres)
    w1, w2, w3 = answer.weights
    by_hand = w1 * x1 + w2 * x2 + w3 * x1**2 + answer.bias
    np.testing.assert_allclose(answer.map.values, by_hand.ravel(), atol=1e-4)


def test_of_many_inputs_two_span_the_map_and_the_rest_are_the_samples():
    run = trained(dataset="digits", hidden=[{"units": 3}])
    wanted = NeuronQuestion(
        layer=1, unit=1, sample=4, place=(0.5, -1.0), spans=(27, 35), ranges=((-1.0, 2.0), (-2.0, 2.0))
    )
    answer = neuron(take_snapshot(run), wanted)
    given, w = np.array(answer.inputs), np.array(answer.weights)
    known = run.data_split.data.x_train[:, 4].copy()
    assert answer.sample.place == [0.5, -1.0] and (np.flatnonzero(given != known) == [27, 35]).all()
    corner = given.copy()
    corner[[27, 35]] = -1 + 3 * 0.5 / MAP_SIZE, 2 - 4 * 0.5 / MAP_SIZE
    assert answer.map.values[0] == pytest.approx(w @ corner + answer.bias, abs=1e-4)


def test_a_place_of_ones_own_has_no_target():
    run = trained()
    answer = neuron(take_snapshot(run), NeuronQuestion(layer=1, unit=0, place=(1.5, -2.0)))
    assert answer.inputs == [1.5, -2.0]
    known = answer.sample
    assert (known.number, known.target, known.trains, known.place) == (None, None, None, [1.5, -2.0])


def test_a_softmax_output_is_a_probability_among_the_others():
    run = trained(dataset="blobs")
    answer = neuron(take_snapshot(run), NeuronQuestion(layer=3, unit=2, sample=5))
    zs, _ = forward(run, run.data_split.data.x_train)
    p = reference.softmax(zs[-1])[2, 5]
    assert answer.activation == "softmax" and answer.points.z == []
    assert answer.a == pytest.approx(p, abs=1e-5) and answer.slope == pytest.approx(p * (1 - p), abs=1e-5)
    others = np.exp(zs[-1][:2, 5]).sum()
    z = np.array(answer.curve.z)
    np.testing.assert_allclose(answer.curve.values, np.exp(z) / (np.exp(z) + others), atol=2e-5)


@pytest.mark.parametrize("kind", ["batch", "layer"])
def test_a_normalized_sum_is_told_beside_the_plain_one(kind):
    run = trained(normalization=kind)
    answer = neuron(take_snapshot(run), NeuronQuestion(layer=1, unit=0, sample=3))
    zs, _ = forward(run, run.data_split.data.x_train)
    assert answer.normalization == kind and answer.z == pytest.approx(zs[0][0, 3], abs=1e-4)
    assert answer.sum == pytest.approx(np.dot(answer.weights, answer.inputs) + answer.bias, abs=1e-6)
    assert abs(answer.z - answer.sum) > 1e-3


def test_what_is_not_there_any_more_gives_way_to_the_nearest():
    snapshot = take_snapshot(run_of())
    answer = neuron(snapshot, NeuronQuestion(layer=9, unit=8, sample=4000, axes=(7, 5)))
    assert (answer.layer, answer.unit, answer.sample.number) == (3, 0, 499)
    answer = neuron(snapshot, NeuronQuestion(layer=1, unit=8, axes=(0, 5)))
    assert (answer.layer, answer.unit) == (1, 3) and len(answer.axes) == 2


def test_weights_that_ran_away_are_refused_in_one_sentence():
    run = run_of()
    run.trainer.parameters[-1] = np.inf
    with pytest.raises(Refusal, match="run away"):
        neuron(take_snapshot(run), NeuronQuestion(layer=1, unit=0))


def test_many_points_are_cut_to_what_can_be_drawn():
    answer = neuron(take_snapshot(run_of(samples=5000)), NeuronQuestion(layer=1, unit=0))
    assert len(answer.points.z) == len(answer.points.targets) == MOST_POINTS


def test_formulas_hold_this_samples_numbers():
    answer = neuron(take_snapshot(trained(hidden=[{"units": 6}])), NeuronQuestion(layer=1, unit=0, sample=2))
    w, x = answer.weights, answer.inputs
    numbers = ElementTree.fromstring(answer.formulas.sum).itertext()
    text = "".join(numbers).replace("−", "-")
    assert (
        text == f"z={bracketed(w[0])}·{bracketed(x[0])}+{bracketed(w[1])}·{bracketed(x[1])}"
        f"+{bracketed(answer.bias)}={answer.sum:.2f}"
    )
    last = "".join(
        ElementTree.fromstring(
            neuron(take_snapshot(trained(hidden=[{"units": 6}])), NeuronQuestion(layer=2, unit=0)).formulas.sum
        ).itertext()
    )
    assert last.count("·") == 4 and "…" in last
    assert "a=φ(z)=φ(" in "".join(ElementTree.fromstring(answer.formulas.output).itertext())


def bracketed(value):
    return f"({value:.2f})" if f"{value:.2f}".startswith("-") else f"{value:.2f}"
