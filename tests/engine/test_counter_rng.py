"""Tests of the random numbers known by what they are for: the order of samples, bits and normal numbers;
twins and evenness.
"""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine._jit import jit
from glassbox.engine.counter_rng import bits32, key_of, normal, shuffle
from tests import reference

seeds = st.integers(0, 2**31 - 1)


@jit
def _keys(seed, numbers, found):
    for i in range(numbers.size):
        found[i] = key_of(seed, numbers[i])


@jit
def _bits(key, indices, found):
    for i in range(indices.size):
        found[i] = bits32(key, indices[i])


@jit
def _normals(key, indices, found):
    for i in range(indices.size):
        found[i] = normal(key, indices[i])


def keys(seed, numbers):
    found = np.empty(len(numbers), np.uint64)
    _keys(seed, np.array(numbers, np.int64), found)
    return found


def bits(key, indices):
    found = np.empty(len(indices), np.uint64)
    _bits(np.uint64(key), np.array(indices, np.int64), found)
    return found


def normals(key, indices):
    found = np.empty(len(indices))
    _normals(np.uint64(key), np.array(indices, np.int64), found)
    return found


def shuffled(samples, seed, epoch):
    order = np.full(samples, -1, np.int64)
    shuffle(order, seed, epoch)
    return order


@given(st.integers(1, 500), seeds, st.integers(0, 10**9))
@settings(max_examples=60)
def test_the_order_is_the_twins(samples, seed, epoch):
    np.testing.assert_array_equal(shuffled(samples, seed, epoch), reference.shuffled(samples, seed, epoch))


@given(st.integers(1, 5000), seeds, st.integers(0, 10**9))
@settings(max_examples=60)
def test_the_order_is_a_permutation(samples, seed, epoch):
    np.testing.assert_array_equal(np.sort(shuffled(samples, seed, epoch)), np.arange(samples))


@given(st.integers(20, 500), seeds, st.integers(0, 10**6))
@settings(max_examples=60)
def test_seed_and_epoch_decide_it_and_nothing_else(samples, seed, epoch):
    order = np.arange(samples)[::-1].copy()
    shuffle(order, seed, epoch)
    np.testing.assert_array_equal(order, shuffled(samples, seed, epoch))
    assert not np.array_equal(order, shuffled(samples, seed, epoch + 1))
    assert not np.array_equal(order, shuffled(samples, seed + 1, epoch))
    assert not np.array_equal(order, shuffled(samples, epoch, seed)) or seed == epoch


def worst_deviation(counts):
    """In standard deviations of a fair count."""
    share = counts.sum(axis=-1, keepdims=True) / counts.shape[-1]
    return (np.abs(counts - share) / np.sqrt(share)).max()


def test_every_sample_comes_to_every_place_equally_often_over_epochs():
    orders = np.array([shuffled(20, 5, epoch) for epoch in range(4000)])
    counts = np.array([np.bincount(places, minlength=20) for places in orders.T])
    assert worst_deviation(counts) < 4.5  # of 400 counts


def test_every_sample_comes_to_every_place_equally_often_over_seeds():
    orders = np.array([shuffled(20, seed, 0) for seed in range(4000)])
    counts = np.array([np.bincount(places, minlength=20) for places in orders.T])
    assert worst_deviation(counts) < 4.5


def test_all_orders_of_four_are_equally_frequent():
    numbers = [shuffled(4, seed, epoch) @ [64, 16, 4, 1] for seed in range(60) for epoch in range(100)]
    _, counts = np.unique(numbers, return_counts=True)
    assert len(counts) == 24 and worst_deviation(counts) < 4


def test_one_epochs_order_says_nothing_about_the_next():
    orders = np.array([shuffled(200, 3, epoch) for epoch in range(300)])
    correlations = [np.corrcoef(a, b)[0, 1] for a, b in pairwise(orders)]
    assert abs(np.mean(correlations)) < 4 / np.sqrt(300 * 200)


# --- bits and normal numbers


@given(seeds, st.lists(st.integers(0, 2**62), min_size=1, max_size=20))
@settings(max_examples=60)
def test_keys_bits_and_normal_numbers_are_the_twins(seed, numbers):
    key = reference.key_of(seed, numbers[0]) % 2**64
    assert keys(seed, numbers).tolist() == [reference.key_of(seed, number) % 2**64 for number in numbers]
    assert bits(key, numbers).tolist() == [reference.bits32(key, number) for number in numbers]
    indices = [number // 4 for number in numbers]  # of which each has two numbers
    np.testing.assert_allclose(
        normals(key, indices), [reference.normal(key, index) for index in indices], rtol=1e-12, atol=1e-12
    )


def test_bits_fall_evenly_and_neighbours_have_nothing_in_common():
    found = np.array([bits(key, range(4000)) for key in keys(3, range(20))]).astype(np.int64)
    for position in range(32):
        assert abs((found >> position & 1).mean() - 0.5) < 4 * 0.5 / np.sqrt(found.size)
    correlations = [np.corrcoef(a, b)[0, 1] for a, b in pairwise(found)]
    correlations += [np.corrcoef(row[1:], row[:-1])[0, 1] for row in found]
    assert np.abs(correlations).max() < 4.5 / np.sqrt(4000)


def test_normal_numbers_have_the_moments_and_tails_of_a_bell():
    found = np.array([normals(key, range(10_000)) for key in keys(8, range(20))]).ravel()
    assert np.isfinite(found).all() and abs(found.mean()) < 4 / np.sqrt(found.size)
    np.testing.assert_allclose(found.std(), 1, rtol=0.01)
    beyond = [(np.abs(found) > reach).mean() for reach in (1, 2, 3)]
    np.testing.assert_allclose(beyond, [0.3173, 0.0455, 0.0027], rtol=0.1)
    assert abs((found**3).mean()) < 0.05 and abs((found**4).mean() - 3) < 0.1
