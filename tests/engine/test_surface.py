"""Tests of the maps of units and outputs over the plane against the twin, in every window and thread."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import Activation, Loss, Normalization, OutputActivation, Problem
from glassbox.engine.network import Architecture
from glassbox.engine.surface import class_map, grid, output_map, unit_maps
from tests import reference
from tests.engine.networks import CLOSE_PASSES, assert_close, case_of, cases, problem_of, smooth


@st.composite
def shown_cases(draw, **choices):
    """A network, and for each layer which of its units are shown: the first of them, and how many."""
    case, windows = draw(cases(np.float32, **choices)), []
    for units in case.architecture.sizes:
        start = draw(st.integers(0, units))
        windows.append((start, draw(st.integers(0, min(units - start, 20)))))
    return case, tuple(windows)


@given(shown_cases())
@settings(max_examples=60)
def test_unit_maps_are_the_outputs_in_the_windows_layer_by_layer(shown):
    case, windows = shown
    maps = unit_maps(case.architecture, case.parameters, case.x, windows)
    expected = reference.shown_outputs(case.architecture, case.parameters, case.x)
    assert maps.dtype == np.float32 and maps.shape == (sum(many for _, many in windows), case.x.shape[1])
    at = 0
    for outputs, (start, many) in zip(expected, windows, strict=True):
        scale = max(1, np.abs(outputs).max())
        exact = outputs[start : start + many]
        np.testing.assert_allclose(maps[at : at + many], exact, rtol=0, atol=CLOSE_PASSES[np.float32] * scale)
        at += many


@given(shown_cases(normalizations=st.sampled_from(list(Normalization)), activations=smooth))
@settings(max_examples=40)
def test_maps_of_normalized_networks_are_those_of_evaluating(shown):
    case, windows = shown
    maps = unit_maps(case.architecture, case.parameters, case.x, windows, case.statistics)
    expected = reference.shown_outputs(case.architecture, case.parameters, case.x, case.statistics)
    exact = np.concatenate(
        [outputs[start : start + many] for outputs, (start, many) in zip(expected, windows, strict=True)]
    )
    # In float32, a layer of two units that are nearly alike may be far off: its sums' small difference is divided by
    # itself.
    off = np.abs(maps - exact) > 1e-3 * max(1, np.abs(exact).max(initial=0))
    assert off.mean() < 0.01 if off.size else True


@given(cases(np.float32).filter(lambda case: case.architecture.sizes[-1] == 1))
@settings(max_examples=40)
def test_the_output_map_is_the_prediction(case):
    found = output_map(problem_of(case.architecture), case.architecture, case.parameters, case.x)
    (expected,) = reference.shown_outputs(case.architecture, case.parameters, case.x)[-1]
    assert found.dtype == np.float32
    assert_close(found, expected, 1e-4)
    if case.architecture.output not in (OutputActivation.IDENTITY, OutputActivation.SCORE):
        assert np.abs(found).max() <= 1


@given(cases(np.float32).filter(lambda case: case.architecture.sizes[-1] > 1))
@settings(max_examples=40)
def test_the_class_map_is_the_most_probable_class_and_its_probability(case):
    classes, chances = class_map(case.architecture, case.parameters, case.x)
    expected = reference.shown_outputs(case.architecture, case.parameters, case.x)[-1]
    if case.architecture.output is OutputActivation.SCORE:
        expected = reference.softmax(expected)
    assert classes.dtype == np.uint8 and chances.dtype == np.float32
    np.testing.assert_allclose(chances, expected.max(axis=0), rtol=0, atol=1e-4)
    np.testing.assert_allclose(expected[classes, np.arange(len(classes))], expected.max(axis=0), rtol=0, atol=1e-4)


def test_several_classes_have_no_output_map():
    architecture = Architecture((2, 3), (), OutputActivation.SOFTMAX)
    with pytest.raises(ValueError, match="class map"):
        output_map(Problem.MULTICLASS, architecture, np.zeros(9, np.float32), np.zeros((2, 4), np.float32))


def test_an_untrained_network_of_zeros_is_undecided_everywhere():
    inputs = np.ascontiguousarray(grid(10).T)
    binary = Architecture((2, 3, 1), (Activation.TANH,), OutputActivation.SIGMOID)
    np.testing.assert_array_equal(output_map(Problem.BINARY, binary, np.zeros(13, np.float32), inputs), np.zeros(100))
    several = Architecture((2, 4), (), OutputActivation.SOFTMAX)
    classes, chances = class_map(several, np.zeros(12, np.float32), inputs)
    np.testing.assert_array_equal(classes, 0)
    np.testing.assert_array_equal(chances, 0.25)


def test_the_grid_begins_at_the_upper_left_and_holds_the_centres_of_pixels():
    points = grid(4)
    assert points.dtype == np.float32
    np.testing.assert_array_equal(points[:2], [[-4.5, 4.5], [-1.5, 4.5]])
    np.testing.assert_array_equal(points[-1], [4.5, -4.5])
    np.testing.assert_array_equal(grid(1), [[0, 0]])


def test_threads_do_not_share_scratch_memory():
    architectures = [
        Architecture((2, width, 1), (Activation.TANH,), OutputActivation.SIGMOID) for width in (3, 50, 3, 80, 17, 50)
    ]
    tasks = [case_of(architecture, Loss.CROSS_ENTROPY, 3000, 1) for architecture in architectures] * 10
    once = [whole_output(case) for case in tasks]
    with ThreadPoolExecutor(4) as pool:
        for alone, together in zip(once, pool.map(whole_output, tasks), strict=True):
            np.testing.assert_array_equal(alone, together)


def whole_output(case):
    return output_map(Problem.BINARY, case.architecture, case.parameters, case.x)
