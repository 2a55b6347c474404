"""How far each step goes: from which jumps, updates and slopes on a learning rate is too high or too low."""

import itertools

import numpy as np
import pytest

from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.pace import rate_too_high, rate_too_low, updates_too_large
from tests.study.diagnostics.checkups import curves_of, found, layers_of, made_checkup


def zigzag(by, points=30):
    """Around 1, up and down by so much in turn: each jump is of 2 · by, beside a mean of 1."""
    return [1.0 + by * (-1) ** at for at in range(points)]


def with_losses(train, left=1.0):
    return made_checkup(curves=curves_of(train), left=left, settings={"learning_rate": 3.0})


def with_updates(*ratios, of_output=0.001, **about):
    """An update ratio for each hidden layer."""
    hidden = ({"update_ratio": ratio, **about} for ratio in ratios)
    return made_checkup(layers=layers_of(*hidden, update_ratio=of_output))


# ---- too high


@pytest.mark.parametrize(("by", "count"), [(0.049, 0), (0.051, 1)])
def test_a_loss_that_jumps_by_a_tenth_of_itself_is_rough(by, count):
    assert len(found(rate_too_high, with_losses(zigzag(by)))) == count


def test_it_is_told_with_the_usual_jump_and_the_rate_that_is_set():
    (finding,) = found(rate_too_high, with_losses(zigzag(0.2)))
    assert finding.ailment is Ailment.RATE_HIGH
    assert "jumps up and down by 40 %" in finding.text and "rate of 3, about tenfold" in finding.remedy


@pytest.mark.parametrize(("ups", "count"), [(8, 0), (9, 1)])
def test_a_loss_that_hardly_ever_goes_up_falls_however_steeply(ups, count):
    """Of the 29 steps between 30 points; each by a factor of 1.2."""
    factors = [1.2] * ups + [1 / 1.2] * (29 - ups)
    assert len(found(rate_too_high, with_losses([1.0, *np.cumprod(factors)]))) == count


@pytest.mark.parametrize(("points", "count"), [(9, 0), (10, 1)])
def test_ten_points_show_a_pattern(points, count):
    assert len(found(rate_too_high, with_losses(zigzag(0.2, points)))) == count


@pytest.mark.parametrize(("left", "count"), [(0.79, 0), (0.8, 1)])
def test_a_network_that_has_learned_a_fifth_may_jump(left, count):
    assert len(found(rate_too_high, with_losses(zigzag(0.2), left))) == count


def test_only_the_last_thirty_points_count():
    calm, rough = [1.0] * 100, zigzag(0.2)
    assert found(rate_too_high, with_losses(calm + rough))
    assert not found(rate_too_high, with_losses(rough + calm))


# ---- too large


@pytest.mark.parametrize(("ratio", "count"), [(0.49, 0), (0.51, 1), (None, 0)])
def test_an_update_is_too_large_above_half_of_the_weights(ratio, count):
    assert len(found(updates_too_large, with_updates(ratio))) == count


def test_the_layer_with_the_largest_updates_is_named_and_no_other():
    (finding,) = found(updates_too_large, with_updates(0.6, 0.7, 0.65))
    assert (finding.ailment, finding.layer) == (Ailment.UPDATES_LARGE, 2)
    assert "moves the weights of layer 2 by 70 % of their length" in finding.text
    (output,) = found(updates_too_large, with_updates(0.6, of_output=0.9))
    assert output.layer == 2 and "the weights of the output layer by 90 %" in output.text


@pytest.mark.parametrize(
    ("ratio", "told"),
    [
        (9.9, "by 990 % of their length"),
        (12.34, "by 12 times their length"),
        (123_456.0, "by 120,000 times their length"),
        (float("inf"), "beyond all numbers"),
        (float("nan"), "beyond all numbers"),
    ],
)
def test_how_far_is_told_in_two_digits(ratio, told):
    (finding,) = found(updates_too_large, with_updates(ratio))
    assert told in finding.text


@pytest.mark.parametrize(("size", "count"), [(0.099, 0), (0.101, 1)])
def test_beside_weights_of_almost_nothing_any_update_is_large(size, count):
    """So it does not count; what counts is a weight's root mean square, however many there are."""
    assert len(found(updates_too_large, with_updates(0.9, weights=np.full((3, 4), size)))) == count


# ---- too low


def slow(ratio=1e-5, left=1.0, *, step=-1e-5, slope=1.0, steps_per_epoch=1, ahead=0.9):
    """A network of one parameter whose steps lie along the gradient; its loss is 1, and `ahead` a thousand steps on."""

    class Updates:
        mean = np.array([step], np.float32)

    return made_checkup(
        layers=layers_of({"update_ratio": ratio}, update_ratio=ratio / 2),
        settings={"learning_rate": 0.0001},
        left=left,
        updates=Updates,
        gradients=np.array([slope], np.float32),
        steps_per_epoch=steps_per_epoch,
        loss=1.0,
        loss_ahead={1000.0: ahead}.__getitem__,
    )


@pytest.mark.parametrize(("ratio", "count"), [(4.9e-5, 1), (5.1e-5, 0), (0.0, 0)])
def test_steps_are_tiny_below_a_twenty_thousandth_of_the_weights(ratio, count):
    """No step at all is something else."""
    assert len(found(rate_too_low, slow(ratio))) == count


def test_it_is_told_with_the_step_and_the_rate_that_is_set():
    (finding,) = found(rate_too_low, slow(1e-5))
    assert finding.ailment is Ailment.RATE_LOW
    assert "only 1 part in 100,000 of their length" in finding.text
    assert "rate of 0.0001, tenfold at a time" in finding.remedy


@pytest.mark.parametrize(("left", "count"), [(0.29, 0), (0.3, 1)])
def test_a_network_that_has_learned_most_of_it_may_go_slowly(left, count):
    assert len(found(rate_too_low, slow(left=left))) == count


@pytest.mark.parametrize(("ahead", "count"), [(0.999, 1), (1.0, 0), (1.2, 0)])
def test_a_thousand_steps_at_once_must_still_go_downhill(ahead, count):
    assert len(found(rate_too_low, slow(ahead=ahead))) == count


@pytest.mark.parametrize(
    ("step", "slope", "steps_per_epoch", "count"),
    [
        (-1.1e-6, 1.0, 1, 1),
        (-0.9e-6, 1.0, 1, 0),  # a thousand epochs of these gain less than a thousandth of the loss
        (-0.9e-6, 2.0, 1, 1),
        (-0.9e-6, 1.0, 2, 1),
        (+1.1e-6, 1.0, 1, 0),
    ],
)
def test_going_on_must_be_worth_it(step, slope, steps_per_epoch, count):
    checkup = slow(step=step, slope=slope, steps_per_epoch=steps_per_epoch)
    assert len(found(rate_too_low, checkup)) == count


def test_one_layer_with_larger_steps_is_enough():
    for ratios in itertools.permutations((1e-6, 1e-5, 1e-4)):
        checkup = slow()
        checkup.layers = layers_of(*({"update_ratio": ratio} for ratio in ratios), update_ratio=1e-6)
        assert not found(rate_too_low, checkup)
