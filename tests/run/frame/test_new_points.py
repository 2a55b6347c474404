"""Points come to the page with frames, each at least once, however many frames are replaced unsent."""

import numpy as np
import pytest

from glassbox.run.frame.new_points import NewPoints
from glassbox.run.lows import NO_LOWS
from glassbox.run.past.curves import COLUMNS, Curves
from tests.run.past.test_curves import evaluation, filled


class Page:
    """Takes points as the page does."""

    def __init__(self):
        self.x = []

    def take(self, points):
        added = np.frombuffer(points.values, "<f8").reshape(len(COLUMNS), -1)[0].tolist()
        assert points.first <= len(self.x)
        self.x[points.first :] = added
        return len(added)


@pytest.mark.parametrize("every", [1, 2, 5])
def test_nothing_is_missed_where_frames_are(every):
    """One frame of `every` is sent."""
    curves, points, page, sent = Curves(), NewPoints(), Page(), -1
    for number in range(100):
        curves.record(float(number), evaluation(1.0), 0.1)
        if number == 50:
            curves.cut(37.0)
        told = points.of(curves, number, sent)
        if number % every == 0:
            page.take(told)
            sent = number
            assert page.x == curves.plain(1)["x"]


def test_what_is_there_is_not_told_again():
    curves, points, page = filled(500), NewPoints(), Page()
    assert page.take(points.of(curves, 0, -1)) == 500
    curves.record(500.0, evaluation(1.0), 0.1)
    assert page.take(points.of(curves, 1, 0)) == 1
    assert page.take(points.of(curves, 2, 1)) == 0


def test_other_curves_and_branches_are_told_whole():
    curves, points = filled(9), NewPoints()
    points.of(curves, 0, -1)
    curves.go_on_from(5.0, NO_LOWS)
    assert points.of(curves, 1, 0).first == 0
    assert points.of(curves.copy(1), 2, 1).first == 0


def test_gaps_travel_as_nan():
    curves = Curves()
    curves.record(0.0, evaluation(float("inf")), 0.1)
    values = np.frombuffer(NewPoints().of(curves, 0, -1).values, "<f8")
    assert np.isnan(values[1]) and values[0] == 0
