"""What programs are made of: expressions of inputs, docstrings, only the functions they need, names as literals."""

import pytest
from jinja2 import UndefinedError

from glassbox.engine.choices import Activation, Normalization, OutputActivation
from glassbox.exports.network_copy import Formula, Input
from glassbox.exports.source_code import explanation, functions_of, input_text, render
from tests.exports.copies import HEADS, copy_of


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (Input("a", Formula.COLUMN, (3,)), "x[:, 3]"),
        (Input("a²", Formula.SQUARE, (0,)), "x[:, 0] * x[:, 0]"),
        (Input("ab", Formula.PRODUCT, (0, 2)), "x[:, 0] * x[:, 2]"),
        (Input("sin", Formula.SINE, (1,)), "np.sin(x[:, 1])"),
        (Input("ab", Formula.PRODUCT, (0, 1), 0.1), "0.1 * (x[:, 0] * x[:, 1])"),
    ],
)
def test_an_input_is_an_expression_of_columns(given, text):
    assert input_text(given, "np.sin") == text


def test_a_docstring_has_the_name_the_formula_and_lines_that_fit():
    first, empty, *rest = explanation(Activation.GELU).splitlines()
    assert first == f"{Activation.GELU.label}: {Activation.GELU.formula}" and empty == ""
    assert " ".join(rest) == Activation.GELU.note and max(map(len, rest)) <= 100


def test_a_program_has_the_functions_it_needs_each_once():
    plain = Normalization.NONE
    tanh_twice = ((2, Activation.TANH, plain), (2, Activation.RELU, plain), (2, Activation.TANH, plain))
    assert set(functions_of(copy_of(tanh_twice))) == {Activation.TANH, Activation.RELU, OutputActivation.SIGMOID}
    assert len(functions_of(copy_of(tanh_twice))) == 3


def test_an_output_that_is_a_hidden_activation_too_is_not_written_twice():
    squared_error = HEADS[1]
    assert copy_of((), squared_error).output is OutputActivation.TANH
    assert functions_of(copy_of(((2, Activation.TANH, Normalization.NONE),), squared_error)) == [Activation.TANH]
    assert functions_of(copy_of((), squared_error)) == [OutputActivation.TANH]


@pytest.mark.parametrize("head", [HEADS[2], HEADS[5]])
def test_scores_and_plain_numbers_need_no_function(head):
    assert functions_of(copy_of((), head)) == []


def test_names_enter_a_program_only_as_literals():
    copy = copy_of((), class_names=('"""', "'; import os"))
    text = render("numpy.py.jinja", copy, functions=[]).decode()
    assert "CLASSES = " + repr(['"""', "'; import os"]) in text


def test_a_template_that_asks_for_what_it_is_not_given_fails():
    with pytest.raises(UndefinedError):
        render("numpy.py.jinja", copy_of(((2, Activation.TANH, Normalization.NONE),)))
