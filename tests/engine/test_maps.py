"""Tests of rendered maps: the same pictures as drawing maps, finding their scales, rounding and packing one by one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import Activation, Loss, OutputActivation
from glassbox.engine.features import compute_features
from glassbox.engine.maps import OWN_SCALE, MapRequest, render
from glassbox.engine.network import Architecture
from glassbox.engine.pictures import map_scales, pack, quantise
from glassbox.engine.surface import class_map, grid, unit_maps
from tests.engine.networks import case_of, cases

LARGE, SMALL = 20, 9


def inputs_of(architecture, size):
    points = grid(size)
    chance = np.random.default_rng(3)
    features = compute_features(points, ("x1", "x2"))
    return (chance.normal(size=(architecture.sizes[0], 2)).astype(np.float32) @ features).astype(np.float32)


def one_by_one(maps, size, scale=OWN_SCALE):
    scales = map_scales(maps) if scale == OWN_SCALE else np.full(len(maps), scale, np.float32)
    return scales.tolist(), pack(quantise(maps, scales).reshape(-1, size, size))


@st.composite
def views(draw_from):
    """A network, and windows on it for a large and a small map."""
    case = draw_from(cases(np.float32))
    sizes = case.architecture.sizes
    windows = [tuple((0, draw_from(st.integers(0, min(units, 6)))) for units in sizes) for _ in range(2)]
    return case, *windows


@given(views(), st.sampled_from([OWN_SCALE, 1.0, 2.5]))
@settings(max_examples=40)
def test_rendered_maps_are_what_the_single_steps_make(view, scale):
    (case, large, small), architecture = view, view[0].architecture
    requests = (
        MapRequest(inputs_of(architecture, LARGE), LARGE, large, scale),
        MapRequest(inputs_of(architecture, SMALL), SMALL, small),
    )
    for rendered, request in zip(render(architecture, case.parameters, *requests), requests, strict=True):
        maps = unit_maps(architecture, case.parameters, request.inputs, request.windows)
        scales, pixels = one_by_one(maps, request.size, request.scale)
        assert (rendered.scales.tolist(), rendered.pixels, rendered.classes) == (scales, pixels, b"")


@given(cases(np.float32).filter(lambda case: case.architecture.sizes[-1] > 1))
@settings(max_examples=20)
def test_classes_are_drawn_as_winners_and_their_probability(case):
    architecture, parameters = case.architecture, case.parameters
    inputs, nothing = inputs_of(architecture, LARGE), ((0, 0),) * len(architecture.sizes)
    request = MapRequest(inputs, LARGE, (*nothing[1:], (0, architecture.sizes[-1])), scale=1.0, as_classes=True)
    large, _ = render(architecture, parameters, request, MapRequest(inputs, LARGE, nothing))
    winners, chances = class_map(architecture, parameters, inputs)
    assert large.classes == pack(winners.reshape(1, LARGE, LARGE))
    assert (large.scales.tolist(), large.pixels) == one_by_one(chances[None], LARGE, 1.0)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_what_is_not_finite_is_drawn_all_the_same(value):
    case = case_of(Architecture((2, 3, 1), (Activation.TANH,), OutputActivation.SIGMOID), Loss.CROSS_ENTROPY, 5, seed=1)
    parameters = np.full_like(case.parameters, value)
    request = MapRequest(inputs_of(case.architecture, SMALL), SMALL, tuple((0, 1) for _ in case.architecture.sizes))
    large, small = render(case.architecture, parameters, request, request)
    assert (large.pixels, large.scales.tolist()) == (small.pixels, small.scales.tolist())
    assert np.isfinite(large.scales).all()
