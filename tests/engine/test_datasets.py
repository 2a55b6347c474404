"""Tests of the data sets: their shapes, and what stays put when a slider moves."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.engine.choices import Dataset, Problem
from server.engine.datasets import EDGE, generate, problem_of

CLASSED = [dataset for dataset in Dataset if problem_of(dataset)[0] is not Problem.REGRESSION]
every_dataset = pytest.mark.parametrize("dataset", list(Dataset))
datasets = st.sampled_from(list(Dataset))
seeds = st.integers(0, 2**31 - 1)


@given(datasets, st.integers(10, 300), st.floats(0, 2), st.floats(0, 0.5), seeds)
@settings(deadline=None, max_examples=60)
def test_points_have_the_promised_types_and_lie_in_the_square(dataset, samples, noise, label_noise, seed):
    points = generate(dataset, samples, noise, label_noise, seed)
    assert points.x.shape == (samples, 2) and points.x.dtype == np.float32
    assert points.target.shape == (samples,) and points.target.dtype == np.float32
    assert points.x.flags.c_contiguous
    assert np.abs(points.x).max() <= EDGE
    assert (points.problem, points.classes) == problem_of(dataset)
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
    assert abs(flipped_some.mean() - 0.1) < 0.02 and abs(flipped_more.mean() - 0.3) < 0.03
    assert not (flipped_some & ~flipped_more).any()
    np.testing.assert_array_equal(labels[1][flipped_some], labels[2][flipped_some])


@pytest.mark.parametrize("dataset", [Dataset.PLANE, Dataset.MULTI_GAUSS])
def test_label_noise_of_regression_is_the_deviation_added_to_the_target(dataset):
    clean, noisy = (generate(dataset, 5000, 0.0, rate, 5).target for rate in (0.0, 0.25))
    assert abs((noisy - clean).std() - 0.25) < 0.02


@pytest.mark.parametrize("dataset", CLASSED)
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


def test_xor_has_a_gap_along_the_axes():
    points = generate(Dataset.XOR, 2000, 0.0, 0.0, 1)
    assert np.abs(points.x).min() >= 0.299
    np.testing.assert_array_equal(points.target == 1, points.x.prod(axis=1) > 0)


@pytest.mark.parametrize("dataset", [Dataset.SPIRAL, Dataset.SPIRAL3])
def test_arms_of_a_spiral_do_not_touch(dataset):
    points = generate(dataset, 2000, 0.0, 0.0, 1)
    apart = np.linalg.norm(points.x[:, None] - points.x[None], axis=2)
    assert apart[points.target[:, None] != points.target[None]].min() > 0.4


def test_regression_targets_fill_minus_one_to_one():
    for dataset in (Dataset.PLANE, Dataset.MULTI_GAUSS):
        target = generate(dataset, 5000, 0.0, 0.0, 1).target
        assert -1.01 < target.min() < -0.9 and 0.9 < target.max() < 1.01


def test_the_global_random_state_is_neither_used_nor_moved():
    np.random.seed(0)
    before = np.random.get_state()[1].copy()
    generate(Dataset.GAUSS, 50, 0.5, 0.2, 1)
    np.testing.assert_array_equal(before, np.random.get_state()[1])
