"""A trial and its result go anywhere: they are plain, and the result says where it comes from."""

import pickle

from glassbox.experiments.trials import Trial, TrialResult, this_machine


def test_they_can_be_sent():
    trial = Trial(3, {"seed": 1}, 1, 10, (10,), ("test_loss",))
    result = TrialResult(3, "done", 9, 10, {"test_loss": [0.5]}, "ab", this_machine())
    assert pickle.loads(pickle.dumps((trial, result))) == (trial, result)


def test_the_machine_is_told_by_processor_and_versions():
    assert "numba " in this_machine() and "glassbox " in this_machine()
