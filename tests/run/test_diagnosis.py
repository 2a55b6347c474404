"""Tests of the diagnosis: the likeliest cause of a run that blew up, in plain words with a remedy."""

import pytest

from glassbox.run.diagnosis import explain
from glassbox.settings import Settings

CASES = {
    "penalty": ({"penalty": "l2", "penalty_rate": 10.0, "learning_rate": 0.3}, 10, "Learning rate × penalty rate is 3"),
    "gain": ({"gain": 8.0, "learning_rate": 0.5}, 10, "initial weights were too large (gain 8)"),
    "rate": ({"learning_rate": 3.0}, 10, "learning rate 3 is too high"),
    "rate, long after a large gain": ({"gain": 8.0, "learning_rate": 3.0}, 5000, "learning rate 3 is too high"),
    "momentum": ({"learning_rate": 0.1, "optimizer": "momentum"}, 10, "learning rate 0.1 is too high"),
    "squares": ({"features": ["x1", "x1_squared"]}, 10, "squared features"),
    "unbounded": ({"activation": "relu", "loss": "squared_error"}, 10, "ReLU outputs have no upper limit"),
    "unbounded, of one layer": (
        {"dataset": "plane", "hidden": [{"units": 3, "activation": "linear"}]}, 10,
        "Linear outputs have no upper limit",
    ),
    "bounded layers": ({"activation": "relu", "hidden": [{"units": 3, "activation": "tanh"}]}, 10, "updates grew"),
    "penalty that Adam scales": (
        {"penalty": "l2", "penalty_rate": 10.0, "learning_rate": 0.25, "optimizer": "adam"}, 10, "updates grew",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "step", "cause"), CASES.values(), ids=CASES)
def test_the_likeliest_cause_is_named(changes, step, cause):
    text = explain(Settings().changed(changes), step)
    assert cause in text
    assert f"at step {step:,}" in text
    assert text.endswith("You see the last finite state.")
