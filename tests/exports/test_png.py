"""Pictures as PNG: read back by the format's own rules, pixel by pixel."""

import struct
import zlib

import numpy as np
import pytest

from glassbox.exports.png import SIGNATURE, png


def chunks(file):
    at = len(SIGNATURE)
    while at < len(file):
        (length,) = struct.unpack(">I", file[at : at + 4])
        kind, data = file[at + 4 : at + 8], file[at + 8 : at + 8 + length]
        (check,) = struct.unpack(">I", file[at + 8 + length : at + 12 + length])
        assert check == zlib.crc32(kind + data)
        yield kind, data
        at += 12 + length


@pytest.mark.parametrize("shape", [(1, 1), (3, 5), (32, 32)])
def test_it_is_read_back_as_it_was(shape):
    pixels = np.random.default_rng(3).integers(0, 256, (*shape, 3), dtype=np.uint8)
    file = png(pixels)
    assert file.startswith(SIGNATURE)
    parts = dict(chunks(file))
    assert list(parts) == [b"IHDR", b"IDAT", b"IEND"]
    assert struct.unpack(">IIBBBBB", parts[b"IHDR"]) == (shape[1], shape[0], 8, 2, 0, 0, 0)
    lines = np.frombuffer(zlib.decompress(parts[b"IDAT"]), np.uint8).reshape(shape[0], 1 + 3 * shape[1])
    assert not lines[:, 0].any()
    assert np.array_equal(lines[:, 1:].reshape(pixels.shape), pixels)
