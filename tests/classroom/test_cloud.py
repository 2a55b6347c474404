"""Answers together: how many chose what, numbers in order, and curves that fit a small message."""

import pytest

from glassbox.classroom import said
from glassbox.classroom.cloud import MOST_CURVES, POINTS, cloud_of, evenly, resampled


def asked(kind, **more):
    return said.Asked(kind=kind, text="?", **more)


def test_choices_are_counted():
    assert cloud_of(asked("choice", options=("a", "b", "c")), [2, 0, 2]).counts == (1, 0, 2)
    assert cloud_of(asked("choice", options=("a", "b")), []).counts == (0, 0)


def test_numbers_stand_in_order():
    assert cloud_of(asked("number"), [3, 0.5, 2]).values == (0.5, 2, 3)


def test_a_straight_line_stays_one():
    for points in (2, 3, 24, 64):
        line = tuple(at / (points - 1) for at in range(points))
        assert resampled(line) == pytest.approx([at / (POINTS - 1) for at in range(POINTS)], abs=1e-3)


def test_a_curve_keeps_its_ends_and_its_bend():
    curve = resampled((1.0, 0.0, 1.0))
    assert len(curve) == POINTS and curve[0] == curve[-1] == 1 and min(curve) < 0.05


def test_of_many_curves_some_are_told_from_all_over():
    curves = [(at / 300, at / 300) for at in range(300)]
    some = evenly(curves)
    assert len(some) == MOST_CURVES and some[0] == curves[0] and some[-1] == curves[295]
    assert evenly(curves[:7]) == curves[:7] and evenly([]) == []
