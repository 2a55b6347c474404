"""Reads what the server sends, as a page does: for tests that look at a frame's numbers."""

from functools import partial

import numpy as np

from glassbox.protocol.frames import Frame
from tests.sentences import unpack

read_frame = partial(unpack, kind=Frame)


def weights(frame):
    """The shown weights of each layer but the inputs, [units, sources]."""
    shapes = [(units, sources) for (_, sources), (_, units) in zip(frame.windows, frame.windows[1:], strict=False)]
    return _cut(frame.weights, shapes)


def biases(frame):
    """The shown biases of each layer but the inputs, [units]."""
    return _cut(frame.biases, [(units,) for _, units in frame.windows[1:]])


def numbers(frame):
    """All shown weights and biases, to compare two networks by."""
    return frame.weights + frame.biases


def _cut(data, shapes):
    flat = np.frombuffer(data, "<f4")
    ends = np.cumsum([np.prod(shape) for shape in shapes])
    return [part.reshape(shape) for part, shape in zip(np.split(flat, ends[:-1]), shapes, strict=True)]
