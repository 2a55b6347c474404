"""Takes the pictures of a network that a frame carries: only what the page looks at, at the size it shows."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from server.engine import pictures, surface
from server.engine.choices import Feature, Problem
from server.engine.features import compute_features
from server.engine.layout import Layout
from server.engine.network import Architecture
from server.protocol import frames
from server.protocol.messages import View

Windows = tuple[tuple[int, int], ...]
Floats = NDArray[np.float32]

DEFAULT_WINDOW = 12  # units of a layer shown until the page says what it shows
MOST_PRODUCTS = 100_000_000  # of a map's pixels and the parameters: a few milliseconds; larger maps are made coarser …
COARSEST_MAP = 48  # … down to this
STEP_OF_SIZE = 4  # pixels; the sizes in between are left out
CLASS_SCALE = 1.0
ONE = np.ones(1, np.float32)


@dataclass(frozen=True)
class Subject:
    """What stands before the camera: a network, the features it is given, what it is asked, and its largest target."""

    architecture: Architecture
    parameters: Floats
    features: tuple[Feature, ...]
    problem: Problem
    scale: float


@lru_cache(maxsize=64)
def grid_inputs(size: int, features: tuple[Feature, ...]) -> Floats:
    """The features of a size × size grid over the plane, [features, size²]; shared by all sessions, never to be changed.

    Not marked so: for read-only arrays the kernels would be compiled once more.
    """
    return compute_features(surface.grid(size), features)


def large_map(subject: Subject, view: View, *, fine: bool) -> frames.Map:
    """The output's map, or the unit's that is looked at; `fine` asks for full detail however long it takes."""
    parameters = subject.parameters.size
    size = view.map_size if fine else quick_size(view.map_size, parameters)
    if view.unit is not None and _is_there(view.unit, subject.architecture.sizes):
        return _unit_map(subject, view.unit, size)
    if subject.problem is Problem.MULTICLASS:
        return _class_map(subject, size)
    return _output_map(subject, size)


def small_maps(subject: Subject, windows: Windows, size: int) -> frames.Units:
    """The maps of all shown units, layer after layer."""
    maps = _unit_maps(subject, size, windows)
    scales = pictures.map_scales(maps)
    return frames.Units(size, scales.tobytes(), _packed(maps, scales, size))


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


def _unit_map(subject: Subject, unit: tuple[int, int], size: int) -> frames.Map:
    layers = range(len(subject.architecture.sizes))
    maps = _unit_maps(subject, size, tuple((unit[1], 1) if layer == unit[0] else (0, 0) for layer in layers))
    scales = pictures.map_scales(maps)
    return frames.Map(size, unit, "signed", float(scales[0]), _packed(maps, scales, size), None)


def _class_map(subject: Subject, size: int) -> frames.Map:
    inputs = grid_inputs(size, subject.features)
    winners, chance = surface.class_map(subject.architecture, subject.parameters, inputs)
    classes = pictures.pack(winners.reshape(1, size, size))
    return frames.Map(size, None, "classes", CLASS_SCALE, _packed(chance[None], ONE, size), classes)


def _output_map(subject: Subject, size: int) -> frames.Map:
    inputs = grid_inputs(size, subject.features)
    values = surface.output_map(subject.problem, subject.architecture, subject.parameters, inputs)
    pixels = _packed(values[None], ONE * np.float32(subject.scale), size)
    return frames.Map(size, None, "signed", subject.scale, pixels, None)


def _unit_maps(subject: Subject, size: int, windows: Windows) -> Floats:
    return surface.unit_maps(subject.architecture, subject.parameters, grid_inputs(size, subject.features), windows)


def _packed(maps: Floats, scales: Floats, size: int) -> bytes:
    return pictures.pack(pictures.quantise(maps, scales).reshape(-1, size, size))
