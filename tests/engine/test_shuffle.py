"""Tests of the order of samples: a permutation, decided by seed and epoch alone, and even."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from server.engine.shuffle import shuffle
from tests import reference

seeds = st.integers(0, 2**31 - 1)


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
