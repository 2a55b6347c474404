"""Tests of the data sets: each made in the shape of its name, and what stays put when a slider moves."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine import curves, shapes, teachers
from glassbox.engine.choices import Problem
from glassbox.engine.data_choices import Dataset
from glassbox.engine.data_rng import DataRng, Part
from glassbox.engine.dataset import EDGE
from glassbox.engine.generators import FEW, describe, generate
from glassbox.engine.real_data import is_real, real_data

CLASSED = [dataset for dataset in Dataset if describe(dataset).problem is not Problem.REGRESSION]
REGRESSION = [dataset for dataset in Dataset if dataset not in CLASSED]
CURVES = [dataset for dataset in Dataset if len(describe(dataset).inputs) == 1]
REAL = [Dataset.PENGUINS, Dataset.DIGITS]
TAUGHT = {Dataset.TEACHER, Dataset.SMALL_TEACHER, Dataset.TWO_SCALES}
CLOUDS = {Dataset.GAUSS, Dataset.UNBALANCED, Dataset.BLOBS, *TAUGHT}  # which have no edge
UNEVEN = {Dataset.UNBALANCED, Dataset.PENGUINS}
every_dataset = pytest.mark.parametrize("dataset", list(Dataset))
datasets = st.sampled_from(list(Dataset))
seeds = st.integers(0, 2**31 - 1)


@given(datasets, st.integers(10, 300), st.floats(0, 2), st.floats(0, 0.5), seeds)
@settings(deadline=None, max_examples=60)
def test_points_have_the_promised_types_and_without_noise_lie_in_the_square(dataset, samples, noise, label_noise, seed):
    points = generate(dataset, samples, noise, label_noise, seed)
    columns = max(points.inputs, 2)
    assert points.x.shape == (samples, columns) and points.x.dtype == np.float32
    assert points.inputs == len(describe(dataset).inputs)
    assert not points.x[:, points.inputs :].any()
    assert points.target.shape == (samples,) and points.target.dtype == np.float32
    assert points.x.flags.c_contiguous
    assert noise or dataset in CLOUDS or np.abs(points.x).max() <= EDGE
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
    np.testing.assert_allclose(twice.x - clean.x, 2 * (some.x - clean.x), atol=1e-5)


@every_dataset
@pytest.mark.parametrize("noise", [0.5, 2.0])
def test_noise_is_the_standard_deviation_of_the_jitter(dataset, noise):
    """Also of points at the edge: none is held there."""
    clean, noisy = (generate(dataset, 5000, each, 0.0, 3) for each in (0.0, noise))
    inputs = len(describe(dataset).inputs)
    jitter = (noisy.x - clean.x)[:, :inputs]
    of_columns = 4 * noise / np.sqrt(2 * len(jitter))  # four standard errors of a deviation
    np.testing.assert_allclose(jitter.std(axis=0), noise, atol=of_columns)
    assert jitter.std() == pytest.approx(noise, abs=of_columns)
    assert not (np.abs(noisy.x) == EDGE).any()


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


@pytest.mark.parametrize("dataset", [dataset for dataset in Dataset if not is_real(dataset)])
def test_a_made_data_set_has_the_shape_of_its_name(dataset):
    shape = next(getattr(room, dataset.value) for room in (shapes, curves, teachers) if hasattr(room, dataset.value))
    points, (*columns, target) = generate(dataset, 500, 0.0, 0.0, 3), shape(DataRng(3, 500))
    np.testing.assert_array_equal(points.x, np.stack(columns, axis=1).astype(np.float32))
    np.testing.assert_array_equal(points.target, target.astype(np.float32))
    assert (points.problem is Problem.REGRESSION) is (shape.__module__ != shapes.__name__)


@pytest.mark.parametrize("dataset", [dataset for dataset in CLASSED if dataset not in UNEVEN])
def test_classes_are_about_as_frequent_and_in_random_order(dataset):
    points = generate(dataset, 3000, 0.0, 0.0, 2)
    for part in (points.target, points.target[:600]):
        share = np.bincount(part.astype(int), minlength=points.classes) / len(part)
        np.testing.assert_allclose(share, 1 / points.classes, atol=0.07)


def test_regression_targets_fill_minus_one_to_one():
    for dataset in set(REGRESSION) - TAUGHT:
        target = generate(dataset, 5000, 0.0, 0.0, 1).target
        assert -1.3 < target.min() <= -0.9 and 0.89 < target.max() < 1.01


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


def test_the_global_random_state_is_neither_used_nor_moved():
    np.random.seed(0)
    before = np.random.get_state()[1].copy()
    generate(Dataset.GAUSS, 50, 0.5, 0.2, 1)
    np.testing.assert_array_equal(before, np.random.get_state()[1])


def test_inputs_are_numbered_and_their_axes_as_long_as_they_are_large():
    about = describe(Dataset.TWO_SCALES)
    assert [about.inputs[at].name for at in (0, 8, 9, 63)] == ["x₁", "x₉", "x₁₀", "x₆₄"]
    assert {(each.least, each.most) for each in about.inputs[:60]} == {(-6, 6)}
    assert {(round(each.least, 9), round(each.most, 9)) for each in about.inputs[60:]} == {(-0.3, 0.3)}
    assert [each.name for each in describe(Dataset.BALL).inputs] == ["x₁", "x₂", "x₃"]


@pytest.mark.parametrize("dataset", sorted(TAUGHT))
def test_points_that_are_drawn_apart_have_the_same_teacher(dataset):
    """What fits the one part, by least squares over inputs and their products, fits the other."""
    main, apart = (generate(dataset, 2500, 0.0, 0.0, 3, part) for part in Part)
    fitted, *_ = np.linalg.lstsq(_products(main.x), main.target, rcond=None)
    left = [np.var(points.target - _products(points.x) @ fitted) / points.target.var() for points in (main, apart)]
    assert left[0] < left[1] + 0.02 < 0.2


def _products(x):
    """Inputs, their products where they are few, and 1."""
    products = [x[:, [at]] * x[:, at:] for at in range(x.shape[1])] if x.shape[1] <= 8 else []
    return np.hstack([x, *products, np.ones((len(x), 1))]).astype(np.float64)
