"""A copy's inputs are the engine's features, its names are printable, and its parts must fit."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.engine import activations, normalizations
from glassbox.engine.choices import Activation, Normalization
from glassbox.engine.data_choices import Feature
from glassbox.engine.dataset import Quantity
from glassbox.engine.features import compute_features
from glassbox.exports import activations as written_activations
from glassbox.exports import numpy_code, onnx_normalizations
from glassbox.exports.network_copy import LONGEST_NAME, Column, plane_inputs, printable
from glassbox.exports.source_code import input_text
from tests.exports.copies import copy_of


@pytest.mark.parametrize("scale", [1.0, 0.1, 100.0])
@pytest.mark.parametrize("feature", Feature)
def test_inputs_of_the_plane_are_the_engine_features(feature, scale):
    x = np.random.default_rng(3).uniform(-6, 6, (50, 2)).astype(np.float32)
    (chosen,) = plane_inputs((feature,), scale)
    computed = eval(input_text(chosen, "np.sin"), {"x": x, "np": np})
    np.testing.assert_array_equal(computed, compute_features(x, (feature,), scale)[0])


@given(st.text())
def test_names_are_printable(name):
    assert printable(name).isprintable()
    assert len(printable(name)) <= LONGEST_NAME
    assert printable(name) == Column(name).name == printable(printable(name))


def test_columns_are_standardised_as_the_data_set_says():
    quantity = Quantity("year", mean=2000.0, spread=7.0, width=2.0)
    column, years = Column.of(quantity), np.array([1990.0, 2001.0])
    np.testing.assert_allclose((years - column.mean) / column.spread, quantity.placed(years))


@pytest.mark.parametrize(
    "changes",
    [
        {"parameters": np.zeros(5, np.float32)},
        {"statistics": np.ones((2, 1), np.float32)},
        {"inputs": plane_inputs((Feature.X1,))},
        {"class_names": ("a",)},
    ],
)
def test_parts_that_do_not_fit_are_refused(changes):
    with pytest.raises(ValueError, match=r"Expected .*; got"):
        copy_of((), **changes)


def test_constants_are_the_engine_ones():
    """Exports do not import them: the engine's kernels bring Numba along, which is slow to import."""
    assert onnx_normalizations.EPSILON == normalizations.EPSILON
    assert written_activations.LEAK == activations.LEAK
    hidden = ((2, Activation.RELU, Normalization.BATCH), (2, Activation.RELU, Normalization.LAYER))
    epsilons = re.findall(r"variance \+ ([\de-]+)", numpy_code.write_numpy(copy_of(hidden)).decode())
    assert list(map(float, epsilons)) == [normalizations.EPSILON] * 2
