"""What programs are made of: expressions of inputs, docstrings, only the functions they need, names as literals."""

import ast
import re
from contextvars import copy_context

import pytest
from jinja2 import UndefinedError

from glassbox.engine.choices import Activation, Normalization, OutputActivation
from glassbox.exports.network_copy import Formula, Input
from glassbox.exports.numpy_code import write_numpy
from glassbox.exports.source_code import explanation, functions_of, input_text, render
from glassbox.exports.torch_code import write_torch
from glassbox.words.current import speak
from glassbox.words.languages import language_of
from tests.exports.copies import HEADS, copy_of
from tests.exports.tables import trained_on_a_table


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


@pytest.mark.parametrize("tag", ["zh-Hans", "en-XA", "ar-XB"])
@pytest.mark.parametrize("write", [write_numpy, write_torch])
def test_the_program_is_the_same_in_every_language(write, tag):
    hidden = tuple((4, activation, normalization) for activation in Activation for normalization in Normalization)
    table, _ = trained_on_a_table(1)
    for copy in [*(copy_of(hidden, head) for head in HEADS), table, copy_of((), HEADS[-1])]:
        english, other = write(copy).decode(), spoken_in(tag, write, copy).decode()
        assert program_of(english) == program_of(other)
        assert english != other or tag == "zh-Hans"  # which may not have it all yet


def test_what_people_read_in_a_program_is_in_their_language():
    text = spoken_in("en-XA", write_numpy, trained_on_a_table(1)[0]).decode()
    told = [line for line in text.splitlines() if re.search(r"# |ValueError|\"{3}\w", line)]
    assert len(told) > 20 and [line for line in told if "⟦" not in line and "⟧" not in line] == []


def spoken_in(tag, write, copy):
    def work():
        speak(language_of(tag))
        return write(copy)

    return copy_context().run(work)


class WithoutWords(ast.NodeTransformer):
    """Takes away what is for people: docstrings, and the words of refusals, whose values stay."""

    def visit_Expr(self, node):
        return None if isinstance(node.value, ast.Constant) else self.generic_visit(node)

    def visit_Raise(self, node):
        (message,) = node.exc.args
        return sorted_values(message) if isinstance(message, ast.JoinedStr) else node


def sorted_values(message):
    values = [ast.unparse(part.value) for part in message.values if isinstance(part, ast.FormattedValue)]
    return ast.Expr(ast.Constant(str(sorted(values))))


def program_of(text):
    return ast.unparse(WithoutWords().visit(ast.parse(text)))
