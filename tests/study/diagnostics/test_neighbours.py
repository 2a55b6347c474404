"""Nearest neighbours against a plain search, and labels that they contradict."""

import numpy as np

from glassbox.study.diagnostics.neighbours import NEAREST, nearest, odd, votes


def test_neighbours_are_the_nearest_and_odd_labels_are_contradicted():
    chance = np.random.default_rng(5)
    x, labels = chance.normal(size=(2, 60)).astype(np.float32), chance.integers(0, 3, 60)
    near = nearest(x)
    for sample, found in enumerate(near):
        distances = np.linalg.norm(x - x[:, sample : sample + 1], axis=0)
        distances[sample] = np.inf
        assert sorted(found) == sorted(np.argsort(distances)[:NEAREST])
    counts = votes(labels, near, 3)
    for sample in range(60):
        assert counts[sample].tolist() == [int((labels[near[sample]] == each).sum()) for each in range(3)]
        assert odd(labels, counts)[sample] == ((labels[near[sample]] != labels[sample]).sum() >= NEAREST - 1)
    assert nearest(x[:, :3]).shape == (3, 2)
