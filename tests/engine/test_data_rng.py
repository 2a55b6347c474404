"""The random numbers behind data: what stays put when there are more points, more noise or more wrong labels."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassbox.engine.data_rng import DataRng, Part, jittered, mislabelled
from glassbox.engine.streams import Purpose

seeds = st.integers(0, 2**31 - 1)
KINDS = ["uniforms", "normals"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_numbers_and_another_one_others(kind):
    first, again, other = (getattr(DataRng(seed, 50), kind)(Purpose.PLACE, 3) for seed in (7, 7, 8))
    assert first.tobytes() == again.tobytes() and not (first == other).any()


@pytest.mark.parametrize("kind", KINDS)
def test_no_purpose_has_anothers_numbers(kind):
    streams = [getattr(DataRng(7, 50), kind)(purpose, 1) for purpose in Purpose]
    assert not any((one == other).any() for one, other in combinations(streams, 2))


@pytest.mark.parametrize("kind", KINDS)
def test_no_part_has_anothers_numbers(kind):
    main, test = (getattr(DataRng(7, 50, part=part), kind)(Purpose.PLACE, 2) for part in Part)
    assert not (main == test).any()
    np.testing.assert_array_equal(main, getattr(DataRng(7, 50), kind)(Purpose.PLACE, 2))


@pytest.mark.parametrize("kind", KINDS)
@given(seed=seeds, few=st.integers(0, 40), more=st.integers(0, 40))
def test_more_points_keep_the_earlier_ones(kind, seed, few, more):
    before, after = (getattr(DataRng(seed, count), kind)(Purpose.CLOUD, 2) for count in (few, few + more))
    assert before.shape == (2, few)
    np.testing.assert_array_equal(after[:, :few], before)


@pytest.mark.parametrize("kind", KINDS)
def test_points_with_rows_of_their_own_keep_their_numbers_when_others_go(kind):
    rows = np.array([9, 2, 5])
    every = getattr(DataRng(3, 10), kind)(Purpose.JITTER, 4)
    np.testing.assert_array_equal(getattr(DataRng(3, 10, rows), kind)(Purpose.JITTER, 4), every[:, rows])


def test_numbers_are_spread_as_they_should():
    chance = DataRng(1, 20_000)
    uniform, normal = chance.uniforms(Purpose.PLACE, 2), chance.normals(Purpose.PLACE, 2)
    assert uniform.min() >= 0 and uniform.max() < 1
    np.testing.assert_allclose([uniform.mean(), uniform.var()], [1 / 2, 1 / 12], atol=0.005)
    np.testing.assert_allclose([normal.mean(), normal.std()], [0, 1], atol=0.02)
    assert abs(np.corrcoef(normal)[0, 1]) < 0.02


@given(seeds, st.floats(0.01, 2))
def test_noise_moves_each_point_in_its_own_direction_and_only_its_inputs(seed, noise):
    x, chance = np.linspace(-1, 1, 60).reshape(20, 3), DataRng(seed, 20)
    once, twice = (jittered(x, 2, each, chance) - x for each in (noise, 2 * noise))
    np.testing.assert_allclose(twice, 2 * once, atol=1e-12)
    assert not once[:, 2].any() and once[:, :2].all()


def test_noise_has_the_deviation_that_is_asked_for():
    moved = jittered(np.zeros((20_000, 2)), 2, 0.5, DataRng(1, 20_000))
    np.testing.assert_allclose(moved.std(axis=0), 0.5, rtol=0.02)


@given(seeds, st.integers(2, 6), st.floats(0.05, 0.45), st.floats(0.05, 0.5))
def test_a_wrong_label_is_another_class_and_a_higher_share_only_adds_some(seed, classes, rate, more):
    target, chance = np.arange(300.0) % classes, DataRng(seed, 300)
    some, many = (mislabelled(target, classes, each, chance) for each in (rate, rate + more))
    wrong, wronger = some != target, many != target
    assert not (wrong & ~wronger).any()
    np.testing.assert_array_equal(some[wrong], many[wrong])
    assert set(many) <= set(range(classes))


@pytest.mark.parametrize("classes", [2, 3, 10])
def test_the_share_of_wrong_labels_is_the_rate_and_each_other_class_as_likely(classes):
    found = mislabelled(np.zeros(30_000), classes, 0.3, DataRng(2, 30_000)).astype(int)
    shares = np.bincount(found, minlength=classes) / 30_000
    np.testing.assert_allclose(shares, [0.7] + [0.3 / (classes - 1)] * (classes - 1), atol=0.01)


def test_numbers_get_normal_noise():
    found = mislabelled(np.full(20_000, 4.0), 0, 0.25, DataRng(2, 20_000))
    np.testing.assert_allclose([found.mean(), found.std()], [4, 0.25], atol=0.01)


@pytest.mark.parametrize("classes", [0, 2])
def test_without_a_rate_nothing_is_wrong(classes):
    target = np.arange(5.0) % 2
    np.testing.assert_array_equal(mislabelled(target, classes, 0, DataRng(1, 5)), target)
