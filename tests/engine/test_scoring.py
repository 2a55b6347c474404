"""Tests of the score of a network, its mean loss and its number of right answers, against the twin."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from glassbox.engine.choices import Normalization, OutputActivation
from tests import reference
from tests.engine import kernels
from tests.engine.networks import cases, smooth


def check_score(case, tolerance):
    loss, right, squares = kernels.score(case)
    network = case.architecture, case.parameters, case.x, case.t
    z = reference.forward(*network[:3], case.statistics)[0][-1]
    expected = reference.sample_losses(case.architecture.output, case.loss, z, case.t, case.delta).mean()
    np.testing.assert_allclose(loss, expected, rtol=tolerance, atol=tolerance)
    np.testing.assert_allclose(squares, ((z[0] - case.t) ** 2).mean(), rtol=tolerance, atol=tolerance)
    if case.architecture.output is not OutputActivation.IDENTITY:
        exact = reference.accuracy(*network, case.statistics) * len(case.t)
        assert abs(right - round(exact)) <= near_ties(z)


def near_ties(z):
    """Samples so near the border between classes that rounding may decide."""
    z = np.sort(z, axis=0)
    return (np.abs(z[-1] - z[-2] if len(z) > 1 else z[0]) < 1e-4).sum()


@given(cases(np.float32))
@settings(max_examples=60)
def test_the_score_is_the_twins(case):
    check_score(case, 1e-4)


@given(cases(np.float64))
@settings(max_examples=60)
def test_the_score_is_the_twins_in_float64(case):
    check_score(case, 1e-11)


@given(cases(np.float64, activations=smooth, normalizations=st.sampled_from(list(Normalization))))
@settings(max_examples=60)
def test_the_score_of_a_normalized_network_is_the_twins_with_running_statistics(case):
    check_score(case, 1e-9)
