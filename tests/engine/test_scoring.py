"""Tests of the score of a network, its mean loss and its number of right answers, against the twin."""

import numpy as np
from hypothesis import given, settings

from server.engine.choices import OutputActivation
from tests import reference
from tests.engine import kernels
from tests.engine.networks import cases


def check_score(case, tolerance):
    loss, right = kernels.score(case)
    expected = reference.mean_loss(case.architecture, case.loss, case.parameters, case.x, case.t)
    np.testing.assert_allclose(loss, expected, rtol=tolerance, atol=tolerance)
    if case.architecture.output is not OutputActivation.IDENTITY:
        exact = reference.accuracy(case.architecture, case.parameters, case.x, case.t) * len(case.t)
        assert abs(right - round(exact)) <= near_ties(case)


def near_ties(case):
    """Samples so near the border between classes that rounding may decide."""
    z = np.sort(reference.forward(case.architecture, case.parameters, case.x)[0][-1], axis=0)
    return (np.abs(z[-1] - z[-2] if len(z) > 1 else z[0]) < 1e-4).sum()


@given(cases(np.float32))
@settings(max_examples=60)
def test_the_score_is_the_twins(case):
    check_score(case, 1e-4)


@given(cases(np.float64))
@settings(max_examples=60)
def test_the_score_is_the_twins_in_float64(case):
    check_score(case, 1e-11)
