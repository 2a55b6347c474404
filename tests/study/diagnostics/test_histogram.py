"""Histograms, counted by hand."""

import numpy as np

from glassbox.study.diagnostics.histogram import BINS, histogram


def test_a_histogram_counts_what_is_finite():
    numbers = np.array([-1.0, -0.99, 0.0, 0.01, 1.0, np.inf, np.nan])
    found = histogram(numbers)
    assert found.reach == 1 and sum(found.counts) == 5
    assert (found.counts[0], found.counts[BINS // 2], found.counts[-1]) == (2, 2, 1)
    assert histogram(np.zeros(4)).counts[BINS // 2] == 4
    assert sum(histogram(np.array([np.nan])).counts) == 0
