"""Tests of every activation and its slope against its twin, dense and at the ends; and of the step's borrowed slope."""

import numpy as np
import pytest

from glassbox.engine.activations import activate, activated
from glassbox.engine.choices import Activation
from tests import reference

every_activation = pytest.mark.parametrize("activation", list(Activation))
either_dtype = pytest.mark.parametrize("dtype", [np.float32, np.float64])
CLOSE = {np.float32: 1e-6, np.float64: 1e-14}


def dense(dtype):
    """Sums as they occur, kinks included, and in a number that no vector divides."""
    return np.concatenate([np.linspace(-30, 30, 200_003), np.linspace(-1, 1, 2001), [0.0, -0.0]]).astype(dtype)


@either_dtype
@every_activation
def test_values_are_the_twins(activation, dtype):
    z = dense(dtype)
    values, _ = activated(activation, z)
    exact = reference.PHI[activation](z.astype(np.float64))
    assert values.dtype == dtype
    assert (np.abs(values - exact) / np.maximum(1, np.abs(z))).max() <= CLOSE[dtype]


@either_dtype
@every_activation
def test_slopes_are_the_twins(activation, dtype):
    z = dense(dtype)
    _, slopes = activated(activation, z)
    exact = reference.SLOPE[activation](z.astype(np.float64))
    assert (np.abs(slopes - exact) / np.maximum(1, np.abs(z))).max() <= CLOSE[dtype]


@pytest.mark.parametrize("activation", [activation for activation in Activation if activation is not Activation.STEP])
def test_the_slope_is_the_derivative(activation):
    """But the step's, which is straight-through: by definition not the derivative."""
    z = np.linspace(-5.003, 5.003, 1000)  # clear of 0 by more than h
    h = 1e-6
    rise = activated(activation, z + h)[0] - activated(activation, z - h)[0]
    np.testing.assert_allclose(activated(activation, z)[1], rise / (2 * h), rtol=1e-6, atol=1e-7)


@either_dtype
def test_the_step_has_a_ramps_slope(dtype):
    """As its note says: 1 where |z| ≤ 1, otherwise 0."""
    just_over = np.nextafter(dtype(1), dtype(2))
    z = np.array([-9, -just_over, -1, -0.5, 0, 0.5, 1, just_over, 9], dtype)
    values, slopes = activated(Activation.STEP, z)
    np.testing.assert_array_equal(values, [0, 0, 0, 0, 0, 1, 1, 1, 1])
    np.testing.assert_array_equal(slopes, [0, 0, 1, 1, 1, 1, 1, 0, 0])


@either_dtype
@every_activation
def test_nan_stays_nan(activation, dtype):
    z = np.linspace(-1, 1, 40).astype(dtype)
    z[[0, 7, 39]] = np.nan
    values, _ = activated(activation, z)
    np.testing.assert_array_equal(np.isnan(values), np.isnan(z))


@either_dtype
@every_activation
def test_huge_sums_have_their_limits(activation, dtype):
    """Where nothing is left of a curve: flat, or a straight line; a sine alone goes on."""
    z = np.repeat(np.array([-1e15, -1e6, -1e3, 1e3, 1e6, 1e15], dtype), 16)
    values, slopes = activated(activation, z)
    exact = z.astype(np.float64)
    np.testing.assert_allclose(values, reference.PHI[activation](exact), rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(slopes, reference.SLOPE[activation](exact), rtol=1e-6, atol=1e-6)


@either_dtype
def test_a_sine_goes_on_waving_however_far_out(dtype):
    """As in NumPy, which the graph and what is taken home compute with; sums near zero are not touched by far ones."""
    far = [8192, -8192, 8192.5, -8193, -1e5, 1e6, -3e7, 1e15, 3e38]
    z = np.concatenate([np.linspace(8180, 8200, 501), far, np.linspace(-3, 3, 100)]).astype(dtype)
    values, slopes = activated(Activation.SINE, z)
    np.testing.assert_allclose(values, np.sin(z.astype(np.float64)), atol=1e-6)
    np.testing.assert_allclose(slopes, np.cos(z.astype(np.float64)), atol=1e-6)
    near_values, near_slopes = activated(Activation.SINE, z[-100:])
    np.testing.assert_array_equal(values[-100:], near_values)
    np.testing.assert_array_equal(slopes[-100:], near_slopes)


@either_dtype
@every_activation
def test_infinity_is_the_limit_or_seen(activation, dtype):
    values, _ = activated(activation, np.full(20, np.inf, dtype))
    if activation in (Activation.SIGMOID, Activation.TANH, Activation.STEP):
        np.testing.assert_array_equal(values, 1)
    else:
        assert not np.isfinite(values).any()


@either_dtype
@every_activation
def test_numbers_may_lie_in_any_shape_and_are_left_alone(activation, dtype):
    z = np.linspace(-3, 3, 24).astype(dtype)
    for shaped in (z.reshape(4, 6), z.reshape(4, 6).T, z[::2], z[:0], z[7]):
        before = shaped.copy()
        values, slopes = activated(activation, shaped)
        assert values.shape == slopes.shape == shaped.shape and values.dtype == slopes.dtype == dtype
        np.testing.assert_array_equal(shaped, before)
        flat = activated(activation, np.ravel(shaped))
        np.testing.assert_array_equal([np.ravel(values), np.ravel(slopes)], flat)


@every_activation
def test_in_place_and_not_beyond(activation):
    z = np.linspace(-2, 2, 50).astype(np.float32)
    values, slopes = z.copy(), np.full(50, 7, np.float32)
    activate(activation.code, values[10:37], slopes[10:37])
    np.testing.assert_array_equal(values[10:37], activated(activation, z[10:37])[0])
    outside = np.r_[0:10, 37:50]
    np.testing.assert_array_equal(values[outside], z[outside])
    np.testing.assert_array_equal(slopes[outside], 7)
