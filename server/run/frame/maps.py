"""Renders the maps of a network that a frame carries: only what the page looks at, at the size it shows."""

import math
from functools import lru_cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from glassbox.engine import pictures, surface
from glassbox.engine.arrays import Floats
from glassbox.engine.choices import Problem
from glassbox.engine.data_choices import Feature
from glassbox.engine.dataset import EDGE, Quantity
from glassbox.engine.features import compute_features
from glassbox.engine.layout import Layout
from glassbox.engine.maps import OWN_SCALE, MapRequest, render
from glassbox.engine.network import Architecture
from glassbox.engine.surface import Windows
from glassbox.protocol import frames
from glassbox.protocol.messages import View

DEFAULT_WINDOW = 12  # units of a layer shown until the page says what it shows
MOST_PRODUCTS = 100_000_000  # of a map's pixels and the parameters: a few milliseconds; larger maps are made coarser …
COARSEST_MAP = 48  # … down to this
STEP_OF_SIZE = 4  # pixels; the sizes in between are left out
CLASS_SCALE = 1.0
CURVE_POINTS = 241
LEAST_SCALE = 1e-6
WEIGHT_PIXELS = 8  # each weight's square in a large picture of weights, per side


class Subject(msgspec.Struct, frozen=True):
    """What maps are rendered of: a network, what it is given and asked, and its largest target.

    Attributes:
        inputs: of the data.
        side: of the picture whose pixels they are, or 0.
        features: what the network is given of one input or two; (): of more, all of them as they are.
    """

    architecture: Architecture
    parameters: Floats
    statistics: Floats
    inputs: tuple[Quantity, ...]
    side: int
    features: tuple[Feature, ...]
    problem: Problem
    scale: float
    input_scale: float = 1.0

    @property
    def is_curve(self) -> bool:
        """Whether it is a function of one number."""
        return len(self.inputs) == 1 and self.problem is Problem.REGRESSION

    @property
    def shows_weights(self) -> bool:
        """Whether a first hidden layer shows its weights in place of its maps:
        a picture says more there than a plane.
        """
        return self.side > 0 and len(self.architecture.sizes) > 2


@lru_cache(maxsize=64)
def grid_inputs(size: int, features: tuple[Feature, ...], scale: float = 1.0) -> Floats:
    """The scaled features of a size × size grid over the plane, [features, size²]; shared by all sessions,
    never to be changed.

    Not marked so: for read-only arrays the kernels would be compiled once more.
    """
    return compute_features(surface.grid(size), features, scale)


@lru_cache(maxsize=8)
def sliced_inputs(
    size: int, inputs: tuple[Quantity, ...], axes: tuple[int, int], held: tuple[float, ...], scale: float
) -> Floats:
    """A size × size grid over the plane of two of many inputs, the others held: [inputs, size²], scaled."""
    places = np.repeat(np.array(held, np.float32)[:, None], size * size, axis=1)
    for axis, along in zip(axes, surface.grid(size).T, strict=True):
        middle, half = (inputs[axis].most + inputs[axis].least) / 2, (inputs[axis].most - inputs[axis].least) / 2
        places[axis] = middle + half / EDGE * along
    return places * np.float32(scale)


def held_inputs(subject: Subject, view: View) -> tuple[float, ...]:
    """Where the page holds each input; in the middle of its axis where the page says nothing."""
    count, middles = len(subject.inputs), tuple((each.least + each.most) / 2 for each in subject.inputs)
    return (view.held + middles[len(view.held) :])[:count]


def answer(subject: Subject, view: View) -> bytes | None:
    """The prediction for the inputs as they are held; None where the plane shows it all."""
    if len(subject.inputs) <= 2:
        return None
    point = np.array(held_inputs(subject, view), np.float32)[:, None] * np.float32(subject.input_scale)
    predicted = surface.unit_maps(subject.architecture, subject.parameters, point, _window(subject), subject.statistics)
    return predicted.tobytes()


def render_maps(subject: Subject, view: View, windows: Windows, *, fine: bool) -> tuple[frames.Map, frames.Units]:
    """The large map that is looked at, and the small maps of all shown units.

    Args:
        fine: full detail however long it takes.
    """
    size = view.map_size if fine else quick_size(view.map_size, subject.parameters.size)
    unit = view.unit if view.unit is not None and _is_there(view.unit, subject.architecture.sizes) else None
    if unit is not None and unit[0] == 1 and subject.shows_weights:
        return _weight_map(subject, unit), _units_of_pictures(subject, view, windows)
    if subject.is_curve:
        size = view.unit_size  # it is a curve that is shown
    windows_of_map = _window(subject, unit)
    as_classes = unit is None and subject.problem is Problem.MULTICLASS
    scale = OWN_SCALE if unit is not None else CLASS_SCALE if as_classes else subject.scale
    large_request = MapRequest(plane_inputs(subject, view, size), size, windows_of_map, scale, as_classes)
    small = MapRequest(plane_inputs(subject, view, view.unit_size), view.unit_size, windows)
    large, units = render(subject.architecture, subject.parameters, large_request, small, subject.statistics)
    shown = frames.Units(view.unit_size, units.scales.tobytes(), units.pixels)
    if subject.shows_weights:
        shown = _units_of_pictures(subject, view, windows)
    if subject.is_curve:
        return _curve(subject, unit, windows_of_map), shown
    kind = "classes" if as_classes else "signed"
    return frames.Map(size, unit, kind, float(large.scales[0]), large.pixels, large.classes or None), shown


def quick_size(wanted: int, parameters: int) -> int:
    """The largest size up to the wanted one at which a network of so many parameters is pictured quickly."""
    quick = math.isqrt(MOST_PRODUCTS // max(parameters, 1)) // STEP_OF_SIZE * STEP_OF_SIZE
    return min(wanted, max(quick, COARSEST_MAP))


@lru_cache(maxsize=1024)
def fitting(wanted: Windows, sizes: tuple[int, ...]) -> Windows:
    """The wanted windows as far as the network has such units; the view may be older than the network."""
    if len(wanted) != len(sizes):
        return tuple((0, min(size, DEFAULT_WINDOW)) for size in sizes)
    return tuple(_clamp(start, count, size) for (start, count), size in zip(wanted, sizes, strict=True))


def shown_parameters(parameters: Floats, layout: Layout, windows: Windows) -> tuple[bytes, bytes]:
    """The weights between shown units and their biases, layer after layer, as bytes."""
    weights, biases = _shown_places(layout, windows)
    return parameters[weights].tobytes(), parameters[biases].tobytes()


@lru_cache(maxsize=200)
def _shown_places(layout: Layout, windows: Windows) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where they lie; found once, for it is asked with every frame."""
    places, weights, biases = np.arange(layout.size), [], []
    for layer in range(1, len(layout.sizes)):
        (source, sources), (unit, units) = windows[layer - 1], windows[layer]
        weights.append(layout.matrix(places, layer)[unit : unit + units, source : source + sources].ravel())
        biases.append(places[layout.bias(layer)][unit : unit + units])
    return np.concatenate(weights), np.concatenate(biases)


def _clamp(start: int, count: int, size: int) -> tuple[int, int]:
    count = min(count, size)
    return min(start, size - count), count


def _is_there(unit: tuple[int, int], sizes: tuple[int, ...]) -> bool:
    return unit[0] < len(sizes) and unit[1] < sizes[unit[0]]


def plane_inputs(subject: Subject, view: View, size: int) -> Floats:
    """What the network is given over the plane that is shown."""
    if subject.features:
        return grid_inputs(size, subject.features, subject.input_scale)
    axes = view.axes if max(view.axes) < len(subject.inputs) else (0, 1)  # the view may be older than the data
    return sliced_inputs(size, subject.inputs, axes, held_inputs(subject, view), subject.input_scale)


def _weight_pictures(subject: Subject, first: int, count: int, size: int) -> Floats:
    """The weights into units of the first layer as pictures, for data that are pictures: float32 [units, size²]."""
    weights = subject.architecture.layout.matrix(subject.parameters, 1)[first : first + count]
    place = np.arange(size) * subject.side // size
    squares = weights.reshape(count, subject.side, subject.side)
    return np.ascontiguousarray(squares[:, place][:, :, place].reshape(count, size * size), np.float32)


def _own_scales(pictured: Floats) -> Floats:
    """The largest weight of each picture, however small: only how they differ makes a picture."""
    return np.asarray(np.maximum(np.abs(pictured).max(axis=1, initial=0), LEAST_SCALE), np.float32)


def _weight_map(subject: Subject, unit: tuple[int, int]) -> frames.Map:
    """A unit of the first layer, large: its weights, each pixel's where the pixel is."""
    size = subject.side * WEIGHT_PIXELS
    values = _weight_pictures(subject, unit[1], 1, size)
    scales = _own_scales(values)
    pixels = pictures.pack(pictures.quantise(values, scales).reshape(1, size, size))
    return frames.Map(size, unit, "signed", float(scales[0]), pixels, None)


def _units_of_pictures(subject: Subject, view: View, windows: Windows) -> frames.Units:
    """The small maps, in which each unit of the first layer shows its weights."""
    size = view.unit_size
    values = surface.unit_maps(
        subject.architecture, subject.parameters, plane_inputs(subject, view, size), windows, subject.statistics
    )
    (_, before), (first, count) = windows[:2]
    weights = _weight_pictures(subject, first, count, size)
    values[before : before + count] = weights
    scales = pictures.map_scales(values)
    scales[before : before + count] = _own_scales(weights)
    pixels = pictures.pack(pictures.quantise(values, scales).reshape(len(values), size, size))
    return frames.Units(size, scales.tobytes(), pixels)


def _curve(subject: Subject, unit: tuple[int, int] | None, windows: Windows) -> frames.Map:
    """What the output or a unit computes along the one input, finely and not rounded."""
    axis = subject.inputs[0]
    along = np.zeros((CURVE_POINTS, 2), np.float32)
    along[:, 0] = np.linspace(axis.least, axis.most, CURVE_POINTS)
    given = compute_features(along, subject.features, subject.input_scale)
    values = surface.unit_maps(subject.architecture, subject.parameters, given, windows, subject.statistics)[0]
    scale = subject.scale if unit is None else max(float(np.abs(values).max()), LEAST_SCALE)
    return frames.Map(CURVE_POINTS, unit, "curve", scale, b"", None, values.tobytes())


def _window(subject: Subject, unit: tuple[int, int] | None = None) -> Windows:
    """On one unit (layer, unit), or on the output."""
    return _window_on(subject.architecture.sizes, unit)


@lru_cache(maxsize=1024)
def _window_on(sizes: tuple[int, ...], unit: tuple[int, int] | None) -> Windows:
    return surface.windows_on(sizes, len(sizes) - 1) if unit is None else surface.windows_on(sizes, unit[0], unit[1], 1)
