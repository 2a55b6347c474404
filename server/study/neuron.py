"""One unit taken apart: its weighted sum for one sample, its curve, where every point falls on it, and where z is 0."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from server.engine.choices import Normalization, OutputActivation
from server.engine.losses import softmax
from server.engine.surface import grid, unit_maps
from server.protocol.refusals import Refusal
from server.session.blueprint import given
from server.session.specimen import Specimen
from server.study import words
from server.study.activations import REACH, activated, rounded
from server.study.sums import curve_of, layer_sums

Floats = NDArray[np.float32]

MOST_POINTS = 500  # drawn on the curve; the first ones, which train
CURVE_POINTS = 321
MAP_SIZE = 48  # pixels a side of the map of z
MARGIN = 1.05  # beyond the farthest point, so that it does not lie on the edge


@dataclass(frozen=True)
class Wanted:
    """Which unit, and for what it is to be computed.

    Attributes:
        layer, unit: 1 is the first hidden layer; the last one is the output.
        sample: the number of a data point, from 0; training points come first.
        place: a point (x₁, x₂) of one's own in its place.
        axes: two of the unit's inputs, told for every point.
    """

    layer: int
    unit: int
    sample: int = 0
    place: tuple[float, float] | None = None
    axes: tuple[int, int] = (0, 1)


def neuron(specimen: Specimen, wanted: Wanted) -> dict[str, Any]:
    """JSON-ready; all numbers are the engine's.

    Raises:
        Refusal: there is no such unit or sample, or the weights are no longer finite.
    """
    layer, unit = wanted.layer, wanted.unit
    _check(specimen, wanted)
    x, sample = _sample(specimen, wanted)
    z = layer_sums(specimen, layer, x)[:, 0]
    others = np.ascontiguousarray(specimen.material.data.x_train[:, :MOST_POINTS])
    seen = layer_sums(specimen, layer, others)[unit]
    curve = _Curve(specimen, layer, unit, z)
    a, slope = (float(each[0]) for each in curve.at(z[unit : unit + 1]))
    return {
        "step": specimen.step,
        "layer": layer,
        "unit": unit,
        **_terms(specimen, layer, unit, x),
        "z": float(z[unit]),
        "a": a,
        "slope": slope,
        "activation": curve.name,
        "sample": sample,
        "curve": curve.drawn(float(max(REACH, np.abs(seen).max() * MARGIN, abs(z[unit]) * MARGIN))),
        "points": curve.points(seen) | {"targets": rounded(specimen.material.data.t_train[:MOST_POINTS])},
        "axes": _axes(specimen, wanted, others),
        "map": {"size": MAP_SIZE, "values": rounded(_plane(specimen, layer, unit, _point(specimen, wanted)))},
    }


def _check(specimen: Specimen, wanted: Wanted) -> None:
    sizes = specimen.recipe.architecture.sizes
    if not 1 <= wanted.layer < len(sizes):
        raise Refusal(words.NO_SUCH_LAYER.format(most=len(sizes) - 1, layer=wanted.layer))
    if not 0 <= wanted.unit < sizes[wanted.layer]:
        raise Refusal(words.NO_SUCH_UNIT.format(layer=wanted.layer, most=sizes[wanted.layer], unit=wanted.unit + 1))
    count = len(specimen.material.points.target)
    if wanted.place is None and not 0 <= wanted.sample < count:
        raise Refusal(words.NO_SUCH_SAMPLE.format(most=count, sample=wanted.sample + 1))


def _sample(specimen: Specimen, wanted: Wanted) -> tuple[Floats, dict[str, Any]]:
    """The network's inputs [features, 1] for the wanted sample, and what is known of it."""
    material = specimen.material
    count = len(material.points.target)
    point = _point(specimen, wanted)
    if wanted.place is not None:
        known: dict[str, Any] = {"number": None, "target": None, "trains": None}
    else:
        target, trains = float(material.points.target[wanted.sample]), wanted.sample < material.training
        known = {"number": wanted.sample, "target": target, "trains": trains}
    return given(specimen.settings, point), known | {"place": [float(each) for each in point[0, :2]], "count": count}


def _point(specimen: Specimen, wanted: Wanted) -> Floats:
    """The wanted point as data have it, [1, inputs or 2]. Of one's own place, further inputs are the sample's."""
    points = specimen.material.points.x
    point: Floats = points[min(wanted.sample, len(points) - 1)][None].copy()
    if wanted.place is not None:
        point[0, :2] = wanted.place
    return point


def _terms(specimen: Specimen, layer: int, unit: int, x: Floats) -> dict[str, Any]:
    """Weights, inputs and bias, their sum, and what a normalization makes of it."""
    layout = specimen.recipe.architecture.layout
    parameters = specimen.memento.state.parameters
    weights, bias = layout.matrix(parameters, layer)[unit], parameters[layout.bias(layer)][unit]
    inputs = _outputs(specimen, layer - 1, x)[:, 0]
    kinds = specimen.recipe.architecture.normalizations
    kind = kinds[layer - 1] if layer <= len(kinds) else Normalization.NONE
    return {
        "weights": [float(each) for each in weights],
        "inputs": [float(each) for each in inputs],
        "bias": float(bias),
        "sum": float(weights.astype(np.float64) @ inputs + bias),
        "normalization": None if kind is Normalization.NONE else kind.value,
    }


def _axes(specimen: Specimen, wanted: Wanted, others: Floats) -> list[list[float]]:
    """Two of the unit's inputs for each point; of a single one there are no two."""
    inputs = _outputs(specimen, wanted.layer - 1, others)
    return [rounded(inputs[min(axis, len(inputs) - 1)]) for axis in wanted.axes]


def _outputs(specimen: Specimen, layer: int, x: Floats) -> Floats:
    """What the units of a hidden layer, or the inputs (0), hand on: [units, points]."""
    if layer == 0:
        return x
    architecture, state = specimen.recipe.architecture, specimen.memento.state
    windows = tuple((0, units if at == layer else 0) for at, units in enumerate(architecture.sizes))
    return unit_maps(
        architecture, state.parameters.astype(np.float32), x, windows, state.statistics.astype(np.float32)
    )  # fmt: skip


def _plane(specimen: Specimen, layer: int, unit: int, point: Floats) -> Floats:
    """The unit's z over the plane of the first two inputs, from the upper left corner: [MAP_SIZE²]; others as in `point`."""
    places = np.repeat(point, MAP_SIZE * MAP_SIZE, axis=0)
    places[:, :2] = grid(MAP_SIZE)
    return np.asarray(layer_sums(specimen, layer, given(specimen.settings, places))[unit], np.float32)


class _Curve:
    """What a unit does to its sum. Of a softmax: with the other classes' sums as they are for the sample."""

    def __init__(self, specimen: Specimen, layer: int, unit: int, z: Floats) -> None:
        self._activation = curve_of(specimen, layer)
        self._unit, self._z = unit, z

    @property
    def name(self) -> str:
        """As in the vocabularies."""
        return (self._activation or OutputActivation.SOFTMAX).value

    def at(self, z: Floats) -> tuple[Floats, Floats]:
        """a and its slope at sums z."""
        if self._activation is not None:
            return activated(self._activation, z)
        logits = np.repeat(self._z[:, None], len(z), axis=1).astype(np.float32)
        logits[self._unit] = z
        flat = np.ascontiguousarray(logits).ravel()
        softmax(flat, len(z))
        p = flat.reshape(logits.shape)[self._unit]
        return p, p * (1 - p)

    def drawn(self, reach: float) -> dict[str, list[float]]:
        """The curve from −reach to reach."""
        z = np.linspace(-reach, reach, CURVE_POINTS, dtype=np.float32)
        values, slopes = self.at(z)
        return {"z": rounded(z), "values": rounded(values), "slopes": rounded(slopes)}

    def points(self, z: Floats) -> dict[str, list[float]]:
        """Where data points lie on it. A softmax has another curve for each point, so there none are told."""
        if self._activation is None:
            return {"z": [], "values": [], "slopes": []}
        values, slopes = self.at(z)
        return {"z": rounded(z), "values": rounded(values), "slopes": rounded(slopes)}
