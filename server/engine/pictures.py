"""Turns maps of numbers into small pictures of bytes, packed for the wire, for whoever sends or stores them.

A value becomes a byte (`quantise`), and a byte becomes the difference from what its neighbours let one expect
(`pack`). In smooth maps most differences fit into half a byte, and flat parts into runs: about a quarter of the bytes
remain. `static/protocol/pictures.js` reads what `pack` writes; `tests/golden/pictures.json` holds both to it.

The format, "planar nibbles": images of size × size bytes follow each other as one stream of nibbles (half bytes),
the high one first, an odd end filled up with 0. Each image is predicted alone: 128 for its first pixel, the left
neighbour in the first row, the upper one in the first column, elsewhere left + up − upper left, clamped to 0 … 255.
The residual pixel − prediction, wrapped to −128 … 127, is written as

    0 … 12       the residual + 6
    13, n        a run of n + 3 zeros (3 … 18)
    14, hi, lo   a run of 16 hi + lo + 19 zeros (19 … 274)
    15, hi, lo   any residual: 16 hi + lo is its low byte

A run ends with its image at the latest; one or two zeros are plain nibbles 6.
"""

from collections.abc import Iterator

import numpy as np

from glassbox.engine._jit import jit, pasted
from glassbox.engine.arrays import Bytes, Floats
from glassbox.engine.residual_runs import AT_ONCE, READ, count_zeros, write_plain

SHORT_RUN, LONG_RUN, ESCAPE = 13, 14, 15  # nibbles that announce something; below them is residual + SHIFT
SHIFT = 6
SHORTEST_RUN, SHORTEST_LONG_RUN, LONGEST_RUN = 3, 19, 274
_FIRST = 128  # what the first pixel of an image is predicted to be
_ONE, _INFINITY = (np.float32(number).view(np.int32) for number in (1, np.inf))  # as their bits
_SIZE = np.int32(0x7FFFFFFF)  # all of a float32 but its sign


def map_scales(maps: Floats) -> Floats:
    """The value of full colour for each map [m, p]: its largest finite magnitude, but at least 1. float32 [m]."""
    return np.asarray(_largest(maps), np.float32)


def quantise(values: Floats, scales: Floats) -> Bytes:
    """Maps [m, p] as bytes [m, p]: 1 … 255 for −scale … scale of its map, 128 for zero and for NaN."""
    return np.asarray(_quantise(values, scales), np.uint8)


def pack(images: Bytes) -> bytes:
    """Square images uint8 [m, size, size] as a short string of bytes."""
    return bytes(_pack(images))


def unpack(packed: bytes, count: int, size: int) -> Bytes:
    """The images uint8 [count, size, size] in a packed string: the plain reading of the format, not made for speed.

    Raises:
        ValueError: the string is too short, too long, or a run leaves its image.
    """
    nibbles = _nibbles_of(packed)
    try:
        images = [_unpredicted(_read_residuals(nibbles, size * size), size) for _ in range(count)]
    except StopIteration:
        raise ValueError(
            f"Expected {count} packed images of {size} × {size} pixels; the bytes end too early."
        ) from None
    rest = list(nibbles)
    if len(rest) > 1 or any(rest):
        raise ValueError(f"Expected {count} packed images of {size} × {size} pixels; more bytes follow them.")
    return np.array(images, np.uint8).reshape(count, size, size)


def _nibbles_of(packed: bytes) -> Iterator[int]:
    for byte in packed:
        yield byte >> 4
        yield byte & 15


def _read_residuals(nibbles: Iterator[int], pixels: int) -> list[int]:
    residuals: list[int] = []
    while len(residuals) < pixels:
        code = next(nibbles)
        if code == SHORT_RUN:
            residuals += [0] * (next(nibbles) + SHORTEST_RUN)
        elif code == LONG_RUN:
            residuals += [0] * (_read_byte(nibbles) + SHORTEST_LONG_RUN)
        else:
            residuals.append(_read_byte(nibbles) if code == ESCAPE else code - SHIFT)
    if len(residuals) > pixels:
        raise ValueError("A run of equal pixels leaves its packed image; the bytes are damaged.")
    return residuals


def _read_byte(nibbles: Iterator[int]) -> int:
    high = next(nibbles)
    return 16 * high + next(nibbles)


def _unpredicted(residuals: list[int], size: int) -> list[int]:
    pixels: list[int] = []
    for place, residual in enumerate(residuals):
        pixels.append((_prediction(pixels, place, size) + residual) & 255)
    return pixels


def _prediction(pixels: list[int], place: int, size: int) -> int:
    if place == 0:
        return _FIRST
    if place < size:
        return pixels[place - 1]
    if place % size == 0:
        return pixels[place - size]
    return min(max(pixels[place - 1] + pixels[place - size] - pixels[place - size - 1], 0), 255)


@jit
def _largest(maps):
    """max(1, largest finite magnitude) of each row: maps float32 [m, p] -> float32 [m]."""
    largest = np.empty(maps.shape[0], np.float32)
    # As integers, numbers without their sign have the same order, and unlike them vectorise: none of them is NaN.
    sizes, found = maps.view(np.int32), largest.view(np.int32)
    for row in range(maps.shape[0]):
        most = _ONE
        for column in range(maps.shape[1]):
            size = sizes[row, column] & _SIZE
            most = max(most, size if size < _INFINITY else np.int32(0))
        found[row] = most
    return largest


@jit
def _quantise(values, scales):
    """values float32 [m, p], scales float32 [m] -> uint8 [m, p]."""
    quantised = np.empty(values.shape, np.uint8)
    for row in range(values.shape[0]):
        factor = np.float32(127) / scales[row]
        for column in range(values.shape[1]):
            level = values[row, column] * factor
            level = min(max(level, np.float32(-127)), np.float32(127))
            quantised[row, column] = 128 if np.isnan(level) else np.int32(np.float32(128.5) + level)
    return quantised


@jit
def _pack(images):
    """images uint8 [m, size, size] -> packed uint8 [k]."""
    count, size = images.shape[0], images.shape[1]
    nibbles = np.empty(3 * count * size * size + AT_ONCE, np.uint8)
    residuals = np.empty(size * size + READ, np.uint8)
    residuals[size * size :] = 128  # neither plain nor a zero: no run gets beyond
    end = 0
    for image in images:
        _residuals(image, residuals)
        end = _write_residuals(residuals, size * size, nibbles, end)
    nibbles[end] = 0
    packed = np.empty((end + 1) // 2, np.uint8)
    for place in range(packed.size):
        packed[place] = nibbles[2 * place] << 4 | nibbles[2 * place + 1]
    return packed


@pasted
def _residuals(image, residuals):
    """What the prediction misses: image uint8 [size, size] -> residuals uint8 [size²], modulo 256."""
    size = image.shape[0]
    residuals[0] = image[0, 0] - _FIRST
    for column in range(1, size):
        residuals[column] = image[0, column] - image[0, column - 1]
    for row in range(1, size):
        above, here, missed = image[row - 1], image[row], residuals[row * size : (row + 1) * size]
        missed[0] = here[0] - above[0]
        for column in range(1, size):
            # In 32 bits, of which more fit into a vector: what two small integers come to has 64.
            expected = np.int32(np.int32(here[column - 1]) + np.int32(above[column]) - np.int32(above[column - 1]))
            missed[column] = here[column] - np.uint8(min(max(expected, np.int32(0)), np.int32(255)))


@pasted
def _write_residuals(residuals, count, nibbles, end):
    """Writes `count` residuals as nibbles from place `end` on, and returns the new end."""
    place = 0
    while True:
        plain = write_plain(residuals, place, SHIFT, SHORT_RUN, nibbles, end)
        place += plain
        end += plain
        if plain == AT_ONCE:
            continue
        if place == count:
            return end
        zeros = count_zeros(residuals, place)
        if zeros == 0:
            residual = residuals[place]
            nibbles[end], nibbles[end + 1], nibbles[end + 2] = ESCAPE, residual >> 4, residual & 15
            end += 3
            place += 1
            continue
        first = place
        place += zeros
        while zeros == AT_ONCE:
            zeros = count_zeros(residuals, place)
            place += zeros
        end = _write_zeros(place - first, nibbles, end)


@pasted
def _write_zeros(count, nibbles, end):
    """Writes a run of zeros and returns the new end."""
    while count >= SHORTEST_LONG_RUN:
        length = min(count, LONGEST_RUN)
        nibbles[end] = LONG_RUN
        nibbles[end + 1] = (length - SHORTEST_LONG_RUN) >> 4
        nibbles[end + 2] = (length - SHORTEST_LONG_RUN) & 15
        end += 3
        count -= length
    if count >= SHORTEST_RUN:
        nibbles[end] = SHORT_RUN
        nibbles[end + 1] = count - SHORTEST_RUN
        return end + 2
    for place in range(end, end + count):
        nibbles[place] = SHIFT
    return end + count
