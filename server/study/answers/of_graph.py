"""What questions about the graph are answered with: boxes, gradients, Jacobians, the update and the check."""

import msgspec
from msgspec import UNSET, UnsetType

from glassbox.study.answers.values import Number


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
