"""What followers of a network are sent: the whole of it once, then frames of few bytes, the same for all of them.

Of a small network a frame has all weights and no picture: `static/state/classroom/expand.js` draws, by a twin of the
forward pass, whatever each follower looks at. Of a large one it has pictures, smaller than a page's own.
`static/protocol/broadcast.js` reads both; `tests/golden/broadcast.json` holds the two sides to it.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec

from glassbox.protocol.frames import Data, Goal, Held, Lane, Map, Present, Units
from glassbox.protocol.server_messages import Mark, Stop, Welcome
from glassbox.words.wire import open_sentence

WHOLE, FRAME, WALL = b"\x01", b"\x02", b"\x03"  # the first byte of what is sent as bytes to a page of a room


class Network(msgspec.Struct, frozen=True):
    """All that makes predictions of inputs, but the weights: names as in settings, one for each hidden layer.

    `features` is empty where every input is given as it is.
    """

    sizes: tuple[int, ...]
    activations: tuple[str, ...]
    normalizations: tuple[str, ...]
    output: str
    features: tuple[str, ...]
    input_scale: float


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that stays while a run goes on; frames name its `number`.

    `welcome` is the ordinary one, its history without points: these are in `points`, packed as in a frame.
    """

    number: int
    welcome: Welcome
    data: Data
    network: Network
    points: bytes


class Maps(msgspec.Struct, frozen=True, array_like=True):
    """The pictures of a large network: its output, and the units in `windows`. `weights` and `biases` are float16, of
    the units on show; `wrong` as in an ordinary frame, None where it would be long.
    """

    windows: tuple[tuple[int, int], ...]
    map: Map
    units: Units
    weights: bytes
    biases: bytes
    wrong: bytes | None


class Frame(msgspec.Struct, frozen=True, array_like=True, kw_only=True):
    """One moment. Without names on the wire; what is rare takes a byte where it is missing.

    `measures` are float32: loss and accuracy, or loss, RMSE and R², of training, then test, then validation data if
    there are any; then penalty, learning rate, and steps a second. `parameters` are float32: all of the network, as
    `engine.layout` has them, and after these the running statistics if a layer is batch-normalized; empty where there
    are `maps`. `points` replace what the page has from point `first` on: for each the epoch as float64, then for each
    the seven others as float32, NaN for a gap. `changed` are the settings that differ from the whole's. `marks` replace
    the flags of the charts from number `first_mark` on. `lanes` are all that are compared, if there are several.
    """

    frame: int
    whole: int
    revision: int
    step: int
    epoch: int
    progress: float
    lane_count: int
    playing: bool
    measures: bytes
    parameters: bytes
    first: int
    points: bytes
    first_mark: int = 0
    marks: tuple[Mark, ...] | None = None
    changed: dict[str, Any] | None = None
    stop: Stop | None = None
    best: int | None = None
    present: Present | None = None
    goal: Goal | None = None
    held: Held | None = None
    dropped: bytes | None = None
    maps: Maps | None = None
    lanes: tuple[Lane, ...] | None = None


# ---- what a run answers, of which these are made

Stamp = tuple[int, int, int, int, Network]
Moment = tuple[int, ...]
Column = list[float | None]


class Most(NamedTuple):
    """How much of a network its followers get, by how many they are.

    Attributes:
        parameters: of which they get all; of a larger network they get pictures instead, …
        units: … of so many of its hidden units.
    """

    parameters: int
    units: int


@dataclass(frozen=True)
class Look:
    """A moment of a run for its followers.

    Attributes:
        moment: differs whenever there is something new to be seen.
        stamp: differs whenever followers need the whole again.
        settings: all of them, JSON-ready.
        marks: all flags of the charts.
        numbers, columns: of the points of the record beyond those that were known; `frame.first` stand before them.
        frame: without what depends on who gets it: `frame`, `whole`, `points`, `marks` and `changed`.
    """

    moment: Moment
    stamp: Stamp
    settings: dict[str, Any]
    marks: tuple[Mark, ...]
    numbers: tuple[int, ...]
    columns: tuple[Column, ...]
    frame: Frame


@dataclass(frozen=True)
class Standing:
    """Everything of a run that stays while it goes on.

    Attributes:
        last_number: of its points.
        whole: without its number.
    """

    stamp: Stamp
    last_number: int
    whole: Whole


def pack_points(columns: Sequence[Column]) -> bytes:
    """Points as a frame has them; the first column is the epoch."""
    epochs, *others = columns
    gap = float("nan")
    shorts = (array("f", (gap if value is None else value for value in column)) for column in others)
    return array("d", (value or 0.0 for value in epochs)).tobytes() + b"".join(short.tobytes() for short in shorts)


_encoder = msgspec.msgpack.Encoder(enc_hook=open_sentence)


def encode_whole(whole: Whole) -> bytes:
    """As it goes over the wire."""
    return WHOLE + _encoder.encode(whole)


def encode_frame(frame: Frame) -> bytes:
    """As it goes over the wire."""
    return FRAME + _encoder.encode(frame)
