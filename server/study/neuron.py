"""One unit taken apart: its weighted sum for one sample, its curve, where every point falls on it, and where z is 0."""

from typing import Any

import numpy as np

from glassbox.engine.activations import activated
from glassbox.engine.arrays import Floats
from glassbox.engine.choices import Normalization, OutputActivation
from glassbox.engine.dataset import EDGE
from glassbox.engine.losses import softmax
from glassbox.engine.surface import grid
from glassbox.run.build import given
from glassbox.run.snapshot import Snapshot
from glassbox.study.activations import REACH, rounded
from glassbox.study.answers.of_network import NeuronAnswer, NeuronCurve, NeuronFormulas, NeuronMap, NeuronSample
from glassbox.study.in_bounds import check_overflow
from glassbox.study.questions import NeuronQuestion
from glassbox.study.sums import curve_of, flow_of
from glassbox.words.formulas import mathml

MOST_POINTS = 500  # drawn on the curve; the first ones, which train
CURVE_POINTS = 321
MAP_SIZE = 40  # pixels a side of the map of z
MOST_TERMS = 4  # spelled out in the formula with numbers
LARGE = 1e5  # from here on, powers of ten
MARGIN = 1.05  # beyond the farthest point, so that it does not lie on the edge


def neuron(snapshot: Snapshot, wanted: NeuronQuestion) -> NeuronAnswer:
    """All numbers are the engine's. What is not there (any more) gives way to the nearest that is.

    Raises:
        Refusal: the weights are no longer finite, or what is computed from them.
    """
    wanted = _there(snapshot, wanted)
    layer, unit = wanted.layer, wanted.unit
    x, sample = _sample(snapshot, wanted)
    z = flow_of(snapshot, x)[layer - 1].given[:, 0]
    others = np.ascontiguousarray(snapshot.data_split.data.x_train[:, :MOST_POINTS])
    seen = flow_of(snapshot, others)[layer - 1].given[unit]
    curve = _Curve(snapshot, layer, unit, z)
    a, slope = (float(each[0]) for each in curve.at(z[unit : unit + 1]))
    terms, plane = _terms(snapshot, layer, unit, x), _plane(snapshot, wanted)
    axes = _outputs(snapshot, layer - 1, others)[list(wanted.axes)]
    reach = float(max(REACH, np.abs(seen).max() * MARGIN, abs(z[unit]) * MARGIN))
    check_overflow(
        z[unit], a, slope, seen, plane, axes, terms["sum"], np.array(terms["inputs"]), np.array(reach, np.float32)
    )
    return NeuronAnswer(
        step=snapshot.step,
        epochs=snapshot.moment.epochs,
        layer=layer,
        unit=unit,
        **terms,
        z=float(z[unit]),
        a=a,
        slope=slope,
        activation=curve.name,
        formulas=_formulas(terms, float(z[unit]), a, slope),
        sample=sample,
        curve=curve.drawn(reach),
        points=curve.points(seen, rounded(snapshot.data_split.data.t_train[:MOST_POINTS])),
        axes=[rounded(each) for each in axes],
        map=NeuronMap(MAP_SIZE, rounded(plane)),
    )


def _there(snapshot: Snapshot, wanted: NeuronQuestion) -> NeuronQuestion:
    """The nearest to what is wanted that there is: the network or the data may have changed since somebody asked."""
    sizes, samples = snapshot.recipe.architecture.sizes, len(snapshot.data_split.points.target)
    layer = min(max(wanted.layer, 1), len(sizes) - 1)
    inputs = snapshot.data_split.points.x.shape[1]
    there = {
        "layer": layer,
        "unit": min(wanted.unit, sizes[layer] - 1),
        "sample": min(wanted.sample, samples - 1),
        "spans": _among(wanted.spans, inputs),
        "axes": _among(wanted.axes, sizes[layer - 1]),
    }
    return wanted.model_copy(update=there)


def _among(pair: tuple[int, int], count: int) -> tuple[int, int]:
    return min(pair[0], count - 1), min(pair[1], count - 1)


def _sample(snapshot: Snapshot, wanted: NeuronQuestion) -> tuple[Floats, NeuronSample]:
    """The network's inputs [features, 1] for the wanted sample, and what is known of it."""
    data_split = snapshot.data_split
    count = len(data_split.points.target)
    point = _point(snapshot, wanted)
    place = [float(point[0, at]) for at in wanted.spans]
    if wanted.place is not None:
        known = NeuronSample(None, None, None, place, count)
    else:
        target, trains = float(data_split.points.target[wanted.sample]), wanted.sample < data_split.training
        known = NeuronSample(wanted.sample, target, trains, place, count)
    return given(snapshot.settings, point), known


def _point(snapshot: Snapshot, wanted: NeuronQuestion) -> Floats:
    """The wanted point as data have it, [1, inputs or 2]."""
    point: Floats = snapshot.data_split.points.x[wanted.sample][None].copy()
    if wanted.place is not None:
        point[0, list(wanted.spans)] = wanted.place
    return point


def _terms(snapshot: Snapshot, layer: int, unit: int, x: Floats) -> dict[str, Any]:
    """Weights, inputs and bias, their sum, and what a normalization makes of it."""
    layout = snapshot.recipe.architecture.layout
    parameters = snapshot.state.parameters
    weights, bias = layout.matrix(parameters, layer)[unit], parameters[layout.bias(layer)][unit]
    inputs = _outputs(snapshot, layer - 1, x)[:, 0]
    kinds = snapshot.recipe.architecture.normalizations
    kind = kinds[layer - 1] if layer <= len(kinds) else Normalization.NONE
    return {
        "weights": [float(each) for each in weights],
        "inputs": [float(each) for each in inputs],
        "bias": float(bias),
        "sum": float(weights.astype(np.float64) @ inputs + bias),
        "normalization": None if kind is Normalization.NONE else kind.value,
    }


def _formulas(terms: dict[str, Any], z: float, a: float, slope: float) -> NeuronFormulas:
    """The unit's formulas with this sample's numbers in them, as MathML."""
    pairs = list(zip(terms["weights"], terms["inputs"], strict=True))
    spelled = [f"{_number(weight)} \\cdot {_number(value)}" for weight, value in pairs[:MOST_TERMS]]
    dots = ["\\dots"] if len(pairs) > MOST_TERMS else []
    name = "s" if terms["normalization"] else "z"
    total = " + ".join([*spelled, *dots, _number(terms["bias"])])
    return NeuronFormulas(
        sum=mathml(f"{name} = {total} = {_plain(terms['sum'], 2)}"),
        output=mathml(f"a = \\varphi(z) = \\varphi({_plain(z, 2)}) = {_plain(a, 3)}"),
        slope=mathml(f"\\varphi'(z) = {_plain(slope, 3)}"),
    )


def _number(value: float) -> str:
    """In brackets where its sign would meet another."""
    text = _plain(value, 2)
    return f"({{{text}}})" if text.startswith("-") else text


def _plain(value: float, digits: int) -> str:
    """A very large number as a power of ten."""
    if abs(value) < LARGE:
        return f"{value:.{digits}f}"
    head, _, exponent = f"{value:.{digits}e}".partition("e")
    return f"{head} \\cdot 10^{{{int(exponent)}}}"


def _outputs(snapshot: Snapshot, layer: int, x: Floats) -> Floats:
    """What the units of a hidden layer, or the inputs (0), hand on: [units, points]."""
    return flow_of(snapshot, x)[layer - 1].outputs if layer else x


def _plane(snapshot: Snapshot, wanted: NeuronQuestion) -> Floats:
    """The unit's z over the plane, from the upper left corner: [MAP_SIZE²];
    inputs that do not span it are the point's.
    """
    places = np.repeat(_point(snapshot, wanted), MAP_SIZE * MAP_SIZE, axis=0)
    for input_, (low, high), along in zip(wanted.spans, wanted.ranges, grid(MAP_SIZE).T, strict=True):
        places[:, input_] = low + (along + EDGE) / (2 * EDGE) * (high - low)
    flowed = flow_of(snapshot, given(snapshot.settings, places))
    return np.asarray(flowed[wanted.layer - 1].given[wanted.unit], np.float32)


class _Curve:
    """What a unit does to its sum. Of a softmax: with the other classes' sums as they are for the sample."""

    def __init__(self, snapshot: Snapshot, layer: int, unit: int, z: Floats) -> None:
        self._activation = curve_of(snapshot, layer)
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

    def drawn(self, reach: float) -> NeuronCurve:
        """The curve from −reach to reach."""
        z = np.linspace(-reach, reach, CURVE_POINTS, dtype=np.float32)
        values, slopes = self.at(z)
        return NeuronCurve(
            z=rounded(z),
            values=rounded(values),
            slopes=rounded(slopes),
        )

    def points(self, z: Floats, targets: list[float]) -> NeuronCurve:
        """Where data points lie on it. A softmax has another curve for each point, so there none are told."""
        if self._activation is None:
            return NeuronCurve([], [], [], targets)
        values, slopes = self.at(z)
        return NeuronCurve(rounded(z), rounded(values), rounded(slopes), targets)
