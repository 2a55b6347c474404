"""A graph's answer: its losses, its samples, its notes, and what it refuses."""

import numpy as np
import pytest

from glassbox.protocol.refusals import Refusal
from glassbox.run.answers import take_snapshot
from glassbox.study.graph import words
from glassbox.study.graph.answer import MOST_UNITS, graph
from glassbox.study.questions import GraphQuestion
from tests.run.tools import run_of, tell, train_epochs
from tests.study.graphs import nodes_of


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
    snapshot = take_snapshot(run)
    count = len(run.data_split.data.t_train)
    losses = [graph(snapshot, GraphQuestion(sample=sample)).update.loss_before for sample in range(count)]
    assert np.mean(losses) == pytest.approx(run.trainer.evaluate().train.loss, rel=1e-5)


def test_shapes_and_places():
    run = run_of(hidden=[{"units": 5}], batch_size=20)
    nodes = nodes_of(graph(take_snapshot(run), GraphQuestion()))
    assert (nodes["W1"].shape, nodes["a1"].shape) == ((5, 2), (5, 20))
    assert [node.start for node in nodes.values() if node.kind == "parameter"] == [0, 10, 15, 20]


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
