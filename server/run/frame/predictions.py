"""Which points the network gets wrong: for the marks on the output map and for the measures."""

import numpy as np
from numpy.typing import NDArray

from glassbox.engine.arrays import Floats
from glassbox.engine.choices import Problem
from glassbox.engine.network import Architecture
from glassbox.engine.surface import logits
from glassbox.engine.training_data import TrainingData

NO_CLASS = 255


def predicted_class(z: Floats) -> NDArray[np.int64]:
    """The class of each point by its logits [output units, points], as the accuracy counts it: int64 [points]."""
    if z.shape[0] == 1:
        return np.asarray(z[0] > 0, np.int64)
    return np.asarray(z.argmax(axis=0), np.int64)


def predictions(
    problem: Problem,
    architecture: Architecture,
    parameters: Floats,
    statistics: Floats,
    data: TrainingData,
    numbers: tuple[int, ...],
) -> bytes:
    """The class that each of these points is put into, a byte each;
    NO_CLASS where there is no such point or no class.
    """
    inputs = np.concatenate([x for x, _ in data.parts], axis=1)
    told = np.full(len(numbers), NO_CLASS, np.uint8)
    known = np.array([at for at, number in enumerate(numbers) if number < inputs.shape[1]], np.intp)
    if problem is not Problem.REGRESSION and known.size:
        looked_at = np.ascontiguousarray(inputs[:, np.array(numbers)[known]])
        told[known] = predicted_class(logits(architecture, parameters, looked_at, statistics))
    return told.tobytes()


def misclassified(
    problem: Problem, architecture: Architecture, parameters: Floats, statistics: Floats, data: TrainingData
) -> NDArray[np.bool_]:
    """Which points are put into another class than theirs, in their order: bool [points];
    none where there are no classes.
    """
    if problem is Problem.REGRESSION:
        return np.zeros(0, np.bool_)
    inputs = np.concatenate([x for x, _ in data.parts], axis=1)
    targets = np.concatenate([t for _, t in data.parts])
    return np.asarray(predicted_class(logits(architecture, parameters, inputs, statistics)) != targets)
