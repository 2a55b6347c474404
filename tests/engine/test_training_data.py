"""Tests of the parts of the data: those there are, in the order in which points come."""

import numpy as np

from glassbox.engine.training_data import TrainingData


def part(count):
    return np.full((2, count), count, np.float32), np.zeros(count, np.float32)


def test_without_validation_there_are_two_parts():
    data = TrainingData(*part(5), *part(3))
    assert [len(t) for _, t in data.parts] == [5, 3]
    assert data.parts[0][0] is data.x_train and data.parts[1][1] is data.t_test


def test_what_is_set_aside_for_validation_stands_between_them():
    data = TrainingData(*part(5), *part(3), *part(2))
    assert [len(t) for _, t in data.parts] == [5, 2, 3]
    assert data.parts[1][0] is data.x_validation
