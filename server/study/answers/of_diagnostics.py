"""What a diagnosis is told in: findings, and pictures of every layer."""

import msgspec

from glassbox.study.answers.values import Number


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
    epochs: float
    samples: int
    training: int
    layers: list[LayerCheckup]
    findings: list[ToldFinding]


class Steepness(msgspec.Struct, frozen=True):
    """λmax, and the learning rate from which on steps on all training data no longer come down beside the present one.

    `edge` is None for optimizers that have none, and where no direction goes up.
    """

    value: float
    is_exact: bool
    edge: Number
    rate: float
    optimizer: str
    is_adaptive: bool


class Pieces(msgspec.Struct, frozen=True):
    """Into how many linear regions the network cuts the line (1) or the plane (2), and the most there may be."""

    dimensions: int
    count: int
    most: Number


class BendsAnswer(msgspec.Struct, frozen=True):
    """Both, or the sentence that says why not; curvature is of `samples` training samples, of `training`."""

    run: int
    step: int
    epochs: float
    samples: int
    training: int
    steepness: Steepness | None
    no_steepness: str | None
    pieces: Pieces | None
    no_pieces: str | None
