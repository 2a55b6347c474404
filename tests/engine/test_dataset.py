"""Tests of how a run draws its data from points that exist: in an order of the seed,
and calmly while some come and go.
"""

import dataclasses

import numpy as np
import pytest

from glassbox.engine.choices import Problem
from glassbox.engine.dataset import (
    Description,
    Observations,
    Quantity,
    as_columns,
    points_of,
    standardised,
    standardised_by,
)

ABOUT = Description(Problem.MULTICLASS, 3, (Quantity("a"), Quantity("b")), Quantity("kind"))
CURVE = Description(Problem.REGRESSION, 0, (Quantity("a"),), Quantity("b"))


def observations(count=200, about=ABOUT):
    """Some points whose first input tells which they are."""
    x = np.stack([np.arange(count) / 50, np.zeros(count)], axis=1)
    return Observations(
        as_columns(x), (np.arange(count) % max(about.classes, 1)).astype(np.float32), about, np.arange(count)
    )


def without(whole, lost):
    """The observations less one, the others keeping their numbers."""
    kept = np.arange(len(whole.target)) != lost
    return dataclasses.replace(whole, x=whole.x[kept], target=whole.target[kept], rows=whole.rows[kept])


def test_all_points_come_once_in_an_order_of_the_seed():
    whole = observations()
    first, again, other = (points_of(whole, 500, 0.0, 0.0, seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(np.sort(first.x, axis=0), whole.x)
    np.testing.assert_array_equal(first.x, again.x)
    assert not np.array_equal(first.x, other.x) and not np.array_equal(first.x, whole.x)
    np.testing.assert_array_equal(first.target, np.round(first.x[:, 0] * 50) % 3)


def test_points_that_stay_keep_their_order_noise_and_label_when_one_is_erased():
    whole, lost = observations(), 17
    before, after = (points_of(some, 200, 0.3, 0.2, 5) for some in (whole, without(whole, lost)))
    gone = np.flatnonzero(points_of(whole, 200, 0.0, 0.0, 5).x[:, 0] == whole.x[lost, 0])
    np.testing.assert_array_equal(np.delete(before.x, gone, axis=0), after.x)
    np.testing.assert_array_equal(np.delete(before.target, gone), after.target)


def test_a_point_that_joins_moves_no_other():
    before, after = (points_of(observations(count), 300, 0.3, 0.2, 5) for count in (200, 201))
    assert {*map(tuple, before.x.tolist())} < {*map(tuple, after.x.tolist())}


def test_noise_has_its_standard_deviation_wherever_a_point_lies():
    whole = observations(5000)
    for shift in (0, 5.5, -9):
        moved = dataclasses.replace(whole, x=whole.x * np.float32(0) + np.float32(shift))
        noise = points_of(moved, 5000, 2.0, 0.0, 1).x - shift
        np.testing.assert_allclose(noise.mean(axis=0), 0, atol=0.12)
        np.testing.assert_allclose(noise.std(axis=0), 2, rtol=0.04)


def test_a_curve_stays_on_its_axis_and_its_target_gets_the_label_noise():
    curve = observations(about=CURVE)
    noisy = points_of(curve, 200, 0.5, 0.25, 1)
    assert noisy.inputs == 1 and noisy.x.shape == (200, 2) and not noisy.x[:, 1].any()
    assert noisy.problem is Problem.REGRESSION and abs(noisy.target.std() - 0.25) < 0.05


@pytest.mark.parametrize("width", [1.0, 2.0])
def test_standardised_numbers_find_their_way_back(width):
    values = np.random.default_rng(1).gamma(2.0, 1000.0, (500, 2)) + 1e5
    x, quantities = standardised(values, ("weight", "price"), ("kg", "€"), width)
    np.testing.assert_allclose(x.mean(axis=0), 0, atol=1e-9)
    np.testing.assert_allclose(x.std(axis=0), width)
    for column, quantity in enumerate(quantities):
        np.testing.assert_allclose(quantity.original(x[:, column]), values[:, column])
        np.testing.assert_allclose(quantity.placed(values[:, column]), x[:, column])
    assert (quantities[1].name, quantities[1].unit) == ("price", "€")


@pytest.mark.parametrize("about", [CURVE, ABOUT])
def test_rows_that_train_standardise_all_and_the_original_numbers_stay(about):
    """As scikit-learn's StandardScaler does, fitted to these rows; on the plane one deviation is 2 long."""
    chance, train = np.random.default_rng(3), np.arange(20)
    original = chance.normal(50, 9, (60, len(about.inputs) + 1))
    x, quantities = standardised(original[:, :-1], [quantity.name for quantity in about.inputs])
    target, (goal,) = standardised(original[:, -1:], ["b"], width=1.0)
    classes = np.arange(60) % 3
    whole = Observations(
        as_columns(x),
        np.float32(classes if about.classes else target[:, 0]),
        dataclasses.replace(about, inputs=quantities, target=goal),
        np.arange(60),
    )
    measured = standardised_by(whole, train)
    for at, quantity in enumerate(measured.about.inputs):
        known, column = original[train, at], measured.x[:, at]
        np.testing.assert_allclose(column, 2 * (original[:, at] - known.mean()) / known.std(), atol=1e-5)
        np.testing.assert_allclose((quantity.mean, quantity.spread), (known.mean(), known.std()), rtol=1e-6)
        np.testing.assert_allclose(quantity.original(column), original[:, at], rtol=1e-6)
        np.testing.assert_allclose(quantity.placed(original[:, at]), column, atol=1e-5)
    if about.classes:
        np.testing.assert_array_equal(measured.target, classes)
        assert measured.about.target == goal
    else:
        np.testing.assert_allclose(measured.about.target.original(measured.target), original[:, -1], rtol=1e-6)
        assert abs(measured.target[train].mean()) < 1e-6 and measured.target[train].std() == pytest.approx(1, abs=1e-6)


def test_a_column_that_is_the_same_in_all_rows_that_train_keeps_its_deviation():
    x, quantities = standardised(np.array([[1.0, 0], [1, 4], [5, 8], [9, 9]]), ["a", "b"])
    whole = Observations(
        as_columns(x), np.float32([0, 1, 2, 0]), dataclasses.replace(ABOUT, inputs=quantities), np.arange(4)
    )
    measured = standardised_by(whole, np.array([0, 1]))
    first = measured.about.inputs[0]
    assert (first.mean, first.spread) == pytest.approx((1, quantities[0].spread))
    np.testing.assert_allclose(first.original(measured.x[:, 0]), [1, 1, 5, 9], rtol=1e-6)
    assert np.isfinite(measured.x).all()
