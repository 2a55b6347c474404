"""The distribution of weights against a count by hand."""

import itertools

import numpy as np
import pytest

from glassbox.run.answers import take_snapshot
from glassbox.study.weights import BINS, weights
from tests.run.tools import run_of, train_epochs


def test_counts_and_norms_are_those_of_the_weights():
    run = run_of(hidden=[{"units": 5}, {"units": 3}], penalty="l1", penalty_rate=0.01)
    train_epochs(run, 40)
    answer = weights(take_snapshot(run))
    layout = run.trainer.recipe.architecture.layout
    matrices = [layout.matrix(run.trainer.parameters, layer) for layer in (1, 2, 3)]
    assert answer.reach == pytest.approx(max(np.abs(matrix).max() for matrix in matrices))
    for layer, matrix in zip(answer.layers, matrices, strict=True):
        assert sum(layer.counts) == layer.count == matrix.size
        edges = np.linspace(-answer.reach, answer.reach, BINS + 1)
        by_hand = [((matrix >= low) & (matrix < high)).sum() for low, high in itertools.pairwise(edges)]
        assert np.abs(np.array(by_hand[:-1]) - layer.counts[:-1]).sum() <= 2  # at an edge, rounding decides
        assert layer.zeros == (matrix == 0).sum()
        assert layer.l1 == pytest.approx(np.abs(matrix).sum()) and layer.l2 == pytest.approx(np.linalg.norm(matrix))
    assert answer.pairs == matrices[0].tolist()


def test_all_zero_and_a_single_input():
    answer = weights(take_snapshot(run_of(initialization="zeros", features=["x1"], hidden=[])))
    assert answer.layers[0].counts[BINS // 2] == 1 and answer.pairs == []
