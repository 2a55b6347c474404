"""Which samples a graph is for: those that training takes next, or one by its number."""

import numpy as np
import pytest

from glassbox.run.answers import take_snapshot
from glassbox.study.graph import words
from glassbox.study.graph.answer import graph
from glassbox.study.graph.chosen import next_batch
from glassbox.study.questions import GraphQuestion
from tests.run.tools import run_of
from tests.study.graphs import nodes_of, unpacked


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
    snapshot, points = take_snapshot(run), run.data_split.points
    for sample in (
        0,
        run.data_split.training,
        run.data_split.training + run.data_split.validation,
        len(points.target) - 1,
    ):
        answer = graph(snapshot, GraphQuestion(sample=sample))
        assert unpacked(nodes_of(answer)["t"].value) == pytest.approx(float(points.target[sample]))
        np.testing.assert_allclose(unpacked(answer.opened.near["x"].value).ravel(), points.x[sample], rtol=1e-6)
        assert (words.TEST_SAMPLE in answer.notes) == (sample >= run.data_split.training)
    assert answer.samples.total == len(points.target)
