"""Tests of the diagnosis: the likeliest cause of a run that blew up, in plain words with a remedy."""

import numpy as np
import pytest

from glassbox.engine.choices import Optimizer
from glassbox.engine.stability import critical_rates
from glassbox.run.diagnosis import explain
from glassbox.run.driver import has_finite_losses
from glassbox.settings import Settings
from tests.run.tools import run_of, train_epochs

CASES = {
    "penalty": ({"penalty": "l2", "penalty_rate": 10.0, "learning_rate": 0.3}, 10, "Learning rate × penalty rate is 3"),
    "penalty under Nesterov": (
        {"penalty": "l2", "penalty_rate": 10.0, "learning_rate": 0.2, "optimizer": "nesterov"}, 10,
        "from 1.36 on (Nesterov)",
    ),
    "penalty that momentum bears": (
        {"penalty": "l2", "penalty_rate": 10.0, "learning_rate": 0.3, "optimizer": "momentum"}, 10,
        "learning rate 0.3 is too high",
    ),
    "penalty that grows with the weight": (
        {"penalty": "lp", "penalty_power": 4.0, "penalty_rate": 5.0, "learning_rate": 0.1}, 10,
        "With p = 4 the penalty's pull grows with the weight: beyond a size of 2 a step",
    ),
    "penalty that only far weights feel": (
        {"penalty": "lp", "penalty_power": 4.0, "penalty_rate": 0.1, "learning_rate": 0.1}, 10, "updates grew",
    ),
    "Lp with p of 2": (
        {"penalty": "lp", "penalty_power": 2.0, "penalty_rate": 10.0, "learning_rate": 0.3}, 10,
        "Learning rate × penalty rate is 3",
    ),
    "penalty that stops at zero": (
        {"penalty": "l1", "penalty_rate": 10.0, "learning_rate": 0.3}, 10, "learning rate 0.3 is too high",
    ),
    "input scale": ({"input_scale": 10.0, "gain": 0.0}, 10, "input scale is 10, so the inputs reach 60"),
    "no smaller weights than none": ({"gain": 0.0}, 10, "Lower it about tenfold"),
    "gain": ({"gain": 8.0, "learning_rate": 0.5}, 10, "initial weights were too large (gain 8)"),
    "rate": ({"learning_rate": 3.0}, 10, "learning rate 3 is too high"),
    "rate, long after a large gain": ({"gain": 8.0, "learning_rate": 3.0}, 5000, "learning rate 3 is too high"),
    "momentum": ({"learning_rate": 0.1, "optimizer": "momentum"}, 10, "learning rate 0.1 is too high"),
    "squares": ({"features": ["x1", "x1_squared"]}, 10, "squared features"),
    "unbounded": ({"activation": "relu", "loss": "squared_error"}, 10, "Outputs of ReLU have no upper limit"),
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
    text = explain(Settings().changed(changes), step, has_finite_losses=True)
    assert cause in text
    assert f"at step {step:,}" in text
    assert text.endswith("You see the last finite state.")


def test_what_is_left_is_called_finite_only_if_its_loss_is():
    told = explain(Settings(), 0, has_finite_losses=False)
    assert "last finite state" not in told and "its loss is already beyond" in told
    run = run_of(dataset="plane", hidden=[], activation="linear")
    run.trainer.parameters[:] = 1e30
    assert not has_finite_losses(run.trainer.evaluate()) and run.trainer.finite()
    run.changed()
    train_epochs(run, 1)
    run.evaluate()
    assert run.stop.text.endswith("beyond the largest there is.")


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "nesterov"])
@pytest.mark.parametrize(("share", "diverges"), [(0.97, False), (1.03, True)])
def test_the_bound_that_is_told_is_where_the_penalty_throws_weights_out(optimizer, share, diverges):
    """A line that has learned all there is, under nothing but the penalty."""
    bound = critical_rates(1.0, 0.5)[Optimizer(optimizer)]
    settings = dict(
        dataset="plane", hidden=[], optimizer=optimizer, momentum=0.5, learning_rate=1.0, penalty="l2",
        penalty_rate=bound * share, input_scale=0.001,
    )  # fmt: skip
    run = run_of(**settings)
    weights = slice(0, 2)
    before = np.abs(run.trainer.parameters[weights]).max()
    train_epochs(run, 60)
    grew = bool(run.stop or np.abs(run.trainer.parameters[weights]).max() > before)
    assert grew is diverges
    assert ("the penalty throws" in explain(run.settings, 10, has_finite_losses=True)) is diverges
