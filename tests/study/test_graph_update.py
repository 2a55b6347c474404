"""The update that the graph announces against the step that the engine then takes, and the gradient check."""

import numpy as np
import pytest

from glassbox.engine.choices import Activation, Normalization
from glassbox.protocol.refusals import Refusal
from glassbox.run.answers import take_snapshot
from glassbox.study.graph import words
from glassbox.study.graph.answer import MOST_UNITS, check, graph
from glassbox.study.graph.by_layer import record_by_layer
from glassbox.study.graph.check import check_gradients, worst_first
from glassbox.study.graph.chosen import next_batch
from glassbox.study.questions import CheckQuestion, GraphQuestion
from tests.engine.networks import ENDS
from tests.run.tools import run_of, tell, train_epochs
from tests.study.graphs import graph_case, nodes_of, unpacked, update_at

SETTINGS = [
    *({"optimizer": name} for name in ("sgd", "momentum", "nesterov", "rmsprop", "adam")),
    {"clip_norm": 0.05},
    {"penalty": "l1", "penalty_rate": 0.02},
    {"penalty": "l2", "penalty_rate": 0.1, "clip_norm": 0.05},
    {"penalty": "lp", "penalty_power": 0.5, "penalty_rate": 0.01},
    {"penalty": "lp", "penalty_power": 3.0, "penalty_rate": 0.1, "optimizer": "adam"},
    {"schedule": "warm_up", "schedule_epochs": 10.0, "optimizer": "momentum"},
    {"schedule": "cosine", "schedule_epochs": 7.0},
    {"normalization": "batch", "optimizer": "adam"},
    {"normalization": "layer"},
    *(
        {
            "optimizer": name,
            "penalty": penalty,
            "penalty_rate": 0.02,
            "clip_norm": 0.03,
            "schedule": schedule,
            "schedule_epochs": 9.0,
        }
        for name, penalty, schedule in (
            ("momentum", "l2", "step"),
            ("nesterov", "l1", "exponential"),
            ("rmsprop", "l2", "warm_up"),
            ("adam", "l1", "cosine"),
            ("adam", "l2", "exponential"),
        )
    ),
    {"optimizer": "adam", "beta1": 0.5, "beta2": 0.9, "epsilon": 1e-3},
    {"optimizer": "rmsprop", "rmsprop_decay": 0.5, "penalty": "lp", "penalty_power": 0.7, "penalty_rate": 0.02},
    {"optimizer": "nesterov", "momentum": 0.5, "normalization": "batch", "penalty": "l2", "penalty_rate": 0.05},
    {"dataset": "blobs", "activation": "gelu", "loss": "hinge"},
    {"dataset": "spiral3", "activation": "relu", "batch_size": 33},
    {"dataset": "multi_gauss", "loss": "huber", "huber_delta": 0.2, "hidden": []},
]


@pytest.mark.parametrize("settings", SETTINGS, ids=lambda settings: " ".join(map(str, settings.values())))
def test_the_update_is_the_engines_next_step(settings):
    """After some steps, so that the optimizer has a memory and the last mini-batch of an epoch was smaller."""
    run = run_of(**{"batch_size": 7, "learning_rate": 0.05} | settings)
    train_epochs(run, 2)
    run.trainer.run(3)
    update = update_at(take_snapshot(run))
    stages, before, trainer = update.stages, run.trainer.parameters.copy(), run.trainer
    trainer.run(1)
    np.testing.assert_array_equal(before, stages["before"])
    np.testing.assert_allclose(trainer.parameters, stages["after"], rtol=2e-6, atol=1e-6)
    moved = np.abs(trainer.parameters - before).max()
    np.testing.assert_allclose(
        trainer.parameters - before, stages["after"] - stages["before"], atol=2e-3 * moved + 1e-7
    )
    memory = trainer.state()
    for name, part in (("first", memory.first), ("second", memory.second)):
        if name in stages:
            np.testing.assert_allclose(part, stages[name], rtol=1e-4, atol=1e-6)
    assert update.numbers.updates == trainer.step


@pytest.mark.parametrize("settings", SETTINGS, ids=lambda settings: " ".join(map(str, settings.values())))
def test_what_is_frozen_or_disabled_does_not_move(settings):
    """A frozen unit, a disabled one and a disabled connection, held while training goes on:
    the rest is the engine's step.
    """
    run = run_of(**{"batch_size": 7, "learning_rate": 0.05, "hidden": [{"units": 4}, {"units": 3}]} | settings)
    train_epochs(run, 2)
    if len(run.trainer.recipe.architecture.sizes) > 2:
        tell(run, "hold", action="freeze", layer=1, unit=0, source=None, on=True)
        tell(run, "hold", action="disable", layer=1, unit=1, source=None, on=True)
    tell(run, "hold", action="disable", layer=1, unit=0, source=1, on=True)
    run.trainer.run(3)
    before, specimen = run.trainer.parameters.copy(), take_snapshot(run)
    update, held = update_at(specimen), specimen.moment.holds.places
    after = update.after
    assert sorted(held) == sorted(run.trainer.held.at) and 0 < len(held) < len(before)
    run.trainer.run(1)
    np.testing.assert_array_equal(after[held], before[held])
    np.testing.assert_array_equal(run.trainer.parameters[held], before[held])
    np.testing.assert_array_equal(update.stages["change"][held], 0)
    moved = np.abs(run.trainer.parameters - before).max()
    assert moved > 0
    np.testing.assert_allclose(run.trainer.parameters - before, after - before, atol=2e-3 * moved + 1e-7)


def test_what_is_frozen_is_no_part_of_the_norm_that_is_clipped():
    run = run_of(clip_norm=0.01, hidden=[{"units": 3}])
    whole = graph(take_snapshot(run), GraphQuestion()).update.numbers.norm
    tell(run, "hold", action="freeze", layer=1, unit=None, source=None, on=True)
    update, held = update_at(take_snapshot(run)), take_snapshot(run).moment.holds.places
    learning = np.delete(update.stages["gradient"], held)
    assert update.numbers.norm == pytest.approx(np.linalg.norm(learning)) and update.numbers.norm < whole


@pytest.mark.parametrize("normalization", ["none", "batch", "layer"])
def test_the_loss_of_a_whole_batch_is_the_one_that_falls(normalization):
    run = run_of(batch_size=250, learning_rate=0.01, normalization=normalization)
    train_epochs(run, 3)
    update = graph(take_snapshot(run), GraphQuestion()).update
    assert update.loss_after < update.loss_before
    run.trainer.run(1)
    assert graph(take_snapshot(run), GraphQuestion()).update.loss_before == pytest.approx(update.loss_after, rel=1e-5)


def test_one_sample_is_evaluated_as_the_engine_does():
    run = run_of(normalization="batch", hidden=[{"units": 4}, {"units": 3}])
    train_epochs(run, 5)
    specimen = take_snapshot(run)
    count = len(run.data_split.data.t_train)
    losses = [graph(specimen, GraphQuestion(sample=sample)).update.loss_before for sample in range(count)]
    assert np.mean(losses) == pytest.approx(run.trainer.evaluate().train.loss, rel=1e-5)


def test_the_next_mini_batch_is_the_one_that_moves_the_weights():
    """With one sample a step, and only that sample unlike the others, nothing but its step changes the weights much."""
    run = run_of(batch_size=1, dataset="gauss")
    run.trainer.run(17)
    (at,) = next_batch(take_snapshot(run))
    sample, batch = graph(take_snapshot(run), GraphQuestion(sample=int(at))), graph(take_snapshot(run), GraphQuestion())
    assert batch.samples.at == [at] == sample.samples.at
    assert batch.opened == sample.opened and batch.update == sample.update


def test_samples_are_numbered_as_the_points_are_drawn():
    """Training, validation and test data one after the other, each with its own inputs and target."""
    run = run_of(validation_share=20, dataset="plane")
    specimen, points = take_snapshot(run), run.data_split.points
    for sample in (
        0,
        run.data_split.training,
        run.data_split.training + run.data_split.validation,
        len(points.target) - 1,
    ):
        answer = graph(specimen, GraphQuestion(sample=sample))
        assert unpacked(nodes_of(answer)["t"].value) == pytest.approx(float(points.target[sample]))
        np.testing.assert_allclose(unpacked(answer.opened.near["x"].value).ravel(), points.x[sample], rtol=1e-6)
        assert (words.TEST_SAMPLE in answer.notes) == (sample >= run.data_split.training)
    assert answer.samples.total == len(points.target)


def test_shapes_and_places():
    run = run_of(hidden=[{"units": 5}], batch_size=20)
    nodes = nodes_of(graph(take_snapshot(run), GraphQuestion()))
    assert (nodes["W1"].shape, nodes["a1"].shape) == ((5, 2), (5, 20))
    assert [node.start for node in nodes.values() if node.kind == "parameter"] == [0, 10, 15, 20]


@pytest.mark.parametrize("output, loss, units", ENDS, ids=str)
@pytest.mark.parametrize("normalization", list(Normalization), ids=str)
@pytest.mark.parametrize("samples", [1, 6])
def test_the_gradient_check_agrees_and_finds_a_fault(output, loss, units, normalization, samples):
    moment, chosen = graph_case(Activation.TANH, output, loss, units, normalization, samples)
    tape = record_by_layer(moment, chosen)
    gradients = moment.flat(tape.gradients())
    assert check_gradients(tape, moment, gradients).errors.max() < 1e-5
    wrong = gradients.copy()
    wrong[3] *= 1.001
    assert int(check_gradients(tape, moment, wrong).errors.argmax()) == 3


def test_the_check_tells_of_every_parameter_the_worst_first():
    run = run_of(hidden=[{"units": 11}])
    answer = check(take_snapshot(run), CheckQuestion(sample=4))
    assert answer.count == len(answer.rows) == run.trainer.parameters.size
    errors = [row.error for row in answer.rows]
    assert errors == sorted(errors, reverse=True) and answer.worst == errors[0]
    names = [row.name for row in answer.rows]
    assert {"w⁽¹⁾₁₁,₂", "w⁽¹⁾₁₂", "b⁽²⁾₁"} <= set(names) and len(set(names)) == len(names)


def test_the_steps_gradient_is_meant_to_differ():
    """And the table, which is as long as it may be, says so."""
    run = run_of(activation="step")
    answer = check(take_snapshot(run), CheckQuestion(sample=None))
    assert words.STRAIGHT_THROUGH in answer.notes and answer.worst > 0.5
    moment, chosen = graph_case(Activation.STEP, *ENDS[0], Normalization.NONE, 3)
    tape = record_by_layer(moment, chosen)
    assert len(worst_first(check_gradients(tape, moment, moment.flat(tape.gradients())), moment.names(), 4)) == 4


@pytest.mark.parametrize(
    "settings, sample, note",
    [
        ({"dropout": 0.5}, 0, words.DROPOUT_OFF),
        ({"input_noise": 0.5}, 0, words.NOISE_OFF),
        ({"normalization": "batch"}, 0, words.RUNNING_STATISTICS),
        ({"normalization": "batch"}, None, words.BATCH_STATISTICS),
        ({"penalty": "l2"}, 0, words.PENALTY_APART),
        ({}, 400, words.TEST_SAMPLE),
        ({"batch_size": 40}, None, words.SOME_SAMPLES.format(count=40, first=1, last=16)),
    ],
)
def test_what_differs_from_training_is_said(settings, sample, note):
    assert graph(take_snapshot(run_of(**settings)), GraphQuestion(sample=sample)).notes == [note]


def test_what_is_too_large_or_not_there_is_refused_in_a_sentence():
    run = run_of(hidden=[{"units": 100}, {"units": 100}])
    assert MOST_UNITS == 200
    with pytest.raises(Refusal, match="This network has 201 units"):
        graph(take_snapshot(run), GraphQuestion(sample=0))
    tell(run, "edit_network", action="remove_unit", layer=1)
    assert graph(take_snapshot(run), GraphQuestion(sample=0)).nodes
    with pytest.raises(Refusal, match="There is no sample 501; the data have samples 1 to 500"):
        graph(take_snapshot(run), GraphQuestion(sample=500))
