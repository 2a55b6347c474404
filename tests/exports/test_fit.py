"""The parts of a network file must go together: what does not is refused, and the sentence says where it is."""

import pytest

from glassbox.engine.choices import Loss, Normalization, OutputActivation, Problem
from glassbox.exports.fit import check_fit, refusal, told_of
from glassbox.exports.network_copy import Formula
from glassbox.exports.network_file import ColumnPart, HiddenPart, InputPart, NetworkFile, OutputPart
from glassbox.protocol.refusals import Refusal

# Two columns, one hidden layer of three units, one output unit that tells two classes apart.
HIDDEN = HiddenPart(
    activation="tanh", normalization="batch", weights=((1.0, 2.0),) * 3, biases=(0.0,) * 3,
    scale=(1.0,) * 3, shift=(0.0,) * 3, mean=(0.5,) * 3, variance=(1.0,) * 3,
)  # fmt: skip
OUTPUT = OutputPart(activation="sigmoid", weights=((1.0, 2.0, 3.0),), biases=(0.5,))
FILE = NetworkFile(
    problem="binary", loss="cross_entropy", classes=("no", "yes"), seed=1, epochs=2, settings={},
    target=ColumnPart(name="answer"), columns=(ColumnPart(name="a"), ColumnPart(name="b")),
    inputs=(
        InputPart(name="a", formula="column", columns=(0,)),
        InputPart(name="ab", formula="product", columns=(0, 1)),
    ),
    hidden=(HIDDEN,), output=OUTPUT,
)  # fmt: skip
LAYER_NORM = Normalization.LAYER
THREE = {"weights": ((1.0, 2.0, 3.0),) * 3, "biases": (0.0,) * 3}


def file_with(**changes):
    return FILE.model_copy(update=changes)


def hidden_with(**changes):
    return file_with(hidden=(HIDDEN.model_copy(update=changes),))


def output_with(**changes):
    return file_with(output=OUTPUT.model_copy(update=changes))


def inputs_with(**changes):
    return file_with(inputs=(FILE.inputs[0], FILE.inputs[1].model_copy(update=changes)))


def test_what_goes_together_is_let_through():
    check_fit(FILE)
    check_fit(file_with(hidden=(), output=OUTPUT.model_copy(update={"weights": ((1.0, 2.0),)})))
    check_fit(hidden_with(normalization=LAYER_NORM, mean=(), variance=()))


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (
            inputs_with(columns=(0,)),
            "input 2: expected “columns” to name 2 of the 2 columns, as the formula “product” takes, but got [0]",
        ),
        (inputs_with(formula=Formula.SQUARE, columns=(2,)), "input 2: expected “columns” to name 1 of the 2 columns"),
        (hidden_with(biases=()), "hidden layer 1: expected one unit or more"),
        (hidden_with(biases=(0.0,)), "hidden layer 1: expected “weights” of 1 rows, one for each of the “biases”"),
        (hidden_with(weights=((1.0, 2.0), (1.0,), (1.0, 2.0))), "hidden layer 1: expected 2 “weights” in row 2"),
        (hidden_with(shift=(0.0,)), "hidden layer 1: expected 3 numbers in “shift”"),
        (hidden_with(mean=()), "hidden layer 1: expected 3 numbers in “mean”"),
        (hidden_with(normalization=LAYER_NORM), "hidden layer 1: expected 0 numbers in “mean”"),
        (hidden_with(normalization=Normalization.NONE), "hidden layer 1: expected 0 numbers in “scale”"),
        (output_with(weights=((1.0, 2.0),)), "the output layer: expected 3 “weights” in row 1"),
        (output_with(**THREE), "expected 1 output unit for the problem “binary”, but got 3"),
        (file_with(problem=Problem.MULTICLASS), "two output units or more for the problem “multiclass”, but got 1"),
        (file_with(classes=("no", "yes", "perhaps")), "expected 2 “classes” for the problem “binary” with 1 output"),
        (file_with(problem=Problem.REGRESSION), "expected 0 “classes” for the problem “regression”"),
        (
            file_with(loss=Loss.HUBER),
            "expected a loss for the problem “binary”, such as “cross_entropy”, but got “huber”",
        ),
        (
            output_with(activation=OutputActivation.TANH),
            "expected the output's “activation” to be “sigmoid”, as problem and loss need, but got “tanh”",
        ),
    ],
)
def test_what_does_not_is_refused_with_its_place(file, sentence):
    with pytest.raises(Refusal) as caught:
        check_fit(file)
    assert sentence in caught.value.text and caught.value.text.endswith(". Open the file as it was saved.")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ((), "In this network file: "),
        (("seed",), "In this network file: "),
        (("hidden",), "In this network file: "),
        (("hidden", 0, "biases", 3), "In this network file, hidden layer 1: "),
        (("columns", 4), "In this network file, column 5: "),
        (("output", "weights"), "In this network file, the output layer: "),
    ],
)
def test_places_are_named_as_people_count(place, words):
    assert told_of(place, "no.") == f"{words}no."
    assert refusal("no", place).text == words + "no. Open the file as it was saved."
