"""Takes the picture of a running network that a frame carries: only what the page looks at, at the size it shows."""

import time
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from server.engine import pictures, surface
from server.engine.choices import Feature, Problem
from server.engine.features import compute_features
from server.engine.layout import Layout
from server.engine.trainer import Trainer
from server.protocol import frames
from server.protocol.messages import View
from server.session.blueprint import Material

Windows = tuple[tuple[int, int], ...]
Floats = NDArray[np.float32]

DEFAULT_WINDOW = 12  # units of a layer shown until the page says what it shows
SLOW_MAP = 0.010  # seconds; a larger map than can be made in this time is made coarser
SMALLEST_MAP = 48


@lru_cache(maxsize=64)
def grid_inputs(size: int, features: tuple[Feature, ...]) -> Floats:
    """The features of a size × size grid over the plane, [features, size²]; shared by all sessions, read-only."""
    inputs = compute_features(surface.grid(size), features)
    inputs.setflags(write=False)
    return inputs


@dataclass(frozen=True)
class Shot:
    """A network's pictures and the shown part of its parameters."""

    windows: Windows
    weights: bytes
    biases: bytes
    map: frames.Map
    units: frames.Units


class Camera:
    """Renders one session's frames; it makes maps coarser for networks too large to picture quickly."""

    def __init__(self) -> None:
        self._map_limit = 128

    def shoot(self, trainer: Trainer, material: Material, features: tuple[Feature, ...], view: View, *, fine: bool) -> Shot:
        """The picture of this moment; `fine` asks for full detail however long it takes."""
        layout = trainer.recipe.architecture.layout
        windows = fitting(view.windows, layout.sizes)
        weights, biases = shown_parameters(trainer.parameters, layout, windows)
        size = view.map_size if fine else min(view.map_size, self._map_limit)
        began = time.monotonic()
        picture = self._map(trainer, material, features, view, size)
        self._adjust(size, time.monotonic() - began)
        return Shot(windows, weights, biases, picture, _units(trainer, features, windows, view.unit_size))

    def _adjust(self, size: int, seconds: float) -> None:
        if seconds > SLOW_MAP:
            self._map_limit = max(SMALLEST_MAP, size * 3 // 4)
        elif seconds < SLOW_MAP / 4 and size == self._map_limit:
            self._map_limit = min(128, size * 4 // 3)

    def _map(self, trainer: Trainer, material: Material, features: tuple[Feature, ...], view: View, size: int) -> frames.Map:
        sizes = trainer.recipe.architecture.sizes
        if view.unit and view.unit[0] < len(sizes) and view.unit[1] < sizes[view.unit[0]]:
            return _unit_map(trainer, features, view.unit, size)
        inputs = grid_inputs(size, features)
        recipe = trainer.recipe
        if recipe.problem is Problem.MULTICLASS:
            winners, chance = surface.class_map(recipe.architecture, trainer.parameters, inputs)
            return frames.Map(
                size, None, "classes", 1.0, _packed(chance[None], np.ones(1, np.float32), size),
                pictures.pack(winners.reshape(1, size, size)),
            )
        values = surface.output_map(recipe.problem, recipe.architecture, trainer.parameters, inputs)
        scale = material.target_scale
        return frames.Map(size, None, "signed", scale, _packed(values[None], np.array([scale], np.float32), size), None)


def _unit_map(trainer: Trainer, features: tuple[Feature, ...], unit: tuple[int, int], size: int) -> frames.Map:
    sizes = trainer.recipe.architecture.sizes
    only = tuple((unit[1], 1) if layer == unit[0] else (0, 0) for layer in range(len(sizes)))
    maps = surface.unit_maps(trainer.recipe.architecture, trainer.parameters, grid_inputs(size, features), only)
    scales = pictures.map_scales(maps)
    return frames.Map(size, unit, "signed", float(scales[0]), _packed(maps, scales, size), None)


def _units(trainer: Trainer, features: tuple[Feature, ...], windows: Windows, size: int) -> frames.Units:
    inputs = grid_inputs(size, features)
    maps = surface.unit_maps(trainer.recipe.architecture, trainer.parameters, inputs, windows)
    scales = pictures.map_scales(maps)
    return frames.Units(size, scales.tobytes(), _packed(maps, scales, size))


def _packed(maps: Floats, scales: Floats, size: int) -> bytes:
    return pictures.pack(pictures.quantise(maps, scales).reshape(-1, size, size))


def fitting(wanted: Windows, sizes: tuple[int, ...]) -> Windows:
    """The wanted windows as far as the network has such units; the view may be older than the network."""
    if len(wanted) != len(sizes):
        return tuple((0, min(size, DEFAULT_WINDOW)) for size in sizes)
    return tuple(_clamp(start, count, size) for (start, count), size in zip(wanted, sizes, strict=True))


def _clamp(start: int, count: int, size: int) -> tuple[int, int]:
    count = min(count, size)
    return min(start, size - count), count


def shown_parameters(parameters: Floats, layout: Layout, windows: Windows) -> tuple[bytes, bytes]:
    """The weights between shown units and their biases, layer after layer, as bytes."""
    weights, biases = [], []
    for layer in range(1, len(layout.sizes)):
        (source, sources), (unit, units) = windows[layer - 1], windows[layer]
        matrix = parameters[layout.weights(layer)].reshape(layout.sizes[layer], layout.sizes[layer - 1])
        weights.append(matrix[unit : unit + units, source : source + sources].tobytes())
        biases.append(parameters[layout.bias(layer)][unit : unit + units].tobytes())
    return b"".join(weights), b"".join(biases)
