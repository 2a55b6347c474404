"""Curves in bytes: what a chart shows comes back to the digit, epochs exactly, and gaps as gaps."""

import msgspec
import pytest

from glassbox.run.lows import NO_LOWS
from glassbox.run.packed_curves import PackedCurves, in_unit, pack_curves, unpack_curves
from glassbox.run.past.curves import StoredCurves, shortened


def stored(**columns):
    return StoredCurves(columns, (), (columns,), branch=1, lows=NO_LOWS)


@pytest.mark.parametrize("value", [0.0, 0.123456, 1e-30, 1e38 * 9, 1e-300, float("inf")])
def test_a_number_of_a_curve_comes_back_with_its_six_digits(value):
    curves = stored(x=[0.0, 1 / 3], train_loss=[shortened(value), 1.0])
    back = unpack_curves(pack_curves(curves))
    assert back.columns == curves.columns and back.branches == curves.branches and back.branch == 1


def test_a_gap_stays_a_gap():
    assert unpack_curves(pack_curves(stored(x=[0.0, 1.0], test_loss=[None, 0.5]))).columns["test_loss"] == [None, 0.5]


def test_ordinary_numbers_take_half_the_room():
    packed = pack_curves(stored(train_loss=[0.5, 0.25], test_loss=[1e-300, 0.25]))
    assert [len(packed.columns[name]) for name in ("train_loss", "test_loss")] == [1 + 8, 1 + 16]


def test_scores_are_told_in_another_unit_and_losses_as_they_were():
    curves = in_unit(stored(train_loss=[2.0], test_score=[3.0, None]), 10.0)
    assert curves.columns == {"train_loss": [2.0], "test_score": [30.0, None]} == curves.branches[0]


def test_curves_that_were_kept_before_lows_were_have_none():
    old = msgspec.msgpack.encode({"columns": {}, "marks": [], "branches": [], "branch": 0})
    assert unpack_curves(msgspec.msgpack.decode(old, type=PackedCurves)).lows == NO_LOWS
