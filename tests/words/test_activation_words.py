"""Tests of the table of activations: each has its two formulas, its use and its caveat, as its explanation has them."""

import pytest

from glassbox.engine.choices import Activation
from glassbox.words.activation_words import activation_words
from glassbox.words.explanations import NoExplanation, explanation


@pytest.mark.parametrize("activation", Activation)
def test_each_activation_has_a_whole_row(activation):
    row = activation_words(activation.value)
    whole = explanation(f"activation_{activation.value}").html
    assert row.function.startswith("<math") and row.derivative.startswith("<math") and row.function != row.derivative
    for part in (row.function, row.derivative, row.used, row.caveat):
        assert part in whole
    assert row.used.rstrip().endswith(".") and row.caveat.rstrip().endswith(".") and row.used != row.caveat


def test_formulas_in_a_sentence_are_set():
    assert "<em>dead</em>" in activation_words("relu").caveat
    assert "<p>" not in "".join(activation_words(each.value).caveat for each in Activation)


def test_of_nothing_nothing_is_said():
    with pytest.raises(NoExplanation):
        activation_words("swoosh")
