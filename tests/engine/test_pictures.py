"""Tests of the picture format: the fast writer against a plain one, there and back, golden bytes, damaged bytes."""

import base64
import json

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glassbox.engine.pictures import map_scales, pack, quantise, unpack
from tests.engine.make_golden_pictures import GOLDEN, cases

golden = json.loads(GOLDEN.read_text())


def plain_pack(images):
    """The format as its description reads, one nibble after the other: the slow twin of `pack`."""
    nibbles = [nibble for image in images.astype(int) for nibble in plain_nibbles(image)]
    nibbles += [0] * (len(nibbles) % 2)
    return bytes(16 * high + low for high, low in zip(nibbles[::2], nibbles[1::2], strict=True))


def plain_nibbles(image):
    residuals = [
        (image[place] - plain_prediction(image, *place) + 128) % 256 - 128 for place in np.ndindex(image.shape)
    ]
    while residuals:
        zeros = next((index for index, residual in enumerate(residuals) if residual != 0), len(residuals))
        if zeros >= 19:
            taken = min(zeros, 274)
            yield from (14, *divmod(taken - 19, 16))
        elif zeros >= 3:
            taken = zeros
            yield from (13, taken - 3)
        else:
            taken = 1
            yield from plain_residual(residuals[0])
        residuals = residuals[taken:]


def plain_residual(residual):
    return (residual + 6,) if -6 <= residual <= 6 else (15, *divmod(residual % 256, 16))


def plain_prediction(image, row, column):
    if row == 0:
        return image[0, column - 1] if column else 128
    if column == 0:
        return image[row - 1, 0]
    return np.clip(image[row, column - 1] + image[row - 1, column] - image[row - 1, column - 1], 0, 255)


@st.composite
def pictures(draw):
    """Images between flat and noisy: few levels make runs, many make escapes."""
    count, size = draw(st.integers(0, 3)), draw(st.integers(1, 24))
    levels, seed = draw(st.sampled_from([1, 2, 6, 14, 256])), draw(st.integers(0, 2**32 - 1))
    chance = np.random.default_rng(seed)
    noise = chance.integers(0, levels, (count, size, size)) * draw(st.sampled_from([1, 1, 40]))
    slope = draw(st.integers(-4, 4)) * np.arange(size) + draw(st.integers(-4, 4)) * np.arange(size)[:, None]
    held = np.where(chance.random(noise.shape) < draw(st.sampled_from([0.0, 0.02, 0.3, 1.0])), noise, 0)
    return (held + slope + draw(st.integers(0, 255))).astype(np.uint8)


@given(pictures())
@settings(deadline=None, max_examples=150)
def test_pack_writes_what_the_plain_twin_writes(images):
    assert pack(images) == plain_pack(images)


@given(pictures())
@settings(deadline=None, max_examples=150)
def test_unpack_gives_back_what_was_packed(images):
    np.testing.assert_array_equal(unpack(pack(images), *images.shape[:2]), images)


@pytest.mark.parametrize("entry", golden, ids=lambda entry: entry["name"])
def test_golden_pictures_are_written_and_read(entry):
    pixels = np.frombuffer(base64.b64decode(entry["pixels"]), np.uint8)
    images = pixels.reshape(entry["count"], entry["size"], entry["size"])
    packed = base64.b64decode(entry["packed"])
    assert pack(images) == packed
    np.testing.assert_array_equal(unpack(packed, entry["count"], entry["size"]), images)


def test_the_golden_file_holds_the_cases_of_its_script():
    assert [entry["name"] for entry in golden] == list(cases())


@pytest.mark.parametrize("entry", golden, ids=lambda entry: entry["name"])
def test_pictures_that_end_too_early_or_too_late_are_refused(entry):
    packed = base64.b64decode(entry["packed"])
    with pytest.raises(ValueError, match="more bytes follow"):
        unpack(packed + b"\0", entry["count"], entry["size"])
    if packed:
        with pytest.raises(ValueError, match="end too early"):
            unpack(packed[:-1], entry["count"], entry["size"])


@given(st.binary(max_size=40), st.integers(0, 3), st.integers(1, 6))
@example(b"\xd2", 1, 2)  # a run of five in a picture of four pixels
@example(b"\x61", 1, 1)  # a last half byte that is not 0
@settings(deadline=None)
def test_damaged_bytes_are_read_as_some_picture_or_refused(packed, count, size):
    try:
        assert unpack(packed, count, size).shape == (count, size, size)
    except ValueError as error:
        assert str(error).endswith(".")


def test_quantise_puts_zero_in_the_middle_and_the_scale_at_the_ends():
    values = np.array([[-9, -2, -1, 0, 1, 2, 9], [-9, -4, -2, 0, 2, 4, 9]], np.float32)
    levels = quantise(values, np.array([2, 4], np.float32))
    np.testing.assert_array_equal(levels, [[1, 1, 65, 128, 192, 255, 255]] * 2)


def test_quantise_shows_what_is_not_a_number_as_zero_and_infinity_as_the_end():
    levels = quantise(np.array([[np.nan, np.inf, -np.inf]], np.float32), np.ones(1, np.float32))
    np.testing.assert_array_equal(levels, [[128, 255, 1]])


@given(st.lists(st.floats(-100, 100, width=32), min_size=1, max_size=50), st.floats(0.5, 50, width=32))
@settings(deadline=None)
def test_quantise_rounds_to_the_nearest_level(values, scale):
    levels = quantise(np.array([values], np.float32), np.array([scale], np.float32))
    exact = 128 + 127 * np.clip(np.array([values]) / scale, -1, 1)
    assert np.abs(levels - exact).max() < 0.5001


def test_scales_are_the_largest_finite_magnitudes_but_at_least_one():
    maps = np.array([[0.5, -0.25, 0], [3, -7, 1], [np.nan, np.inf, 2], [np.nan, -np.inf, np.nan]], np.float32)
    scales = map_scales(maps)
    assert scales.dtype == np.float32
    np.testing.assert_array_equal(scales, [1, 7, 2, 1])


def test_default_frame_is_small():
    """A hundred by hundred map of a steep ring and nine small ones: about a third of a byte a pixel."""
    assert len(pack(ring(100, 1))) + len(pack(ring(24, 9))) < 6000


def ring(size, count):
    place = (np.arange(size) + 0.5) / size * 12 - 6
    values = np.tanh(3 * (3 - np.hypot(place, place[:, None]))).astype(np.float32)
    return quantise(np.repeat(values.reshape(1, -1), count, axis=0), np.ones(count, np.float32)).reshape(-1, size, size)
