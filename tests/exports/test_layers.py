"""A network's flat parameters as matrices, layer by layer, and back."""

import numpy as np
from hypothesis import given, settings

from glassbox.engine.choices import Activation, Normalization
from glassbox.exports.layers import layers_of, parameters_of, statistics_of
from tests.exports.copies import copies, copy_of

BATCH, LAYER = Normalization.BATCH, Normalization.LAYER


def test_each_number_stands_where_the_engine_reads_it():
    """Two inputs, two batch-normalized units, one output: w, b, γ, β of the first layer, then w, b of the last."""
    copy = copy_of(
        ((2, Activation.TANH, BATCH),),
        parameters=np.arange(13, dtype=np.float32),
        statistics=np.float32([[0, 0, 7, 8, 0], [1, 1, 0.5, 0.25, 1]]),
    )
    first, last = layers_of(copy)
    assert first.weights.tolist() == [[0, 1], [2, 3]] and first.biases.tolist() == [4, 5]
    assert first.scale.tolist() == [6, 7] and first.shift.tolist() == [8, 9]
    assert first.mean.tolist() == [7, 8] and first.variance.tolist() == [0.5, 0.25]
    assert last.weights.tolist() == [[10, 11]] and last.biases.tolist() == [12]
    assert (first.number, first.before, first.units) == (1, 2, 2)
    assert (last.number, last.before, last.units) == (2, 2, 1)


def test_a_layer_has_only_the_numbers_it_needs():
    first, second, last = layers_of(copy_of(((4, Activation.RELU, LAYER), (3, Activation.SINE, Normalization.NONE))))
    assert [len(part) for part in (first.scale, first.shift, first.mean, first.variance)] == [4, 4, 0, 0]
    assert [len(part) for part in (second.scale, second.shift, second.mean, second.variance)] == [0] * 4
    assert [(each.activation, each.normalization) for each in (first, second, last)] == [
        (Activation.RELU, LAYER), (Activation.SINE, Normalization.NONE), (None, Normalization.NONE),
    ]  # fmt: skip


def test_where_no_layer_remembers_means_are_0_and_variances_1():
    copy = copy_of(((2, Activation.TANH, LAYER),))
    assert statistics_of(copy.architecture, layers_of(copy)).tolist() == [[0] * 5, [1] * 5]


@settings(max_examples=60)
@given(copies())
def test_back_in_one_vector_they_are_the_same_to_the_last_bit(copy):
    layers = layers_of(copy)
    assert parameters_of(copy.architecture, layers).tobytes() == copy.parameters.tobytes()
    assert statistics_of(copy.architecture, layers).tobytes() == copy.statistics.tobytes()
