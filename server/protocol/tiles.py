"""Tiles of a class's wall: one network each, as a small picture and the numbers that tell how it does."""

from collections.abc import Sequence

import msgspec

from glassbox.protocol.frames import Map
from glassbox.words.wire import open_sentence


class Tile(msgspec.Struct, frozen=True, kw_only=True):
    """What a run tells of itself for a wall, at one moment.

    Attributes:
        map: the output, as the large map of a frame is.
        signature: the output at few points, a byte each: which class of several, or 1 … 255 for the lowest … highest
            value; so that networks can be compared by what they compute.
        problem, classes: of its data; 0 classes where a number is predicted.
        test_loss, train_loss: None where it is no ordinary number.
        test_score: accuracy as a share, or R² where a number is predicted; None where that has no value.
        parameters: weights and biases.
        epochs: trained so far, with the part of the running one.
        stopped: why it stopped by itself, as its page was told the code; "" while it has not.
        is_asleep: its loss is that of a constant answer, and has been for long.
        touched: seconds on the server's clock at which a person made it, or last did anything to it; None: not known.
    """

    map: Map
    signature: bytes
    problem: str
    classes: int
    test_loss: float | None
    train_loss: float | None
    test_score: float | None
    parameters: int
    epochs: float
    playing: bool
    stopped: str
    is_asleep: bool
    touched: float | None


class WallTile(msgspec.Struct, frozen=True, kw_only=True):
    """A tile as a wall shows it.

    Attributes:
        member: whose network it is, by number.
        needs: why its member may need help, the most urgent reason first: "diverged", "flat", "untouched".
        group: the number of the group of equal-looking ones that it is in.
        untouched: whole seconds since a person last did anything to it.
    """

    member: int
    needs: tuple[str, ...]
    group: int
    untouched: int
    tile: Tile


_encoder = msgspec.msgpack.Encoder(enc_hook=open_sentence)
WALL = b"\x03"  # what a wall's bytes begin with, on a room's socket


def encode(tiles: Sequence[WallTile]) -> bytes:
    """The tiles of a wall, in their order, as static/protocol/wall.js reads them."""
    return WALL + _encoder.encode(tiles)
