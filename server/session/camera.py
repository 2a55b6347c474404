"""Takes the pictures of a network that a frame carries: only what the page looks at, at the size it shows."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from server.engine import surface
from server.engine.choices import Feature, Problem
from server.engine.features import compute_features
from server.engine.layout import Layout
from server.engine.network import Architecture
from server.engine.portraits import Pose, draw
from server.protocol import frames
from server.protocol.messages import View

Windows = tuple[tuple[int, int], ...]
Floats = NDArray[np.float32]

DEFAULT_WINDOW = 12  # units of a layer shown until the page says what it shows
MOST_PRODUCTS = 100_000_000  # of a map's pixels and the parameters: a few milliseconds; larger maps are made coarser …
COARSEST_MAP = 48  # … down to this
STEP_OF_SIZE = 4  # pixels; the sizes in between are left out
CLASS_SCALE = 1.0


@dataclass(frozen=True)
class Subject:
    """What stands before the camera: a network, the features it is given, what it is asked, and its largest target."""

    architecture: Architecture
    parameters: Floats
    statistics: Floats
    features: tuple[Feature, ...]
    problem: Problem
    scale: float
    input_scale: float = 1.0

    def grid(self, size: int) -> Floats:
        """What the network is given over the plane, [features, size²]."""
        return grid_inputs(size, self.features, self.input_scale)


@lru_cache(maxsize=64)
def grid_inputs(size: int, features: tuple[Feature, ...], scale: float = 1.0) -> Floats:
    """The scaled features of a size × size grid over the plane, [features, size²]; shared by all sessions, never to be changed.

    Not marked so: for read-only arrays the kernels would be compiled once more.
    """
    return compute_features(surface.grid(size), features, scale)


def photograph(subject: Subject, view: View, windows: Windows, *, fine: bool) -> tuple[frames.Map, frames.Units]:
    """The large map that is looked at, and the small maps of all shown units.

    Args:
        fine: full detail however long it takes.
    """
    size = view.map_size if fine else quick_size(view.map_size, subject.parameters.size)
    unit = view.unit if view.unit is not None and _is_there(view.unit, subject.architecture.sizes) else None
    pose = _output_pose(subject, size) if unit is None else _unit_pose(subject, unit, size)
    small = Pose(subject.grid(view.unit_size), view.unit_size, windows)
    large, units = draw(subject.architecture, subject.parameters, pose, small, subject.statistics)
    kind = "classes" if pose.as_classes else "signed"
    return (
        frames.Map(size, unit, kind, float(large.scales[0]), large.pixels, large.classes or None),
        frames.Units(view.unit_size, units.scales.tobytes(), units.pixels),
    )


def quick_size(wanted: int, parameters: int) -> int:
    """The largest size up to the wanted one at which a network of so many parameters is pictured quickly."""
    quick = math.isqrt(MOST_PRODUCTS // max(parameters, 1)) // STEP_OF_SIZE * STEP_OF_SIZE
    return min(wanted, max(quick, COARSEST_MAP))


def fitting(wanted: Windows, sizes: tuple[int, ...]) -> Windows:
    """The wanted windows as far as the network has such units; the view may be older than the network."""
    if len(wanted) != len(sizes):
        return tuple((0, min(size, DEFAULT_WINDOW)) for size in sizes)
    return tuple(_clamp(start, count, size) for (start, count), size in zip(wanted, sizes, strict=True))


def shown_parameters(parameters: Floats, layout: Layout, windows: Windows) -> tuple[bytes, bytes]:
    """The weights between shown units and their biases, layer after layer, as bytes."""
    weights, biases = [], []
    for layer in range(1, len(layout.sizes)):
        (source, sources), (unit, units) = windows[layer - 1], windows[layer]
        matrix = layout.matrix(parameters, layer)
        weights.append(matrix[unit : unit + units, source : source + sources].tobytes())
        biases.append(parameters[layout.bias(layer)][unit : unit + units].tobytes())
    return b"".join(weights), b"".join(biases)


def _clamp(start: int, count: int, size: int) -> tuple[int, int]:
    count = min(count, size)
    return min(start, size - count), count


def _is_there(unit: tuple[int, int], sizes: tuple[int, ...]) -> bool:
    return unit[0] < len(sizes) and unit[1] < sizes[unit[0]]


def _unit_pose(subject: Subject, unit: tuple[int, int], size: int) -> Pose:
    layers = range(len(subject.architecture.sizes))
    windows = tuple((unit[1], 1) if layer == unit[0] else (0, 0) for layer in layers)
    return Pose(subject.grid(size), size, windows)


def _output_pose(subject: Subject, size: int) -> Pose:
    *others, last = subject.architecture.sizes
    windows = (*((0, 0) for _ in others), (0, last))
    has_classes = subject.problem is Problem.MULTICLASS
    return Pose(subject.grid(size), size, windows, CLASS_SCALE if has_classes else subject.scale, has_classes)
