"""What a network computes over the whole plane: the maps of its units and of its output, for pictures.

Maps are float32 and begin with the upper left corner; inputs are the features of a `grid` of points.
"""

import threading
from dataclasses import replace

import numpy as np

from glassbox.engine._jit import jit, pasted
from glassbox.engine.arrays import Bytes, Floats
from glassbox.engine.choices import OutputActivation, Problem
from glassbox.engine.dataset import EDGE
from glassbox.engine.functions import f, sigmoid, tanh
from glassbox.engine.inference import infer
from glassbox.engine.losses import softmax
from glassbox.engine.network import Architecture
from glassbox.engine.workspace import TILE, Workspace, workspace

Windows = tuple[tuple[int, int], ...]

_SIGMOID, _TANH, _SOFTMAX = OutputActivation.SIGMOID.code, OutputActivation.TANH.code, OutputActivation.SOFTMAX.code
_ONE, _TWO = f(1), f(2)
_NEAR = 24 * 1024  # bytes of a tile's outputs and slopes that stay in the nearest cache


def grid(size: int) -> Floats:
    """The centres of size × size pixels over the plane, row by row from the top: float32 [size², 2]."""
    centres = ((np.arange(size) + 0.5) / size * 2 - 1) * EDGE
    x1, x2 = np.meshgrid(centres, -centres)
    return np.stack([x1.ravel(), x2.ravel()], axis=1).astype(np.float32)


def unit_maps(
    architecture: Architecture, parameters: Floats, inputs: Floats, windows: Windows, statistics: Floats | None = None
) -> Floats:
    """The outputs φ(z) of the units in each layer's window (start, count), layer by layer: float32 [units, points].

    Units of the last layer show the network's prediction: a value, score or class probability; of two classes, 2p − 1.

    Args:
        statistics: as in `kernel_args.State`; needed if a layer is batch-normalized.
    """
    shown = sum(count for _, count in windows)
    maps = np.empty((shown, inputs.shape[1]), np.float32)
    work = scratch(architecture)
    known = work.statistics if statistics is None else statistics
    fill_maps(architecture.plan, np.array(windows, np.int64), inputs, parameters, known, work, maps)
    return maps


def output_map(
    problem: Problem, architecture: Architecture, parameters: Floats, inputs: Floats, statistics: Floats | None = None
) -> Floats:
    """The prediction at every point, float32 [points]: a value; of two classes, 2p − 1, tanh z or a score.

    Raises:
        ValueError: several classes have a `class_map`.
    """
    if problem is Problem.MULTICLASS:
        raise ValueError("Expected a problem with one output; several classes have a class map.")
    values: Floats = _outputs(architecture, parameters, inputs, statistics)[0]
    return values


def class_map(
    architecture: Architecture, parameters: Floats, inputs: Floats, statistics: Floats | None = None
) -> tuple[Bytes, Floats]:
    """The first class at every point, uint8 [points], and how sure it is, float32 [points].

    That is its probability; where the network gives scores, the share a softmax of them would give it.
    """
    chances: Floats = _outputs(architecture, parameters, inputs, statistics)
    if architecture.output is OutputActivation.SCORE:
        chances = np.exp(chances - chances.max(axis=0))
        chances /= chances.sum(axis=0)
    return chances.argmax(axis=0).astype(np.uint8), chances.max(axis=0)


def logits(architecture: Architecture, parameters: Floats, inputs: Floats, statistics: Floats | None = None) -> Floats:
    """The pre-activations of the last layer, float32 [units, points]: what predictions are made of."""
    bare = replace(architecture, output=OutputActivation.IDENTITY)
    return _outputs(bare, parameters, inputs, statistics)


def windows_on(sizes: tuple[int, ...], layer: int, first: int = 0, count: int | None = None) -> Windows:
    """Windows that show units of one layer only (0: the inputs): `count` from `first` on; None: all of them."""
    shown = sizes[layer] if count is None else count
    return tuple((first, shown) if at == layer else (0, 0) for at in range(len(sizes)))


def _outputs(architecture: Architecture, parameters: Floats, inputs: Floats, statistics: Floats | None) -> Floats:
    windows = windows_on(architecture.sizes, len(architecture.sizes) - 1)
    return unit_maps(architecture, parameters, inputs, windows, statistics)


_local = threading.local()


def scratch(architecture: Architecture) -> Workspace:
    """Memory for the kernel, one for each thread, kept while the network's shape stays."""
    if getattr(_local, "layout", None) != architecture.layout:
        _local.layout = architecture.layout
        _local.work = workspace(architecture.layout, np.float32, _tile(architecture))
    return _local.work  # type: ignore[no-any-return]


def _tile(architecture: Architecture) -> int:
    """How many points go through the network together: of a small one more than in training, where a batch is small."""
    sample = 2 * sum(architecture.sizes) * np.dtype(np.float32).itemsize
    return max(_NEAR // sample // TILE, 1) * TILE


@jit
def fill_maps(plan, windows, inputs, parameters, statistics, work, maps):
    """Fill `maps` [units, points] as `unit_maps` tells."""
    shown, units = windows[-1, 1], plan.sizes[-1]
    before = maps.shape[0] - shown
    # Where not all classes are shown, the probability of each depends on all of them.
    is_part = plan.output == _SOFTMAX and 0 < shown < units
    wanted, values = windows.copy(), maps
    if is_part:
        wanted[-1, 0], wanted[-1, 1] = 0, units
        values = np.empty((before + units, maps.shape[1]), maps.dtype)
    infer(plan, wanted, inputs, parameters, statistics, work, values)
    _predict(plan.output, values[before:])
    if is_part:
        for row in range(maps.shape[0]):
            source = row if row < before else row + windows[-1, 0]
            for point in range(maps.shape[1]):
                maps[row, point] = values[source, point]


@pasted
def _predict(output, logits):
    """In place: logits [units, points] become predictions; of two classes, 2p − 1."""
    flat = logits.reshape(logits.size)
    if flat.size == 0:
        return
    if output == _SOFTMAX:
        softmax(flat, logits.shape[1])
    elif output == _SIGMOID:
        for at in range(flat.size):
            flat[at] = _TWO * sigmoid(flat[at]) - _ONE
    elif output == _TANH:
        for at in range(flat.size):
            flat[at] = tanh(flat[at])
