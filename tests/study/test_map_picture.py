"""Small maps as pictures: the page's own colours, pixel by pixel."""

import re
from pathlib import Path

import numpy as np
import pytest

from glassbox.engine.pictures import pack
from glassbox.protocol.frames import Map
from glassbox.study.map_picture import CLASSES, CURVE, NEGATIVE, POSITIVE, ZERO, map_picture, pixels_of

COLOURS = Path(__file__).parents[2] / "static/draw/colours.js"


def drawn(levels, classes=None):
    side = int(len(levels) ** 0.5)
    shaped = np.array(levels, np.uint8).reshape(1, side, side)
    won = None if classes is None else pack(np.array(classes, np.uint8).reshape(1, side, side))
    return Map(side, None, "signed" if classes is None else "classes", 1.0, pack(shaped), won)


def test_the_colours_are_the_page_s():
    numbers = [tuple(map(int, found)) for found in re.findall(r"\[(\d+), (\d+), (\d+)\]", COLOURS.read_text("utf-8"))]
    assert {NEGATIVE, POSITIVE, ZERO} <= set(numbers)
    assert [each for each in numbers if each in CLASSES] == list(CLASSES)


def test_negative_zero_and_positive_have_their_colours():
    pixels = pixels_of(drawn([1, 128, 255, 128]), 2).reshape(4, 3)
    assert [tuple(pixel) for pixel in pixels.tolist()] == [NEGATIVE, ZERO, POSITIVE, ZERO]


@pytest.mark.parametrize(("level", "share"), [(255, 0.95), (128 + 42, 0.2)])  # sure, and no surer than chance
def test_a_class_has_its_colour_the_lighter_the_narrower_it_wins(level, share):
    pixel = pixels_of(drawn([level] * 4, [0, 1, 2, 1]), 3)[0, 1]
    expected = np.array(ZERO) + (np.array(CLASSES[1]) - ZERO) * share
    assert np.abs(pixel - expected).max() <= 1.5


def test_a_curve_is_a_line_from_side_to_side():
    values = np.linspace(-1, 1, 241).astype("<f4").tobytes()
    pixels = pixels_of(Map(241, None, "curve", 1.0, b"", None, values), 0)
    inked = (pixels == np.array(POSITIVE)).all(axis=2)
    assert pixels.shape == (CURVE, CURVE, 3) and inked.any(axis=0).all()
    assert np.argmax(inked[:, 0]) > np.argmax(inked[:, -1])


def test_it_is_a_data_url_of_a_png():
    assert map_picture(drawn([128] * 4), 2).startswith("data:image/png;base64,iVBORw0KGgo")
