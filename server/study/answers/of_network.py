"""What questions about the network as it is are answered with: activations, weights, sums, measures, a unit."""

import msgspec
from msgspec import UNSET, UnsetType

from glassbox.study.answers.values import Number


class ActivationCurve(msgspec.Struct, frozen=True):
    """φ and φ′ at the sums of `ActivationsAnswer.z`, and the range of all outputs (None: no end).

    Attributes:
        function, derivative: both as MathML.
        used, caveat: what it is used for and what is to be known then, as HTML.
    """

    values: list[float]
    slopes: list[float]
    lowest: Number
    highest: Number
    function: str
    derivative: str
    used: str
    caveat: str


class ActivationsAnswer(msgspec.Struct, frozen=True):
    """The curves of all activations over [−reach, reach]."""

    reach: float
    z: list[float]
    curves: dict[str, ActivationCurve]


class LayerWeights(msgspec.Struct, frozen=True):
    """How many weights a layer has, their histogram over [−reach, reach], how many are 0,
    their norms and the largest.
    """

    count: int
    counts: list[int]
    zeros: int
    l1: float
    l2: float
    largest: float


class WeightsAnswer(msgspec.Struct, frozen=True):
    """Each layer's weights; `pairs`: the first two of each unit of the first layer."""

    step: int
    epochs: float
    reach: float
    pairs: list[list[float]]
    layers: list[LayerWeights]


class LayerSums(msgspec.Struct, frozen=True):
    """A histogram of a layer's sums z, how many are outside it, and which share lies where the curve is flat."""

    units: int
    activation: str | None
    counts: list[int]
    below: int
    above: int
    total: int
    flat: Number


class SumsAnswer(msgspec.Struct, frozen=True):
    """Each layer's sums over so many training points; flat is what is below `flat_below` of the largest slope."""

    step: int
    epochs: float
    reach: float
    points: int
    flat_below: float
    layers: list[LayerSums]


class PartMeasures(msgspec.Struct, frozen=True):
    """How well the network does on one part of the data: of classes or of numbers, the others are not there."""

    count: int
    loss: Number
    rmse: Number | UnsetType = UNSET
    mae: Number | UnsetType = UNSET
    r2: Number | UnsetType = UNSET
    accuracy: Number | UnsetType = UNSET
    confusion: list[list[int]] | UnsetType = UNSET
    precision: list[Number] | UnsetType = UNSET
    recall: list[Number] | UnsetType = UNSET
    f1: list[Number] | UnsetType = UNSET
    macro_f1: Number | UnsetType = UNSET


class LayerSize(msgspec.Struct, frozen=True):
    """How many weights and parameters a layer has, and how large they are."""

    weights: int
    parameters: int
    norm: Number
    mean_size: Number
    largest: Number
    bias_norm: Number


class MeasuresAnswer(msgspec.Struct, frozen=True):
    """`parts`: train, validation (where there is any) and test; `class_names` is empty where they have none."""

    step: int
    epochs: float
    problem: str
    classes: int
    class_names: tuple[str, ...]
    parts: dict[str, PartMeasures]
    parameters: int
    layers: list[LayerSize]


UnitPlace = tuple[int, int]  # layer, 1 for the first hidden one, and unit, from 0


class SilentAnswer(msgspec.Struct, frozen=True):
    """Hidden units whose output tells nothing of a training sample: those that are dead, and others that are even."""

    run: int
    step: int
    dead: list[UnitPlace]
    even: list[UnitPlace]


class NeuronFormulas(msgspec.Struct, frozen=True):
    """With this sample's numbers, as MathML."""

    sum: str
    output: str
    slope: str


class NeuronSample(msgspec.Struct, frozen=True):
    """Where it lies; its number, its target and whether it trains, of a data point; and how many of those there are."""

    number: int | None
    target: Number
    trains: bool | None
    place: list[float]
    count: int


class NeuronCurve(msgspec.Struct, frozen=True):
    """What a unit makes of sums z; with `targets` where these are those of data points."""

    z: list[float]
    values: list[float]
    slopes: list[float]
    targets: list[float] | UnsetType = UNSET


class NeuronMap(msgspec.Struct, frozen=True):
    """z over the plane, size × size numbers from the upper left corner."""

    size: int
    values: list[float]


class NeuronAnswer(msgspec.Struct, frozen=True):
    """One unit taken apart; `axes`: two of its inputs for each point."""

    step: int
    epochs: float
    layer: int
    unit: int
    weights: list[float]
    inputs: list[float]
    bias: float
    sum: float
    normalization: str | None
    z: float
    a: float
    slope: float
    activation: str
    formulas: NeuronFormulas
    sample: NeuronSample
    curve: NeuronCurve
    points: NeuronCurve
    axes: list[list[float]]
    map: NeuronMap
