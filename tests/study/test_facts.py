"""Tests the facts of a run: each against a plain twin, and none where a run does not have it."""

from math import inf

import numpy as np
import pytest

from glassbox.engine.curvature import largest_curvature
from glassbox.lessons.facts import of_runs
from glassbox.run.answers import answer as of_run
from glassbox.run.restore import trainer_at
from glassbox.settings import Settings
from glassbox.study.bends import bends
from glassbox.study.diagnostics.answer import diagnostics
from glassbox.study.facts import FACTS, curve_of, run_facts
from glassbox.study.measures import measures
from glassbox.study.silent import silent
from tests.run.tools import Clock, configure, run_of, tell, train_epochs

EPOCHS = 4


def play(run):
    tell(run, "play")
    for _ in range(1000):
        run.begin_frame(1.0)
        run.train(1.0, Clock())
        run.evaluate()
        if not run.playing:
            return
    raise AssertionError("it does not stop")


def snapshot_of(run):
    return of_run(run, "snapshot", {})


@pytest.fixture(scope="module")
def run():
    """Two classes, some of whose points are still wrong."""
    made = run_of(dataset="xor", samples=200, hidden=[{"units": 3}], noise=0.5, validation_share=20)
    train_epochs(made, EPOCHS)
    return made


@pytest.fixture(scope="module")
def neuron():
    """A single unit, which is made of two straight pieces' boundary and nothing hidden."""
    made = run_of(dataset="gauss", samples=60, hidden=[])
    train_epochs(made, 1)
    return made


@pytest.fixture(scope="module")
def numbers():
    made = run_of(dataset="multi_gauss", samples=60, hidden=[{"units": 2}], loss="squared_error")
    train_epochs(made, 2)
    return made


def test_every_name_of_the_table_has_what_computes_it():
    assert set(of_runs()) - set(Settings.model_fields) == set(FACTS)


def test_losses_and_accuracies_are_those_of_the_drawer(run):
    snapshot, parts = snapshot_of(run), measures(snapshot_of(run)).parts
    facts = run_facts(snapshot, FACTS)
    for part in ("train", "test", "validation"):
        assert facts[f"{part}_loss"] == parts[part].loss and facts[f"{part}_accuracy"] == parts[part].accuracy
    assert facts["gap"] == parts["test"].loss - parts["train"].loss
    for part in ("train", "test"):
        wrong = np.array(parts[part].confusion)
        assert facts[f"{part}_wrong"] == wrong.sum() - wrong.trace() > 0
    wrong = np.array(parts["train"].confusion)
    assert (facts["wrong_orange"], facts["wrong_blue"]) == (wrong[0, 1], wrong[1, 0])
    assert not {"train_rmse", "test_r2", "w1"} & set(facts)


def test_numbers_have_errors_and_no_accuracy(numbers):
    snapshot, parts = snapshot_of(numbers), measures(snapshot_of(numbers)).parts
    facts = run_facts(snapshot, FACTS)
    for part in ("train", "test"):
        assert (facts[f"{part}_rmse"], facts[f"{part}_r2"]) == (parts[part].rmse, parts[part].r2)
    absent = ("train_accuracy", "test_wrong", "wrong_blue", "validation_loss")
    assert not set(absent) & set(facts)


def test_sizes_and_ages(run):
    facts = run_facts(snapshot_of(run), FACTS)
    trainer = trainer_at(snapshot_of(run).moment)
    assert facts["epoch"] == EPOCHS and facts["step"] == EPOCHS * trainer.steps_per_epoch
    assert (facts["parameters"], facts["layers"], facts["units"]) == (trainer.parameters.size, 1, 3)
    weights = np.concatenate([trainer.parameters[:6], trainer.parameters[9:12]]).astype(np.float64)
    layout = trainer.recipe.architecture.layout
    weights = np.concatenate([trainer.parameters[layout.weights(layer)].ravel() for layer in (1, 2)]).astype(float)
    assert facts["weight_norm"] == pytest.approx(np.sqrt((weights**2).sum()))
    assert facts["largest_weight"] == np.abs(weights).max() and facts["zero_weights"] == 0


def test_lowest_and_first_losses_are_those_of_the_curves(run):
    snapshot = snapshot_of(run)
    facts, columns = run_facts(snapshot, FACTS), snapshot.curves.columns
    assert facts["first_test_loss"] == columns["test_loss"][0]
    assert facts["first_train_loss"] == columns["train_loss"][0]
    at = int(np.argmin(columns["test_loss"]))
    assert facts["lowest_test_loss"] == pytest.approx(columns["test_loss"][at], rel=1e-5)
    assert facts["lowest_test_epoch"] == columns["x"][at]
    assert facts["lowest_train_loss"] == pytest.approx(min(columns["train_loss"]), rel=1e-5)
    assert facts["test_rise"] == pytest.approx(facts["test_loss"] / facts["lowest_test_loss"])


def test_the_gradient_is_the_slope_of_the_loss(neuron):
    snapshot = snapshot_of(neuron)
    data = snapshot.data_split.data
    z = snapshot.state.parameters[:2].astype(float) @ data.x_train + float(snapshot.state.parameters[2])
    error = (1 / (1 + np.exp(-z)) - data.t_train) / z.size
    slope = np.array([*(data.x_train @ error), error.sum()])
    assert run_facts(snapshot, ["gradient_norm"])["gradient_norm"] == pytest.approx(np.linalg.norm(slope), rel=1e-4)


def test_the_parameters_of_a_single_unit_have_names(neuron, run):
    snapshot = snapshot_of(neuron)
    w1, w2, b = snapshot.state.parameters
    assert run_facts(snapshot, ["w1", "w2", "b"]) == {"w1": w1, "w2": w2, "b": b}
    assert run_facts(snapshot_of(run), ["w1", "w2", "b"]) == {}
    one = run_of(dataset="sine", hidden=[], samples=40)
    assert set(run_facts(snapshot_of(one), ["w1", "w2", "b"])) == {"w1", "b"}


def test_curvature_critical_rate_and_pieces_are_those_of_the_check_up():
    made = run_of(dataset="xor", samples=60, hidden=[{"units": 3}], activation="relu")
    train_epochs(made, 1)
    snapshot, data = snapshot_of(made), snapshot_of(made).data_split.data
    value = largest_curvature(snapshot.recipe, snapshot.state.parameters, data.x_train, data.t_train).value
    facts = run_facts(snapshot, ["largest_curvature", "critical_rate", "pieces", "silent_units", "finding"])
    assert facts["largest_curvature"] == value and facts["critical_rate"] == 2 / value
    assert facts["pieces"] == bends(snapshot).pieces.count
    told = silent(snapshot)
    assert facts["silent_units"] == len(told.dead) + len(told.even)
    assert facts["finding"] == {finding.ailment for finding in diagnostics(snapshot).findings}


def test_a_network_that_ails_has_findings():
    made = run_of(dataset="circle", samples=100, hidden=[{"units": 4}], gain=0.0)
    assert "identical_units" in run_facts(snapshot_of(made), ["finding"])["finding"]
    assert run_facts(snapshot_of(made), ["zero_weights"])["zero_weights"] == 1


def test_settings_are_told_as_the_address_writes_them(run):
    facts = run_facts(snapshot_of(run), Settings.model_fields)
    assert (facts["dataset"], facts["hidden"], facts["features"]) == ("xor", "3", "x1,x2")
    assert (facts["learning_rate"], facts["samples"], facts["optimizer"]) == (0.03, 200.0, "sgd")


def test_whether_weights_were_set_by_hand_or_training_stopped():
    made = run_of(samples=60, stop_epochs=1)
    assert run_facts(snapshot_of(made), ["by_hand", "stopped", "diverged"]) == {
        "by_hand": 0,
        "stopped": 0,
        "diverged": 0,
    }
    tell(made, "set_bias", layer=1, unit=0, value=0.5)
    assert run_facts(snapshot_of(made), ["by_hand"]) == {"by_hand": 1}
    play(made)
    assert run_facts(snapshot_of(made), ["stopped", "diverged"]) == {"stopped": 1, "diverged": 0}


def test_whether_the_output_layer_was_solved_at_once_since_the_network_began():
    made = run_of(dataset="plane", hidden=[], loss="squared_error", samples=60)
    tell(made, "set_bias", layer=1, unit=0, value=0.5)
    assert run_facts(snapshot_of(made), ["solved"]) == {"solved": 0}
    tell(made, "solve_last_layer")
    assert run_facts(snapshot_of(made), ["solved", "by_hand"]) == {"solved": 1, "by_hand": 1}
    tell(made, "reset")
    assert run_facts(snapshot_of(made), ["solved", "by_hand"]) == {"solved": 0, "by_hand": 0}


def test_what_diverged_is_known_and_tells_no_infinite_number():
    made = run_of(dataset="multi_gauss", samples=60, loss="squared_error", learning_rate=10.0, activation="linear")
    play(made)
    facts = run_facts(snapshot_of(made), FACTS)
    assert facts["diverged"] == 1 and all(value < inf for value in facts.values() if isinstance(value, float))


def test_a_curve_is_read_at_evenly_spaced_epochs(run):
    snapshot = snapshot_of(run)
    columns = snapshot.curves.columns
    told = curve_of(snapshot, "test_loss", EPOCHS, EPOCHS + 1)
    assert told == [columns["test_loss"][columns["x"].index(at)] for at in range(EPOCHS + 1)]
    assert curve_of(snapshot, "test_accuracy", 2 * EPOCHS, 5)[3:] == [None, None]
    assert curve_of(snapshot, "test_rmse", EPOCHS, 3) == [None] * 3
    assert curve_of(snapshot_of(run_of(samples=60)), "validation_loss", 5, 3) == [None] * 3


def test_of_lanes_each_has_its_own_facts():
    made = run_of(samples=60)
    first, second = (run_facts(each, ["epoch"]) for each in 2 * of_run(made, "lanes", {}))
    assert first == second == {"epoch": 0.0}
    configure(made, learning_rate=0.5)
    assert run_facts(of_run(made, "lanes", {})[0], ["learning_rate"]) == {"learning_rate": 0.5}
