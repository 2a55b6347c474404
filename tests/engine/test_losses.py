"""Tests of the losses and their gradients against their twins, and of their stability far out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import Loss, OutputActivation
from tests import reference
from tests.engine import kernels
from tests.engine.networks import ENDS, HEADS

CLOSE = {np.float32: 2e-6, np.float64: 1e-14}
every_end = pytest.mark.parametrize("output, loss, units", ENDS, ids=str)
DELTA = 0.75  # of Huber's loss: exact in float32
either_dtype = pytest.mark.parametrize("dtype", [np.float32, np.float64])


def drawn(output, samples, units, size, seed, dtype):
    """Logits [units, samples] of about `size`, and targets that fit the output."""
    chance = np.random.default_rng(seed)
    z = (size * chance.normal(size=(units, samples))).astype(dtype)
    t = (
        chance.normal(size=samples)
        if output is OutputActivation.IDENTITY
        else chance.integers(0, max(2, units), samples)
    )
    return z, t.astype(dtype)


def assert_near(actual, expected, dtype):
    """To rounding, of numbers below 1 absolutely."""
    np.testing.assert_allclose(actual, expected, rtol=CLOSE[dtype], atol=CLOSE[dtype])


samples = st.integers(1, 64)


@st.composite
def ends(draw):
    """Output, loss and units of a last layer."""
    output, loss, units = draw(st.sampled_from(ENDS))
    return output, loss, draw(st.integers(2, 21)) if units > 1 else 1


magnitudes = st.sampled_from([0.01, 1.0, 5.0, 30.0])
seeds = st.integers(0, 2**32 - 1)


@either_dtype
@given(ends(), samples, magnitudes, seeds)
@settings(max_examples=120)
def test_logit_gradients_are_the_twins(dtype, end, samples, size, seed):
    output, loss, units = end
    z, t = clear_of_kinks(output, loss, *drawn(output, samples, units, size, seed, dtype))
    expected = reference.logit_gradients(output, loss, z.astype(np.float64), t, DELTA)
    assert_near(kernels.logit_gradients(output, loss, z, t, delta=DELTA), expected, dtype)


def clear_of_kinks(output, loss, z, t):
    """Without the samples whose gradient one rounding error would turn over, unless there are no others."""
    clear = reference.distance_to_loss_kinks(output, loss, z.astype(np.float64), t.astype(np.float64)) > 1e-5
    return (z[:, clear].copy(), t[clear]) if clear.any() else (z[:, :0], t[:0])


@either_dtype
@given(ends(), samples, magnitudes, seeds)
@settings(max_examples=120)
def test_losses_are_the_twins(dtype, end, samples, size, seed):
    output, loss, units = end
    z, t = drawn(output, samples, units, size, seed, dtype)
    found, exact = kernels.sample_losses(output, loss, z, t, DELTA), z.astype(np.float64)
    assert_near(found, reference.sample_losses(output, loss, exact, t.astype(np.float64), DELTA), dtype)


@either_dtype
@given(samples, st.integers(2, 21), magnitudes, seeds)
@settings(max_examples=60)
def test_softmax_is_the_twins_and_sums_to_one(dtype, samples, units, size, seed):
    z, _ = drawn(OutputActivation.SOFTMAX, samples, units, size, seed, dtype)
    p = kernels.softmax(z)
    np.testing.assert_allclose(p, reference.softmax(z.astype(np.float64)), rtol=20 * CLOSE[dtype], atol=1e-37)
    np.testing.assert_allclose(p.sum(axis=0), 1, rtol=CLOSE[dtype])


@given(samples, st.integers(2, 21), seeds)
def test_softmax_does_not_see_what_is_added_to_all_logits(samples, units, seed):
    z, _ = drawn(OutputActivation.SOFTMAX, samples, units, 1.0, seed, np.float64)
    np.testing.assert_allclose(kernels.softmax(z + 100), kernels.softmax(z), rtol=1e-12)


@either_dtype
@every_end
def test_share_scales_the_gradients(output, loss, units, dtype):
    z, t = drawn(output, 30, units, 1.0, 1, dtype)
    expected = kernels.logit_gradients(output, loss, z, t) * dtype(0.25)
    np.testing.assert_array_equal(kernels.logit_gradients(output, loss, z, t, share=0.25), expected)


@every_end
@pytest.mark.parametrize("delta", [0.2, 1.0, 5.0])
def test_the_gradient_is_the_derivative_of_the_loss(output, loss, units, delta):
    """In float64, by central differences; of none of the samples do they reach across a kink."""
    z, t = drawn(output, 64, units, 2.0, 3, np.float64)
    assert reference.distance_to_loss_kinks(output, loss, z, t).min() > 1e-4
    found, h = kernels.logit_gradients(output, loss, z, t, delta=delta), 1e-5
    for unit in range(len(z)):
        shift = h * (np.arange(len(z)) == unit)[:, None]
        up, down = (kernels.sample_losses(output, loss, z + side * shift, t, delta) for side in (1, -1))
        rise = up - down
        np.testing.assert_allclose(found[unit], rise / (2 * h), rtol=1e-6, atol=1e-9)


@either_dtype
@given(ends(), samples, seeds)
@settings(max_examples=60)
def test_right_is_the_class_with_the_largest_logit_or_side(dtype, end, samples, seed):
    output, _, units = end
    z, t = drawn(output, samples, units, 1.0, seed, dtype)
    expected = z.argmax(axis=0) == t if units > 1 else (z[0] > 0) == (t > 0.5)
    np.testing.assert_array_equal(kernels.rights(z, t), expected)


def test_of_equal_logits_the_first_wins_and_a_logit_of_zero_is_the_negative_class():
    tie = np.zeros((3, 3), np.float32)
    np.testing.assert_array_equal(kernels.rights(tie, np.float32([0, 1, 2])), [True, False, False])
    one = np.zeros((1, 2), np.float32)
    np.testing.assert_array_equal(kernels.rights(one, np.float32([0, 1])), [True, False])


# Far out: logits of ±1000, right and wrong, in float32 as in play.

FAR = np.array([-1000, -1000, 1000, 1000, -90, -90, 90, 90, 0, 0], np.float32)
LABELS = np.array([0, 1] * 5, np.float32)
FAR_CLASSES = np.array(
    [[1000, 0, -1000], [-1000, 0, 1000], [1000, 1000, 1000], [-1000, -1000, -1000], [1000, 999, -1000], [90, 0, -90]],
    np.float32,
).T.copy()


def check_far(output, loss, z, t):
    exact = z.astype(np.float64)
    found = kernels.sample_losses(output, loss, z, t), kernels.logit_gradients(output, loss, z, t)
    expected = reference.sample_losses(output, loss, exact, t), reference.logit_gradients(output, loss, exact, t)
    for ours, theirs in zip(found, expected, strict=True):
        assert np.isfinite(ours).all()
        np.testing.assert_allclose(ours, theirs, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("output, loss", [(output, loss) for output, loss, units in ENDS if units == 1], ids=str)
def test_one_output_is_stable_at_a_thousand(output, loss):
    check_far(output, loss, FAR[None, :], LABELS)


@pytest.mark.parametrize("output, loss", [(output, loss) for output, loss, units in ENDS if units > 1], ids=str)
@pytest.mark.parametrize("label", [0, 1, 2])
def test_several_classes_are_stable_at_a_thousand(output, loss, label):
    check_far(output, loss, FAR_CLASSES, np.full(FAR_CLASSES.shape[1], label, np.float32))


def test_a_confident_mistake_costs_its_logit_and_pulls_with_full_strength():
    z, t = np.float32([[-1000, 1000]]), np.float32([1, 0])
    head = OutputActivation.SIGMOID, Loss.CROSS_ENTROPY
    np.testing.assert_array_equal(kernels.sample_losses(*head, z, t), [1000, 1000])
    np.testing.assert_array_equal(kernels.logit_gradients(*head, z, t), [[-1, 1]])


@every_end
@given(samples=samples, size=magnitudes, seed=seeds)
@settings(max_examples=30)
def test_no_loss_is_negative(output, loss, samples, units, size, seed):
    """Rounding must not make it so: charts are logarithmic."""
    z, t = drawn(output, samples, units, size, seed, np.float32)
    assert (kernels.sample_losses(output, loss, z, t) >= 0).all()


@pytest.mark.parametrize("output, loss", [HEADS[0], HEADS[2], HEADS[3]], ids=str)
@pytest.mark.parametrize("label", [0, 1])
def test_the_small_losses_of_confident_right_answers_are_exact(output, loss, label):
    """Long runs end there, on a logarithmic chart."""
    margins = np.linspace(0, 80, 5001).astype(np.float32)
    if output is OutputActivation.SOFTMAX:
        z = np.where(np.arange(2)[:, None] == label, margins, np.float32(0))
    else:
        z = (margins if label else -margins)[None, :]
    found = kernels.sample_losses(output, loss, z, np.full(len(margins), label, np.float32))
    missing = reference.sigmoid(-margins.astype(np.float64))  # of a probability of 1
    exact = -np.log1p(-missing) if loss is Loss.CROSS_ENTROPY else missing**2
    ordinary = exact > np.finfo(np.float32).tiny
    np.testing.assert_allclose(found[ordinary], exact[ordinary], rtol=1e-5)


@every_end
@pytest.mark.parametrize("unit", [0, 1, 2])
def test_nan_logits_give_nan_losses_and_gradients(output, loss, units, unit):
    z, t = drawn(output, 20, units, 1.0, 5, np.float32)
    z[min(unit, units - 1), 7] = np.nan
    struck = np.arange(20) == 7
    np.testing.assert_array_equal(np.isnan(kernels.sample_losses(output, loss, z, t)), struck)
    np.testing.assert_array_equal(np.isnan(kernels.logit_gradients(output, loss, z, t)).any(axis=0), struck)


# --- values to check by hand


def test_far_misses_pull_with_the_bound_of_hubers_loss_and_near_ones_as_the_square_does():
    z, t = np.float64([[3, -3, 0.25, -0.25, 0.5, 0]]), np.zeros(6)
    head = OutputActivation.IDENTITY, Loss.HUBER
    np.testing.assert_allclose(kernels.sample_losses(*head, z, t, 0.5), [1.375, 1.375, 0.03125, 0.03125, 0.125, 0])
    np.testing.assert_allclose(kernels.logit_gradients(*head, z, t, delta=0.5), [[0.5, -0.5, 0.25, -0.25, 0.5, 0]])


def test_every_miss_pulls_the_same_under_the_absolute_error_and_none_at_the_target():
    z, t = np.float64([[3, -3, 0.25, 1, 1.5]]), np.float64([1, 1, 1, 1, 1])
    head = OutputActivation.IDENTITY, Loss.ABSOLUTE
    np.testing.assert_allclose(kernels.sample_losses(*head, z, t), [2, 4, 0.75, 0, 0.5])
    np.testing.assert_array_equal(kernels.logit_gradients(*head, z, t), [[1, -1, -1, 0, 1]])


def test_the_hinge_asks_for_a_margin_of_one_and_no_more():
    z, t = np.float64([[2, 1, 0.25, -3, 2, -2]]), np.float64([1, 1, 1, 1, 0, 0])
    head = OutputActivation.SCORE, Loss.HINGE
    np.testing.assert_allclose(kernels.sample_losses(*head, z, t), [0, 0, 0.75, 4, 3, 0])
    np.testing.assert_array_equal(kernels.logit_gradients(*head, z, t), [[0, 0, -1, -1, 1, 0]])


def test_the_hinge_of_several_classes_moves_the_own_and_its_best_rival():
    z = np.float64([[2, 0, 0], [2, 1, 0], [0, 0.5, 0.75], [0, 0, 0]]).T.copy()
    t = np.float64([0, 0, 1, 1])
    head = OutputActivation.SCORE, Loss.HINGE
    np.testing.assert_allclose(kernels.sample_losses(*head, z, t), [0, 0, 1.25, 1])
    np.testing.assert_array_equal(
        kernels.logit_gradients(*head, z, t).T, [[0, 0, 0], [0, 0, 0], [0, -1, 1], [1, -1, 0]]
    )
