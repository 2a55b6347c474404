"""Tests of the data sets: their shapes, the real ones' numbers, and what stays put when a slider moves."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine import real_data as real_data_room
from glassbox.engine.choices import Dataset, Problem
from glassbox.engine.dataset import EDGE
from glassbox.engine.generators import FEW, describe, generate
from glassbox.engine.real_data import is_real, real_data

CLASSED = [dataset for dataset in Dataset if describe(dataset).problem is not Problem.REGRESSION]
REGRESSION = [dataset for dataset in Dataset if dataset not in CLASSED]
CURVES = [Dataset.LINE_OUTLIERS, Dataset.SINE, Dataset.STEP, Dataset.SAW_TOOTH]
REAL = [Dataset.PENGUINS, Dataset.DIGITS]
UNEVEN = {Dataset.UNBALANCED, Dataset.PENGUINS}
every_dataset = pytest.mark.parametrize("dataset", list(Dataset))
REAL_DATA = Path(real_data_room.__file__).parent
datasets = st.sampled_from(list(Dataset))
seeds = st.integers(0, 2**31 - 1)


@given(datasets, st.integers(10, 300), st.floats(0, 2), st.floats(0, 0.5), seeds)
@settings(deadline=None, max_examples=60)
def test_points_have_the_promised_types_and_lie_in_the_square(dataset, samples, noise, label_noise, seed):
    points = generate(dataset, samples, noise, label_noise, seed)
    columns = max(points.inputs, 2)
    assert points.x.shape == (samples, columns) and points.x.dtype == np.float32
    assert points.inputs == len(describe(dataset).inputs)
    assert not points.x[:, points.inputs :].any()
    assert points.target.shape == (samples,) and points.target.dtype == np.float32
    assert points.x.flags.c_contiguous
    assert np.abs(points.x).max() <= EDGE
    about = describe(dataset)
    assert (points.problem, points.classes) == (about.problem, about.classes)
    if points.classes:
        assert set(points.target) <= set(range(points.classes))


@given(datasets, st.floats(0, 2), st.floats(0, 0.5), seeds)
@settings(deadline=None, max_examples=40)
def test_more_samples_keep_the_earlier_points(dataset, noise, label_noise, seed):
    few, many = (generate(dataset, count, noise, label_noise, seed) for count in (37, 200))
    np.testing.assert_array_equal(few.x, many.x[:37])
    np.testing.assert_array_equal(few.target, many.target[:37])


@every_dataset
def test_same_seed_same_bytes_other_seed_other_points(dataset):
    first, again, other = (generate(dataset, 100, 0.2, 0.1, seed) for seed in (7, 7, 8))
    assert first.x.tobytes() == again.x.tobytes() and first.target.tobytes() == again.target.tobytes()
    assert not np.array_equal(first.x, other.x)


@pytest.mark.parametrize("dataset", [dataset for dataset in Dataset if not is_real(dataset)])
def test_a_made_data_set_has_as_many_points_as_asked_for(dataset):
    assert describe(dataset).available is None
    assert len(generate(dataset, 5000, 0.0, 0.0, 1).target) == 5000


@every_dataset
def test_noise_moves_each_point_along_a_line_and_leaves_the_targets(dataset):
    clean, some, twice = (generate(dataset, 400, noise, 0.0, 3) for noise in (0.0, 0.1, 0.2))
    np.testing.assert_array_equal(clean.target, twice.target)
    inner = (np.abs(twice.x) < EDGE).all(axis=1) & (np.abs(some.x) < EDGE).all(axis=1)
    np.testing.assert_allclose((twice.x - clean.x)[inner], 2 * (some.x - clean.x)[inner], atol=1e-5)


def test_noise_is_the_standard_deviation_of_the_jitter():
    clean, noisy = (generate(Dataset.MOONS, 5000, noise, 0.0, 3) for noise in (0.0, 0.5))
    np.testing.assert_allclose((noisy.x - clean.x).std(axis=0), 0.5, rtol=0.05)


@pytest.mark.parametrize("dataset", CLASSED)
def test_label_noise_flips_its_share_and_a_higher_rate_a_superset(dataset):
    labels = [generate(dataset, 5000, 0.0, rate, 11).target for rate in (0.0, 0.1, 0.3)]
    flipped_some, flipped_more = labels[1] != labels[0], labels[2] != labels[0]
    chance = 3 / np.sqrt(len(labels[0]))  # a few standard errors: the smallest set has 342 points
    assert abs(flipped_some.mean() - 0.1) < 0.3 * chance and abs(flipped_more.mean() - 0.3) < 0.5 * chance
    assert not (flipped_some & ~flipped_more).any()
    np.testing.assert_array_equal(labels[1][flipped_some], labels[2][flipped_some])


@pytest.mark.parametrize("dataset", REGRESSION)
def test_label_noise_of_regression_is_the_deviation_added_to_the_target(dataset):
    clean, noisy = (generate(dataset, 5000, 0.0, rate, 5).target for rate in (0.0, 0.25))
    assert abs((noisy - clean).std() - 0.25) < 0.02


@pytest.mark.parametrize("dataset", [dataset for dataset in CLASSED if dataset not in UNEVEN])
def test_classes_are_about_as_frequent_and_in_random_order(dataset):
    points = generate(dataset, 3000, 0.0, 0.0, 2)
    for part in (points.target, points.target[:600]):
        share = np.bincount(part.astype(int), minlength=points.classes) / len(part)
        np.testing.assert_allclose(share, 1 / points.classes, atol=0.07)


def test_circle_is_a_disc_in_a_ring():
    points = generate(Dataset.CIRCLE, 2000, 0.0, 0.0, 1)
    radius = np.hypot(*points.x.T)
    assert radius[points.target == 1].max() < 2.51
    outer = radius[points.target == 0]
    assert outer.min() > 3.49 and outer.max() < 5.01


def test_ball_is_inside_a_shell_and_both_are_evenly_filled():
    points = generate(Dataset.BALL, 5000, 0.0, 0.0, 1)
    radius = np.linalg.norm(points.x, axis=1)
    inner, outer = radius[points.target == 1], radius[points.target == 0]
    assert inner.max() < 2.51 and outer.min() > 3.49 and outer.max() < 5.01
    assert abs((inner**3).mean() - 2.5**3 / 2) < 0.3 and abs(points.x.mean(axis=0)).max() < 0.15
    assert np.ptp((points.x**2).mean(axis=0)) < 0.3  # the same in all three directions


def test_xor_has_a_gap_along_the_axes():
    points = generate(Dataset.XOR, 2000, 0.0, 0.0, 1)
    assert np.abs(points.x).min() >= 0.299
    np.testing.assert_array_equal(points.target == 1, points.x.prod(axis=1) > 0)


@pytest.mark.parametrize("dataset", [Dataset.SPIRAL, Dataset.SPIRAL3])
def test_arms_of_a_spiral_do_not_touch(dataset):
    points = generate(dataset, 2000, 0.0, 0.0, 1)
    apart = np.linalg.norm(points.x[:, None] - points.x[None], axis=2)
    assert apart[points.target[:, None] != points.target[None]].min() > 0.4


def test_five_arms_keep_apart():
    points = generate(Dataset.SPIRAL5, 2000, 0.0, 0.0, 1)
    apart = np.linalg.norm(points.x[:, None] - points.x[None], axis=2)
    assert apart[points.target[:, None] != points.target[None]].min() > 0.3  # at the hub, where they start


def test_rings_take_turns_and_each_class_fills_both_of_its_own_evenly():
    points = generate(Dataset.RINGS, 4000, 0.0, 0.0, 1)
    ring = (np.hypot(*points.x.T) - 0.9) / 1.2
    assert (ring % 1 < 0.51).all()
    ring = np.floor(ring)
    np.testing.assert_array_equal(points.target == 1, (ring == 0) | (ring == 2))
    assert [round((ring == place).mean(), 1) for place in range(4)] == [0.1, 0.2, 0.4, 0.3]


def test_squares_of_a_checkerboard_differ_from_their_neighbours():
    points = generate(Dataset.CHECKERBOARD, 3000, 0.0, 0.0, 1)
    column, row = ((points.x + EDGE) // 3).astype(int).T
    np.testing.assert_array_equal(points.target == 1, (column + row) % 2 == 0)
    assert len(set(zip(column, row, strict=True))) == 16


def test_one_point_in_ten_of_the_unbalanced_clouds_is_of_the_rare_class():
    points = generate(Dataset.UNBALANCED, 5000, 0.0, 0.0, 1)
    assert abs(points.target.mean() - 0.1) < 0.02
    np.testing.assert_allclose(points.x[points.target == 1].mean(axis=0), 1.5, atol=0.3)


def test_regression_targets_fill_minus_one_to_one():
    for dataset in REGRESSION:
        target = generate(dataset, 5000, 0.0, 0.0, 1).target
        assert -1.3 < target.min() <= -0.9 and 0.89 < target.max() < 1.01


def test_curves_are_what_they_say():
    line, sine, step, saw = (generate(dataset, 3000, 0.0, 0.0, 4) for dataset in CURVES)
    np.testing.assert_allclose(sine.target, np.sin(sine.x[:, 0]), atol=1e-6)
    np.testing.assert_array_equal(step.target, np.sign(step.x[:, 0]))
    jumps = np.flatnonzero(np.diff(saw.target[np.argsort(saw.x[:, 0])]) < 0)
    assert len(jumps) == 2  # between three teeth
    on_the_line = np.abs(line.target - 0.15 * line.x[:, 0]) < 1e-6
    assert abs(on_the_line.mean() - 7 / 8) < 0.02
    assert (line.x[~on_the_line, 0] > 0).all() and (line.target[~on_the_line] < -0.4).all()


@pytest.mark.parametrize("dataset", CURVES)
def test_a_curve_has_one_input_and_asks_for_few_points(dataset):
    about = describe(dataset)
    assert len(about.inputs) == 1 and about.suggested == FEW
    noisy = generate(dataset, 100, 1.0, 0.0, 1)
    assert noisy.inputs == 1 and not noisy.x[:, 1].any()


@pytest.mark.parametrize("dataset", REAL)
def test_a_real_data_set_gives_all_it_has_and_no_more(dataset):
    every = generate(dataset, 5000, 0.0, 0.0, 1)
    assert len(every.target) == describe(dataset).available
    np.testing.assert_array_equal(np.sort(every.target), np.sort(real_data(dataset).target))


@pytest.mark.parametrize("dataset", REAL)
def test_a_real_data_set_names_all_that_it_has_and_its_licence(dataset):
    about = describe(dataset)
    assert len(about.class_names) == about.classes and all(quantity.name for quantity in about.inputs)
    assert "CC" in dataset.note
    sources = (REAL_DATA / "SOURCES.md").read_text("utf-8")
    assert f"{dataset.value}.npz" in sources


def test_penguins_are_the_published_ones():
    about, birds = describe(Dataset.PENGUINS), real_data(Dataset.PENGUINS)
    assert np.bincount(birds.target.astype(int)).tolist() == [151, 68, 123]
    assert about.class_names == ("Adelie", "Chinstrap", "Gentoo")
    assert [(quantity.name, quantity.unit) for quantity in about.inputs] == [
        ("bill length", "mm"),
        ("bill depth", "mm"),
    ]
    assert [round(quantity.mean, 2) for quantity in about.inputs] == [43.92, 17.15]
    assert [round(quantity.spread, 2) for quantity in about.inputs] == [5.45, 1.97]
    first = [float(quantity.original(x)) for quantity, x in zip(about.inputs, birds.x[0], strict=True)]
    np.testing.assert_allclose(first, [39.1, 18.7], rtol=1e-6)


def test_penguins_are_standardised_and_fit_the_plane():
    birds = real_data(Dataset.PENGUINS)
    np.testing.assert_allclose(birds.x.mean(axis=0), 0, atol=1e-5)
    np.testing.assert_allclose(birds.x.std(axis=0), 2, rtol=1e-5)
    assert birds.outside == 0


def test_digits_are_pictures_of_blank_0_and_ink_1():
    digits, about = real_data(Dataset.DIGITS), describe(Dataset.DIGITS)
    assert digits.x.shape == (1797, 64) and digits.x.min() == 0 and digits.x.max() == 1
    assert np.bincount(digits.target.astype(int)).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert about.class_names == tuple("0123456789")
    assert about.inputs[8].name == "pixel in row 2, column 1"
    assert about.inputs[8].original(np.float32(1)) == 16


def test_digits_are_those_that_scikit_learn_has():
    original = pytest.importorskip("sklearn.datasets").load_digits()
    digits = real_data(Dataset.DIGITS)
    np.testing.assert_array_equal(digits.x, original.data / 16)
    np.testing.assert_array_equal(digits.target, original.target)


def test_the_real_data_are_small():
    assert sum(file.stat().st_size for file in REAL_DATA.glob("*.npz")) < 200_000


def test_the_global_random_state_is_neither_used_nor_moved():
    np.random.seed(0)
    before = np.random.get_state()[1].copy()
    generate(Dataset.GAUSS, 50, 0.5, 0.2, 1)
    np.testing.assert_array_equal(before, np.random.get_state()[1])
