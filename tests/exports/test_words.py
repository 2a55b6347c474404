"""What is said of predictions: what their numbers mean, in a program and in an ONNX file."""

import pytest

from glassbox.engine.choices import OutputActivation
from glassbox.exports.words import onnx_meanings, prediction


@pytest.mark.parametrize(
    ("output", "units", "meaning"),
    [
        (OutputActivation.IDENTITY, 1, "the predicted value, in its original unit"),
        (OutputActivation.SIGMOID, 1, "the probability of CLASSES[1]"),
        (OutputActivation.TANH, 1, "a value from −1, surely CLASSES[0], to 1, surely CLASSES[1]"),
        (OutputActivation.SOFTMAX, 3, "the probability of each class, in the order of CLASSES"),
        (OutputActivation.SCORE, 1, "a score: above 0 it is CLASSES[1], otherwise CLASSES[0]"),
        (OutputActivation.SCORE, 3, "a score of each class, in the order of CLASSES: the largest one decides"),
    ],
)
def test_a_prediction_says_what_it_is_by_output_and_units(output, units, meaning):
    assert prediction(output, units) == meaning


def test_an_onnx_file_calls_the_list_of_classes_by_its_note():
    meanings = onnx_meanings(OutputActivation.TANH, 1)
    assert meanings["predictions"] == "a value from −1, surely classes[0], to 1, surely classes[1]"
    assert list(meanings) == ["x", "logits", "predictions"]
    assert meanings["x"] == "rows of raw columns, as named in the note “columns”"
