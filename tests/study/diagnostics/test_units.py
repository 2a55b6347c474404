"""Units that cannot learn: how many must be alike, dead, saturated or stuck before a layer is said to ail."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.units import dead_units, identical_units, saturated_units, saturates, stuck_steps
from tests.study.diagnostics.checkups import found, layer_of, layers_of, made_checkup

SAMPLES = 20


def with_layer(left=1.0, **about):
    return made_checkup(layers=layers_of(about), left=left)


def slopes(*flat, elsewhere=1.0):
    """A row for each unit, flat for so many of the samples."""
    return np.array([[0.0] * each + [elsewhere] * (SAMPLES - each) for each in flat])


# ---- identical


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([1, 1, 1, 2], "3 of 4 units"),
        ([1, 1, 2, 3], None),  # half of them: a pair may be alike by a penalty
        ([1, 1, 2, 2], None),
        ([1, 1, 2], "2 of 3 units"),
        ([0, 0], "2 of 2 units"),
        ([1, 2], None),
        ([1], None),  # there is no other
    ],
)
def test_more_than_half_of_a_layers_units_must_be_alike(rows, told):
    findings = found(identical_units, with_layer(weights=[[each, -each] for each in rows]))
    assert [finding.ailment for finding in findings] == ([Ailment.IDENTICAL] if told else [])
    assert not told or findings[0].text.startswith(f"Layer 1: {told} are identical")


@pytest.mark.parametrize(("apart", "count"), [(2.5e-7, 1), (1e-5, 0)])
def test_alike_is_what_float32_tells_no_apart_of_the_largest_weight(apart, count):
    assert len(found(identical_units, with_layer(weights=[[1.0], [1.0 + apart]]))) == count
    assert len(found(identical_units, with_layer(weights=[[1e-3], [1e-3 * (1 + apart)]]))) == count


def test_units_with_other_biases_are_others():
    assert not found(identical_units, with_layer(weights=[[1.0], [1.0]], biases=[0.0, 0.1]))
    assert found(identical_units, with_layer(weights=[[1.0], [1.0]], biases=[0.1, 0.1]))


def test_every_layer_that_ails_is_named_but_the_output():
    alike = {"weights": [[1.0], [1.0]]}
    layers = layers_of(alike, {"weights": [[1.0], [2.0]]}, alike, weights=[[1.0], [1.0]])
    assert [finding.layer for finding in found(identical_units, made_checkup(layers=layers))] == [1, 3]


# ---- dead


@pytest.mark.parametrize(
    ("flat", "told"),
    [
        ([SAMPLES, SAMPLES, 0, 0], "2 of 4 ReLU units are dead"),
        ([SAMPLES, SAMPLES - 1, SAMPLES - 1, SAMPLES - 1], None),  # each of those lives for one sample
        ([SAMPLES, 0, 0, 0], None),
        ([SAMPLES], "1 of 1 ReLU units are dead"),
    ],
)
def test_half_of_a_layers_units_must_be_dead_for_every_sample(flat, told):
    findings = found(
        dead_units, with_layer(activation=Activation.RELU, weights=np.ones((len(flat), 1)), slopes=slopes(*flat))
    )
    assert [finding.ailment for finding in findings] == ([Ailment.DEAD] if told else [])
    assert not told or (told in findings[0].text and "below zero" in findings[0].text)


@pytest.mark.parametrize(("left", "count"), [(0.09, 0), (0.1, 1)])
def test_dead_units_of_a_network_that_has_learned_are_spare(left, count):
    assert len(found(dead_units, with_layer(left, activation=Activation.RELU, slopes=slopes(SAMPLES)))) == count


@pytest.mark.parametrize("activation", Activation)
def test_only_what_is_flat_on_one_side_can_die(activation):
    findings = found(dead_units, with_layer(activation=activation, slopes=slopes(SAMPLES)))
    assert bool(findings) == activation.can_die
    if findings and activation is not Activation.RELU:
        assert f"{activation.label} units are dead" in findings[0].text and "on the flat side" in findings[0].text


# ---- saturated and stuck


@pytest.mark.parametrize(("flat", "told"), [((20, 14), "85 % of the time"), ((20, 13), None), ((17, 17), "85 %")])
def test_units_are_saturated_when_flat_for_85_of_100_units_and_samples(flat, told):
    findings = found(saturated_units, with_layer(weights=[[1.0]] * 2, slopes=slopes(*flat)))
    assert [finding.ailment for finding in findings] == ([Ailment.SATURATED] if told else [])
    assert not told or (told in findings[0].text and "the tanh units" in findings[0].text)


@pytest.mark.parametrize(("left", "count"), [(0.5, 0), (0.51, 1)])
def test_saturated_units_of_a_network_that_has_half_learned_are_sure_of_it(left, count):
    assert len(found(saturated_units, with_layer(left, slopes=slopes(SAMPLES)))) == count


@pytest.mark.parametrize(("slope", "count"), [(0.0124, 1), (0.0126, 0)])
def test_flat_is_a_twentieth_of_the_steepest_slope(slope, count):
    """Of a sigmoid that is a quarter."""
    about = {"activation": Activation.SIGMOID, "slopes": slopes(0, elsewhere=slope)}
    assert len(found(saturated_units, with_layer(**about))) == count


@pytest.mark.parametrize(("flat", "told"), [(19, "95 % of the time"), (18, None), (20, "100 % of the time")])
def test_steps_are_stuck_when_flat_for_95_of_100_units_and_samples(flat, told):
    findings = found(stuck_steps, with_layer(activation=Activation.STEP, slopes=slopes(flat)))
    assert [finding.ailment for finding in findings] == ([Ailment.STUCK] if told else [])
    assert not told or told in findings[0].text


@pytest.mark.parametrize(("left", "count"), [(0.5, 0), (0.51, 1)])
def test_stuck_steps_of_a_network_that_has_half_learned_are_let_be(left, count):
    assert len(found(stuck_steps, with_layer(left, activation=Activation.STEP, slopes=slopes(SAMPLES)))) == count


@pytest.mark.parametrize("activation", Activation)
def test_a_flat_unit_is_dead_or_saturated_or_stuck_and_never_two_of_these(activation):
    checkup = with_layer(activation=activation, slopes=slopes(SAMPLES))
    findings = [found(check, checkup) for check in (dead_units, saturated_units, stuck_steps)]
    assert sum(map(len, findings)) == activation.has_flat_parts


def test_sigmoid_and_tanh_saturate_and_an_output_layer_does_not():
    assert [each for each in Activation if saturates(layer_of(each))] == [Activation.SIGMOID, Activation.TANH]
    assert not saturates(layer_of(None))
