"""Tests of a network's architecture, its initial weights, and how weights move into another architecture."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import Activation, Initialization, Normalization, OutputActivation
from glassbox.engine.layout import Layout
from glassbox.engine.network import (
    NEW,
    Architecture,
    Origin,
    fresh_statistics,
    graft,
    graft_statistics,
    initial_parameters,
)
from tests import reference

every_initialization = pytest.mark.parametrize("initialization", list(Initialization))
WIDE = Layout((200, 300, 100))  # enough weights to measure their spread to 1 %
EDGES = {  # beyond which uniform weights never lie, for n inputs and m units
    Initialization.UNIFORM: lambda n, m: 0.5,
    Initialization.XAVIER_UNIFORM: lambda n, m: np.sqrt(6 / (n + m)),
}
NORMAL = (Initialization.XAVIER_NORMAL, Initialization.HE, Initialization.LECUN)


def weights_of(layout, initialization, gain=1.0, seed=1):
    return [w for w, _ in reference.layers(initial_parameters(layout, initialization, gain, seed), layout.sizes)]


@every_initialization
@pytest.mark.parametrize("gain", [0.0, 0.1, 1.0, 3.0])
def test_initial_weights_have_the_spread_that_their_name_says(initialization, gain):
    for weights in weights_of(WIDE, initialization, gain):
        units, before = weights.shape
        np.testing.assert_allclose(weights.std(), gain * reference.spread(initialization, before, units), rtol=0.02)
        assert abs(weights.mean()) <= 4 * weights.std() / np.sqrt(weights.size) + 1e-12


@pytest.mark.parametrize("initialization", EDGES)
def test_uniform_weights_fill_their_range_evenly(initialization):
    for weights in weights_of(WIDE, initialization, gain=2.0):
        edge = 2 * EDGES[initialization](*weights.shape[::-1])
        assert 0.999 * edge < np.abs(weights).max() <= edge
        counts, _ = np.histogram(weights, bins=10, range=(-edge, edge))
        np.testing.assert_allclose(counts, weights.size / 10, rtol=0.06)


@pytest.mark.parametrize("initialization", NORMAL)
def test_normal_weights_have_the_tails_of_a_bell(initialization):
    for weights in weights_of(WIDE, initialization):
        beyond = [(np.abs(weights) > reach * weights.std()).mean() for reach in (1, 2, 3)]
        np.testing.assert_allclose(beyond, [0.3173, 0.0455, 0.0027], rtol=0.35)


@every_initialization
def test_biases_start_at_zero_as_the_field_for_them_says(initialization):
    for _, biases in reference.layers(initial_parameters(WIDE, initialization, 1.0, 1), WIDE.sizes):
        assert not biases.any()


@every_initialization
def test_a_normalized_layer_starts_as_if_it_were_not_scaled_or_shifted_and_its_weights_are_those_of_a_plain_one(
    initialization,
):
    plain, normalized = Layout((4, 6, 5, 2)), Layout((4, 6, 5, 2), frozenset({2}))
    expected = reference.layers(initial_parameters(plain, initialization, 2.0, 1), plain.sizes)
    found = reference.layers(initial_parameters(normalized, initialization, 2.0, 1), plain.sizes, {2})
    for (weights, biases), (same, alike, *learned) in zip(expected, found, strict=True):
        np.testing.assert_array_equal(same, weights)
        np.testing.assert_array_equal(alike, biases)
        for part, value in zip(learned, (1, 0), strict=bool(learned)):
            np.testing.assert_array_equal(part, value)
    assert [len(parts) for parts in found] == [2, 4, 2]


def test_zeros_are_zero_whatever_the_gain():
    assert not initial_parameters(WIDE, Initialization.ZEROS, 5.0, 1).any()


@every_initialization
def test_the_gain_multiplies_the_weights_and_not_the_biases(initialization):
    once, thrice = (
        reference.layers(initial_parameters(WIDE, initialization, gain, 1), WIDE.sizes) for gain in (1.0, 3.0)
    )
    for (weights, biases), (larger, same) in zip(once, thrice, strict=True):
        np.testing.assert_allclose(larger, 3 * weights, rtol=1e-6)
        np.testing.assert_array_equal(same, biases)


@every_initialization
def test_the_hidden_bias_is_where_hidden_units_start_and_no_other(initialization):
    usual, moved = (
        reference.layers(initial_parameters(WIDE, initialization, 1.0, 1, bias), WIDE.sizes) for bias in (0.0, -3.0)
    )
    for at, ((weights, biases), (same, found)) in enumerate(zip(usual, moved, strict=True)):
        np.testing.assert_array_equal(same, weights)
        np.testing.assert_allclose(found, biases - (3 if at < len(usual) - 1 else 0), rtol=1e-6)


@pytest.mark.parametrize("initialization", [choice for choice in Initialization if choice is not Initialization.ZEROS])
def test_the_seed_decides_the_weights(initialization):
    first, again, other = (initial_parameters(WIDE, initialization, 1.0, seed) for seed in (1, 1, 2))
    assert first.dtype == np.float32 and first.tobytes() == again.tobytes()
    assert not np.array_equal(first, other)


def test_layers_draw_from_streams_of_their_own():
    """So that layers of one size differ, and a change of one layer leaves those it does not touch."""
    first, second, third = weights_of(Layout((5, 5, 5, 2)), Initialization.HE)
    assert not np.array_equal(first, second)
    *_, same = weights_of(Layout((9, 7, 5, 2)), Initialization.HE)
    np.testing.assert_array_equal(same, third)


@pytest.mark.parametrize(
    "sizes, activations",
    [((2,), ()), ((), ()), ((2, 3, 1), ()), ((2, 1), (Activation.TANH,)), ((2, 0, 1), (Activation.TANH,))],
)
def test_an_architecture_that_does_not_fit_is_refused(sizes, activations):
    with pytest.raises(ValueError, match="at least inputs and outputs"):
        Architecture(sizes, activations, OutputActivation.SIGMOID)


def test_an_architecture_gives_kernels_what_they_take():
    architecture = Architecture((2, 3, 4, 1), (Activation.TANH, Activation.RELU), OutputActivation.SIGMOID)
    np.testing.assert_array_equal(architecture.size_array, [2, 3, 4, 1])
    np.testing.assert_array_equal(architecture.code_array, [Activation.TANH.code, Activation.RELU.code])
    assert architecture.layout.size == 9 + 16 + 5
    plan = architecture.plan
    np.testing.assert_array_equal(plan.sizes, [2, 3, 4, 1])
    np.testing.assert_array_equal(plan.normalizations, [0, 0])
    np.testing.assert_array_equal(plan.dropout, [0, 0])
    assert plan.output == OutputActivation.SIGMOID.code


def normalized(*kinds):
    return Architecture((2, 3, 4, 1), (Activation.TANH, Activation.RELU), OutputActivation.SIGMOID, kinds)


def test_a_normalized_architecture_has_scales_and_shifts_and_says_whether_it_looks_at_batches():
    none, layer, batch = Normalization.NONE, Normalization.LAYER, Normalization.BATCH
    assert normalized(none, none).layout == normalized().layout and not normalized(none, layer).looks_at_batches
    assert normalized(none, batch).layout.normalized == {2} and normalized(none, batch).looks_at_batches
    assert normalized(layer, batch).layout.size == 9 + 16 + 5 + 2 * 3 + 2 * 4
    np.testing.assert_array_equal(normalized(layer, batch).plan.normalizations, [layer.code, batch.code])
    assert all(part.dtype == kind for part, kind in zip(normalized(layer, batch).plan[:4], "qqqd", strict=True))


@pytest.mark.parametrize("kinds", [(Normalization.BATCH,), (Normalization.BATCH,) * 3], ids=len)
def test_normalizations_that_do_not_fit_are_refused(kinds):
    with pytest.raises(ValueError, match="Expected a normalization for each of the 2 hidden layers"):
        normalized(*kinds)


# --- weights that move


@st.composite
def moves(draw):
    """Two architectures, and origins of the new one's units: any of the old layers' units or none, in any order."""
    old, new = (tuple(draw(st.lists(st.integers(1, 5), min_size=2, max_size=5))) for _ in range(2))
    hidden = draw(st.lists(st.sampled_from([NEW, *range(1, len(old))]), min_size=len(new) - 1, max_size=len(new) - 1))
    origins = []
    for units, layer in zip(new, [0, *hidden], strict=True):
        known = st.just(NEW) if layer == NEW else st.integers(NEW, old[layer] - 1)
        origins.append(Origin(layer, np.array(draw(st.lists(known, min_size=units, max_size=units)), np.int64)))
    normalized = (
        frozenset(draw(st.sets(st.sampled_from(range(1, len(sizes)))))) - {len(sizes) - 1} for sizes in (old, new)
    )
    return *map(Layout, (old, new), normalized), tuple(origins)


def numbered(layout, start):
    """Parameters of which no two are the same."""
    return np.arange(start, start + layout.size, dtype=np.float32)


@given(moves())
@settings(max_examples=200)
def test_grafting_is_the_twins(move):
    old, new, origins = move
    values, fresh = numbered(old, 1000), numbered(new, 0)
    expected = reference.grafted(old.sizes, values, new.sizes, fresh, origins, old.normalized, new.normalized)
    np.testing.assert_array_equal(graft(old, values, new, fresh, origins), expected)
    np.testing.assert_array_equal(fresh, numbered(new, 0))


@given(moves())
@settings(max_examples=200)
def test_grafting_statistics_is_the_twins(move):
    old, new, origins = move
    values = np.arange(2 * sum(old.sizes), dtype=np.float32).reshape(2, -1) + 10
    fresh = fresh_statistics(new, np.float32)
    expected = reference.grafted_statistics(old.sizes, values, new.sizes, origins, old.normalized, new.normalized)
    np.testing.assert_array_equal(graft_statistics(old, values, new, fresh, origins), expected)
    np.testing.assert_array_equal(fresh, fresh_statistics(new, np.float32))


def kept(layer, units):
    return Origin(layer, np.array(units, np.int64))


def test_an_added_unit_leaves_all_other_weights():
    old, new = Layout((2, 2, 1)), Layout((2, 3, 1))
    values = numbered(old, 1)  # weights 1 2 | 3 4, biases 5 6, then weights 7 8, bias 9
    grafted = graft(
        old, values, new, np.zeros(new.size, np.float32), (kept(0, [0, 1]), kept(1, [0, NEW, 1]), kept(2, [0]))
    )
    np.testing.assert_array_equal(grafted, [1, 2, 0, 0, 3, 4, 5, 0, 6, 7, 0, 8, 9])


def test_a_removed_unit_takes_only_its_own_weights_along():
    old, new = Layout((2, 3, 1)), Layout((2, 2, 1))
    values = numbered(old, 1)  # 1 2 | 3 4 | 5 6, biases 7 8 9, then 10 11 12, bias 13
    grafted = graft(old, values, new, np.zeros(new.size, np.float32), (kept(0, [0, 1]), kept(1, [0, 2]), kept(2, [0])))
    np.testing.assert_array_equal(grafted, [1, 2, 5, 6, 7, 9, 10, 12, 13])


def test_an_added_layer_leaves_the_weights_before_and_behind():
    """Behind it, those into a layer that had another before it start fresh; its biases stay."""
    old, new = Layout((2, 2, 1)), Layout((2, 2, 2, 1))
    values, fresh = numbered(old, 1), numbered(new, 100)
    origins = (kept(0, [0, 1]), kept(1, [0, 1]), kept(NEW, [NEW, NEW]), kept(2, [0]))
    grafted = graft(old, values, new, fresh, origins)
    np.testing.assert_array_equal(grafted[:6], values[:6])
    np.testing.assert_array_equal(grafted[6:14], fresh[6:14])
    assert grafted[14] == values[8]
