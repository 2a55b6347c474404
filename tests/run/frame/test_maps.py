"""Maps of a network for its viewer: windows that fit, the shown weights, maps of the right size, kind and content."""

import numpy as np
import pytest

from glassbox.engine import pictures, surface
from glassbox.engine.choices import Problem
from glassbox.engine.features import compute_features
from glassbox.engine.layout import Layout
from glassbox.protocol.messages import View
from glassbox.run.frame.frame_builder import subject_of
from glassbox.run.frame.maps import (
    COARSEST_MAP,
    answer,
    fitting,
    grid_inputs,
    quick_size,
    render_maps,
    shown_parameters,
)
from tests.run.tools import run_of, train_epochs


@pytest.fixture(scope="module")
def default():
    run = run_of()
    train_epochs(run, 3)
    return subject_of(run)


def test_a_scaled_input_is_scaled_on_the_map_too():
    """The network on ten times the inputs with a tenth of the first weights draws the same map."""
    run, scaled = run_of(), run_of(input_scale=10.0)
    layout = scaled.trainer.recipe.architecture.layout
    scaled.trainer.parameters[layout.weights(1)] /= 10
    plain, large = subject_of(run), subject_of(scaled)
    first, second = (large_map(each, View()).pixels for each in (plain, large))
    assert (
        np.abs(pixels(first, 1, 100).astype(int) - pixels(second, 1, 100)).max() <= 1
    )  # of 255, where rounding decides
    np.testing.assert_allclose(10 * run.data_split.data.x_train, scaled.data_split.data.x_train, rtol=1e-6)


def large_map(subject, view, fine=True):
    return render_maps(subject, view, fitting(view.windows, subject.architecture.sizes), fine=fine)[0]


def small_maps(subject, windows, size):
    return render_maps(subject, View(unit_size=size), windows, fine=True)[1]


def pixels(packed, count, size):
    return pictures.unpack(packed, count, size).reshape(count, -1)


@pytest.mark.parametrize(
    ("wanted", "sizes", "shown"),
    [
        ((), (2, 4, 2, 1), ((0, 2), (0, 4), (0, 2), (0, 1))),
        ((), (2, 128, 1), ((0, 2), (0, 12), (0, 1))),
        (((0, 2), (0, 1)), (2, 4, 1), ((0, 2), (0, 4), (0, 1))),
        (((0, 2), (1, 2), (0, 1)), (2, 4, 1), ((0, 2), (1, 2), (0, 1))),
        (((0, 7), (100, 64), (9, 3)), (2, 4, 1), ((0, 2), (0, 4), (0, 1))),
        (((0, 2), (120, 12), (0, 1)), (2, 128, 1), ((0, 2), (116, 12), (0, 1))),
    ],
)
def test_windows_are_fitted_to_the_network(wanted, sizes, shown):
    assert fitting(wanted, sizes) == shown


def test_only_shown_weights_are_sent():
    layout = Layout((3, 4, 2))
    parameters = np.arange(layout.size, dtype=np.float32)
    weights, biases = shown_parameters(parameters, layout, ((1, 2), (2, 2), (0, 1)))
    first, second = parameters[:12].reshape(4, 3), parameters[16:24].reshape(2, 4)
    expected = [*first[2:4, 1:3].ravel(), *second[0:1, 2:4].ravel()]
    assert np.frombuffer(weights, "<f4").tolist() == expected
    assert np.frombuffer(biases, "<f4").tolist() == [14, 15, 24]


def test_the_output_map_is_the_prediction(default):
    picture = large_map(default, View(map_size=32))
    values = surface.output_map(
        Problem.BINARY, default.architecture, default.parameters, grid_inputs(32, default.features)
    )
    assert (picture.size, picture.unit, picture.kind, picture.scale, picture.classes) == (32, None, "signed", 1.0, None)
    np.testing.assert_allclose((pixels(picture.pixels, 1, 32)[0] - 128.0) / 127, values, atol=0.004)


def test_small_maps_are_the_units_in_order(default):
    windows = ((0, 2), (1, 3), (0, 2), (0, 1))
    units = small_maps(default, windows, 16)
    maps = surface.unit_maps(default.architecture, default.parameters, grid_inputs(16, default.features), windows)
    scales = np.frombuffer(units.scales, "<f4")
    assert len(scales) == 8 and scales[0] == pytest.approx(6 * 15 / 16)
    shown = (pixels(units.pixels, 8, 16) - 128.0) / 127 * scales[:, None]
    np.testing.assert_allclose(shown, maps, atol=0.03)


@pytest.mark.parametrize("unit", [(0, 1), (1, 3), (2, 0), (3, 0)])
def test_a_unit_that_is_looked_at_takes_the_large_map(default, unit):
    picture = large_map(default, View(map_size=32, unit=unit))
    assert (picture.size, picture.unit, picture.kind) == (32, unit, "signed")
    small = small_maps(default, tuple((unit[1], 1) if layer == unit[0] else (0, 0) for layer in range(4)), 32)
    assert (picture.pixels, np.float32(picture.scale).tobytes()) == (small.pixels, small.scales)


@pytest.mark.parametrize("unit", [(1, 4), (4, 0), (1000, 1000)])
def test_a_unit_that_is_gone_gives_way_to_the_output(default, unit):
    assert large_map(default, View(unit=unit)).unit is None


def test_several_classes_have_a_map_of_winners():
    run = run_of(dataset="blobs")
    train_epochs(run, 20)
    picture = large_map(subject_of(run), View(map_size=24))
    assert (picture.kind, picture.scale) == ("classes", 1.0)
    winners, chances = pixels(picture.classes, 1, 24)[0], (pixels(picture.pixels, 1, 24)[0] - 128.0) / 127
    assert set(winners) == {0, 1, 2}
    assert chances.min() > 0.33 - 0.01 and chances.max() <= 1


def test_regression_is_shown_on_the_scale_of_its_targets():
    run = run_of(dataset="plane", label_noise=0.5)
    picture = large_map(subject_of(run), View(map_size=16))
    assert picture.scale == pytest.approx(float(np.abs(run.data_split.points.target).max())) and picture.scale > 1


@pytest.mark.parametrize(
    ("parameters", "size"), [(25, 128), (8513, 108), (50_000, COARSEST_MAP), (10**9, COARSEST_MAP)]
)
def test_maps_of_large_networks_are_coarser(parameters, size):
    assert quick_size(128, parameters) == size
    assert quick_size(40, parameters) == 40


def test_fine_maps_have_the_size_that_was_asked_for():
    large = subject_of(run_of(hidden=[{"units": 128}] * 4))
    view = View(map_size=100)
    assert large_map(large, view).size == 100
    assert large_map(large, view, fine=False).size < 100


# ---- data of one input, and of more than two


def test_a_curve_is_sent_finely_and_not_rounded():
    run = run_of(dataset="sine", samples=40)
    train_epochs(run, 5)
    subject = subject_of(run)
    picture = large_map(subject, View())
    values = np.frombuffer(picture.values, "<f4")
    assert (picture.kind, picture.size, picture.pixels, picture.scale) == (
        "curve",
        len(values),
        b"",
        run.data_split.target_scale,
    )
    along = np.stack([np.linspace(-6, 6, len(values)), np.zeros(len(values))], axis=1).astype(np.float32)
    expected = surface.output_map(
        Problem.REGRESSION, subject.architecture, subject.parameters, compute_features(along, subject.features)
    )
    np.testing.assert_array_equal(values, expected)
    unit = large_map(subject, View(unit=(1, 2)))
    assert unit.kind == "curve" and unit.scale == pytest.approx(np.abs(np.frombuffer(unit.values, "<f4")).max())


def test_the_small_maps_of_a_curve_are_stripes():
    units = small_maps(subject_of(run_of(dataset="step")), ((0, 1), (0, 2), (0, 1), (0, 1)), 16)
    pictured = pixels(units.pixels, 5, 16).reshape(5, 16, 16)
    assert (pictured == pictured[:, :1]).all() and len(set(pictured[0, 0])) > 8


@pytest.fixture(scope="module")
def digits():
    run = run_of(dataset="digits", samples=200, hidden=[{"units": 5}])
    train_epochs(run, 2)
    return subject_of(run)


def test_the_plane_of_two_inputs_cuts_through_where_the_others_are_held(digits):
    view = View(map_size=16, axes=(10, 3), held=tuple(k / 64 for k in range(64)))
    places = np.tile(np.arange(64, dtype=np.float32) / 64, (256, 1))
    places[:, 10] = np.tile((np.arange(16) + 0.5) / 16, 16)
    places[:, 3] = np.repeat(1 - (np.arange(16) + 0.5) / 16, 16)
    winners, chances = surface.class_map(digits.architecture, digits.parameters, np.ascontiguousarray(places.T))
    picture = large_map(digits, view)
    np.testing.assert_array_equal(pixels(picture.classes, 1, 16)[0], winners)
    np.testing.assert_allclose((pixels(picture.pixels, 1, 16)[0] - 128.0) / 127, chances, atol=0.005)


def test_what_is_answered_where_all_inputs_are_held(digits):
    held = np.linspace(0, 1, 64, dtype=np.float32)
    chances = np.frombuffer(answer(digits, View(held=tuple(held.tolist()))), "<f4")
    assert len(chances) == 10 and chances.sum() == pytest.approx(1, abs=1e-5)
    _, highest = surface.class_map(digits.architecture, digits.parameters, held[:, None].copy())
    assert chances.max() == pytest.approx(float(highest[0]), abs=1e-6)
    assert answer(subject_of(run_of()), View()) is None


def test_a_view_that_is_older_than_the_data_is_not_in_the_way(digits):
    assert large_map(digits, View(axes=(70, 3), held=(0.5,) * 3)).size == 100
    assert len(np.frombuffer(answer(digits, View(held=(0.5,) * 3)), "<f4")) == 10


def test_first_units_of_pictures_show_their_weights_where_the_pixels_are(digits):
    weights = digits.architecture.layout.matrix(digits.parameters, 1)
    picture = large_map(digits, View(unit=(1, 3)))
    shown = (pixels(picture.pixels, 1, picture.size)[0] - 128.0) / 127 * picture.scale
    step = picture.size // 8
    np.testing.assert_allclose(
        shown.reshape(picture.size, -1)[step // 2 :: step, step // 2 :: step].ravel(), weights[3], atol=0.01
    )
    units = small_maps(digits, ((0, 2), (1, 2), (0, 3)), 24)
    small = pixels(units.pixels, 7, 24).reshape(7, 24, 24)[2:4, 1::3, 1::3]
    scales = np.frombuffer(units.scales, "<f4")[2:4, None, None]
    np.testing.assert_allclose((small - 128.0) / 127 * scales, weights[1:3].reshape(2, 8, 8), atol=0.01)


def test_inputs_are_scaled_for_any_number_of_them():
    for dataset in ("sine", "circle", "ball"):
        run = run_of(dataset=dataset, input_scale=0.5, samples=50)
        plain = run_of(dataset=dataset, samples=50)
        np.testing.assert_array_equal(run.data_split.data.x_train, plain.data_split.data.x_train * np.float32(0.5))
        one, other = subject_of(run), subject_of(plain)
        seen = small_maps(one, tuple((0, 1) if at == 0 else (0, 0) for at in range(len(one.architecture.sizes))), 16)
        full = small_maps(
            other, tuple((0, 1) if at == 0 else (0, 0) for at in range(len(other.architecture.sizes))), 16
        )
        assert np.frombuffer(seen.scales, "<f4")[0] == pytest.approx(np.frombuffer(full.scales, "<f4")[0] / 2)
