"""Gradients and signals through the layers: from which ratio on they vanish or explode, and when that counts."""

import pytest

from glassbox.engine.choices import Activation
from glassbox.study.diagnostics import words
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.depth import exploding_gradients, vanishing_gradients, vanishing_signals
from glassbox.words.sentence import Sentence
from tests.study.diagnostics.checkups import found, layers_of, made_checkup


def with_gradients(*norms, activation=Activation.SIGMOID, left=1.0):
    """The last of the norms is the output layer's."""
    *hidden, last = norms
    layers = layers_of(*({"activation": activation, "gradients": [[norm]]} for norm in hidden), gradients=[[last]])
    return made_checkup(layers=layers, left=left)


def with_spreads(*spreads, left=1.0):
    """Each hidden layer has one unit, whose output is ± its spread for two samples."""
    return made_checkup(layers=layers_of(*({"outputs": [[-each, each]]} for each in spreads)), left=left)


@pytest.mark.parametrize(("first", "count"), [(0.00099, 1), (0.00101, 0), (0.0, 1), (float("nan"), 0)])
def test_a_gradient_has_vanished_below_a_thousandth_of_the_outputs(first, count):
    assert len(found(vanishing_gradients, with_gradients(first, 0.1, 0.5, 1.0))) == count


def test_it_is_measured_by_the_output_layers_gradient_whatever_that_is():
    (finding,) = found(vanishing_gradients, with_gradients(0.25, 1.0, 1.0, 300.0))
    assert finding.ailment is Ailment.VANISHING and finding.layer is None
    assert "they are 1,200 times smaller in layer 1" in finding.text
    assert not found(vanishing_gradients, with_gradients(0.31, 1.0, 1.0, 300.0))


def test_two_hidden_layers_are_not_deep_enough_to_vanish_through():
    assert not found(vanishing_gradients, with_gradients(1e-6, 0.1, 1.0))
    assert not found(vanishing_signals, with_spreads(1.0, 1e-6))
    assert found(vanishing_gradients, with_gradients(1e-6, 0.1, 0.1, 1.0))


@pytest.mark.parametrize(("left", "count"), [(0.49, 0), (0.5, 1)])
def test_of_a_network_that_has_learned_half_small_gradients_are_a_sign_of_rest(left, count):
    assert len(found(vanishing_gradients, with_gradients(1e-6, 0.1, 0.1, 1.0, left=left))) == count
    assert len(found(vanishing_signals, with_spreads(1.0, 0.1, 1e-6, left=left))) == count


def test_the_remedy_names_the_activation_that_squashes_if_one_does():
    (of_sigmoid,) = found(vanishing_gradients, with_gradients(1e-6, 1, 1, 1))
    (of_relu,) = found(vanishing_gradients, with_gradients(1e-6, 1, 1, 1, activation=Activation.RELU))
    assert "instead of sigmoid" in of_sigmoid.remedy
    assert of_relu.remedy == words.VANISHING_REMEDY_OTHERS


@pytest.mark.parametrize(("last", "count"), [(0.00099, 1), (0.00101, 0), (0.0, 0)])
def test_signals_have_faded_below_a_thousandth_of_the_first_layers(last, count):
    """Where samples do not differ at all in the last layer, its units are dead or alike, which other checks say."""
    assert len(found(vanishing_signals, with_spreads(1.0, 0.5, last))) == count


def test_a_faded_signal_is_told_with_the_layer_and_how_much_less_samples_differ():
    (finding,) = found(vanishing_signals, with_spreads(2.0, 1.0, 0.5, 0.001))
    assert finding.ailment is Ailment.FADING
    assert "samples differ 2,000 times less in layer 4 than in layer 1" in finding.text


def test_only_the_spread_from_sample_to_sample_is_a_signal():
    """Not how the units differ: these say the same of every sample."""
    layers = layers_of({"outputs": [[-1, 1]]}, {}, {"outputs": [[5.0001, 5.0002], [-5.0001, -5.0002]]})
    assert found(vanishing_signals, made_checkup(layers=layers, left=1.0))


@pytest.mark.parametrize(("norm", "count"), [(199.0, 0), (201.0, 1)])
def test_a_gradient_explodes_above_a_hundred_times_the_weights_length(norm, count):
    layers = layers_of({"weights": [[2.0]], "gradients": [[norm]]})
    assert len(found(exploding_gradients, made_checkup(layers=layers))) == count


def test_the_first_layer_that_explodes_is_named_and_no_other():
    exploded = {"gradients": [[3e6]]}
    (finding,) = found(exploding_gradients, made_checkup(layers=layers_of({}, exploded, exploded)))
    assert (finding.ailment, finding.layer) == (Ailment.EXPLODING, 2)
    assert "in layer 2 the gradient is 3 million times as long" in finding.text


def test_the_output_layer_is_told_by_name():
    (finding,) = found(exploding_gradients, made_checkup(layers=layers_of({}, gradients=[[250.0]])))
    assert finding.layer == 2 and "in the output layer the gradient is 250 times as long" in finding.text


def test_weights_of_zero_have_no_length_to_compare_with():
    assert not found(exploding_gradients, made_checkup(layers=layers_of({"weights": [[0.0]], "gradients": [[9e9]]})))


def test_what_is_beyond_numbers_is_told_as_infinitely_many():
    (exploded,) = found(exploding_gradients, made_checkup(layers=layers_of({"gradients": [[float("inf")]]})))
    (vanished,) = found(vanishing_gradients, with_gradients(0.0, 1, 1, 1))
    assert "infinitely many times" in exploded.text and "infinitely many times" in vanished.text


def test_how_many_times_is_left_to_each_language_to_write():
    for first, times in ((0.25, 1200), (0.0, None), (1e-7, 3000)):
        (finding,) = found(vanishing_gradients, with_gradients(first, 1.0, 1.0, 300.0))
        assert isinstance(finding.text, Sentence)
        assert (finding.text.values["times"].values or {}).get("n") == times
