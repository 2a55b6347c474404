"""Tests of the elementary functions: the errors their docstrings promise, over dense ranges, and NaN and infinity."""

import numpy as np
import pytest

from glassbox.engine import functions
from glassbox.engine._jit import jit
from tests import reference


@jit
def every_tanh(x, y):
    for i in range(x.size):
        y[i] = functions.tanh(x[i])


@jit
def every_exp(x, y):
    for i in range(x.size):
        y[i] = functions.exp(x[i])


@jit
def every_log1p(x, y):
    for i in range(x.size):
        y[i] = functions.log1p(x[i])


@jit
def every_sine(x, y):
    for i in range(x.size):
        y[i] = functions.sine(x[i])


@jit
def every_cosine(x, y):
    for i in range(x.size):
        y[i] = functions.cosine(x[i])


@jit
def every_sigmoid(x, y):
    for i in range(x.size):
        y[i] = functions.sigmoid(x[i])


@jit
def every_softplus(x, y):
    for i in range(x.size):
        y[i] = functions.softplus(x[i])


@jit
def every_half(x, y):
    for i in range(x.size):
        y[i] = functions.half(x[i])


def computed(every, x):
    y = np.empty_like(x)
    every(x, y)
    return y


def between(low, high, count=1_000_001):
    """Evenly spread float32 numbers, both ends included."""
    return np.linspace(low, high, count).astype(np.float32)


def of_every_size(low, high, count=200_001):
    """Numbers of both signs, evenly spread over the orders of magnitude."""
    sizes = np.geomspace(low, high, count).astype(np.float32)
    return np.concatenate([-sizes, sizes])


def errors(every, exact, x):
    """Absolute ones: against the exact function of the same float32 numbers."""
    return np.abs(computed(every, x).astype(np.float64) - exact(x.astype(np.float64)))


TURNS = [between(-8192, 8192, 5_000_001), between(-20, 20), of_every_size(1e-30, 1)]
ABSOLUTE = {
    "tanh": (every_tanh, np.tanh, 3e-7, [between(-12, 12), of_every_size(1e-30, 3e38)]),
    "sine": (every_sine, np.sin, 1e-6, [between(-8192, 8192, 5_000_001), between(-20, 20), of_every_size(1e-30, 1)]),
    "cosine": (
        every_cosine,
        np.cos,
        1e-6,
        [between(-8192, 8192, 5_000_001), between(-20, 20), of_every_size(1e-30, 1)],
    ),
    "sigmoid": (every_sigmoid, reference.sigmoid, 2e-7, [between(-40, 40), of_every_size(1e-30, 3e38)]),
    "softplus": (every_softplus, lambda x: np.logaddexp(0, x), 1e-6, [between(-100, 20), of_every_size(1e-30, 20)]),
}
RELATIVE = {
    "exp": (every_exp, np.exp, 2e-7, [between(-87, 88), of_every_size(1e-30, 87)]),
    "log1p": (every_log1p, np.log1p, 5e-7, [between(0, 1)[1:], of_every_size(1e-30, 1)[200_001:]]),
}


@pytest.mark.parametrize("name", ABSOLUTE)
def test_the_absolute_error_is_as_small_as_promised(name):
    every, exact, bound, ranges = ABSOLUTE[name]
    assert f"absolute error at most {bound:.0e}".replace("e-0", "e-") in getattr(functions, name).__doc__
    for x in ranges:
        assert errors(every, exact, x).max() <= bound


@pytest.mark.parametrize("name", RELATIVE)
def test_the_relative_error_is_as_small_as_promised(name):
    every, exact, bound, ranges = RELATIVE[name]
    assert f"relative error at most {bound:.0e}".replace("e-0", "e-") in getattr(functions, name).__doc__
    for x in ranges:
        assert (errors(every, exact, x) / exact(x.astype(np.float64))).max() <= bound


def test_large_softplus_is_exact_to_rounding():
    x = of_every_size(20, 3e38)
    np.testing.assert_allclose(computed(every_softplus, x), np.maximum(x, 0), rtol=3e-7, atol=1e-6)


def test_tanh_and_sine_are_odd():
    x = between(0, 100)
    for every in (every_tanh, every_sine):
        np.testing.assert_array_equal(computed(every, -x), -computed(every, x))


@pytest.mark.parametrize("every", [every_tanh, every_sine])
def test_small_numbers_keep_their_relative_precision(every):
    """Small weights' signals must not be lost in rounding: there, both functions are x itself."""
    x = of_every_size(1e-30, 1e-4)
    np.testing.assert_allclose(computed(every, x), x, rtol=3e-7)


@pytest.mark.parametrize("every", [every_tanh, every_exp, every_sigmoid, every_softplus])
def test_what_rises_never_falls_by_more_than_rounding(every):
    y = computed(every, between(-30, 30))
    assert (np.diff(y) >= -4e-7 * np.maximum(1, np.abs(y[1:]))).all()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(
    "every", [every_tanh, every_exp, every_log1p, every_sine, every_sigmoid, every_softplus, every_half]
)
def test_nan_stays_nan_wherever_it_stands(every, dtype):
    for place in range(33):  # in the vectorised part and in what is left over
        x = np.full(33, 0.5, dtype)
        x[place] = np.nan
        np.testing.assert_array_equal(np.isnan(computed(every, x)), np.isnan(x))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_infinity_is_the_limit(dtype):
    ends = np.array([-np.inf, np.inf], dtype)
    near = {"rtol": 0, "atol": 3e-7}
    np.testing.assert_allclose(computed(every_tanh, ends), [-1, 1], **near)
    np.testing.assert_allclose(computed(every_sigmoid, ends), [0, 1], **near)
    np.testing.assert_allclose(computed(every_softplus, ends), [0, np.inf], **near)
    np.testing.assert_array_equal(computed(every_half, ends), ends)


def test_beyond_its_range_an_exponential_in_float32_keeps_the_value_at_the_edge():
    far = np.array([-np.inf, -1e30, -1e5, 1e5, 1e30, np.inf], np.float32)
    low, high = np.repeat(np.exp([-87.3, 88.3]), 3).reshape(2, 3)
    np.testing.assert_allclose(computed(every_exp, far), [*low, *high], rtol=1e-5)


@pytest.mark.parametrize("name", ["tanh", "exp", "log1p", "sine", "cosine"])
def test_outside_kernels_they_are_numpys(name):
    x = np.linspace(0, 1, 11)
    exact = {"tanh": np.tanh, "exp": np.exp, "log1p": np.log1p, "sine": np.sin, "cosine": np.cos}[name]
    np.testing.assert_array_equal(getattr(functions, name)(x), exact(x))


def test_in_float64_they_are_exact():
    x = np.linspace(-40, 40, 10_001)
    unit = np.linspace(0, 1, 10_001)
    for every, exact, at in (
        (every_tanh, np.tanh, x), (every_exp, np.exp, x), (every_sine, np.sin, x), (every_cosine, np.cos, x),
        (every_log1p, np.log1p, unit),
        (every_sigmoid, reference.sigmoid, x), (every_softplus, lambda z: np.logaddexp(0, z), x),
    ):  # fmt: skip
        np.testing.assert_allclose(computed(every, at), exact(at), rtol=1e-14, atol=1e-15)
