"""Tests that slopes and turns of every loss are the first and second derivatives of what it costs."""

import numpy as np
import pytest

from glassbox.engine.choices import Loss, OutputActivation
from glassbox.engine.logit_curvature import logit_slopes, logit_turns
from tests import reference
from tests.engine.networks import HEADS

STEP, DELTA = 1e-5, 0.8
SEVERAL = OutputActivation.SOFTMAX, OutputActivation.SCORE


def given(output, units, seed=0):
    """Logits [units, samples], their targets, and a way to move them."""
    chance = np.random.default_rng(seed)
    z, moved = chance.normal(0, 1.5, (2, units, 60))
    t = chance.normal(size=60) if output is OutputActivation.IDENTITY else chance.integers(0, max(2, units), 60)
    return z, t.astype(np.float64), moved


CASES = [(output, loss, units) for output, loss in HEADS for units in (1, 4) if units == 1 or output in SEVERAL]
CASES = [case for case in CASES if case[:1] != (OutputActivation.SOFTMAX,) or case[2] > 1]


@pytest.mark.parametrize(("output", "loss", "units"), CASES)
def test_slopes_are_what_the_loss_changes_by(output, loss, units):
    z, t, moved = given(output, units)
    higher, lower = (reference.sample_losses(output, loss, z + way * STEP * moved, t, DELTA) for way in (1, -1))
    found = (logit_slopes(output, loss, z, t, DELTA) * moved).sum(axis=0)
    np.testing.assert_allclose(found, (higher - lower) / (2 * STEP), atol=1e-7)


@pytest.mark.parametrize(("output", "loss", "units"), CASES)
def test_turns_are_what_the_slopes_change_by(output, loss, units):
    z, t, moved = given(output, units)
    higher, lower = (logit_slopes(output, loss, z + way * STEP * moved, t, DELTA) for way in (1, -1))
    found = logit_turns(output, loss, z, t, moved, DELTA)
    np.testing.assert_allclose(found, (higher - lower) / (2 * STEP), atol=1e-7)


def test_losses_with_kinks_do_not_bend():
    z, t, moved = given(OutputActivation.IDENTITY, 1)
    assert not logit_turns(OutputActivation.IDENTITY, Loss.ABSOLUTE, z, t, moved, DELTA).any()
    assert not logit_turns(OutputActivation.SCORE, Loss.HINGE, z, (t > 0) * 1.0, moved, DELTA).any()
