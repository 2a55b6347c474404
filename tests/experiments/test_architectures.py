"""Hidden layers of a text and of a budget."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.experiments.architectures import fitting_width, parameters_of, read_layers, uniform
from glassbox.protocol.refusals import Refusal
from glassbox.run.build import recipe, split_data
from glassbox.settings import Settings


def units(layers):
    return [layer.units for layer in layers]


def test_layers_of_a_text():
    assert units(read_layers("", "16-8")) == [16, 8]
    assert units(read_layers("", 8)) == [8]
    assert read_layers("", "none") == ()


@pytest.mark.parametrize("text", ["", "0", "129", "-1", "8-", "a", "1-" * 8 + "1", 2.5, "８"])
def test_what_tells_of_no_layers_is_refused(text):
    with pytest.raises(Refusal, match="expected the units of the hidden layers"):
        read_layers("Architecture", text)


@given(st.integers(0, 4), st.sampled_from(["none", "batch"]))
def test_parameters_are_those_of_the_engine(layers, normalization):
    settings = Settings().changed({"hidden": uniform(layers, 5), "normalization": normalization})
    architecture = recipe(settings, split_data(settings).points).architecture
    assert parameters_of(settings) == architecture.layout.size


@pytest.mark.parametrize(("layers", "expected"), [(1, 62), (2, 13), (3, 9), (4, 8), (6, 6)])
def test_the_widest_within_250_parameters(layers, expected):
    """As in the table of the spiral: 1 × 62, 2 × 13, 3 × 9, 4 × 8, 6 × 6."""
    assert fitting_width(Settings(), layers, 250) == expected


def test_nothing_fits_too_small_a_budget():
    assert fitting_width(Settings(), 2, 4) is None
