"""What the questions of `study.questions` are answered with: one struct each, as the page gets it in JSON.

`static/protocol/answers.js` is the twin of this file, and `tests/golden/answers.json` holds an answer of each kind that
both must fit. Numbers that are not finite arrive as null; what is UNSET does not arrive at all.
"""

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

Number = float | None  # None where there is none, or none that is finite
Pair = tuple[float, float]
Box = tuple[float, float, float, float]  # left, right, bottom, top


class ActivationCurve(msgspec.Struct, frozen=True):
    """φ and φ′ at the sums of `ActivationsAnswer.z`, and the range of all outputs (None: no end)."""

    values: list[float]
    slopes: list[float]
    lowest: Number
    highest: Number


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
    """Each layer's sums over so many training points."""

    step: int
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
    problem: str
    classes: int
    class_names: tuple[str, ...]
    parts: dict[str, PartMeasures]
    parameters: int
    layers: list[LayerSize]


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


class Histogram(msgspec.Struct, frozen=True):
    """Counts over [−reach, reach], mean and spread."""

    reach: float
    counts: list[int]
    mean: float
    spread: float


class LayerPictures(msgspec.Struct, frozen=True):
    """What flows through a layer; None for what it does not have."""

    sums: Histogram
    normalized: Histogram | None
    outputs: Histogram | None
    gradients: Histogram
    weights: Histogram


class LayerCheckup(msgspec.Struct, frozen=True):
    """One layer's state; `flat` and `idle` are None where its activation has no flat parts."""

    layer: int
    activation: str | None
    units: int
    pictures: LayerPictures
    flat: Number
    idle: int | None
    update_ratio: Number
    gradient_norm: Number
    weight_norm: Number


class ToldFinding(msgspec.Struct, frozen=True):
    """What ails the network, in which layer (None: in all of it), and what helps."""

    ailment: str
    layer: int | None
    text: str
    remedy: str


class DiagnosticsAnswer(msgspec.Struct, frozen=True):
    """`samples` training samples were looked at, of `training`."""

    run: int
    step: int
    samples: int
    training: int
    layers: list[LayerCheckup]
    findings: list[ToldFinding]


CasesAnswer = list[dict[str, Any]]  # what each broken set-up sets


class PackedMatrix(msgspec.Struct, frozen=True):
    """Rows of numbers: written out, as float32, or as the dots of a picture,
    whose `length` is that of the whole matrix.
    """

    rows: int
    numbers: list[float] | UnsetType = UNSET
    float32: str | UnsetType = UNSET
    dots: str | UnsetType = UNSET
    length: float | UnsetType = UNSET


class GraphPart(msgspec.Struct, frozen=True, rename={"child": "from"}):
    """What comes back from a child, whose parent number `place` it is;
    its numbers only where there are several parts.
    """

    child: str
    place: int
    formula: str
    gradient: PackedMatrix | UnsetType = UNSET


class GraphNode(msgspec.Struct, frozen=True):
    """What the picture shows of a box (`study.graph.tape.Node`); `locals`: its slope by each parent,
    of a single operation.
    """

    id: str
    kind: str
    symbol: str
    title: str
    formula: str
    layer: int
    unit: int
    parents: tuple[str, ...]
    shape: tuple[int, ...]
    start: int
    value: PackedMatrix
    gradient: PackedMatrix | None
    back: list[GraphPart]
    locals: list[Number] | UnsetType = UNSET


class NodeNumbers(msgspec.Struct, frozen=True):
    """All numbers of a box for the samples that are shown."""

    value: PackedMatrix
    gradient: PackedMatrix | None
    details: dict[str, PackedMatrix]


class ParameterUpdate(msgspec.Struct, frozen=True):
    """What becomes of a parameter; the stages are of the one number that is looked at."""

    row: int
    column: int
    held: bool
    stages: dict[str, float]
    change: PackedMatrix
    after: PackedMatrix


class BoxJacobian(msgspec.Struct, frozen=True):
    """∂ box / ∂ the one `before` it, ∂ box / ∂ `start`, and the stretch at each box of the way back;
    or why there is none.
    """

    before: str
    starts: list[str]
    start: str
    coupled: bool
    of: int
    by: int
    refused: str | UnsetType = UNSET
    own: PackedMatrix | UnsetType = UNSET
    product: PackedMatrix | UnsetType = UNSET
    way: list[tuple[str, Number]] | UnsetType = UNSET


class OpenedBox(msgspec.Struct, frozen=True):
    """The box that is looked at, and the numbers of those that its formulas have in them."""

    id: str
    near: dict[str, NodeNumbers]
    update: ParameterUpdate | UnsetType = UNSET
    jacobian: BoxJacobian | UnsetType = UNSET


class UpdateRule(msgspec.Struct, frozen=True):
    """What the optimizer's step was given."""

    optimizer: str
    learning_rate: float
    momentum: float
    decay: float
    beta1: float
    beta2: float
    epsilon: float
    updates: int
    penalty_power: float
    penalty_rate: float
    norm: float
    clip_norm: float
    clip_factor: float


class GraphUpdate(msgspec.Struct, frozen=True):
    """The step, and the loss on the same samples before and after it."""

    numbers: UpdateRule
    loss_before: float
    loss_after: float


class GraphSamples(msgspec.Struct, frozen=True):
    """`at`: the numbers of those shown, from number `first` of the chosen ones on."""

    at: list[int]
    first: int
    count: int
    is_batch: bool
    training: int
    total: int


class GraphAnswer(msgspec.Struct, frozen=True):
    """The whole graph, and the box that is looked at. `moment` is its name for questions that follow."""

    moment: str
    run: int
    revision: int
    step: int
    epoch: int
    detail: str
    samples: GraphSamples
    notes: list[str]
    nodes: list[GraphNode]
    update: GraphUpdate
    opened: OpenedBox


class CheckedParameter(msgspec.Struct, frozen=True):
    """A parameter's gradient as pulled back and as measured, and the relative error."""

    name: str
    pulled: float
    measured: float
    error: float


class CheckAnswer(msgspec.Struct, frozen=True):
    """The gradient check of `count` parameters; the rows are the worst ones."""

    step: int
    notes: list[str]
    count: int
    worst: float
    rows: list[CheckedParameter]


class FormulasAnswer(msgspec.Struct, frozen=True):
    """Each as MathML; None for what is no formula."""

    formulas: list[str | None]


class LandscapeAnswer(msgspec.Struct, frozen=True):
    """Losses over `box`, row by row from the bottom; the path in the same units;
    how fine a picture may be (`finest`).
    """

    run: int
    revision: int
    step: int
    size: int
    finest: int
    box: Box
    origin: list[float]
    values: list[Number]
    loss: Number
    path: list[list[float]]
    steps: list[int]
    left_out: float


class Racer(msgspec.Struct, frozen=True):
    """An optimizer's way, step by step; the steps from which on it is outside the picture or at a minimum."""

    optimizer: str
    label: str
    start: Pair
    points: list[tuple[Number, Number]]
    values: list[Number]
    explodes: bool
    left: int | None
    arrived: int | None


class RaceAnswer(msgspec.Struct, frozen=True):
    """The function over its box, what is known of its learning rates, and each optimizer's way."""

    hill: str
    shape: float
    shapes: Pair | None
    steps: int
    rate: float
    adaptive_rate: float
    start: Pair
    size: int
    box: Box
    values: list[Number]
    minima: tuple[Pair, ...]
    is_quadratic: bool
    steepness: float
    critical: dict[str, float]
    racers: list[Racer]


class SeedsMap(msgspec.Struct, frozen=True, tag_field="kind"):
    """Where networks of many seeds agree: bytes in base64, size × size, as the maps of frames."""

    size: int
    scale: float
    mean: str
    winners: str | None
    disagreement: str
    most: float


class ClassesMap(SeedsMap, frozen=True, tag="classes"):
    """Which class most of them choose, and which share chooses another."""


class NumbersMap(SeedsMap, frozen=True, tag="numbers"):
    """Mean and standard deviation of their predictions."""


class SeedsCurve(msgspec.Struct, frozen=True, tag_field="kind", tag="curve"):
    """The same along one input."""

    scale: float
    mean: list[float]
    spread: list[float]


class SeedsBands(msgspec.Struct, frozen=True):
    """Quantiles of the losses at each moment."""

    train: list[list[Number]]
    test: list[list[Number]]


class SeedsAnswer(msgspec.Struct, frozen=True):
    """What is known so far of the networks from many seeds; the web says in `state` whether they still go on."""

    state: str
    seeds: int
    epochs: int
    target: float
    first: int
    done: int
    progress: float
    problem: str
    classes: int
    scores: list[Number]
    succeeded: int
    diverged: int
    x: list[int]
    bands: SeedsBands | None
    maps: ClassesMap | NumbersMap | SeedsCurve | None


class NoSeeds(msgspec.Struct, frozen=True):
    """Nothing is known: no seeds were asked for yet, or they are not begun."""

    state: str = "none"
