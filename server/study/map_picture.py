"""A small map of a frame as a picture to keep: in the page's own colours by day, without the page."""

from base64 import b64encode

import numpy as np

from glassbox.engine.arrays import Bytes, Doubles, Integers
from glassbox.engine.pictures import unpack
from glassbox.exports.png import png
from glassbox.protocol.frames import Map

# As static/css/colours has them, and as static/draw/colours.js mixes them.
NEGATIVE, POSITIVE, ZERO = (238, 138, 29), (11, 115, 183), (247, 247, 245)
CLASSES = (
    (230, 159, 0), (0, 114, 178), (0, 158, 115), (204, 121, 167), (86, 180, 233), (213, 94, 0), (240, 228, 66),
    (90, 90, 90), (107, 58, 30), (143, 111, 216),
)  # fmt: skip
CURVE = 48  # pixels a side of a curve's picture
LEAST_OF_A_WIN, MORE_OF_A_WIN = 0.2, 0.75  # of the class's colour, where a win is narrow, and where it is sure


def map_picture(drawn: Map, classes: int) -> str:
    """The picture as a data URL; `classes`: how many there are, 0 where a number is predicted."""
    return "data:image/png;base64," + b64encode(png(pixels_of(drawn, classes))).decode()


def pixels_of(drawn: Map, classes: int) -> Bytes:
    """Its pixels, uint8 [side, side, 3]."""
    if drawn.values is not None:
        return _curve(np.frombuffer(drawn.values, "<f4").astype(np.float64), drawn.scale)
    shares = (unpack(drawn.pixels, 1, drawn.size)[0].astype(np.float64) - 128) / 127
    if drawn.classes is None:
        return _mixed(np.where(shares[..., None] < 0, NEGATIVE, POSITIVE), np.abs(shares))
    winners = unpack(drawn.classes, 1, drawn.size)[0] % len(CLASSES)
    margin = np.clip((np.clip(shares, 0, 1) - 1 / classes) / (1 - 1 / classes), 0, 1)
    return _mixed(np.array(CLASSES)[winners], LEAST_OF_A_WIN + MORE_OF_A_WIN * margin)


def _mixed(colours: Integers, shares: Doubles) -> Bytes:
    """So much of each colour over paper."""
    paper = np.array(ZERO)
    return np.asarray(np.rint(paper + (colours - paper) * np.clip(shares, 0, 1)[..., None]), np.uint8)


def _curve(values: Doubles, scale: float) -> Bytes:
    """A line from left to right, between −scale and scale."""
    pixels = np.full((CURVE, CURVE, 3), ZERO, np.uint8)
    at = np.interp(np.linspace(0, len(values) - 1, CURVE), np.arange(len(values)), np.nan_to_num(values))
    rows = np.clip(np.rint((CURVE - 1) / 2 * (1 - 0.9 * np.clip(at / scale, -1.1, 1.1))), 0, CURVE - 1).astype(int)
    before = np.concatenate([rows[:1], rows[:-1]])
    for column, (one, other) in enumerate(zip(before, rows, strict=True)):
        pixels[min(one, other) : max(one, other) + 1, column] = POSITIVE
    return pixels
