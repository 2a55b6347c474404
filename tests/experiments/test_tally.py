"""What an experiment has brought so far: each training counts once, and quantiles are actual values."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from glassbox.experiments.plan import Plan
from glassbox.experiments.tally import Tally, quantile
from glassbox.experiments.trials import TrialResult
from tests.experiments.an_experiment import an_experiment, axis


def result(number, value=1.0, state="done"):
    return TrialResult(number, state, 9, 5, {"train_mse": [value], "test_mse": [value]}, "", "")


@given(st.lists(st.floats(-1e6, 1e6) | st.just(math.inf), min_size=1, max_size=30), st.sampled_from([0.1, 0.5, 0.9]))
def test_quantiles_are_numpys_inverted_distribution(values, share):
    expected = float(np.quantile(values, share, method="inverted_cdf"))
    assert quantile(sorted(values), share) == (expected if math.isfinite(expected) else None)


def test_of_nothing_there_is_no_quantile():
    assert quantile([], 0.5) is None


@given(st.lists(st.integers(-2, 8), max_size=20))
def test_each_training_counts_once_whatever_comes(numbers):
    tally = Tally(Plan(an_experiment()))
    counted = [each.number for number in numbers for each in tally.add([result(number)])]
    assert sorted(counted) == sorted(tally.results) == sorted({number for number in numbers if 0 <= number < 6})
    assert sum(point.done for point in tally.points()) == len(tally.results)


def test_what_diverged_counts_as_infinite():
    tally = Tally(Plan(an_experiment(axes=[], seeds=3)))
    tally.add([result(0, 2.0), result(1, None, "diverged"), result(2, 1.0)])
    point = tally.point(())
    assert (point.done, point.diverged, tally.diverged) == (3, 1, 1)
    assert (point.low["test_mse"], point.median["test_mse"], point.high["test_mse"]) == (1.0, 2.0, None)
    assert point.values["test_mse"] == [2.0, None, 1.0]


def test_only_the_points_that_changed_are_told_again():
    tally = Tally(Plan(an_experiment()), first_revision=100)
    assert len(tally.points()) == 3
    tally.add([result(2)])
    assert [point.at for point in tally.points(since=100)] == [(1,)]
    before = tally.revision
    assert tally.add([result(2)]) == [] and tally.revision == before


def test_moments_of_one_training_are_several_points():
    tally = Tally(Plan(an_experiment(axes=[axis("epochs", 5, 1)], seeds=1, measures=["test_mse"])))
    tally.add([TrialResult(0, "done", 9, 5, {"test_mse": [0.9, 0.1]}, "")])
    assert [point.median["test_mse"] for point in tally.points()] == [0.1, 0.9]


def test_an_old_row_with_too_few_numbers_has_none():
    tally = Tally(Plan(an_experiment(axes=[], seeds=1)))
    tally.add([TrialResult(0, "done", 9, 5, {"train_mse": []}, "")])
    assert tally.point(()).values == {"train_mse": [None], "test_mse": [None]}
