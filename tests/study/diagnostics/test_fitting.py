"""How a network fits its data: from which losses, scores and labels on it is by heart, too loose, or noise."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation
from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.study.diagnostics.ailment import Ailment
from glassbox.study.diagnostics.fitting import memorised_noise, overfitting, underfitting
from tests.study.diagnostics.checkups import curves_of, falling, found, layers_of, made_checkup

# ---- overfitting


def overfitted(*, lowest=0.2, test=1.0, train=0.1, train_then=0.3, constant=1.0, points=12):
    """Test and training loss at the best epoch, which is the fourth, and over the last five."""
    before = [(2.0, 2.0)] * 3
    later = [(train, test)] * (points - 4)
    curves = curves_of(*zip(*before, (train_then, lowest), *later, strict=True))
    return made_checkup(curves=curves, constant=constant, evaluation=losses(train, test))


def losses(train, test):
    """Those of this very moment."""
    return Evaluation(Metrics(train, None, None, None), Metrics(test, None, None, None), 0.0)


def test_what_is_said_to_be_so_now_is_so_at_this_very_moment():
    """The mean of the last points decides that it overfits, but it is not what the page shows beside."""
    checkup = overfitted()
    checkup.evaluation = losses(0.125, 0.875)
    (finding,) = found(overfitting, checkup)
    assert "is 0.875 now" in finding.text and "went on to 0.125" in finding.text


def test_it_is_told_when_the_test_loss_was_lowest_and_what_became_of_both():
    (finding,) = found(overfitting, overfitted())
    assert finding.ailment is Ailment.OVERFITTING
    assert "was lowest, 0.2, around epoch 3 and is 1 now" in finding.text
    assert "the training loss went on to 0.1" in finding.text


@pytest.mark.parametrize(("test", "count"), [(1.24, 0), (1.26, 1)])
def test_the_test_loss_must_have_risen_by_a_quarter(test, count):
    assert len(found(overfitting, overfitted(lowest=1.0, test=test))) == count


@pytest.mark.parametrize(("test", "count"), [(0.29, 0), (0.31, 1)])
def test_it_must_have_risen_by_a_tenth_of_a_constant_answers_loss(test, count):
    assert len(found(overfitting, overfitted(lowest=0.2, test=test))) == count
    assert len(found(overfitting, overfitted(lowest=0.2, test=test, constant=2.0))) == 0


@pytest.mark.parametrize(("train", "count"), [(0.49, 1), (0.51, 0)])
def test_it_must_be_twice_the_training_loss(train, count):
    assert len(found(overfitting, overfitted(train=train, train_then=0.9))) == count


@pytest.mark.parametrize(("train_then", "count"), [(0.11, 1), (0.09, 0)])
def test_the_training_loss_must_have_gone_on_falling(train_then, count):
    assert len(found(overfitting, overfitted(train=0.1, train_then=train_then))) == count


@pytest.mark.parametrize(("points", "count"), [(9, 0), (10, 1)])
def test_ten_points_are_a_curve(points, count):
    assert len(found(overfitting, overfitted(points=points))) == count


def test_one_bad_moment_is_no_end_of_a_curve():
    """The last five are averaged: a single test loss of 1.5 among 0.2 makes 0.46, one of 0.6 makes 0.28."""
    train = [2.0, 2.0, 0.3, *[0.1] * 9]
    for last, count in ((1.5, 1), (0.6, 0)):
        curves = curves_of(train, [2.0, 2.0, *[0.2] * 9, last])
        assert (
            len(
                found(
                    overfitting,
                    made_checkup(curves=curves, constant=1.0, evaluation=losses(curves.train[-1], curves.test[-1])),
                )
            )
            == count
        )


# ---- underfitting


def underfitted(
    epochs=400, fall=0.0, *, activation=Activation.TANH, left=0.6, score=0.6, possible=0.9, ahead=1.0, has_classes=True
):  # fmt: skip
    """At rest with a loss of 1, that of a constant answer; `ahead` of it, a thousand steps on."""
    hidden = [] if activation is None else [{"activation": activation}]
    return made_checkup(
        layers=layers_of(*hidden),
        curves=falling(epochs, fall),
        constant=1.0,
        left=left,
        score=score,
        possible=possible,
        has_classes=has_classes,
        loss=1.0,
        loss_ahead={1000.0: ahead}.__getitem__,
    )


@pytest.mark.parametrize(("score", "count"), [(0.74, 1), (0.76, 0)])
def test_the_neighbours_must_do_better_by_fifteen_in_a_hundred(score, count):
    assert len(found(underfitting, underfitted(score=score))) == count


@pytest.mark.parametrize(("epochs", "count"), [(299, 0), (300, 1)])
def test_a_network_that_bends_is_given_three_hundred_epochs(epochs, count):
    assert len(found(underfitting, underfitted(epochs))) == count


@pytest.mark.parametrize("activation", [None, Activation.LINEAR])
@pytest.mark.parametrize(("epochs", "count"), [(29, 0), (30, 1)])
def test_one_that_draws_a_straight_line_is_given_thirty(epochs, count, activation):
    assert len(found(underfitting, underfitted(epochs, activation=activation))) == count


@pytest.mark.parametrize(("left", "count"), [(0.97, 1), (0.98, 0)])
def test_one_that_bends_and_has_not_begun_to_learn_sleeps(left, count):
    """Its size is not what holds it back. A straight line has no plateaus."""
    assert len(found(underfitting, underfitted(left=left))) == count
    assert found(underfitting, underfitted(left=left, activation=Activation.LINEAR))


@pytest.mark.parametrize(("fall", "count"), [(0.025, 1), (0.028, 0)])
def test_a_curve_is_at_rest_that_gains_less_than_a_fiftieth(fall, count):
    """In its second half, from the first to the last quarter: three quarters of what it falls by."""
    assert len(found(underfitting, underfitted(fall=fall))) == count


@pytest.mark.parametrize(("ahead", "count"), [(0.9995, 1), (0.9985, 0), (1.1, 1)])
def test_nor_may_going_on_for_long_lead_anywhere(ahead, count):
    assert len(found(underfitting, underfitted(ahead=ahead))) == count


def test_it_is_told_what_it_reaches_and_what_is_possible():
    (finding,) = found(underfitting, underfitted())
    assert finding.ailment is Ailment.UNDERFITTING
    assert "rest after 400 epochs with 60 % right" in finding.text and "neighbours gives 90 % right" in finding.text
    (numbers,) = found(underfitting, underfitted(has_classes=False))
    assert "with an R² of 0.60" in numbers.text and "gives an R² of 0.90" in numbers.text
    (line,) = found(underfitting, underfitted(activation=Activation.LINEAR))
    assert "not linearly separable" in line.text and "Add a hidden layer" in line.remedy


# ---- noise


def memorised(odd, repeated, *, samples=100, score=1.0, possible=0.9, has_classes=True):
    """All labels are 0; the network repeats so many of the first, odd ones, and all of the others."""
    at = np.arange(samples)
    return made_checkup(
        samples=samples,
        has_classes=has_classes,
        odd=at < odd,
        labels=np.zeros(samples, np.int64),
        predicted_class=((at >= repeated) & (at < odd)).astype(np.int64),
        score=score,
        possible=possible,
    )


@pytest.mark.parametrize(
    ("odd", "samples", "count"), [(4, 100, 0), (5, 100, 1), (4, 20, 0), (5, 20, 1), (5, 200, 0), (6, 200, 1)]
)
def test_five_labels_must_be_odd_and_three_in_a_hundred(odd, samples, count):
    assert len(found(memorised_noise, memorised(odd, odd, samples=samples))) == count


@pytest.mark.parametrize(("odd", "repeated", "count"), [(10, 4, 0), (10, 5, 1), (11, 5, 0), (11, 6, 1)])
def test_half_of_the_odd_labels_must_be_repeated(odd, repeated, count):
    assert len(found(memorised_noise, memorised(odd, repeated))) == count


@pytest.mark.parametrize(("score", "count"), [(0.9, 0), (0.91, 1)])
def test_it_must_do_better_on_them_than_the_neighbours(score, count):
    assert len(found(memorised_noise, memorised(8, 8, score=score))) == count


def test_numbers_have_no_labels():
    assert not found(memorised_noise, memorised(8, 8, has_classes=False))


def test_it_is_told_how_many_are_odd_and_how_many_of_them_repeated():
    (finding,) = found(memorised_noise, memorised(8, 6))
    assert finding.ailment is Ailment.MEMORISING
    assert "8 training points have a label" in finding.text and "repeats 6 of them" in finding.text
