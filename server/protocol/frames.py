"""Frames: what the page shows at one moment of a run, as one MessagePack map. `static/protocol/frames.js` reads it.

Arrays travel as raw little-endian bytes, pictures as packed bytes (`engine/pictures.py`). Each frame can be read
without any earlier one; only the data points, which rarely change, and the points of the curves come once.
"""

import msgspec

from glassbox.words.wire import open_sentence


class Measures(msgspec.Struct, frozen=True):
    """How well the network does on one part of the data; what does not fit the problem is None."""

    loss: float
    accuracy: float | None
    rmse: float | None
    r2: float | None


class Map(msgspec.Struct, frozen=True):
    """The large picture: size × size packed bytes, row 0 on top.

    `kind` is "signed" (a byte b means (b − 128) / 127 × scale) or "classes" (`classes` holds each pixel's class,
    `pixels` its probability). Regression along one input has a "curve" instead: `values` holds `size` float32, evenly
    from one end of the axis to the other. `unit` is (layer, unit), or None for the network's output.
    """

    size: int
    unit: tuple[int, int] | None
    kind: str
    scale: float
    pixels: bytes
    classes: bytes | None
    values: bytes | None = None


class Units(msgspec.Struct, frozen=True):
    """The small pictures of all shown units, layer by layer, inputs first; `scales` holds one float32 each."""

    size: int
    scales: bytes
    pixels: bytes


class Held(msgspec.Struct, frozen=True):
    """What of the shown part does not learn. One byte for each shown unit, inputs first, or for each shown weight.

    `units`: 1 frozen, 2 disabled, 3 both. `cut`: 1 where a connection is disabled by itself. `remembered` holds
    float32: the weights that count as 0 for now, else 0. `frozen` is how many units of each layer are frozen, on show
    or not.
    """

    units: bytes
    cut: bytes
    remembered: bytes
    frozen: tuple[int, ...]


class Quantity(msgspec.Struct, frozen=True):
    """What an input or the target measures: original = mean + scale · x; `least` to `most` is its axis, in x."""

    name: str
    unit: str
    mean: float
    scale: float
    least: float
    most: float


class Grain(msgspec.Struct, frozen=True):
    """What the bytes of packed points stand for: x = origin + step × byte."""

    origin: float
    step: float


class Data(msgspec.Struct, frozen=True):
    """The data points: first those that train, then those set aside for validation, then those that test.

    `points` are float32 [n, inputs], `targets` float32 [n]; `inputs` tells of the columns. Where they are the pixels of
    a square picture, `side` is its side and `points` are n packed pictures whose bytes `grain` explains; otherwise 0
    and None. `class_names` is empty where the classes have no names, `title` where the data have none of their own.
    """

    version: int
    problem: str
    classes: int
    training: int
    validation: int  # points set aside, which come next
    scale: float
    side: int
    inputs: tuple[Quantity, ...]
    target: Quantity
    class_names: tuple[str, ...]
    points: bytes
    targets: bytes
    grain: Grain | None = None
    title: str = ""


class Reached(msgspec.Struct, frozen=True):
    """When a goal was first reached, and by what: `value` of its measure (accuracy as a share), `parameters` of the
    network, and whether weights had been set `by_hand`.
    """

    epoch: int
    value: float
    parameters: int
    by_hand: bool


class Goal(msgspec.Struct, frozen=True):
    """How the run stands to its goal, which the settings name.

    `since` is the epoch from which on it was looked for; `value` the measure at this moment, None where these data have
    none. `earlier` is when it was reached before, with other settings (`otherwise`, in words) or by another run.
    """

    since: float
    value: float | None
    reached: Reached | None
    earlier: Reached | None
    otherwise: str


class Lane(msgspec.Struct, frozen=True):
    """One of the runs that are compared, in small. `weights` and `biases` are float32, layer after layer, as a frame's
    are; all of them, or none of a network that has more than can be told one by one.
    """

    lane: int
    step: int
    epochs: float
    parameters: int
    differs: str  # what it has otherwise than the first lane, in words
    stopped: str  # why it stays behind; "" while it does not
    reached: Reached | None  # its goal
    train: Measures
    test: Measures
    sizes: tuple[int, ...]
    weights: bytes
    biases: bytes
    map: Map


class Present(msgspec.Struct, frozen=True):
    """Where a run has come to, while an earlier moment of it is shown."""

    step: int
    epoch: int
    progress: float


class Points(msgspec.Struct, frozen=True):
    """What of the run's record the page does not have yet: from the point `first` on, which takes the place of whatever
    the page has there. `values` are float64, column by column as in a welcome's history; NaN where a curve has a gap.
    """

    first: int
    values: bytes


class Frame(msgspec.Struct, frozen=True):
    """Everything the page shows of one step. Names and meanings are those of the wire."""

    frame: int  # its number, which the page acknowledges
    run: int  # grows whenever the network begins anew
    branch: int  # how many times this run went on from a moment of its past
    lane: int  # which of the runs that are compared
    lane_count: int
    revision: int  # how many changes of settings it carries
    step: int
    epoch: int
    progress: float  # share of the running epoch, 0 to 1
    points: Points
    present: Present | None  # None: this is the present
    playing: bool
    steps_per_second: float
    parameters: int
    problem: str
    classes: int
    train: Measures
    test: Measures
    validation: Measures | None  # None where nothing is set aside for it
    penalty: float
    learning_rate: float  # as the schedule has it by now
    goal: Goal | None  # None where none is set
    sizes: tuple[int, ...]
    windows: tuple[tuple[int, int], ...]  # (start, count) of the shown units of each layer
    weights: bytes
    biases: bytes
    map: Map
    units: Units
    held: Held | None  # None where everything learns
    dropped: bytes | None  # one byte for each shown unit, 1 where dropout silenced it; None where steps follow too fast
    answer: bytes | None  # of more than two inputs: the prediction where all are held, float32 for each output
    wrong: bytes | None  # one bit for each point that is put into a wrong class, if they were asked for
    guesses: (
        bytes | None
    )  # one byte for each point that was asked for: the class it is put into, 255 where there is none
    lanes: tuple[Lane, ...] | None  # all of them, if they were asked for
    data: Data | None


_encoder = msgspec.msgpack.Encoder(enc_hook=open_sentence)


def encode(frame: Frame) -> bytes:
    """The frame as it goes over the wire."""
    return _encoder.encode(frame)
