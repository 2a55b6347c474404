"""The lowest losses: the first epoch that had them, of the parts that have any, without what was looked at again."""

import math

import msgspec
import pytest

from glassbox.engine.evaluation import Evaluation, Metrics
from glassbox.run.lows import NO_LOWS, Low, Lows, are_incomparable


def evaluation(train, test, validation=None):
    parts = [None if loss is None else Metrics(loss, None, None, None) for loss in (train, test, validation)]
    return Evaluation(parts[0], parts[1], 0.0, parts[2])


def of(*losses):
    """After the test losses of the epochs from 0 on."""
    lows = NO_LOWS
    for epoch, loss in enumerate(losses):
        lows = lows.seen(float(epoch), evaluation(1.0, loss))
    return lows


def test_the_first_of_equals_counts():
    assert of(3.0, 1.0, 2.0, 1.0).lowest == {"train": Low(0.0, 1.0), "test": Low(1.0, 1.0)}


def test_a_part_that_is_there_later_counts_from_then():
    assert of(1.0).seen(1.0, evaluation(2.0, 2.0, 5.0)).lowest["validation"] == Low(1.0, 5.0)


def test_what_is_no_ordinary_number_is_never_lowest():
    assert of(math.nan, math.inf).lowest == {"train": Low(0.0, 1.0)}


def test_a_moment_that_is_looked_at_again_is_renewed():
    assert of(3.0, 1.0).seen(1.0, evaluation(1.0, 2.0)).lowest["test"] == Low(1.0, 2.0)
    assert of(3.0, 1.0).seen(1.0, evaluation(1.0, 4.0)).lowest["test"] == Low(0.0, 3.0)


def test_they_can_be_written_down():
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(of(3.0, 1.0)), type=Lows) == of(3.0, 1.0)


@pytest.mark.parametrize(("name", "so"), [("noise", True), ("activation", True), ("learning_rate", False)])
def test_some_changes_make_losses_incomparable(name, so):
    assert are_incomparable(["speed", name]) is so
