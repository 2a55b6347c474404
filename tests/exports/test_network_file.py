"""The types and bounds of a network file's parts: what is no number, too large or unknown does not get in."""

import numpy as np
import pytest
from pydantic import ValidationError

from glassbox.exports.network_file import LARGEST_NUMBER, MOST_FIELDS, ColumnPart, HiddenPart, InputPart, OutputPart

OUTPUT = {"activation": "identity", "weights": [[1, 2.5]], "biases": [0]}


def refused(part, **fields):
    with pytest.raises(ValidationError) as caught:
        part(**fields)
    return caught.value.errors()


def test_whole_numbers_are_numbers_too():
    part = OutputPart(**OUTPUT)
    assert part.weights == ((1.0, 2.5),) and part.biases == (0.0,)


def test_what_older_files_leave_out_is_plain():
    assert (ColumnPart(name="a").mean, ColumnPart(name="a").spread) == (0.0, 1.0)
    assert InputPart(name="a", formula="column", columns=[0]).factor == 1.0
    layer = HiddenPart(activation="tanh", normalization="none", weights=[[1]], biases=[0])
    assert (layer.scale, layer.shift, layer.mean, layer.variance) == ((), (), (), ())


def test_the_largest_number_is_the_largest_float32():
    assert np.float32(LARGEST_NUMBER) == np.finfo(np.float32).max
    assert OutputPart(**OUTPUT | {"biases": [-LARGEST_NUMBER]}).biases == (-LARGEST_NUMBER,)


@pytest.mark.parametrize("number", [True, "1", None, float("nan"), float("inf"), LARGEST_NUMBER * 1.001, 10**400])
def test_other_things_are_no_numbers(number):
    assert [error["loc"][0] for error in refused(OutputPart, **OUTPUT | {"biases": [number]})] == ["biases"]


def test_the_first_wrong_number_is_enough():
    assert len(refused(OutputPart, **OUTPUT | {"biases": ["x"] * 100})) == 1


@pytest.mark.parametrize(
    ("part", "fields"),
    [
        (ColumnPart, {"name": "a", "spread": 0}),
        (ColumnPart, {"name": "a" * 101}),
        (InputPart, {"name": "a", "formula": "column", "columns": [128]}),
        (InputPart, {"name": "a", "formula": "column", "columns": [0, 1, 2]}),
        (InputPart, {"name": "a", "formula": "cube", "columns": [0]}),
        (OutputPart, OUTPUT | {"weights": [[0] * 129]}),
        (OutputPart, OUTPUT | {"evil": 1}),
    ],
)
def test_what_is_out_of_bounds_or_unknown_is_refused(part, fields):
    assert len(refused(part, **fields)) == 1


def test_an_object_of_very_many_fields_is_not_looked_into():
    many = {str(number): 0 for number in range(MOST_FIELDS + 1)}
    (error,) = refused(ColumnPart, **many)
    assert error["msg"].endswith("expected an object of at most 100 fields, but got 101")
