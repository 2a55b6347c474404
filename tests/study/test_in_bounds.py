"""Numbers that no answer could hold are refused, and each of the two ways is told in its own words."""

import numpy as np
import pytest

from glassbox.protocol.refusals import Refusal
from glassbox.run.answers import take_snapshot
from glassbox.study import words
from glassbox.study.in_bounds import check_overflow, check_weights
from tests.run.tools import run_of


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf])
def test_weights_that_are_no_numbers_are_refused(number):
    run = run_of()
    check_weights(take_snapshot(run))
    run.trainer.parameters[3] = number
    with pytest.raises(Refusal, match="no longer finite"):
        check_weights(take_snapshot(run))


def test_what_overflows_is_refused():
    check_overflow(1e308, np.zeros(3), np.float32(3e38))
    for beyond in (np.inf, np.array([0, np.nan])):
        with pytest.raises(Refusal) as refused:
            check_overflow(0.0, beyond)
        assert refused.value.text == words.OVERFLOW
