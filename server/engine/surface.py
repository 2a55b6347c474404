"""What a network computes over the whole plane: the maps of its units and of its output, for pictures.

Maps are float32 and begin with the upper left corner; inputs are the features of a `grid` of points.
"""

import threading

import numpy as np
from numpy.typing import NDArray

from server.engine._jit import jit, pasted
from server.engine.choices import OutputActivation, Problem
from server.engine.datasets import EDGE
from server.engine.functions import f, sigmoid, tanh
from server.engine.losses import softmax
from server.engine.network import Architecture
from server.engine.passes import forward, padded
from server.engine.workspace import TILE, Workspace, workspace

Floats = NDArray[np.float32]
Windows = tuple[tuple[int, int], ...]

_SIGMOID, _TANH, _SOFTMAX = OutputActivation.SIGMOID.code, OutputActivation.TANH.code, OutputActivation.SOFTMAX.code
_ZERO, _ONE, _TWO = f(0), f(1), f(2)


def grid(size: int) -> Floats:
    """The centres of size × size pixels over the plane, row by row from the top: float32 [size², 2]."""
    centres = ((np.arange(size) + 0.5) / size * 2 - 1) * EDGE
    x1, x2 = np.meshgrid(centres, -centres)
    return np.stack([x1.ravel(), x2.ravel()], axis=1).astype(np.float32)


def unit_maps(architecture: Architecture, parameters: Floats, inputs: Floats, windows: Windows) -> Floats:
    """The outputs φ(z) of the units in each layer's window (start, count), layer by layer: float32 [units, points].

    Units of the last layer show the network's prediction: a value or class probability; of two classes, 2p − 1.
    """
    shown = sum(count for _, count in windows)
    maps = np.empty((shown, inputs.shape[1]), np.float32)
    plan = _plan(architecture)
    _fill_maps(*plan, np.array(windows, np.int64), inputs, parameters, _scratch(architecture), maps)
    return maps


def output_map(problem: Problem, architecture: Architecture, parameters: Floats, inputs: Floats) -> Floats:
    """The prediction at every point, float32 [points]: a value; of two classes, 2p − 1 or tanh z, from −1 to 1.

    Raises:
        ValueError: several classes have a `class_map`.
    """
    if problem is Problem.MULTICLASS:
        raise ValueError("Expected a problem with one output; several classes have a class map.")
    return np.asarray(_outputs(architecture, parameters, inputs)[0])


def class_map(architecture: Architecture, parameters: Floats, inputs: Floats) -> tuple[NDArray[np.uint8], Floats]:
    """The most probable class at every point, uint8 [points], and its probability, float32 [points]."""
    chances = _outputs(architecture, parameters, inputs)
    return chances.argmax(axis=0).astype(np.uint8), chances.max(axis=0)


def _outputs(architecture: Architecture, parameters: Floats, inputs: Floats) -> Floats:
    last = architecture.sizes[-1]
    return unit_maps(architecture, parameters, inputs, ((0, 0),) * (len(architecture.sizes) - 1) + ((0, last),))


def _plan(architecture: Architecture) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    return architecture.size_array, architecture.code_array, architecture.output.code


_local = threading.local()


def _scratch(architecture: Architecture) -> Workspace:
    """Memory for the kernel, one for each thread, kept while the network's shape stays."""
    if getattr(_local, "layout", None) != architecture.layout:
        _local.layout, _local.work = architecture.layout, workspace(architecture.layout, np.float32)
    return _local.work  # type: ignore[no-any-return]


@jit
def _fill_maps(sizes, codes, output, windows, inputs, parameters, work, maps):
    points = inputs.shape[1]
    for done in range(0, points, TILE):
        real = min(TILE, points - done)
        width = padded(real)
        for feature in range(sizes[0]):
            place, values = work.outputs[feature * width :], inputs[feature, done:]
            for s in range(width):
                place[s] = values[s] if s < real else _ZERO
        last = forward(parameters, sizes, codes, work.outputs, work.slopes, width)
        _predict(output, work.outputs[last : last + sizes[-1] * width], width)
        _copy_windows(sizes, windows, work.outputs, width, maps, done, real)


@pasted
def _copy_windows(sizes, windows, outputs, width, maps, done, real):
    row = layer_start = 0
    for layer in range(sizes.size):
        for unit in range(windows[layer, 1]):
            shown = outputs[(layer_start + windows[layer, 0] + unit) * width :]
            drawn = maps[row, done:]
            for s in range(real):
                drawn[s] = shown[s]
            row += 1
        layer_start += sizes[layer]


@pasted
def _predict(output, logits, width):
    """In place: the logits of a tile become predictions; of two classes, 2p − 1."""
    if output == _SOFTMAX:
        softmax(logits, width)
    elif output == _SIGMOID:
        for at in range(logits.size):
            logits[at] = _TWO * sigmoid(logits[at]) - _ONE
    elif output == _TANH:
        for at in range(logits.size):
            logits[at] = tanh(logits[at])
