"""The NumPy program computes what the engine computes, can be read by Python whatever the names, and decides alike."""

import ast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import Activation, Normalization
from glassbox.engine.data_choices import Feature
from glassbox.exports.network_copy import Column, Formula, Input
from glassbox.exports.numpy_code import write_numpy
from tests.exports.copies import HEADS, answers, assert_same, copies, copy_of


def run(copy):
    """The names that the program defines."""
    names = {"__name__": "network_numpy"}
    exec(compile(write_numpy(copy), "network_numpy.py", "exec", dont_inherit=True), names)
    return names


def check(copy):
    program, engine = run(copy), answers(copy)
    assert_same(program["logits"](engine.x), engine.logits)
    assert_same(program["predict"](engine.x), engine.predictions)


@pytest.mark.parametrize("normalization", Normalization)
@pytest.mark.parametrize("activation", Activation)
def test_every_activation_and_normalization_with_every_output(activation, normalization):
    for head in HEADS:
        check(copy_of(((5, activation, normalization), (4, activation, normalization)), head, tuple(Feature)))


@settings(max_examples=40)
@given(copies())
def test_any_network(copy):
    check(copy)


def test_most_points_are_looked_at():
    """The plane has few points at which float32 cannot decide."""
    copy = copy_of(((8, Activation.STEP, Normalization.LAYER), (8, Activation.TANH, Normalization.BATCH)))
    assert len(answers(copy).x) > 50


@pytest.mark.parametrize("head", [head for head in HEADS if head[0] != "regression"])
def test_it_names_the_class_the_engine_would_choose(head):
    copy = copy_of(((5, Activation.TANH, Normalization.NONE),), head)
    engine = answers(copy)
    best = engine.logits.argmax(axis=1) if head[2] > 1 else (engine.logits[:, 0] > 0).astype(int)
    assert run(copy)["decide"](engine.x) == [copy.class_names[number] for number in best]


def test_regression_decides_nothing():
    assert "decide" not in run(copy_of((), HEADS[-1]))


def test_one_point_is_enough():
    program = run(copy_of(()))
    assert program["predict"]([1, 2]).shape == (1, 1)


def test_other_columns_are_refused():
    with pytest.raises(ValueError, match="Expected rows of 2 numbers, but got rows of 3"):
        run(copy_of(()))["predict"]([[1, 2, 3]])


def test_columns_are_standardised_inside():
    """Exactly, even where they are large beside their spread."""
    columns = (Column("year", 2000, 3.5), Column("b"))
    plain = copy_of(((4, Activation.TANH, Normalization.NONE),))
    x = np.random.default_rng(2).uniform(-6, 6, (20, 2))
    raw = x * [3.5, 1] + [2000, 0]
    program = run(copy_of(((4, Activation.TANH, Normalization.NONE),), columns=columns))
    assert_same(program["predict"](raw), run(plain)["predict"](x))


def test_predicted_numbers_are_in_their_original_unit():
    copy = copy_of((), HEADS[-1], target=Column("price\n", np.float64(1000), 50))
    program = run(copy)
    x = [[1, 2], [3, -4]]
    np.testing.assert_array_equal(program["predict"](x), np.float32(1000) + np.float32(50) * program["logits"](x))


def test_columns_may_come_in_any_number_and_order():
    columns = (Column("a"), Column("b"), Column("c"))
    inputs = (Input("c", Formula.COLUMN, (2,)), Input("ab", Formula.PRODUCT, (0, 1)))
    program = run(copy_of((), columns=columns, inputs=inputs))
    np.testing.assert_array_equal(program["inputs"]([[2, 3, 5]]), np.float32([[5, 6]]))


@given(st.text(max_size=150), st.text(max_size=150))
def test_no_name_becomes_code(first, second):
    """The program has the same statements whatever the names; they stay what they were, but for unprintable letters."""
    harmless = write_numpy(copy_of((), features=(Feature.X2,)))
    inputs = (Input(second, Formula.COLUMN, (1,)),)
    named = copy_of((), features=(Feature.X2,), class_names=(first, second), inputs=inputs)
    assert shape(write_numpy(named)) == shape(harmless)
    assert run(named)["CLASSES"] == list(named.class_names)
    assert not first.isprintable() or named.class_names[0] == first[:100]


def shape(code):
    return [type(node) for node in ast.walk(ast.parse(code))]


def test_lines_are_short_enough_to_read():
    hidden = ((100, Activation.TANH, Normalization.BATCH), (64, Activation.RELU, Normalization.LAYER))
    assert max(map(len, write_numpy(copy_of(hidden, features=tuple(Feature))).decode().splitlines())) <= 125
